using System.Diagnostics;

namespace Graph.Cli.Rendering;

/// <summary>How results are written; the words are those of <c>--format</c>.</summary>
internal enum OutputFormat
{
    Table,
    Csv,
    Json,
    JsonLines,
    Markdown,
}

internal static class OutputFormats
{
    public static readonly ImmutableArray<string> Names = ["table", "csv", "json", "jsonl", "markdown"];

    /// <summary>Null for a word that names no format.</summary>
    public static OutputFormat? Parse(string name) => name switch
    {
        "table" => OutputFormat.Table,
        "csv" => OutputFormat.Csv,
        "json" => OutputFormat.Json,
        "jsonl" => OutputFormat.JsonLines,
        "markdown" => OutputFormat.Markdown,
        _ => null,
    };

    public static string GetName(OutputFormat format) => Names[(int)format];

    public static ResultRenderer CreateRenderer(OutputFormat format, GraphStore store, RenderOptions options) => format switch
    {
        OutputFormat.Table => new TableRenderer(store, options),
        OutputFormat.Csv => new CsvRenderer(store, options),
        OutputFormat.Json => new JsonRenderer(store, isLines: false),
        OutputFormat.JsonLines => new JsonRenderer(store, isLines: true),
        OutputFormat.Markdown => new MarkdownRenderer(store),
        _ => throw new UnreachableException(),
    };
}
