using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// MAVEN-ARG: the text in <c>document</c>, entities and kinds of events with their mentions, and for each event its arguments by role,
/// which are entities or words of the text. Offsets are characters.
/// </summary>
internal sealed class MavenArgumentShape() : JsonShape("MAVEN-ARG")
{
    private static readonly HashSet<string> Taken = ["document", "entities", "events", "negative_triggers"];

    public override bool Fits(JsonElement record) =>
        record.Get("document").ValueKind == JsonValueKind.String
        && record.HasArray("entities")
        && record.Items("events").Any(happening => happening.Get("argument").IsObject() && happening.HasArray("mention"));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        reading.CountUnread(root, Taken);
        reading.Log.CountPassed("words that tell of no event", root.Items("negative_triggers").Count());
        var draft = reading.CreateDraft(record, root.Text("document")!);
        new MavenArticle(root, draft).Read();
        yield return draft.ToArticle();
    }
}

/// <summary>One document of MAVEN-ARG.</summary>
internal sealed class MavenArticle(JsonElement root, JsonArticleDraft draft)
{
    private readonly TextOffsets offsets = TextOffsets.Choose(
        draft.Text, [.. root.Items("entities").Concat(root.Items("events")).SelectMany(thing => thing.Items("mention")).Select(ReadSpan)]);

    private readonly Dictionary<string, int> mentionOfEntity = new(StringComparer.Ordinal);

    public void Read()
    {
        foreach (var entity in root.Items("entities"))
            AddEntity(entity);
        foreach (var happening in root.Items("events"))
            AddEvents(happening);
    }

    private void AddEntity(JsonElement entity)
    {
        var chain = new List<int>();
        foreach (var item in entity.Items("mention"))
        {
            if (FindSpan(item) is { } span
                && draft.AddMention(item.Text("id"), entity.Get("type").Texts(), span, ReadSpan(item).Surface) is { } index)
                chain.Add(index);
        }

        draft.AddChain(entity.Text("id"), chain);
        if (chain.Count > 0 && entity.Text("id") is { } id)
            mentionOfEntity.TryAdd(id, chain[0]);
    }

    /// <summary>Each mention of an event is one, with the arguments of all.</summary>
    private void AddEvents(JsonElement happening)
    {
        var type = happening.Text("type") ?? "";
        var participants = ReadArguments(happening.Get("argument")).ToList();
        foreach (var item in happening.Items("mention"))
        {
            if (FindSpan(item) is { } span)
                draft.AddEvent(item.Text("id"), type, draft.AddTrigger(null, type, span, item.Text("trigger_word")), participants);
        }
    }

    private IEnumerable<Participant> ReadArguments(JsonElement roles)
    {
        foreach (var role in roles.Fields())
        {
            foreach (var argument in role.Value.Items())
            {
                if (argument.Text("entity_id") is { } id)
                {
                    if (mentionOfEntity.TryGetValue(id, out var known))
                        yield return new Participant(role.Name, new MentionArgument(known));
                    else
                        draft.Log.ReportMalformed(ReadingDiagnostics.UnknownReference(draft.Place, id));
                }
                else if (FindSpan(argument) is { } span)
                {
                    yield return new Participant(role.Name, new MentionArgument(draft.FindOrAddMention(span, "argument")));
                }
            }
        }
    }

    private TextSpan? FindSpan(JsonElement item) => draft.FindSpan(offsets, ReadSpan(item));

    private static RecordedSpan ReadSpan(JsonElement item) => new(
        item.Get("offset").At(0).Integer() ?? -1, item.Get("offset").At(1).Integer() ?? -1,
        item.TextOf("mention", "trigger_word", "content"));
}
