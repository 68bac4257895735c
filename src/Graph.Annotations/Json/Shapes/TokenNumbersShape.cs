using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// WEC, coreference of events over documents: a mention a record, with the tokens around it, the numbers of its own, and the chain, which
/// is the same in all documents.
/// </summary>
internal sealed class TokenNumbersShape() : JsonShape("WEC")
{
    private const string Context = "mention_context";
    private const string Numbers = "tokens_number";
    private static readonly HashSet<string> Taken =
        [Context, Numbers, "tokens_str", "coref_chain", "coref_link", "mention_id", "doc_id", "mention_index", "sent_id"];

    // What a parser and earlier steps say of the mention.
    private static readonly string[] Analysis =
        ["mention_head", "mention_head_lemma", "mention_head_pos", "mention_ner", "mention_type", "context_start", "context_end",
            "topic_id", "predicted_coref_chain"];

    public override bool Fits(JsonElement record) =>
        record.Get(Context).IsTexts() && record.Get(Numbers).At(0).Integer() is not null && record.Text("coref_chain") is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        reading.CountUnread(root, Taken.Concat(Analysis).ToHashSet(StringComparer.Ordinal));
        reading.Log.CountPassed(
            "fields of mentions with parts of speech and earlier steps", Analysis.Count(name => root.Get(name).IsSaying()));
        var tokens = JsonTokens.Read(root.Get(Context));
        var metadata = reading.ReadMetadata(root, record.Place, "mention_id") with { Title = root.Text("doc_id") };
        var draft = reading.CreateDraft(record, tokens.ToString(), metadata);
        var numbers = root.Items(Numbers).Select(number => number.Integer() ?? -1).ToList();
        if (draft.FindSpanTo(tokens, numbers.Min(), numbers.Max()) is { } span)
            draft.Complete(draft.AddMention(null, [""], span, root.Text("tokens_str")), mention => mention with
            {
                EntityId = root.Text("coref_chain"),
                EntityLabel = root.Text("coref_link"),
            });
        yield return draft.ToArticle();
    }
}
