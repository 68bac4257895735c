using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Graph.Core;

/// <summary>
/// Temporary files and folders of writers that were killed: whoever writes the same file or folder next clears them away.
/// </summary>
internal static class LeftFiles
{
    public const string Ending = ".part";

    // A folder is looked through once: whoever writes thousands of files into one would do it for each.
    private static readonly ConcurrentDictionary<string, ImmutableArray<string>> EntriesByFolder = new(StringComparer.Ordinal);

    /// <summary>What still has its writer stays, and so does what cannot be told.</summary>
    public static void Delete(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var name = Path.GetFileName(path);
        try
        {
            foreach (var entry in EntriesByFolder.GetOrAdd(
                folder, static folder => [.. Directory.EnumerateFileSystemEntries(folder, $"*{Ending}")]))
            {
                if (!IsLeft(Path.GetFileName(entry), name))
                    continue;
                if (Directory.Exists(entry))
                    DeleteFolder(new DirectoryInfo(entry));
                else if (!IsHeld(entry))
                    File.Delete(entry);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // They are in nobody's way; what matters is the file that is written now.
        }
    }

    /// <summary>Its writer holds one of its files, all the time. What is a link was made by somebody else.</summary>
    private static void DeleteFolder(DirectoryInfo folder)
    {
        if (folder.LinkTarget is null && !folder.EnumerateFiles().Any(file => IsHeld(file.FullName)))
            folder.Delete(recursive: true);
    }

    /// <summary>Named as a writer of the file names it that is no more.</summary>
    private static bool IsLeft(string file, string name)
    {
        var first = name.Length + 1;
        return file.Length > first + Ending.Length
            && file.StartsWith($"{name}.", StringComparison.Ordinal)
            && int.TryParse(file.AsSpan(first..^Ending.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            && !IsRunning(process);
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A writer in another container has a number that says nothing here, and still its file.</summary>
    private static bool IsHeld(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
