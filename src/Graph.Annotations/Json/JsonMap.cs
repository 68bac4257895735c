namespace Graph.Annotations;

/// <summary>What the offsets of mentions count.</summary>
internal enum SpanUnit
{
    /// <summary>Code points of the text, end exclusive.</summary>
    Characters,

    /// <summary>UTF-16 units of the text, end exclusive.</summary>
    Utf16,

    /// <summary>Tokens, end exclusive.</summary>
    Tokens,

    /// <summary>Tokens, the last one included.</summary>
    TokensInclusive,
}

/// <summary>
/// Which field of a JSON record is what. A field is named by its property, by its position where the item is an array, or by several
/// names of which the first that is there counts.
/// </summary>
internal sealed record JsonMap(string Name)
{
    private IReadOnlySet<string>? names;
    private IReadOnlyCollection<string>? paths;

    public JsonField Id { get; init; } = new("id", "_id", "doc_id", "docid", "doc_key", "document_id");

    public JsonField Title { get; init; } = new("title");

    public JsonField Published { get; init; } = new("published", "date");

    public JsonField Source { get; init; } = new("source");

    public JsonField Language { get; init; } = new("language", "lang");

    public JsonField Url { get; init; } = new("url");

    /// <summary>A string, or an array of tokens that are joined by blanks.</summary>
    public JsonField Text { get; init; } = new("text", "data");

    public SpanUnit Unit { get; init; }

    /// <summary>The offsets count nothing else, whatever the words are.</summary>
    public bool IsUnitCertain { get; init; }

    /// <summary>Records in which one of these fields has one of these values are left out with their annotations, and counted.</summary>
    public ImmutableArray<KeyValuePair<JsonField, ImmutableArray<string>>> Skip { get; init; } = [];

    /// <summary>The array of mentions in a record.</summary>
    public JsonField Mentions { get; init; } = new("entities");

    public JsonField Relations { get; init; } = new("relations");

    /// <summary>The array of events; none unless a map names it.</summary>
    public JsonField Events { get; init; } = new();

    /// <summary>A tag for each token, in place of a list of mentions.</summary>
    public JsonField Tags { get; init; } = new();

    /// <summary>The labels of tags that are numbers, counted from 0.</summary>
    public ImmutableArray<string> TagLabels { get; init; } = [];

    public JsonMentionMap Mention { get; init; } = new();

    public JsonEventMap Event { get; init; } = new();

    public JsonRelationMap Relation { get; init; } = new();

    /// <summary>The names of the fields of a record; others are counted as not read.</summary>
    public IReadOnlySet<string> Names => names ??= JsonField.ListNames(
        [Id, Title, Published, Source, Language, Url, Text, Mentions, Relations, Events, Tags, ChainList,
            .. Skip.Select(skip => skip.Key)]);

    /// <summary>The paths among them.</summary>
    public IReadOnlyCollection<string> Paths => paths ??=
        [.. new[] { Id, Title, Published, Source, Language, Url, Text, Mentions, Relations, Events, Tags, ChainList }.SelectMany(
            named => named.Paths)];

    private JsonField ChainList => Chains is { } chains ? new JsonField(chains.List) : new JsonField();

    /// <summary>Coreference between mentions by their ids; null where records have none.</summary>
    public ChainListLayout? Chains { get; init; }

    /// <summary>The same with other relations, events and chains, where their fields were found.</summary>
    public JsonMap With(RelationListLayout? relations, EventListLayout? events, ChainListLayout? chains) => this with
    {
        Chains = chains ?? Chains,
        Relations = relations?.ListField ?? Relations,
        Relation = relations?.ToMap() ?? Relation,
        Events = events?.ListField ?? Events,
        Event = events?.ToMap() ?? Event,
        names = null,
        paths = null,
    };

    /// <summary>The names of the fields of an item that are no properties of it: its own, and the one that names its document.</summary>
    public IReadOnlySet<string> AddKey(IReadOnlySet<string> names) =>
        Files is { Key: var key } ? names.Concat(key.Names).ToHashSet(StringComparer.Ordinal) : names;

    /// <summary>The fields that hold lists.</summary>
    public ImmutableArray<JsonField> Lists => [Mentions, Relations, Events];

    /// <summary>The files that hold documents, mentions and relations apart; null where a record holds all.</summary>
    public JsonFileSet? Files { get; init; }
}

internal sealed class JsonMentionMap
{
    private IReadOnlySet<string>? names;
    private IReadOnlyList<(string Path, IReadOnlySet<string> Taken)>? holders;

    public JsonField Id { get; init; } = new("id", "_id");

    public JsonField Start { get; init; } = new("start", "begin", "start_offset", "startOffset");

    public JsonField End { get; init; } = new("end", "end_offset", "endOffset");

    /// <summary>How long the mention is, where items have no end.</summary>
    public JsonField Length { get; init; } = new();

    public JsonField Type { get; init; } = new("type", "label", "labels", "entity_type", "tag");

    /// <summary>The id of the entity.</summary>
    public JsonField Entity { get; init; } = new("ref", "entity");

