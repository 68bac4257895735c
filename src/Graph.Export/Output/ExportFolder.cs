using System.Text;

namespace Graph.Export;

/// <summary>A folder that is there only when all its files are whole.</summary>
public sealed class ExportFolder
{
    private const string LockName = "writing.lock";

    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly string path;

    private ExportFolder(string path) => this.path = path;

    /// <summary>Fills a folder beside the one that is wanted, and renames it.</summary>
    /// <exception cref="IOException">Something with that name is there already, or a file cannot be written.</exception>
    public static T Write<T>(string path, Func<ExportFolder, T> write)
    {
        var wanted = Path.TrimEndingDirectorySeparator(path);
        if (File.Exists(wanted) || (Directory.Exists(wanted) && Directory.EnumerateFileSystemEntries(wanted).Any()))
            throw new IOException($"'{wanted}' is there already; name a new folder.");

        LeftFiles.Delete(wanted);
        var temporary = $"{wanted}.{Environment.ProcessId}{LeftFiles.Ending}";
        try
        {
            Directory.CreateDirectory(temporary);
            var result = WriteLocked(temporary, write);
            if (Directory.Exists(wanted))
                Directory.Delete(wanted);
            Directory.Move(temporary, wanted);
            return result;
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
    }

    /// <summary>A file that is held tells others that the folder has its writer.</summary>
    private static T WriteLocked<T>(string temporary, Func<ExportFolder, T> write)
    {
        using var held = new FileStream(
            Path.Combine(temporary, LockName), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        return write(new ExportFolder(temporary));
    }

    /// <summary>A new file; a name that another file has, or that no system takes, is changed.</summary>
    public Stream Create(string name, string ending) => Create(name, ending, out _);

    /// <summary>A new file with just this name, which no file made before may have.</summary>
    public Stream CreateExactly(string name)
    {
        names.Add(name);
        return new FileStream(Path.Combine(path, name), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
    }

    /// <summary>The same, and the name that the file has.</summary>
    public Stream Create(string name, string ending, out string written)
    {
        var safe = Escape(name);
        var file = safe;
        for (var number = 2; !names.Add($"{file}{ending}"); number++)
            file = $"{safe}-{number}";
        written = $"{file}{ending}";
        return new FileStream(Path.Combine(path, written), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
    }

    /// <summary>Letters and digits of any script stay; every other sign is written as its number.</summary>
    private static string Escape(string name)
    {
        var safe = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
            safe.Append(Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '-' or '+' ? rune.ToString() : $"%{rune.Value:X2}");
        return safe.Length > 120 ? safe.ToString(0, 120) : safe.ToString();
    }
}
