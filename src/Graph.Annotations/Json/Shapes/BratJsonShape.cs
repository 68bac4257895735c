using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// What the server of brat gives its page: <c>entities</c> as <c>["T1", "Person", [[0, 3]]]</c>, <c>relations</c> as
/// <c>["R1", "Met", [["Arg1", "T1"], ["Arg2", "T2"]]]</c>, <c>triggers</c>, <c>events</c> and <c>attributes</c> in the same manner.
/// </summary>
internal sealed class BratJsonShape() : JsonShape("brat JSON")
{
    private static readonly HashSet<string> Taken =
    [
        "text", "entities", "relations", "triggers", "events", "attributes", "normalizations", "equivs",
        "ctime", "mtime", "source_files", "token_offsets", "sentence_offsets", "action", "messages", "protocol", "collection",
    ];

    public override bool Fits(JsonElement record) =>
        record.Get("text").ValueKind == JsonValueKind.String
        && record.Items("entities").Concat(record.Items("triggers")).FirstOrDefault() is { ValueKind: JsonValueKind.Array } first
        && first.At(1).ValueKind == JsonValueKind.String && first.At(2).At(0).IsArray();

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var text = root.Text("text")!;
        reading.CountUnread(root, Taken);
        var draft = reading.CreateDraft(record, text);
        var offsets = new TextOffsets(text);
        foreach (var item in root.Items("entities"))
            draft.AddMention(item.At(0).Text(), [item.At(1).Text() ?? ""], ReadSpans(item, offsets, draft), recorded: null);
        foreach (var item in root.Items("triggers"))
            draft.Complete(
                draft.AddMention(item.At(0).Text(), [item.At(1).Text() ?? ""], ReadSpans(item, offsets, draft), recorded: null),
                mention => mention with { Kind = MentionKind.Trigger });
        foreach (var item in root.Items("normalizations"))
        {
            if (item.At(3).Text() is not { } authority || item.At(4).Text() is not { } id)
                continue;
            var link = new EntityLink(authority.ToLowerInvariant(), id);
            draft.Complete(draft.FindMention(item.At(2).Text()), mention => mention with { Links = mention.Links.Add(link) });
        }

        AddFacts(root, draft);
        yield return draft.ToArticle();
    }

    private static void AddFacts(JsonElement root, JsonArticleDraft draft)
    {
        var attributes = root.Items("attributes").ToLookup(
            item => item.At(2).Text() ?? "",
            item => KeyValuePair.Create(item.At(1).Text() ?? "", item.At(3).Text() is { } value ? Value.FromString(value) : Value.True));
        foreach (var target in attributes)
            draft.Complete(draft.FindMention(target.Key), mention => mention with { Properties = mention.Properties.AddRange(target) });
        foreach (var item in root.Items("events"))
            draft.DeclareEvent(item.At(0).Text() ?? "");
        foreach (var item in root.Items("events"))
        {
            var trigger = draft.FindMention(item.At(1).Text());
            var participants = item.At(2).Items()
                .Select(argument => (Role: argument.At(0).Text() ?? "", Target: draft.FindArgument(argument.At(1).Text())))
                .Where(argument => argument.Target is not null);
            draft.AddEvent(item
                .At(0)
                .Text(), trigger is { } words
                    ? draft.Mentions[words].Type
                    : "", trigger, participants.Select(argument => new Participant(argument.Role, argument.Target!)),
                properties: [.. attributes[item.At(0).Text() ?? ""]]);
        }

        foreach (var item in root.Items("relations"))
        {
            var ends = item.At(2).Items().Select(end => draft.FindArgument(end.At(1).Text())).ToList();
            draft.AddRelation(
                item.At(0).Text(),
                item.At(1).Text(),
                ends.ElementAtOrDefault(0),
                ends.ElementAtOrDefault(1),
                relation => relation with { Properties = [.. attributes[item.At(0).Text() ?? ""]] });
        }

        foreach (var item in root.Items("equivs"))
            draft.AddChain(item.At(0).Text(), item.Items().Skip(2).Select(member => draft.FindMention(member.Text())).OfType<int>());
    }

    private static ImmutableArray<TextSpan> ReadSpans(JsonElement item, TextOffsets offsets, JsonArticleDraft draft)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var place in item.At(2).Items())
        {
            if (draft.FindSpan(offsets, new RecordedSpan(place.At(0).Integer() ?? -1, place.At(1).Integer() ?? -1, null)) is { } span)
                spans.Add(span);
        }

        return spans.ToImmutable();
    }
}
