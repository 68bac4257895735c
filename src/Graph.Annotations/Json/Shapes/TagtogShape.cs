using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// tagtog, <c>NAME.ann.json</c>: entities with offsets in parts of <c>NAME.plain.html</c>, which stands beside or under <c>plain.html/</c>
/// of the export; <c>annotations-legend.json</c> names the classes.
/// </summary>
internal sealed class TagtogShape() : JsonShape("tagtog")
{
    private static readonly HashSet<string> Taken = ["annotatable", "entities", "relations", "anncomplete", "sources", "metas"];

    private static readonly HashSet<string> OfEntity = ["classId", "part", "offsets", "coordinates", "confidence", "exclude"];

    private static readonly HashSet<string> OfRelation = ["classId", "type", "directed", "entities", "confidence"];

    public override bool Fits(JsonElement record) => record.Get("annotatable").IsObject() && record.HasArray("entities");

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        const string Suffix = ".ann.json";
        var stem = reading.File.Name.EndsWith(Suffix, StringComparison.Ordinal) ? reading.File.Name[..^Suffix.Length] : reading.File.Stem;
        reading.CountUnread(record.Root, Taken);
        if (TagtogFiles.Find(reading.File.Folder, $"{stem}.plain.html") is not { } path)
        {
            reading.Log.ReportMalformed(ReadingDiagnostics.Malformed(
                record.Place, "article", $"there is no '{stem}.plain.html' beside it or under plain.html"));
            yield break;
        }

        var parts = TagtogFiles.ReadParts(new AnnotationFile(
            path, Path.GetFileName(path), Path.GetFileName(path)).ReadText(reading.Log).Text);
        var legend = TagtogFiles.ReadLegend(reading);
        var draft = reading.CreateDraft(record, parts.Text, new ArticleMetadata(stem));
        foreach (var item in record.Root.Items("entities"))
            AddEntity(item, parts, legend, draft);
        foreach (var label in record.Root.Get("metas").Fields())
            reading.Log.CountLoss($"labels of documents, '{legend.GetValueOrDefault(JsonText.GetName(label), JsonText.GetName(label))}'");
        foreach (var item in record.Root.Items("relations"))
        {
            reading.CountUnread("relations", item, OfRelation);
            var ends = item.Get("entities").Texts();
            if (ends.Length == 2)
                draft.AddRelation(null, GetClass(item, legend), draft.FindMention(ends[0]), draft.FindMention(ends[1]));
            else
                reading.Log.CountLoss("relations without two ends");
        }

        yield return draft.ToArticle();
    }

    private static string GetClass(JsonElement item, Dictionary<string, string> legend) =>
        item.Text("classId") is { } id ? legend.GetValueOrDefault(id, id) : "";

    private static void AddEntity(JsonElement item, TagtogText parts, Dictionary<string, string> legend, JsonArticleDraft draft)
    {
        var part = item.Text("part") ?? "";
        var pieces = item.Items("offsets").ToList();
        var fragments = pieces.Select(piece => parts.Find(part, piece.Integer("start") ?? -1, piece.Text("text") ?? "")).ToList();
        if (pieces.Count == 0 || fragments.Contains(null))
        {
            draft.Log.ReportMalformed(ReadingDiagnostics.Malformed(draft.Place, "mention", $"the part '{part}' has no such place"));
            return;
        }

        // Relations name an entity by part, class and span: s1p1|e_1|0,5.
        var start = pieces[0].Integer("start") ?? 0;
        var end = (pieces[^1].Integer("start") ?? 0) + (pieces[^1].Text("text") ?? "").Length - 1;
        var id = $"{part}|{item.Text("classId")}|{start},{end}";
        draft.Complete(
            draft.AddMention(
                draft.FindMention(id) is null ? id : null,
                [GetClass(item, legend)],
                [.. fragments.OfType<TextSpan>()],
                string.Join(' ', pieces.Select(piece => piece.Text("text")))),
            mention => mention with { Confidence = item.Get("confidence").Number("prob"), Properties = item.Others(OfEntity) });
    }
}

/// <summary>The parts of a document one below the other.</summary>
internal sealed record TagtogText(string Text, IReadOnlyDictionary<string, TextSpan> Parts)
{
    public TextSpan? Find(string part, long start, string words)
    {
        if (!Parts.TryGetValue(part, out var place) || words.Length == 0)
            return null;
        var text = Text.Substring(place.Start, place.Length);
        var offsets = TextOffsets.Choose(
            text, new OffsetCounting(OffsetUnit.Utf16), [new RecordedSpan(start, start + words.Length, words)]);
        return offsets.TryGetSpan(start, start + words.Length, out var span) ? new TextSpan(place.Start + span.Start, span.Length) : null;
    }
}

internal static class TagtogFiles
{
    private const int MaximumDepth = 6;

    // The innermost elements with an id hold the text of a part.
    private static readonly Regex Part = new(
        "<(?<tag>[a-zA-Z0-9]+)[^>]*\\sid=\"(?<id>[^\"]+)\"[^>]*>(?<text>[^<]*)</\\k<tag>>", RegexOptions.CultureInvariant);

    /// <summary>A file beside, or of this name below <c>plain.html</c> of a folder above.</summary>
    public static string? Find(string folder, string name)
    {
        if (File.Exists(Path.Combine(folder, name)))
            return Path.Combine(folder, name);
        var above = Path.GetDirectoryName(folder);
        for (var depth = 0; above is not null && depth < MaximumDepth; above = Path.GetDirectoryName(above), depth++)
        {
            var html = Path.Combine(above, "plain.html");
            if (Directory.Exists(html))
                return Directory.EnumerateFiles(html, name, SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault();
        }

        return null;
    }

    public static TagtogText ReadParts(string html)
    {
        var text = new StringBuilder();
        var parts = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        foreach (Match match in Part.Matches(html))
        {
            var words = WebUtility.HtmlDecode(match.Groups["text"].Value);
            if (text.Length > 0)
                text.Append('\n');
            parts.TryAdd(match.Groups["id"].Value, new TextSpan(text.Length, words.Length));
            text.Append(words);
        }

        return new TagtogText(text.ToString(), parts);
    }

    /// <summary>The names of classes by their ids.</summary>
    public static Dictionary<string, string> ReadLegend(JsonReading reading)
    {
        const string Name = "annotations-legend.json";
        for (var (folder, depth) = (reading.File.Folder, 0); folder is not null
            && depth < MaximumDepth; folder = Path.GetDirectoryName(folder), depth++)
        {
            if (!File.Exists(Path.Combine(folder, Name)))
                continue;
            using var record = JsonRecordStream.Peek(new AnnotationFile(Path.Combine(folder, Name), Name, Name));
            return record is not null && record.Root.IsObject()
                ? record.Root
                    .EnumerateObject()
                    .Where(property => property.Value.Text() is not null)
                    .ToDictionary(property => property.Name, property => property.Value.Text()!, StringComparer.Ordinal)
                : [];
        }

        return [];
    }
}
