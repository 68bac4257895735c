using System.Text;

namespace Graph.Terminal;

/// <summary>
/// The history over sessions: an append-only text file, one entry a line, with line breaks and backslashes escaped. Several sessions
/// may append at once. Only its user may read it.
/// </summary>
public sealed class HistoryFile(string path)
{
    /// <summary>How many entries a session gets to see.</summary>
    public const int Capacity = 2000;

    /// <summary><c>$XDG_STATE_HOME/NAME/history</c>, by default below <c>~/.local/state</c>; null where the user has no home.</summary>
    public static HistoryFile? Default(string application, Func<string, string?> environment) =>
        UserFolders.FindState(environment) is { } state ? new HistoryFile(Path.Combine(state, application, "history")) : null;

    /// <summary>The newest entries, oldest first; none where there is no file yet.</summary>
    /// <exception cref="IOException">The file is there and cannot be read.</exception>
    public IReadOnlyList<string> Load()
    {
        if (!File.Exists(path))
            return [];

        var newest = new Queue<string>(Capacity);
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
        {
            if (newest.Count == Capacity)
                newest.Dequeue();
            newest.Enqueue(line);
        }

        return [.. newest.Select(Unescape)];
    }

    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Append(string entry)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var start = EndsInALine() ? "" : "\n";
        using var stream = new FileStream(path, OwnerOnly());

        // Opened for one unbuffered write, so that sessions side by side do not cut each other's lines.
        stream.Write(Encoding.UTF8.GetBytes($"{start}{Escape(entry)}\n"));
    }

    /// <summary>Not where a session was stopped in the middle of a write, or somebody edited the file.</summary>
    private bool EndsInALine()
    {
        if (!File.Exists(path))
            return true;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        if (stream.Length == 0)
            return true;
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() == '\n';
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Append,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite,
            BufferSize = 0
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static string Escape(string entry) => entry.Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\r", "\\r");

    private static string Unescape(string line)
    {
        if (!line.Contains('\\'))
            return line;

        var entry = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\\' || i + 1 == line.Length)
                entry.Append(line[i]);
            else
                entry.Append(line[++i] switch { 'n' => '\n', 'r' => '\r', var other => other });
        }

        return entry.ToString();
    }
}
