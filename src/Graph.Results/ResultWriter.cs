using System.Diagnostics;
using Graph.Query;

namespace Graph.Results;

/// <summary>How a result is written.</summary>
public enum ResultFormat
{
    /// <summary>A table with a frame, for people.</summary>
    Table,

    /// <summary>A line for each value, for people.</summary>
    Line,

    /// <summary>RFC 4180 with a header; null is an empty field, an empty string <c>""</c>.</summary>
    Csv,

    /// <summary>Fields between tabs under a header.</summary>
    Tsv,

    /// <summary>An array with an object for each row.</summary>
    Json,

    /// <summary>An object on each line.</summary>
    JsonLines,

    /// <summary>A table of GitHub's Markdown.</summary>
    Markdown,
}

/// <summary>Writes the rows of a result as they are computed, the same as the command does.</summary>
public static class ResultWriter
{
    /// <param name="output">Lines are ended by LF.</param>
    /// <param name="forSpreadsheet">CSV for spreadsheets: formulas are inert, every text is quoted, a mark tells the encoding.</param>
    /// <returns>How many rows there were.</returns>
    /// <exception cref="QueryException">A run-time error or a limit; what was written before stays.</exception>
    /// <exception cref="ValueTooLongException">A value would be longer than anybody could use.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; what was written before stays.</exception>
    public static long Write(
        QueryResult result, ResultFormat format, TextWriter output, bool forSpreadsheet = false,
        CancellationToken cancellation = default) =>
        CreateRenderer(format, result.Store, new RenderOptions(ForSpreadsheet: forSpreadsheet), envelope: null)
            .Render(result, output, cancellation)
            .Shown;

    /// <summary>All of a result as one text.</summary>
    /// <exception cref="QueryException">A run-time error or a limit.</exception>
    /// <exception cref="ValueTooLongException">A value would be longer than anybody could use.</exception>
    public static string WriteText(QueryResult result, ResultFormat format)
    {
        using var output = new StringWriter();
        Write(result, format, output);
        return output.ToString();
    }

    internal static ResultRenderer CreateRenderer(ResultFormat format, GraphStore store, RenderOptions options, JsonEnvelope? envelope) =>
        format switch
        {
            ResultFormat.Table => new TableRenderer(store, options, breaksRows: false),
            ResultFormat.Line => new LineRenderer(store, options),
            ResultFormat.Csv => new CsvRenderer(store, options),
            ResultFormat.Tsv => new TsvRenderer(store, options),
            ResultFormat.Json => new JsonRenderer(store, options, isLines: false, envelope),
            ResultFormat.JsonLines => new JsonRenderer(store, options, isLines: true, envelope),
            ResultFormat.Markdown => new MarkdownRenderer(store, options),
            _ => throw new UnreachableException(),
        };
}
