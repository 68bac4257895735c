namespace Graph.Annotations;

/// <summary>What archives hold is often there once more, unpacked by whoever fetched them.</summary>
internal static class UnpackedCopies
{
    private const int BlockLength = 1 << 16;

    /// <summary>
    /// Removes the files of an unpacked archive that stand, the same to the last byte, in one of the folders, and counts them.
    /// </summary>
    public static int Remove(string unpacked, IReadOnlyList<string> folders)
    {
        var copies = Directory.EnumerateFiles(unpacked, "*", SearchOption.AllDirectories)
            .Where(file => folders.Any(folder => IsSame(file, Path.Combine(folder, Path.GetRelativePath(unpacked, file)))))
            .ToList();
        copies.ForEach(File.Delete);
        return copies.Count;
    }

    private static bool IsSame(string path, string other)
    {
        var length = new FileInfo(path).Length;
        if (length == 0 || !File.Exists(other) || new FileInfo(other).Length != length)
            return false;
        using var first = File.OpenRead(path);
        using var second = File.OpenRead(other);
        var (block, same) = (new byte[BlockLength], new byte[BlockLength]);
        while (first.ReadAtLeast(block, BlockLength, throwOnEndOfStream: false) is > 0 and var read)
        {
            if (second.ReadAtLeast(same, BlockLength, throwOnEndOfStream: false) != read
                || !block.AsSpan(0, read).SequenceEqual(same.AsSpan(0, read)))
                return false;
        }

        return true;
    }
}
