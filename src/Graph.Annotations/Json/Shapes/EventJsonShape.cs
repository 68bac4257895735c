using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// WikiEvents, OneIE and other event data in the manner of ACE: <c>entity_mentions</c>, <c>relation_mentions</c> and <c>event_mentions</c>
/// over tokens of the record, end exclusive; arguments name entity mentions by id.
/// </summary>
internal sealed class EventMentionsShape() : JsonShape("entity_mentions")
{
    private static readonly HashSet<string> Taken =
    [
        "doc_id", "sent_id", "tokens", "text", "sentence", "sentences", "entity_mentions", "relation_mentions", "event_mentions", "wnd_id",
    ];

    private static readonly HashSet<string> OfEntity =
        ["id", "start", "end", "entity_type", "type", "label", "entity_subtype", "mention_type", "text", "sent_idx"];
    private static readonly HashSet<string> OfRelation = ["id", "relation_type", "type", "label", "relation_subtype", "arguments"];
    private static readonly HashSet<string> OfEvent = ["id", "event_type", "type", "label", "trigger", "arguments"];

    private static readonly HashSet<string> OfTrigger = ["id", "start", "end", "text", "sent_idx"];
    private static readonly HashSet<string> OfArgument = ["entity_id", "id", "role", "text", "start", "end", "trigger_id", "sent_idx"];

    public override bool Fits(JsonElement record) =>
        record.Get("tokens").IsTexts() && (record.HasArray("entity_mentions") || record.HasArray("event_mentions"));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        reading.CountUnread(root, Taken);
        var tokens = HasSentences(root)
            ? JsonTokens.Read(root.Items("sentences").Select(sentence => sentence.At(0)))
            : JsonTokens.Read(root.Get("tokens"));
        var draft = reading.CreateDraft(
            record, tokens.ToString(), reading.ReadMetadata(root, record.Place, "sent_id", "wnd_id", "doc_id"),
            HasSentences(root) ? tokens.Sentences : default);
        foreach (var item in root.Items("entity_mentions"))
            AddEntity(item, tokens, draft);
        foreach (var item in root.Items("event_mentions"))
            draft.DeclareEvent(item.Text("id") ?? "");
        foreach (var item in root.Items("relation_mentions"))
            AddRelation(item, draft);
        foreach (var item in root.Items("event_mentions"))
        {
            reading.CountUnread("trigger", item.Get("trigger"), OfTrigger);
            foreach (var argument in item.Items("arguments"))
                reading.CountUnread("arguments", argument, OfArgument);
            AddEvent(item, tokens, draft);
        }

