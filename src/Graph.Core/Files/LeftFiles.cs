using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Graph.Core;

/// <summary>Temporary files of writers that were killed: whoever writes the same file next clears them away.</summary>
internal static class LeftFiles
{
    public const string Ending = ".part";

    // A folder is looked through once: whoever writes thousands of files into one would do it for each.
    private static readonly ConcurrentDictionary<string, ImmutableArray<string>> FilesByFolder = new(StringComparer.Ordinal);

    /// <summary>What still has its writer stays, and so does what cannot be told.</summary>
    public static void Delete(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var name = Path.GetFileName(path);
        try
        {
            foreach (var file in FilesByFolder.GetOrAdd(folder, static folder => [.. Directory.EnumerateFiles(folder, $"*{Ending}")]))
            {
                if (IsLeft(Path.GetFileName(file), name) && !IsHeld(file))
                    File.Delete(file);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // They are in nobody's way; what matters is the file that is written now.
        }
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
