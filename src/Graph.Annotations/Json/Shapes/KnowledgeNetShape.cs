using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// KnowledgeNet: a document with passages, and facts between spans of the document that a subject and an object have, with their entries
/// in Wikidata. A span that several facts name is one mention.
/// </summary>
internal sealed class KnowledgeNetShape() : JsonShape("KnowledgeNet")
{
    private static readonly HashSet<string> Taken = ["documentId", "source", "documentText", "passages", "fold"];

    private static readonly HashSet<string> OfPassage =
        ["passageId", "passageStart", "passageEnd", "passageText", "facts", "exhaustivelyAnnotatedProperties"];

    private static readonly HashSet<string> OfFact =
    [
        "factId", "propertyId", "humanReadable", "annotatedPassage", "subjectStart", "subjectEnd", "subjectText", "subjectUri",
        "objectStart", "objectEnd", "objectText", "objectUri",
    ];

    public override bool Fits(JsonElement record) =>
        record.Get("documentText").ValueKind == JsonValueKind.String && record.HasArray("passages");

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var text = root.Text("documentText")!;
        reading.CountUnread(root, Taken);
        var draft = reading.CreateDraft(record, text, reading.ReadMetadata(root, record.Place, "documentId"));
        var facts = root.Items("passages").SelectMany(passage => passage.Items("facts")).ToList();
        var offsets = TextOffsets.Choose(
            text, [.. facts.SelectMany(fact => new[] { ReadSpan(fact, "subject"), ReadSpan(fact, "object") })]);
        foreach (var passage in root.Items("passages"))
        {
            reading.CountUnread("passages", passage, OfPassage);
            var names = passage.Items("exhaustivelyAnnotatedProperties")
                .DistinctBy(property => property.Text("propertyId"))
                .ToDictionary(
                    property => property.Text("propertyId") ?? "", property => property.Text("propertyName"), StringComparer.Ordinal);
            foreach (var fact in passage.Items("facts"))
            {
                var name = names.GetValueOrDefault(fact.Text("propertyId") ?? "") ?? ReadName(fact.Text("humanReadable"));
                draft.AddRelation(
                    fact.Text("factId"), name ?? fact.Text("propertyId"), FindEnd(fact, "subject", offsets, draft),
                    FindEnd(fact, "object", offsets, draft), relation => relation with { Properties = fact.Others(OfFact) });
            }
        }

        yield return draft.ToArticle();
    }

    private static RecordedSpan ReadSpan(JsonElement fact, string end) =>
        new(fact.Integer($"{end}Start") ?? -1, fact.Integer($"{end}End") ?? -1, fact.Text($"{end}Text"));

    private static int? FindEnd(JsonElement fact, string end, TextOffsets offsets, JsonArticleDraft draft)
    {
        var recorded = ReadSpan(fact, end);
        if (draft.FindSpan(offsets, recorded) is not { } span)
            return null;

        var index = draft.FindMention(span) ?? draft.AddMention(null, [""], span, recorded.Surface);
        if (EntityLink.FromAddress(fact.Text($"{end}Uri") ?? "") is { } link)
            draft.Complete(index, mention => mention.Links.IsEmpty ? mention with { Links = [link] } : mention);
        return index;
    }

    /// <summary><c>PLACE_OF_BIRTH</c> of <c>&lt;Mira&gt; &lt;PLACE_OF_BIRTH&gt; &lt;Oslo&gt;</c>.</summary>
    private static string? ReadName(string? readable) => readable?.Split("> <") is [_, var name, ..] ? name : null;
}
