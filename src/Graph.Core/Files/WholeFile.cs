using System.Text;

namespace Graph.Core;

/// <summary>
/// A file that is there only when it is whole: it is written under a temporary name beside its own, onto the disk, and renamed. A device is
/// written to as it is.
/// </summary>
internal sealed class WholeFile : IDisposable
{
    private readonly string path;
    private readonly string? temporary;
    private bool isWhole;

    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public WholeFile(string path)
    {
        if (Directory.Exists(path))
            throw new IOException($"'{path}' is a folder.");
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");

        this.path = path;
        if (!IsDevice(path))
            LeftFiles.Delete(path);
        temporary = IsDevice(path) ? null : $"{path}.{Environment.ProcessId}{LeftFiles.Ending}";
        Stream = temporary is null
            ? new FileStream(path, FileMode.Open, FileAccess.Write)
            : CreateBeside(path, temporary);
    }

    public FileStream Stream { get; }

    /// <inheritdoc cref="WholeFile(string)"/>
    public static T Write<T>(string path, Func<Stream, T> write)
    {
        using var file = new WholeFile(path);
        var result = write(file.Stream);
        file.Commit();
        return result;
    }

    /// <summary>A text in UTF-8 without a byte order mark.</summary>
    /// <inheritdoc cref="WholeFile(string)"/>
    public static void WriteText(string path, string text)
    {
        using var file = new WholeFile(path);
        file.Stream.Write(Encoding.UTF8.GetBytes(text));
        file.Commit();
    }

    /// <summary>Everything is written; without this, nothing will be there.</summary>
    public void Commit()
    {
        Stream.Flush(flushToDisk: temporary is not null);
        isWhole = true;
    }

    public void Dispose()
    {
        try
        {
            Stream.Dispose();
            if (isWhole && temporary is not null)
                File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            if (temporary is not null)
                File.Delete(temporary);
        }
    }

    /// <summary>A message speaks of the file that was asked for, whose temporary name is nobody's business.</summary>
    private static FileStream CreateBeside(string path, string temporary)
    {
        try
        {
            return new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnauthorizedAccessException($"'{path}' cannot be written: its folder takes no new file.", exception);
        }
        catch (IOException exception)
        {
            throw new IOException(
                $"'{path}' cannot be written: {exception.Message.Replace(temporary, path, StringComparison.Ordinal)}", exception);
        }
    }

    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal) && File.Exists(path);
}
