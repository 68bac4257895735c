namespace Graph.Core;

/// <summary>The folder of a graph while it is written. Every change to it goes through here, so that a test can stop at each.</summary>
internal sealed class GraphFolder : IDisposable
{
    private const string LockName = "writing.lock";
    private const string TemporaryExtension = ".tmp";
    private const string SegmentExtension = ".arrow";
    private const int ChecksumDigits = 32;

    private readonly FileStream lockFile;
    private readonly Action<string> beforeStep;
    private readonly Lock steps = new();
    private readonly HashSet<string> made = new(StringComparer.Ordinal);
    private int temporaryCount;

    private GraphFolder(string path, FileStream lockFile, Action<string> beforeStep)
    {
        Path = path;
        this.lockFile = lockFile;
        this.beforeStep = beforeStep;
    }

    public string Path { get; }

    /// <exception cref="GraphFileException">Another process writes the folder, or it holds files that are no graph's.</exception>
    public static GraphFolder Lock(string path, Action<string> beforeStep)
    {
        if (FindOther(path) is { } other)
            throw new GraphFileException(path, $"holds '{other}', which is no part of a graph; choose another folder");

        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.Write,
                Share = FileShare.None,
                Options = FileOptions.DeleteOnClose
            };
            return new GraphFolder(path, new FileStream(System.IO.Path.Combine(path, LockName), options), beforeStep);
        }
        catch (IOException exception)
        {
            throw new GraphFileException(
                path, $"is being written by another process, or cannot be written: {exception.Message}", exception);
        }
    }

    /// <summary>
    /// The name of something in a folder that is no part of a graph, also of one whose writer was stopped; null where there is none.
    /// </summary>
    public static string? FindOther(string path) =>
        Directory.EnumerateFileSystemEntries(path).Select(entry => System.IO.Path.GetFileName(entry)).FirstOrDefault(name => !IsOwn(name));

    /// <summary>Writes a file, flushes it to the disk and gives it a name made from its content. Several can be written at once.</summary>
    public SegmentInfo WriteSegment(string prefix, Action<Stream> write)
    {
        var (length, checksum) = (0L, "");
        var temporary = WriteTemporary(file =>
        {
            using var stream = new HashingStream(file);
            write(stream);
            (length, checksum) = (stream.Length, stream.GetChecksum());
        });
        var name = $"{prefix}-{checksum}{SegmentExtension}";
        Rename(temporary, name);
        return new SegmentInfo(name, length, checksum);
    }

    /// <summary>Puts a file in the place of another in one step.</summary>
    public void Replace(string name, byte[] content)
    {
        Rename(WriteTemporary(stream => stream.Write(content)), name);
        made.Clear();
    }

    /// <summary>
    /// Deletes what was written since the last <see cref="Replace"/>, so that a disk that is full is no fuller than before. What cannot be
    /// deleted either is left to the next writer.
    /// </summary>
    public void TakeBack()
    {
        try
        {
            foreach (var file in made)
                File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    /// <summary>Deletes the segments that no manifest names any more, and what a writer that was stopped left behind.</summary>
    public void DeleteAllBut(IReadOnlySet<string> names)
    {
        foreach (var file in Directory.EnumerateFiles(Path).Order(StringComparer.Ordinal).ToArray())
        {
            var name = System.IO.Path.GetFileName(file);
            if (name is GraphFile.ManifestName or LockName || names.Contains(name))
                continue;
            Announce(file);
            File.Delete(file);
        }
    }

    public void Dispose() => lockFile.Dispose();

    private string WriteTemporary(Action<Stream> write)
    {
        var path = System.IO.Path.Combine(Path, $"{Interlocked.Increment(ref temporaryCount)}{TemporaryExtension}");
        Announce(path, isMade: true);
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
        write(stream);
        stream.Flush(flushToDisk: true);
        return path;
    }

    private void Announce(string file, bool isMade = false)
    {
        lock (steps)
        {
            beforeStep(file);
            if (isMade)
                made.Add(file);
        }
    }

    private void Rename(string temporary, string name)
    {
        var path = System.IO.Path.Combine(Path, name);
        Announce(name);

        // A segment that is there already belongs to the graph that is to be kept.
        if (!File.Exists(path))
        {
            lock (steps)
                made.Add(path);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private static bool IsOwn(string name) => name is GraphFile.ManifestName or LockName
        || (name.EndsWith(TemporaryExtension, StringComparison.Ordinal) && name[..^TemporaryExtension.Length].All(char.IsAsciiDigit))
        || (name.EndsWith(SegmentExtension, StringComparison.Ordinal) && HasChecksum(name[..^SegmentExtension.Length]));

    private static bool HasChecksum(string stem) =>
        stem.Length > ChecksumDigits && stem[^(ChecksumDigits + 1)] == '-' && stem[^ChecksumDigits..].All(char.IsAsciiHexDigitLower);
}