    public JsonField Surface { get; init; } = new("value", "text", "surface", "mention", "surface_form", "word");

    public JsonField Confidence { get; init; } = new("confidence");

    /// <summary>The number of the sentence that tokens count in; empty where they count in the record.</summary>
    public JsonField Sentence { get; init; } = new();

    /// <summary>Who made the annotation.</summary>
    public JsonField Annotator { get; init; } = new();

    /// <summary>The names of all fields; what else an item has are properties of the mention.</summary>
    public IReadOnlySet<string> Names =>
        names ??= JsonField.ListNames(Id, Start, End, Length, Type, Entity, Surface, Confidence, Sentence, Annotator);

    /// <summary>The objects on the way to a start, with what is taken of each; what else they have are properties too.</summary>
    public IReadOnlyList<(string Path, IReadOnlySet<string> Taken)> Holders => holders ??= FindHolders();

    private List<(string Path, IReadOnlySet<string> Taken)> FindHolders()
    {
        var paths = new[] { Id, Start, End, Length, Type, Entity, Surface, Confidence, Sentence, Annotator }
            .SelectMany(field => field.Paths).ToList();
        var found = new List<(string, IReadOnlySet<string>)>();
        foreach (var path in Start.Paths)
        {
            for (var holder = JsonPath.GetHolder(path); holder.Length > 0; holder = JsonPath.GetHolder(holder))
                found.Add((holder, paths.Where(other => other.StartsWith($"{holder}.", StringComparison.Ordinal))
                    .Select(other => JsonTexts.FirstStep(other[(holder.Length + 1)..])).ToHashSet(StringComparer.Ordinal)));
        }

        return found;
    }
}

/// <summary>A relation names its ends by the ids of mentions, or by their spans.</summary>
internal sealed class JsonRelationMap
{
    private IReadOnlySet<string>? names;

    public JsonField Id { get; init; } = new("id", "_id");

    public JsonField Type { get; init; } = new("type", "label", "relation", "relation_type", "relationType", "predicate");

    public JsonField Source { get; init; } = new(
        "source", "head", "from_id", "subject", "subj", "source_id", "head_id", "arg1", "arg1_id", "from");

    public JsonField Target { get; init; } = new(
        "target", "tail", "to_id", "object", "obj", "target_id", "tail_id", "arg2", "arg2_id", "to");

    public JsonField SourceStart { get; init; } = new();

    public JsonField SourceEnd { get; init; } = new();

    public JsonField TargetStart { get; init; } = new();

    public JsonField TargetEnd { get; init; } = new();

    /// <summary>The words that say it.</summary>
    public JsonField Start { get; init; } = new();

    public JsonField End { get; init; } = new();

    public JsonField Confidence { get; init; } = new("confidence");

    /// <summary>Properties of the relation that stand at a position of an array, by name.</summary>
    public ImmutableArray<KeyValuePair<string, JsonField>> Properties { get; init; } = [];

    /// <summary>Types that say that both ends are the same thing.</summary>
    public ImmutableArray<string> Coreference { get; init; } = [];

    /// <summary>How the ends are named; null where ids, and places where mentions have none, are to be tried.</summary>
    public EndKind? Ends { get; init; }

    public bool IsBySpan => !SourceStart.IsEmpty;

    /// <summary>The names of all fields; what else an item has are properties of the relation.</summary>
    public IReadOnlySet<string> Names => names ??= JsonField.ListNames(
    [
        Id, Type, Source, Target, SourceStart, SourceEnd, TargetStart, TargetEnd, Start, End, Confidence,
        .. Properties.Select(property => property.Value),
    ]);
}

/// <summary>An event with a trigger, which is a span or the id of a mention, and a list of arguments that name mentions.</summary>
internal sealed class JsonEventMap
{
    private IReadOnlySet<string>? names;
    private IReadOnlySet<string>? argumentNames;

    public JsonField Id { get; init; } = new("id");

    public JsonField Type { get; init; } = new("event_type", "type", "label");

    public JsonField Trigger { get; init; } = new("trigger");

    public JsonField TriggerStart { get; init; } = new("trigger.start");

    public JsonField TriggerEnd { get; init; } = new("trigger.end");

    public JsonField Arguments { get; init; } = new("arguments");

    public JsonField Role { get; init; } = new("role");

    /// <summary>The id, or the place in the list, of the mention or event that plays the role.</summary>
    public JsonField Target { get; init; } = new("entity_id", "id", "ref_id", "target");

    /// <summary>The names of all fields of an event; what else an item has are properties of the event.</summary>
    public IReadOnlySet<string> Names => names ??= JsonField.ListNames(Id, Type, Trigger, TriggerStart, TriggerEnd, Arguments);

    /// <summary>The same for an argument.</summary>
    public IReadOnlySet<string> ArgumentNames => argumentNames ??= JsonField.ListNames(Role, Target);
}

/// <param name="Key">The field of mentions and relations that names their document.</param>
internal sealed record JsonFileSet(string Documents, string Mentions, string Relations, JsonField Key);
