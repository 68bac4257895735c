using System.Text;
using Graph.Cli.Platform;
using Graph.Cli.Rendering;
using Graph.Terminal;
using Microsoft.Win32.SafeHandles;

namespace Graph.Cli.Sessions;

/// <summary>What the command knows of the world around it, passed in so that it can be tested: streams, terminals, environment.</summary>
/// <param name="OpenInput">Standard input, as bytes.</param>
/// <param name="IsInputTerminal">Keys can be read, so there can be a prompt.</param>
/// <param name="GetWidth">The cells of the terminal that data goes to; null where it goes to a file or a pipe.</param>
/// <param name="OpenTerminal">Takes the terminal for editing, until it is disposed.</param>
internal sealed record CommandHost(
    Func<Stream> OpenInput,
    TextWriter Output,
    TextWriter Error,
    bool IsInputTerminal,
    bool IsErrorTerminal,
    Func<int?> GetWidth,
    Func<string, string?> GetVariable,
    Func<ITerminal>? OpenTerminal)
{
    // Small enough to stay off the large object heap, which costs a start more than it saves.
    private const int OutputBuffer = 1 << 13;
    private const string TerminalVariable = "TERM";
    private const string DumbTerminal = "dumb";

    /// <summary>What happens before anything reaches the output, on the terminal that it shares with messages.</summary>
    public OutputSignal BeforeOutput { get; init; } = new();

    /// <summary>The rows of the terminal that data goes to; null where it goes to a file or a pipe.</summary>
    public Func<int?> GetHeight { get; init; } = () => null;

    /// <summary>Standard output as bytes, for what is no text; after <see cref="Output"/> was flushed.</summary>
    public Func<Stream> OpenOutput { get; init; } = () => Stream.Null;

    /// <summary>When a query has lasted so long that something is told of it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public bool IsOutputTerminal => GetWidth() is not null;

    /// <summary>The terminal understands no control sequences, so that nothing can be painted on it.</summary>
    public bool IsDumbTerminal => !OperatingSystem.IsWindows() && GetVariable(TerminalVariable) is null or "" or DumbTerminal;

    /// <summary>The real console. Nothing of it is touched before it is needed.</summary>
    public static CommandHost FromConsole()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var isOutputTerminal = !Console.IsOutputRedirected;
        var signal = new OutputSignal();
        var output = new StreamWriter(OpenStream(1, Console.OpenStandardOutput, signal), utf8, OutputBuffer) { NewLine = "\n" };
        var error = new StreamWriter(OpenStream(2, Console.OpenStandardError, null), utf8) { NewLine = "\n", AutoFlush = true };
        ReplaceUnusableTerminalName(error);
        return new CommandHost(
            OpenStandardInput,
            output,
            error,
            !Console.IsInputRedirected && (isOutputTerminal || !Console.IsErrorRedirected),
            !Console.IsErrorRedirected,
            () => isOutputTerminal ? ConsoleTerminal.WindowWidth : null,
            Environment.GetEnvironmentVariable,
            () => new ConsoleTerminal(isOutputTerminal ? output : error))
        {
            BeforeOutput = signal,
            OpenOutput = () => OpenStream(1, Console.OpenStandardOutput, signal),
            GetHeight = () => isOutputTerminal ? ConsoleTerminal.WindowHeight : null,
        };
    }

    /// <summary>
    /// A terminal lets its lines be edited itself, and drops the one at hand at Ctrl-C; the console's stream would keep what was typed.
    /// </summary>
    private static Stream OpenStandardInput() => Console.IsInputRedirected || OperatingSystem.IsWindows()
        ? Console.OpenStandardInput()
        : new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);

    /// <summary>How data is rendered when a format does not say more: colour only on a terminal, and only if nobody minds.</summary>
    public RenderOptions GetRenderOptions(DisplaySettings display) => new(
        GetWidth(),
        UseColor: IsOutputTerminal && AllowsColor(display),
        IsAscii: display.IsAscii,
        UseCaptions: IsOutputTerminal,
        ForSpreadsheet: display.ForSpreadsheet);

    public DiagnosticRenderer CreateDiagnosticRenderer(DisplaySettings display) =>
        new(Error, IsErrorTerminal && AllowsColor(display), () => IsErrorTerminal ? GetWidth() : null);

    /// <summary>See no-color.org: any value but an empty one.</summary>
    private bool AllowsColor(DisplaySettings display) =>
        !display.NoColor && string.IsNullOrEmpty(GetVariable("NO_COLOR")) && !IsDumbTerminal;

    private static Stream OpenStream(int descriptor, Func<Stream> open, OutputSignal? signal) =>
        OperatingSystem.IsWindows() ? open() : new UnixOutput(descriptor, isSilent: descriptor == 2, signal);

    /// <summary>The name becomes a part of a path where terminals are described, so it must be a name.</summary>
    private static void ReplaceUnusableTerminalName(TextWriter error)
    {
        if (Environment.GetEnvironmentVariable(TerminalVariable) is not { Length: > 0 } name || name.All(IsNamePart))
            return;

        if (!Console.IsErrorRedirected)
            error.Write($"warning: TERM names no terminal: '{VisibleText.Show(name)}'; it is taken for '{DumbTerminal}'\n");
        Environment.SetEnvironmentVariable(TerminalVariable, DumbTerminal);
    }

    private static bool IsNamePart(char unit) => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_' or '.' or '+';
}

/// <summary>What a command line says of how things look.</summary>
internal sealed record DisplaySettings(bool NoColor = false, bool IsAscii = false, bool ForSpreadsheet = false);
