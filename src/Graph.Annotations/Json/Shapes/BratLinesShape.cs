using System.Text.Json;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// A text with the lines that brat has for it, in lists such as <c>["T1\tPERSON 0 4\tMira"]</c> or in one text of lines, as data sets of
/// Hugging Face keep NEREL: entities, relations and links in a field each, or all in one.
/// </summary>
internal sealed class BratLinesShape() : JsonShape("lines of brat")
{
    public override bool Fits(JsonElement record) =>
        JsonTexts.FindKnown(record) is not null
        && record.Fields().Any(field => ListLines(field.Value).FirstOrDefault() is { } line
            && Regex.IsMatch(line, @"^T\d+\t\S+ \d+ \d+", RegexOptions.CultureInvariant));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var name = JsonTexts.FindKnown(root)!;
        var fields = root.Fields().Where(field => IsLines(field.Value)).ToList();
        reading.CountUnread(root, fields.Select(JsonText.GetName).Append(JsonTexts.FirstStep(name)).ToHashSet(StringComparer.Ordinal));
        var lines = new List<BratLine>();
        foreach (var line in fields.SelectMany(field => ListLines(field.Value)))
        {
            if (BratLineParser.Parse(line, record.Place, out var reason) is { } parsed)
                lines.Add(parsed);
            else
                reading.Log.ReportMalformed(ReadingDiagnostics.Malformed(record.Place, "standoff annotation", reason!));
        }

        yield return new BratArticleReader(reading.File, JsonTexts.Get(root, name)!, BratConfiguration.Empty, reading.Log).Read(lines) with
        {
            Metadata = reading.ReadMetadata(root, record.Place),
        };
    }

    private static bool IsLines(JsonElement value) => ListLines(value).FirstOrDefault() is { } line
        && Regex.IsMatch(line, @"^([TREAMN#]\d+|\*)\t\S", RegexOptions.CultureInvariant);

    private static IEnumerable<string> ListLines(JsonElement value) => value.IsTexts() ? value.Texts()
        : value.ValueKind == JsonValueKind.String
            ? JsonText.Get(value).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0)
        : [];
}
