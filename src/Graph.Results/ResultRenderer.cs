using Graph.Query;

namespace Graph.Results;

/// <param name="Width">The cells of the terminal that shows the result; null where it goes elsewhere and nothing is cut.</param>
/// <param name="UseColor">Control sequences for colour may be written.</param>
/// <param name="IsAscii">Frames are drawn with signs that every terminal has.</param>
/// <param name="UseCaptions">Nodes and relations are shown by what they are called, without their properties.</param>
/// <param name="NumberRows">Formats for people count the rows in front.</param>
/// <param name="RowLimit">How many rows a format for people shows; null for all.</param>
/// <param name="ForSpreadsheet">CSV is written for spreadsheets: formulas are inert, every text is quoted, a mark tells the
/// encoding.</param>
internal sealed record RenderOptions(
    int? Width = null,
    bool UseColor = false,
    bool IsAscii = false,
    bool UseCaptions = false,
    bool NumberRows = false,
    long? RowLimit = null,
    bool ForSpreadsheet = false)
{
    /// <summary>The query says the order of its rows.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Asked while large values are written.</summary>
    public RenderGuard Guard { get; init; } = RenderGuard.None;

    public bool IsTerminal => Width is not null;
}

/// <param name="Shown">The rows that were written.</param>
/// <param name="Total">The rows there are; null where nobody counted them, as there are more than were written.</param>
internal readonly record struct RenderedRows(long Shown, long? Total);

/// <summary>Writes a result row by row, as the rows are computed; knows nothing of queries.</summary>
internal abstract class ResultRenderer
{
    /// <exception cref="OperationCanceledException">The token was cancelled; what was written before stays.</exception>
    public abstract RenderedRows Render(QueryResult result, TextWriter output, CancellationToken cancellation = default);
}
