namespace Graph.Export;

/// <summary>Files that are there only when they are whole.</summary>
public static class ExportFile
{
    /// <summary>Writes to a temporary name beside the file, onto the disk, and renames it. A device is written to as it is.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public static T Write<T>(string path, Func<Stream, T> write)
    {
        if (IsDevice(path))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
            return write(device);
        }

        if (Directory.Exists(path))
            throw new IOException($"'{path}' is a folder.");
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        var temporary = $"{path}.{Environment.ProcessId}.part";
        try
        {
            T result;
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                result = write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
            return result;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal) && File.Exists(path);
}
