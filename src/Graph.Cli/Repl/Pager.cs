using System.Diagnostics;
using System.Text;
using Graph.Cli.Sessions;

namespace Graph.Cli.Repl;

/// <summary>
/// An output that goes straight to the terminal as long as it fits the window, and through a pager from then on. Whoever leaves the pager
/// has seen enough, which ends the query.
/// </summary>
internal sealed class Pager(TextWriter terminal, string command, int height, Action leaveTerminal) : TextWriter
{
    private readonly StringBuilder first = new();
    private int lines;
    private Process? process;

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>
    /// The command that shows long texts: <c>$PAGER</c>, else <c>less</c> where there is one; null for none, also where <c>$PAGER</c> names
    /// a program that is not there.
    /// </summary>
    public static string? Find(Func<string, string?> environment)
    {
        var command = environment("PAGER") is { Length: > 0 } named ? named : OperatingSystem.IsWindows() ? "" : "less -RS";
        var program = command.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";

        // What a shell sets before the program, or quotes, is the shell's to read.
        if (program.AsSpan().ContainsAny("='\"$"))
            return command;

        var folders = program.Contains('/') ? [""] : environment("PATH")?.Split(Path.PathSeparator) ?? [];
        return folders.Any(folder => File.Exists(Path.Combine(folder, program))) ? command : null;
    }

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (process is not null)
        {
            Send(buffer);
            return;
        }

        first.Append(buffer);
        lines += buffer.Count('\n');
        if (lines >= height)
            Start();
    }

    /// <summary>Waits until the user leaves the pager, if there is one.</summary>
    public void Finish()
    {
        if (process is null)
        {
            terminal.Write(first.ToString());
            return;
        }

        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The pager was left before it had read everything.
        }

        process.WaitForExit();
        process.Dispose();
    }

    private void Start()
    {
        leaveTerminal();
        terminal.Flush();
        var start = new ProcessStartInfo("/bin/sh", ["-c", command])
        {
            RedirectStandardInput = true,
            StandardInputEncoding = new UTF8Encoding(false)
        };

        // Whoever names less without a word shall see colours, not their control sequences.
        start.Environment.TryAdd("LESS", "-RS");
        process = Process.Start(start)!;
        Send(first.ToString());
        first.Clear();
    }

    /// <exception cref="PagerLeftException">The user has left the pager.</exception>
    private void Send(ReadOnlySpan<char> text)
    {
        try
        {
            process!.StandardInput.Write(text);
        }
        catch (IOException)
        {
            throw new PagerLeftException();
        }
    }
}
