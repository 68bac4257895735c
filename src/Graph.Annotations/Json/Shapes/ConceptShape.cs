using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Articles of Event Registry: a body, and concepts that the whole article is about, each with its page in Wikipedia, a type, and what it
/// is called in some languages. A concept is mentioned where the text has one of these names first; others are counted.
/// </summary>
internal sealed class ConceptShape() : JsonShape("Event Registry")
{
    private const string Concepts = "concepts";
    private static readonly HashSet<string> Taken = ["uri", "title", "body", "lang", "date", "dateTime", "time", "url", "source", Concepts];

    private static readonly HashSet<string> OfSource = ["uri", "title"];

    private static readonly HashSet<string> OfConcept = ["uri", "type", "label", "score", "id"];

    public override bool Fits(JsonElement record) =>
        record.Get("body").ValueKind == JsonValueKind.String
        && record.Items(Concepts).Any(concept => concept.Text("uri") is not null && concept.Get("label").IsObject());

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        reading.CountUnread(root, Taken);
        reading.CountInside("source", root.Get("source"), OfSource);
        var text = root.Text("body")!;
        var metadata = reading.ReadMetadata(root, record.Place, "uri") with
        { Source = root.Get("source").TextOf("title", "uri") ?? root.Text("source") };
        var mentions = ImmutableArray.CreateBuilder<Mention>();
        var missing = 0;
        var taken = new List<TextSpan>();
        // The longest names first, so that no name is found within another.
        foreach (var concept in root.Items(Concepts)
            .OrderByDescending(concept => ListNames(concept).Select(name => name.Length).DefaultIfEmpty().Max()))
        {
            reading.CountUnread(Concepts, concept, OfConcept);
            ImmutableArray<EntityLink> links = EntityLink.FromAddress(concept.Text("uri") ?? "") is { } link ? [link] : [];
            if (FindWords(text, concept, taken) is { } span)
            {
                taken.Add(span);
                mentions.Add(new Mention($"m{mentions.Count + 1}", [concept.Text("type") ?? ""], [span], record.Place)
                {
                    Links = links,
                    Properties = concept.Get("score").IsSaying() ? [new("score", JsonText.ToValue(concept.Get("score")))] : [],
                });
            }
            else
            {
                missing++;
            }
        }

        reading.Log.CountPassed("concepts whose names the text has not", missing);
        yield return new AnnotatedArticle(metadata, text) { File = reading.File, Mentions = mentions.ToImmutable() };
    }

    private static IEnumerable<string> ListNames(JsonElement concept) =>
        concept.Get("label").Fields()
            .Select(name => name.Value.Text()).OfType<string>().Where(name => name.Length > 0);

    private static TextSpan? FindWords(string text, JsonElement concept, List<TextSpan> taken)
    {
        foreach (var name in ListNames(concept))
        {
            var start = WordFinder.Find(text, name, isTaken: span => taken.Exists(span.Overlaps));
            if (start >= 0)
                return new TextSpan(start, name.Length);
        }

        return null;
    }
}
