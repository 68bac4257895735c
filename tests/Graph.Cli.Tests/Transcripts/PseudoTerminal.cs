using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Graph.Cli.Tests.Transcripts;

/// <summary>
/// A shell in a pseudo-terminal, in which the real command is used as people use it; <c>script</c> of util-linux makes the terminal.
/// </summary>
internal sealed class PseudoTerminal : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const int LargestBacklog = 1 << 16;

    private readonly Process process;
    private readonly StringBuilder received = new();
    private readonly StringBuilder shown = new();
    private int stripped;
    private readonly string home = Directory.CreateTempSubdirectory("graph-session").FullName;
    private int seen;

    public PseudoTerminal(int width, int height, IReadOnlyDictionary<string, string?> variables)
    {
        // Whoever runs the tests in the background may have them ignore Ctrl-C, which is inherited.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "script", "-qfec", "bash --norc --noprofile -i", "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
        };
        SetVariables(start, variables);
        WriteCommand();
        process = Process.Start(start)!;
        new Thread(Receive) { IsBackground = true }.Start();
        Send($"PS1='$ '; stty cols {width} rows {height}; echo terminal=$(tty)\r");
        Device = WaitFor(new Regex("terminal=(/dev/[a-z0-9/]+)")).Groups[1].Value;
    }

    /// <summary>The folder of this session's user; the command finds everything of its own below.</summary>
    public string Home => home;

    /// <summary>Everything that came, with all control sequences.</summary>
    public string Raw
    {
        get
        {
            lock (received)
                return received.ToString();
        }
    }

    private string Device { get; }

    public static bool IsAvailable => !OperatingSystem.IsWindows() && File.Exists("/usr/bin/script") && File.Exists("/bin/bash");

    public void Send(string keys)
    {
        process.StandardInput.Write(keys);
        process.StandardInput.Flush();
    }

    public void Resize(int width)
    {
        using var stty = Process.Start("stty", ["-F", Device, "cols", width.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        stty.WaitForExit();
    }

    /// <summary>Waits until a text comes after what was waited for before.</summary>
    public void WaitFor(string text) => WaitFor(new Regex(Regex.Escape(text)));

    /// <summary>
    /// Presses keys until a text comes, as a person does whose Ctrl-C came before the command had begun and was the prompt's own, or so
    /// late that it stopped what was typed after it: the signal overtakes what is typed, or the other way round.
    /// </summary>
    public void PressUntil(string keys, string text)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            Send(keys);
            if (TryWaitFor(new Regex(Regex.Escape(text)), TimeSpan.FromSeconds(1)) is not null)
                return;
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new TimeoutException($"'{text}' never came. What came:\n{shown.ToString(seen, shown.Length - seen)}");
        }
    }

    private Match WaitFor(Regex pattern) =>
        TryWaitFor(pattern, Patience)
        ?? throw new TimeoutException($"'{pattern}' never came. What came:\n{shown.ToString(seen, shown.Length - seen)}");

    private Match? TryWaitFor(Regex pattern, TimeSpan patience)
    {
        var started = Stopwatch.GetTimestamp();
        lock (received)
        {
            while (true)
            {
                StripReceived();
                Monitor.PulseAll(received);
                var match = pattern.Match(shown.ToString(seen, shown.Length - seen));
                if (match.Success)
                {
                    seen += match.Index + match.Length;
                    return match;
                }

                if (Stopwatch.GetElapsedTime(started) > patience || !Monitor.Wait(received, patience))
                    return null;

                // What was looked at need not be looked at again, save its end, where the text may have begun to come.
                const int LongestText = 1000;
                seen = Math.Max(seen, shown.Length - LongestText);
            }
        }
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
        DeleteHome();
    }

    /// <summary>What ran in the terminal ends a moment after it was killed and may write until then.</summary>
    private void DeleteHome()
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                Directory.Delete(home, recursive: true);
                return;
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(start) < Patience)
            {
                Thread.Yield();
            }
        }
    }

    private void SetVariables(ProcessStartInfo start, IReadOnlyDictionary<string, string?> variables)
    {
        start.Environment["HOME"] = home;
        start.Environment["PATH"] = $"{home}/bin:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["INPUTRC"] = "/dev/null";
        start.Environment["HISTFILE"] = "/dev/null";
        foreach (var name in (ReadOnlySpan<string>)["XDG_STATE_HOME", "XDG_CONFIG_HOME", "VISUAL", "EDITOR", "NO_COLOR", "PAGER"])
            start.Environment.Remove(name);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
    }

    /// <summary><c>graph</c> as a command of the shell.</summary>
    private void WriteCommand()
    {
        Directory.CreateDirectory(Path.Combine(home, "bin"));
        var command = Path.Combine(home, "bin", "graph");
        File.WriteAllText(command, $"#!/bin/sh\nexec {string.Join(' ', CommandProgram.Words.Select(word => $"'{word}'"))} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Receive()
    {
        // Not by the reader, which waits for more where what came fills its buffer to the last byte.
        var bytes = new byte[4096];
        var characters = new char[bytes.Length];
        var decoder = Encoding.UTF8.GetDecoder();
        int count;
        while ((count = process.StandardOutput.BaseStream.Read(bytes)) > 0)
        {
            var decoded = decoder.GetChars(bytes.AsSpan(0, count), characters, flush: false);
            lock (received)
            {
                received.Append(characters, 0, decoded);
                Monitor.PulseAll(received);

                // What writes without end must wait for its reader, as at a real terminal, or it has ended before its Ctrl-C is pressed.
                while (received.Length - stripped > LargestBacklog)
                    Monitor.Wait(received);
            }
        }
    }

    /// <summary>Takes the control sequences out of what came since; one that has not come whole waits for its rest.</summary>
    private void StripReceived()
    {
        var text = received.ToString(stripped, received.Length - stripped);
        var open = text.LastIndexOf('\e');
        var whole = open < 0 || Controls.Match(text, open) is { Success: true, Index: var index } && index == open ? text : text[..open];
        shown.Append(Controls.Replace(whole, ""));
        stripped += whole.Length;
    }

    private static readonly Regex Controls = new(@"\x1B\[[0-?]*[ -/]*[@-~]|\x1B[()][A-Z0-9]|\x1B[=>78]|\r");
}
