using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// SpERT, CoNLL04, ADE and their like: one list of tokens, entities with tokens (end exclusive, unless a file has some that end where they
/// begin), relations between positions in the list of entities.
/// </summary>
internal sealed class SpertShape() : JsonShape("SpERT")
{
    private static readonly HashSet<string> Taken = ["tokens", "entities", "relations", "orig_id"];
    private static readonly HashSet<string> OfEntity = ["type", "label", "entity_type", "start", "end", "text"];
    private static readonly HashSet<string> OfRelation = ["type", "label", "head", "tail"];

    public override bool Fits(JsonElement record) =>
        record.Get("tokens").IsTexts() && record.HasArray("entities")
        && record.Items("entities").All(item => item.Integer("start") is not null && item.Integer("end") is not null)
        && !CountsCharacters(record);

    /// <summary>Whether entities count in a text that stands beside.</summary>
    private static bool CountsCharacters(JsonElement record) =>
        JsonTexts.FindKnown(record) is { } name && JsonTexts.Get(record, name) is { } text
        && record.Items("entities").Select(item => new RecordedSpan(
            item.Integer("start") ?? -1, item.Integer("end") ?? -1, item.Text("text"))).ToList() is { Count: > 0 } spans
        && SpanListLayout.CountsCharacters(text, spans) == true;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var tokens = JsonTokens.Read(root.Get("tokens"));
        reading.CountUnread(root, Taken);
        var draft = reading.CreateDraft(record, tokens.ToString(), reading.ReadMetadata(root, record.Place, "orig_id", "id"));
        var entities = new List<int?>();
        var past = reading.IncludesLast(this, ListSpans) ? 1 : 0;
        foreach (var item in root.Items("entities"))
        {
            var index = draft.FindSpan(tokens, item.Integer("start") ?? -1, item.Integer("end") + past ?? -1) is { } span
                ? draft.AddMention(null, [item.TextOf("type", "label", "entity_type") ?? ""], span, item.Text("text"))
                : null;
            draft.Complete(index, mention => mention with { Properties = item.Others(OfEntity) });
            entities.Add(index);
        }

        foreach (var item in root.Items("relations"))
        {
            int? Find(string end) =>
                item.Integer(end) is { } number && number >= 0 && number < entities.Count ? entities[(int)number] : null;
            draft.AddRelation(
                null,
                item.TextOf("type", "label"),
                Find("head"),
                Find("tail"),
                relation => relation with { Properties = item.Others(OfRelation) });
        }

        yield return draft.ToArticle();
    }

    private static IEnumerable<(long Start, long End)> ListSpans(JsonElement record) =>
        record.Items("entities").Select(item => (item.Integer("start") ?? -1, item.Integer("end") ?? -1));
}
