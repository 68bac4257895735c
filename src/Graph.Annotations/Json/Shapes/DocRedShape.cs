using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// DocRED and Re-DocRED: sentences of tokens, entities as lists of mentions (<c>vertexSet</c>; sentence and tokens of it, end exclusive),
/// relations between entities with the sentences that say them.
/// </summary>
internal sealed class DocRedShape() : JsonShape("DocRED")
{
    private static readonly HashSet<string> Taken = ["vertexSet", "labels", "sents", "title"];
    private static readonly HashSet<string> OfMention = ["pos", "type", "sent_id", "name", "global_pos", "index"];
    private static readonly HashSet<string> OfRelation = ["r", "h", "t", "relation_id", "head", "tail", "evidence"];

    public override bool Fits(JsonElement record) => record.HasArray("vertexSet") && record.HasArray("sents");

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var tokens = JsonTokens.Read(root.Get("sents"));
        reading.CountUnread(root, Taken);
        var metadata = reading.ReadMetadata(root, record.Place);
        var draft = reading.CreateDraft(record, tokens.ToString(), metadata with { Id = metadata.Id ?? metadata.Title }, tokens.Sentences);
        var entities = root.Items("vertexSet").Select((entity, number) => AddEntity(entity, number, tokens, draft)).ToList();
        // What was a table has a list for each field.
        using var columns = JsonColumns.Turn(root.Get("labels"));
        foreach (var label in columns?.RootElement.Items() ?? root.Items("labels"))
            AddRelation(label, entities, tokens, draft);
        yield return draft.ToArticle();
    }

    private static int? AddEntity(JsonElement entity, int number, JsonTokens tokens, JsonArticleDraft draft)
    {
        var members = new List<int>();
        foreach (var item in entity.Items())
        {
            var (start, end) = (item.Get("pos").At(0).Integer() ?? -1, item.Get("pos").At(1).Integer() ?? -1);
            if (draft.FindSpan(tokens, start, end, (int)(item.Integer("sent_id") ?? -1)) is { } span
                && draft.AddMention(null, [item.Text("type") ?? ""], span, item.Text("name")) is { } index)
            {
                draft.Complete(index, mention => mention with { Properties = item.Others(OfMention) });
                members.Add(index);
            }
        }

        draft.AddChain($"{number}", members);
        return members.Count == 0 ? null : members[0];
    }

    private static void AddRelation(JsonElement label, List<int?> entities, JsonTokens tokens, JsonArticleDraft draft)
    {
        int? Find(string end, string other) => (label.Integer(end) ?? label.Integer(other)) is { } number && number >= 0
            && number < entities.Count ? entities[(int)number] : null;
        var evidence = label
            .Items("evidence")
            .Select(item => (int)(item.Integer() ?? -1))
            .Distinct()
            .Order()
            .Select(tokens.FindSentence)
            .OfType<TextSpan>()
            .ToImmutableArray();
        draft.AddRelation(
            null,
            label.TextOf("r", "relation_id"),
            Find("h", "head"),
            Find("t", "tail"),
            relation => relation with
            {
                Fragments = evidence.IsEmpty ? relation.Fragments : evidence,
                Properties = label.Others(OfRelation)
            });
    }
}
