using System.Text.Json;

namespace Graph.Annotations;

/// <summary>CAIL: names by their label, all places of one label in a list, each a start and an end in one string: <c>"12;15"</c>.</summary>
internal sealed class CailShape() : JsonShape("CAIL")
{
    private const string Entities = "entities";
    private static readonly HashSet<string> OfEntity = ["label", "span"];

    public override bool Fits(JsonElement record) =>
        JsonTexts.FindAny(record) is not null
        && record.Items(Entities).FirstOrDefault(entity => entity.Get("span").IsTexts()) is { ValueKind: JsonValueKind.Object } first
        && first.Items("span").All(span => Read(JsonText.Get(span)) is not null);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var name = JsonTexts.FindAny(root)!;
        reading.CountUnread(root, [JsonTexts.FirstStep(name), Entities]);
        var text = JsonTexts.Get(root, name)!;
        var recorded = new List<RecordedMention>();
        foreach (var entity in root.Items(Entities))
        {
            reading.CountUnread(Entities, entity, OfEntity);
            foreach (var place in entity.Items("span"))
            {
                if (Read(JsonText.Get(place)) is { } span)
                    recorded.Add(new RecordedMention($"m{recorded.Count + 1}", [entity.Text("label") ?? ""], [span], null, record.Place));
                else
                    reading.Log.ReportMalformed(
                        ReadingDiagnostics.Malformed(record.Place, "span", $"'{JsonText.Get(place)}' is not a start and an end"));
            }
        }

        yield return new AnnotatedArticle(reading.ReadMetadata(root, record.Place), text)
        {
            File = reading.File,
            Mentions = RecordedMentions.PlaceAll(text, OffsetUnit.CodePoints, recorded, reading.Log),
        };
    }

    private static RecordedSpan? Read(string span) =>
        span.Split(';') is [var start, var end]
            && WholeNumber.Read(start) is { } from
            && WholeNumber.Read(end) is { } to
            ? new RecordedSpan(from, to, null)
            : null;
}
