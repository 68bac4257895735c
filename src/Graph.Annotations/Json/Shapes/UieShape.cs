using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Tokens with spans by the number of each token that they have: UIE and Text2Event have entities, relations and events with
/// <c>"offset": [3, 4]</c>, whose arguments repeat the entities that they are; W2NER has names with <c>"index": [3, 4]</c>.
/// </summary>
internal sealed class UieShape() : JsonShape("UIE")
{
    private static readonly (string Tokens, string Names, string Place)[] Layouts =
        [("tokens", "entity", "offset"), ("sentence", "ner", "index"), ("tokens", "entities", "tokens"),
            ("tokens", "entities", "token_ids")];
    private static readonly string[] Lists = ["relation", "event"];

    // What models are to write of the same, and what they are given beside.
    private static readonly string[] Targets = ["text", "record", "spot", "asoc", "spot_asoc", "task", "word"];

    public override bool Fits(JsonElement record) => Array.Exists(Layouts, layout => Fits(record, layout));

    public override bool FitsEmpty(JsonElement record) => Array.Exists(Layouts, layout => FitsEmpty(record, layout));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var (list, names, place) = Array.Find(Layouts, layout => Fits(root, layout) || FitsEmpty(root, layout));
        var tokens = JsonTokens.Read(root.Get(list));
        reading.CountUnread(root, [.. Lists, .. Targets, list, names]);
        var draft = reading.CreateDraft(record, tokens.ToString());
        new UieArticle(tokens, place, draft).Read(root, names);
        yield return draft.ToArticle();
    }

    private static bool Fits(JsonElement record, (string Tokens, string Names, string Place) layout) =>
        record.Get(layout.Tokens).IsTexts() && record.HasArray(layout.Names)
        && record.Items(layout.Names).Concat(Lists.SelectMany(list => record.Items(list))).Any(item => item.IsObject())
        && record.Items(layout.Names).Concat(record.Items("event")).All(item => item.Get(layout.Place).At(0).Integer() is not null);

    private static bool FitsEmpty(JsonElement record, (string Tokens, string Names, string Place) layout) =>
        record.Get(layout.Tokens).IsTexts()
        && record.Get(layout.Names) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0;
}

/// <summary>One record of these.</summary>
/// <param name="place">The field with the numbers of tokens.</param>
internal sealed class UieArticle(JsonTokens tokens, string place, JsonArticleDraft draft)
{
    private static readonly HashSet<string> OfEntity = ["type", "text"];

    public void Read(JsonElement root, string names)
    {
        foreach (var item in root.Items(names))
        {
            if (FindSpan(item) is { } span)
                draft.Complete(draft.AddMention(null, [item.Text("type") ?? ""], span, item.Text("text")), mention => mention with
                {
                    Properties = item.Others(new HashSet<string>(OfEntity, StringComparer.Ordinal) { place }),
                });
        }

        foreach (var item in root.Items("relation"))
        {
            var ends = item.Items("args").Select(Find).ToList();
            draft.AddRelation(null, item.Text("type"), ends.ElementAtOrDefault(0), ends.ElementAtOrDefault(1));
            draft.Log.CountLoss("further arguments of relations", ends.Count - 2, draft.Place);
        }

        foreach (var item in root.Items("event"))
            AddEvent(item);
    }

    private void AddEvent(JsonElement item)
    {
        // The type of an argument is its role.
        var participants = item.Items("args").Select(argument => (Role: argument.Text("type") ?? "", Span: FindSpan(argument)))
            .Where(argument => argument.Span is not null)
            .Select(argument => new Participant(argument.Role, new MentionArgument(draft.FindOrAddMention(argument.Span!.Value, null))))
                .ToList();
        var type = item.Text("type") ?? "";
        if (FindSpan(item) is { } trigger)
            draft.AddEvent(null, type, draft.AddTrigger(null, type, trigger, item.Text("text")), participants);
    }

    private int? Find(JsonElement item) => FindSpan(item) is { } span ? draft.FindOrAddMention(span, null, item.Text("type") ?? "") : null;

    /// <summary>From the first to the last of its tokens.</summary>
    private TextSpan? FindSpan(JsonElement item)
    {
        var numbers = item.Items(place).Select(number => number.Integer() ?? -1).ToList();
        if (numbers.Count > 0 && tokens.TryGetSpan(numbers[0], numbers[^1] + 1, out var span))
            return span;
        draft.ReportSpan(numbers.FirstOrDefault(-1), numbers.LastOrDefault(-1), tokens.Count);
        return null;
    }
}
