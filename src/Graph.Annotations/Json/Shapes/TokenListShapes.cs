using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// UBIAI: the text in <c>document</c>, its annotated spans in <c>tokens</c>; relations name the first token of both ends.
/// </summary>
internal sealed class UbiaiShape() : JsonShape("UBIAI")
{
    private static readonly HashSet<string> Taken = ["documentName", "document", "tokens", "relations"];
    private static readonly HashSet<string> OfSpan = ["text", "start", "end", "token_start", "token_end", "entityLabel"];
    private static readonly HashSet<string> OfRelation = ["child", "head", "relationLabel"];

    public override bool Fits(JsonElement record) =>
        record.Get("document").ValueKind == JsonValueKind.String
        && record.HasArray("tokens")
        && (record.Text("documentName") is not null || record.Items("tokens").FirstOrDefault().Text("entityLabel") is not null);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var text = root.Text("document")!;
        reading.CountUnread(root, Taken);
        var draft = reading.CreateDraft(record, text, reading.ReadMetadata(root, record.Place, "documentName"));
        var items = root.Items("tokens").ToList();
        var offsets = TextOffsets.Choose(text, [.. items.Select(ReadSpan)]);
        var byToken = new Dictionary<long, int>();
        foreach (var item in items)
        {
            var recorded = ReadSpan(item);
            if (draft.FindSpan(offsets, recorded) is not { } span)
                continue;

            var index = draft.AddMention(null, [item.Text("entityLabel") ?? ""], span, recorded.Surface);
            draft.Complete(index, mention => mention with { Properties = item.Others(OfSpan) });
            TokenCover.Add(byToken, item, index!.Value);
        }

        int? Find(JsonElement relation, string end) =>
            relation.Integer(end) is { } token && byToken.TryGetValue(token, out var index) ? index : null;
        foreach (var item in root.Items("relations"))
            draft.AddRelation(null, item.Text("relationLabel"), Find(item, "head"), Find(item, "child"),
                relation => relation with { Properties = item.Others(OfRelation) });
        yield return draft.ToArticle();
    }

    private static RecordedSpan ReadSpan(JsonElement item) =>
        new(item.Integer("start") ?? -1, item.Integer("end") ?? -1, item.Text("text"));
}

/// <summary>PreCo: sentences of tokens, and clusters of mentions as sentence, first token and the token behind the last.</summary>
internal sealed class PrecoShape() : JsonShape("PreCo")
{
    private static readonly HashSet<string> Taken = ["sentences", "mention_clusters"];

    public override bool Fits(JsonElement record) => record.HasArray("sentences") && record.HasArray("mention_clusters");

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var tokens = JsonTokens.Read(root.Get("sentences"));
        reading.CountUnread(root, Taken);
        var draft = reading.CreateDraft(record, tokens.ToString(), sentences: tokens.Sentences);
        foreach (var cluster in root.Items("mention_clusters"))
        {
            var chain = new List<int>();
            foreach (var item in cluster.Items())
            {
                var span = draft.FindSpan(
                    tokens, item.At(1).Integer() ?? -1, item.At(2).Integer() ?? -1, (int?)item.At(0).Integer());
                if (span is { } words && draft.AddMention(null, [""], words) is { } index)
                    chain.Add(index);
            }

            draft.AddChain(null, chain);
        }

        yield return draft.ToArticle();
    }
}
