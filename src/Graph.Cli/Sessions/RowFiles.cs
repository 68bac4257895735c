using System.Globalization;
using System.Text;
using Graph.Cli.Rendering;
using Graph.Export;
using Graph.Query;

namespace Graph.Cli.Sessions;

/// <summary>Rows in files of text, as the renderers write them.</summary>
internal static class RowFiles
{
    private static readonly ImmutableArray<(string Ending, OutputFormat Format)> Known =
    [
        (".csv", OutputFormat.Csv), (".tsv", OutputFormat.Tsv), (".json", OutputFormat.Json), (".jsonl", OutputFormat.JsonLines),
        (".ndjson", OutputFormat.JsonLines),
        (".md", OutputFormat.Markdown), (".txt", OutputFormat.Table),
    ];

    public static IEnumerable<string> Endings => Known.Select(known => known.Ending);

    public static IEnumerable<string> Names => Known.Select(known => OutputFormats.GetName(known.Format)).Distinct();

    /// <summary>Null for any other ending.</summary>
    public static OutputFormat? FindByEnding(string path) =>
        Known.FirstOrDefault(known => path.EndsWith(known.Ending, StringComparison.OrdinalIgnoreCase)) is { Ending: not null } found
            ? found.Format
            : null;

    public static OutputFormat? FindByName(string name) => OutputFormats.Parse(name);

    public static ExportReport Write(
        OutputFormat format, QueryResult result, Stream output, CancellationToken cancellation, bool forSpreadsheet = false)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true)
        {
            NewLine = "\n"
        };
        var rows =
            OutputFormats.CreateRenderer(format, result.Store, new RenderOptions(ForSpreadsheet: forSpreadsheet))
                .Render(result, writer, cancellation).Shown;
        return new ExportReport($"{rows.ToString("N0", CultureInfo.InvariantCulture)} row{(rows == 1 ? "" : "s")}", []);
    }
}