        yield return draft.ToArticle();
    }

    /// <summary>WikiEvents repeats the tokens by sentence, <c>[[["Ann", 0, 3]], "Ann ..."]</c>.</summary>
    private static bool HasSentences(JsonElement root) =>
        root.HasArray("sentences")
        && root.Items("sentences").Sum(sentence => sentence.At(0).Items().Count()) == root.Get("tokens").GetArrayLength()
        && root.Items("sentences").All(sentence => sentence.At(0).IsArray());

    private static void AddEntity(JsonElement item, JsonTokens tokens, JsonArticleDraft draft)
    {
        if (ReadSpan(item, tokens, draft) is not { } span)
            return;
        var types = new[] { item.TextOf("entity_type", "type", "label"), item.Text("entity_subtype") }
            .OfType<string>()
            .Distinct()
            .ToImmutableArray();
        draft.Complete(draft.AddMention(item.Text("id"), types, span, item.Text("text")), mention => mention with
        {
            Properties = item.Text("mention_type") is { } kind
                ? [new("mentionType", Value.FromString(kind)), .. item.Others(OfEntity)]
                : item.Others(OfEntity),
        });
    }

    private static void AddRelation(JsonElement item, JsonArticleDraft draft)
    {
        var arguments = item.Items("arguments").ToList();
        var source = arguments.FirstOrDefault(argument => argument.Text("role") is "Arg-1" or "Arg1" or "head");
        var target = arguments.FirstOrDefault(argument => argument.Text("role") is "Arg-2" or "Arg2" or "tail");
        if (arguments.Count == 2 && (!source.IsObject() || !target.IsObject()))
            (source, target) = (arguments[0], arguments[1]);
        var subtype = item.Text("relation_subtype");
        draft.AddRelation(item.Text("id"), item.TextOf("relation_type", "type", "label"), draft.FindArgument(source.Text("entity_id")),
            draft.FindArgument(target.Text("entity_id")),
            relation => relation with
            {
                Properties = subtype is null
                        ? item.Others(OfRelation)
                        : [new("subtype", Value.FromString(subtype)), .. item.Others(OfRelation)]
            });
    }

    private static void AddEvent(JsonElement item, JsonTokens tokens, JsonArticleDraft draft)
    {
        var type = item.TextOf("event_type", "type", "label") ?? "";
        var trigger = item.Get("trigger");
        var words = trigger.IsObject() ? ReadSpan(trigger, tokens, draft) : null;
        var participants = new List<Participant>();
        foreach (var argument in item.Items("arguments"))
        {
            if (draft.FindArgument(argument.TextOf("entity_id", "id", "ref_id")) is { } known)
                participants.Add(new Participant(argument.Text("role") ?? "", known));
            else
                draft.Log.ReportMalformed(ReadingDiagnostics.UnknownReference(draft.Place, argument.Text("entity_id") ?? ""));
        }

        draft.AddEvent(
            item.Text("id"),
            type,
            words is { } span ? draft.AddTrigger(null, type, span, trigger.Text("text")) : null,
            participants,
            properties: item.Others(OfEvent));
    }

    private static TextSpan? ReadSpan(JsonElement item, JsonTokens tokens, JsonArticleDraft draft) =>
        draft.FindSpan(tokens, item.Integer("start") ?? -1, item.Integer("end") ?? -1);
}

/// <summary>
/// ACE 2005 as the common preprocessing writes it: one sentence a record, <c>golden-entity-mentions</c> and <c>golden-event-mentions</c>
/// with tokens of <c>words</c>, end exclusive; arguments repeat the span of their entity.
/// </summary>
internal sealed class AceSentenceShape() : JsonShape("ACE sentences")
{
    private static readonly HashSet<string> Taken = ["sentence", "words", "golden-entity-mentions", "golden-event-mentions"];

    public override bool Fits(JsonElement record) =>
        record.Get("words").IsTexts() && (record.HasArray("golden-entity-mentions") || record.HasArray("golden-event-mentions"));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var tokens = JsonTokens.Read(root.Get("words"));
        reading.CountUnread(root, Taken);
        var draft = reading.CreateDraft(record, tokens.ToString());
        foreach (var item in root.Items("golden-entity-mentions"))
        {
            if (ReadSpan(item, tokens, draft) is not { } span)
                continue;
            var type = item.TextOf("entity-type", "entity_type") ?? "";
            var colon = type.IndexOf(':');
            draft.AddMention(null, colon > 0 ? [type[..colon], type[(colon + 1)..]] : [type], span);
        }

        foreach (var item in root.Items("golden-event-mentions"))
        {
            var type = item.TextOf("event_type", "event-type") ?? "";
            var participants = item
                .Items("arguments")
                .Select(argument =>
                    (
                        Role: argument.Text("role") ?? "",
                        Span: ReadSpan(argument, tokens, draft),
                        Type: argument.TextOf("entity-type", "entity_type")))
                .Where(argument => argument.Span is not null)
                .Select(argument =>
                    new Participant(
                        argument.Role, new MentionArgument(draft.FindOrAddMention(argument.Span!.Value, "argument", argument.Type ?? ""))))
                .ToList();
            var trigger = ReadSpan(item.Get("trigger"), tokens, draft) is { } words ? draft.AddTrigger(null, type, words) : null;
            draft.AddEvent(null, type, trigger, participants);
        }

        yield return draft.ToArticle();
    }

    private static TextSpan? ReadSpan(JsonElement item, JsonTokens tokens, JsonArticleDraft draft) =>
        draft.FindSpan(tokens, item.Integer("start") ?? -1, item.Integer("end") ?? -1);
}
