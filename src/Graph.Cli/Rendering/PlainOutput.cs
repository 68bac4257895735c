using System.Text;
using Spectre.Console;

namespace Graph.Cli.Rendering;

/// <summary>A writer as Spectre's output, without a look at the real console.</summary>
internal sealed class PlainOutput(TextWriter writer, int width) : IAnsiConsoleOutput
{
    public TextWriter Writer => writer;

    public bool IsTerminal => false;

    public int Width => width;

    public int Height => int.MaxValue;

    /// <summary>The writer has its encoding already.</summary>
    public void SetEncoding(Encoding encoding)
    {
    }
}
