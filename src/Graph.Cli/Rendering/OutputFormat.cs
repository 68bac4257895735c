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
        OutputFormat format, GraphStore store, RenderOptions options, JsonEnvelope? envelope = null) => format switch
        {
            OutputFormat.Auto => new TableRenderer(store, options, breaksRows: true),
            OutputFormat.Table => new TableRenderer(store, options, breaksRows: false),
            OutputFormat.Line => new LineRenderer(store, options),
            OutputFormat.Csv => new CsvRenderer(store, options),
            OutputFormat.Tsv => new TsvRenderer(store, options),
            OutputFormat.Json => new JsonRenderer(store, options, isLines: false, envelope),
            OutputFormat.JsonLines => new JsonRenderer(store, options, isLines: true, envelope),
            OutputFormat.Markdown => new MarkdownRenderer(store, options),
            OutputFormat.Snapshot => new SnapshotRenderer(store, options),
            _ => throw new UnreachableException(),
        };
}
