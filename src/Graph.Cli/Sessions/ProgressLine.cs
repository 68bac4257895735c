using System.Globalization;
using Graph.Annotations;
using Graph.Terminal;

namespace Graph.Cli.Sessions;

/// <summary>A line on a terminal that tells how far loading is, and goes when it is done. Small corpora never show it.</summary>
internal sealed class ProgressLine(TextWriter terminal) : IProgress<LoadProgress>, IDisposable
{
    private const int Step = 200;

    private bool isShown;
    private volatile bool isOver;

    public void Report(LoadProgress value)
    {
        // A load that nobody waits for any more still comes to its end.
        if (isOver || value.Articles % Step != 0)
            return;

        isShown = true;
        terminal.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"\r{Ansi.EraseLine}{value.Articles} articles, {value.Mentions} mentions, {value.Relations} relations ..."));
    }

    public void Dispose()
    {
        isOver = true;
        if (isShown)
            terminal.Write($"\r{Ansi.EraseLine}");
    }
}
