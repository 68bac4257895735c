using System.Text;
using Graph.Cli.Rendering;
using Graph.Terminal;

namespace Graph.Cli.Commands;

/// <summary>What the command knows of the world around it, passed in so that it can be tested: streams, terminals, environment.</summary>
/// <param name="IsInputTerminal">Keys can be read, so there can be a prompt.</param>
/// <param name="GetWidth">The cells of the terminal that data goes to; null where it goes to a file or a pipe.</param>
/// <param name="OpenTerminal">Takes the terminal for editing, until it is disposed.</param>
internal sealed record CommandHost(
    TextReader Input,
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

    public bool IsOutputTerminal => GetWidth() is not null;

    /// <summary>The real console. Nothing of it is touched before it is needed.</summary>
    public static CommandHost FromConsole()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var isOutputTerminal = !Console.IsOutputRedirected;
        var output = new StreamWriter(Console.OpenStandardOutput(), utf8, OutputBuffer) { NewLine = "\n" };
        var error = new StreamWriter(Console.OpenStandardError(), utf8) { NewLine = "\n", AutoFlush = true };
        return new CommandHost(
            new StreamReader(Console.OpenStandardInput(), utf8),
            output,
            error,
            !Console.IsInputRedirected && (isOutputTerminal || !Console.IsErrorRedirected),
            !Console.IsErrorRedirected,
            () => isOutputTerminal ? Math.Max(1, Console.WindowWidth) : null,
            Environment.GetEnvironmentVariable,
            () => new ConsoleTerminal(isOutputTerminal ? output : error));
    }

    /// <summary>How data is rendered when a format does not say more: colour only on a terminal, and only if nobody minds.</summary>
    public RenderOptions GetRenderOptions(bool noColor) => new(GetWidth(), UseColor: IsOutputTerminal && AllowsColor(noColor));

    public DiagnosticRenderer CreateDiagnosticRenderer(bool noColor) => new(Error, IsErrorTerminal && AllowsColor(noColor));

    /// <summary>See no-color.org: any value but an empty one.</summary>
    private bool AllowsColor(bool noColor) => !noColor && string.IsNullOrEmpty(GetVariable("NO_COLOR")) && GetVariable("TERM") != "dumb";
}
