using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// MAVEN: sentences of tokens in <c>content</c>, and kinds of events with the words that tell of them. MAVEN-ERE has the tokens by
/// themselves, times in <c>TIMEX</c>, and relations between events and times as pairs of ids.
/// </summary>
internal sealed class MavenShape() : JsonShape("MAVEN")
{
    private static readonly HashSet<string> Taken = new(
        ["content", "events", "negative_triggers", "tokens", "sentences", "TIMEX", .. MavenRelations.Lists], StringComparer.Ordinal);

    private static readonly HashSet<string> OfSentence = ["sentence", "tokens"];
    private static readonly HashSet<string> OfEvent = ["id", "type", "type_id", "mention"];
    private static readonly HashSet<string> OfMention = ["id", "trigger_word", "sent_id", "offset", "type", "type_id"];

    private static readonly HashSet<string> OfTime = ["id", "mention", "type", "sent_id", "offset"];

    public override bool Fits(JsonElement record) =>
        record.HasArray("events")
        && (record.Items("content").FirstOrDefault().Get("tokens").IsTexts()
            || (record.Get("tokens").At(0).IsTexts() && record.Get("events").At(0).Get("mention").At(0).Integer("sent_id") is not null));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var tokens = root.HasArray("content")
            ? JsonTokens.Read(root.Items("content").Select(sentence => sentence.Get("tokens")))
            : JsonTokens.Read(root.Items("tokens"));
        reading.CountUnread(root, Taken);
        foreach (var sentence in root.Items("content"))
            reading.CountUnread("content", sentence, OfSentence);
        reading.Log.CountPassed("words that tell of no event", root.Items("negative_triggers").Count());
        var draft = reading.CreateDraft(record, tokens.ToString(), sentences: tokens.Sentences);
        var relations = new MavenRelations(draft);
        foreach (var time in root.Items("TIMEX"))
        {
            reading.CountUnread("TIMEX", time, OfTime);
            if (FindSpan(time, tokens, draft) is { } span
                && draft.AddMention(time.Text("id"), [time.Text("type") ?? ""], span, time.Text("mention")) is { } index)
                relations.Name(time.Text("id"), new MentionArgument(index));
        }

        var count = 0;
        foreach (var happening in root.Items("events"))
        {
            reading.CountUnread("events", happening, OfEvent);
            foreach (var item in happening.Items("mention"))
            {
                reading.CountUnread("mention", item, OfMention);
                if (FindSpan(item, tokens, draft) is not { } span)
                    continue;
                var type = happening.Text("type") ?? "";
                draft.AddEvent(item.Text("id"), type, draft.AddTrigger(null, type, span, item.Text("trigger_word")), []);
                relations.Name(happening.Text("id"), new EventArgument(count++));
            }
        }

        relations.Read(root);
        yield return draft.ToArticle();
    }

    private static TextSpan? FindSpan(JsonElement item, JsonTokens tokens, JsonArticleDraft draft) => draft.FindSpan(
        tokens,
        item.Get("offset").At(0).Integer() ?? -1,
        item.Get("offset").At(1).Integer() ?? -1,
        (int?)item.Integer("sent_id"));
}

/// <summary>The relations of MAVEN-ERE: a list of pairs, or one for each kind. An event stands for the first of its mentions.</summary>
internal sealed class MavenRelations(JsonArticleDraft draft)
{
    public static readonly ImmutableArray<string> Lists = ["temporal_relations", "causal_relations", "subevent_relations"];

    private readonly Dictionary<string, Argument> byId = new(StringComparer.Ordinal);

    public void Name(string? id, Argument argument)
    {
        if (id is not null)
            byId.TryAdd(id, argument);
    }

    public void Read(JsonElement root)
    {
        foreach (var list in Lists)
        {
            var pairs = root.Get(list);
            Add(list[..^"_relations".Length], pairs.Items());
            foreach (var kind in pairs.Fields())
                Add(JsonText.GetName(kind), kind.Value.Items());
        }
    }

    private void Add(string type, IEnumerable<JsonElement> pairs)
    {
        foreach (var pair in pairs)
            draft.AddRelation(null, type, Find(pair.At(0)), Find(pair.At(1)));
    }

    private Argument? Find(JsonElement end) => end.Text() is { } id ? byId.GetValueOrDefault(id) : null;
}
