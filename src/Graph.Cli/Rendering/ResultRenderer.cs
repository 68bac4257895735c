using Graph.Query;

namespace Graph.Cli.Rendering;

/// <param name="Width">The cells of the terminal that shows the result; null where it goes elsewhere and nothing is cut.</param>
/// <param name="UseColor">Control sequences for colour may be written.</param>
internal sealed record RenderOptions(int? Width = null, bool UseColor = false)
{
    public bool IsTerminal => Width is not null;
}

/// <summary>Writes a result row by row, as the rows are computed; knows nothing of queries.</summary>
internal abstract class ResultRenderer
{
    /// <summary>The number of rows written.</summary>
    public abstract long Render(QueryResult result, TextWriter output);
}
