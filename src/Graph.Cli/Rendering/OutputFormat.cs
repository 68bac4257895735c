using System.Diagnostics;

namespace Graph.Cli.Rendering;

/// <summary>How results are written; the words are those of <c>--format</c>.</summary>
internal enum OutputFormat
{
    /// <summary>A table, or lines where that is wider than the terminal.</summary>
    Auto,
    Table,
    Line,
    Csv,
    Tsv,
    Json,
    JsonLines,
    Markdown,

    /// <summary>A stable table for snapshots; no word of the command line names it.</summary>
    Snapshot,
}

internal static class OutputFormats
{
    public static readonly ImmutableArray<string> Names = ["auto", "table", "line", "csv", "tsv", "json", "jsonl", "markdown"];

    /// <summary>Null for a word that names no format.</summary>
    public static OutputFormat? Parse(string name) => Names.IndexOf(name) is >= 0 and var index ? (OutputFormat)index : null;

    public static string GetName(OutputFormat format) => Names[(int)format];

    /// <summary>What the name of a file in the format ends with.</summary>
    public static string GetEnding(OutputFormat format) => format switch
    {
        OutputFormat.Markdown => ".md",
        OutputFormat.Auto or OutputFormat.Table or OutputFormat.Line or OutputFormat.Snapshot => ".txt",
        _ => $".{GetName(format)}",
    };

    /// <summary>Formats that are read by people: they may be cut, numbered and shortened.</summary>
    public static bool IsForPeople(OutputFormat format) => format is OutputFormat.Auto or OutputFormat.Table or OutputFormat.Line;

    public static ResultRenderer CreateRenderer(
        OutputFormat format, GraphStore store, RenderOptions options, JsonEnvelope? envelope = null)
    {
        return format switch
        {
            OutputFormat.Auto => new TableRenderer(store, options, breaksRows: true),
            OutputFormat.Snapshot => new SnapshotRenderer(store, options),
            OutputFormat.Table => Create(ResultFormat.Table),
            OutputFormat.Line => Create(ResultFormat.Line),
            OutputFormat.Csv => Create(ResultFormat.Csv),
            OutputFormat.Tsv => Create(ResultFormat.Tsv),
            OutputFormat.Json => Create(ResultFormat.Json),
            OutputFormat.JsonLines => Create(ResultFormat.JsonLines),
            OutputFormat.Markdown => Create(ResultFormat.Markdown),
            _ => throw new UnreachableException(),
        };

        ResultRenderer Create(ResultFormat shared) => ResultWriter.CreateRenderer(shared, store, options, envelope);
    }
}
