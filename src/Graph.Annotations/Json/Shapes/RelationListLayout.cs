using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// A list of relations beside a list of mentions, whatever its fields are called: its ends name mentions by their ids, by their places in
/// the list, by their spans or by their words.
/// </summary>
/// <param name="List">The field of the record.</param>
/// <param name="Source">A path, where an object holds the end.</param>
internal readonly record struct RelationListLayout(string List, string Type, string Source, string Target, EndKind Kind)
{
    private static readonly ImmutableArray<(string Source, string Target)> Ends =
    [
        ("head", "tail"), ("source", "target"), ("subject", "object"), ("subj", "obj"), ("from", "to"), ("arg1", "arg2"), ("arg0", "arg1"),
        ("head", "child"),
        ("governor", "dependent"), ("entity1", "entity2"), ("e1", "e2"), ("event1", "event2"), ("eventid1", "eventid2"),
        ("entityid1", "entityid2"), ("first", "second"), ("left", "right"), ("start", "end"), ("h", "t"),
        ("src", "tgt"), ("src", "dst"), ("sub", "obj"), ("s", "o"), ("a", "b"),
    ];

    private static readonly ImmutableArray<string> Types =
        ["relation", "relationtype", "relationlabel", "reltype", "predicate", "property", "rel", "r", "p", .. SpanNames.Types, "name"];

    private static readonly string[] Pairs = ["args", "arguments", "ends", "entities", "mentions", "members", "pair"];
    private static readonly string[] Inner = ["id", "mention", "mention_id", "entity", "entity_id", "index", "ref"];

    /// <summary>The list whose ends are all of these mentions; null where there is none.</summary>
    /// <param name="list">The field that holds the mentions.</param>
    public static RelationListLayout? Find(JsonElement record, string list, SpanFields fields) =>
        MentionNames.FindBeside(record, list, fields, Find) is var (name, found)
            ? found with { List = name, Start = ToPath(fields.Start), Stop = ToPath(fields.End ?? "") } : null;

    /// <summary>The path of a field below another; the places of arrays are numbers.</summary>
    private static string ToPath(string field) => field.Length == 0 ? "" : field.All(char.IsAsciiDigit) ? $"[{field}]" : $".{field}";

    public JsonField ListField => new(List);

    /// <summary>Where an end that is a mention once more has its place.</summary>
    public string Start { get; init; } = "";

    public string Stop { get; init; } = "";

    public JsonRelationMap ToMap() => Kind switch
    {
        EndKind.Mention => new JsonRelationMap
        {
            Id = new JsonField("id"),
            Type = new JsonField(Type),
            Source = new JsonField(),
            Target = new JsonField(),
            SourceStart = new JsonField(Source + Start),
            SourceEnd = new JsonField(Source + Stop),
            TargetStart = new JsonField(Target + Start),
            TargetEnd = new JsonField(Target + Stop),
        },
        EndKind.Span => new JsonRelationMap
        {
            Id = new JsonField("id"),
            Type = new JsonField(Type),
            Source = new JsonField(),
            Target = new JsonField(),
            SourceStart = new JsonField($"{Source}[0]", $"{Source}.start", $"{Source}.begin"),
            SourceEnd = new JsonField($"{Source}[1]", $"{Source}.end"),
            TargetStart = new JsonField($"{Target}[0]", $"{Target}.start", $"{Target}.begin"),
            TargetEnd = new JsonField($"{Target}[1]", $"{Target}.end"),
        },
        _ => new JsonRelationMap
        {
            Id = new JsonField("id"),
            Type = new JsonField(Type),
            Source = new JsonField(Source),
            Target = new JsonField(Target),
            Ends = Kind,
        },
    };

    private static RelationListLayout? Find(List<JsonElement> items, Lazy<MentionNames> mentions)
    {
        if (items[0].IsArray())
            return FindPositions(items, mentions);
        if (!items[0].IsObject() || SpanNames.Find(items[0], Types) is null)
            return null;

        RelationListLayout? words = null;
        foreach (var (source, target) in ListEnds(items[0]))
        {
            // A field for an end may be called as one for a type is.
            var type = SpanNames.FindAll(items[0], Types)
                .FirstOrDefault(name => name != source && name != target && items[0].Text(name) is not null);
            if (type is null || FindKind(items, source, target, mentions.Value) is not var (kind, path))
                continue;
            var found = new RelationListLayout("", type, source + path, target + path, kind);
            if (kind != EndKind.Words)
                return found;
            words ??= found;
        }

        return FindPair(items, mentions) ?? words;
    }

    /// <summary>Both ends in one list, <c>"args": ["m0", "m1"]</c>; numbers are places in the list only where its name says so.</summary>
    private static RelationListLayout? FindPair(List<JsonElement> items, Lazy<MentionNames> mentions)
    {
        foreach (var name in items[0].EnumerateObject().Select(JsonText.GetName).Where(name => !JsonPath.IsPath(name)))
        {
            if (!items.TrueForAll(item => item.Get(name).IsArray() && item.Get(name).GetArrayLength() == 2)
                || SpanNames.FindAll(items[0], Types).FirstOrDefault(type =>
                    type != name && items[0].Text(type) is not null) is not { } type)
                continue;
            if (FindKind(items.ConvertAll(item => (item.Get(name).At(0), item.Get(name).At(1))), mentions.Value) is { } kind
                && (kind != EndKind.Place || Pairs.Contains(SpanNames.Normalize(name))))
                return new RelationListLayout("", type, $"{name}[0]", $"{name}[1]", kind);
        }

        return null;
    }

    /// <summary><c>[0, 1, "LEADS"]</c>: two places in the list, or two ids, and a type in any order.</summary>
    private static RelationListLayout? FindPositions(List<JsonElement> items, Lazy<MentionNames> mentions)
    {
        if (items[0].GetArrayLength() != 3)
            return null;
        foreach (var (source, type, target) in new[] { (0, 2, 1), (0, 1, 2), (1, 0, 2) })
        {
            if (items.TrueForAll(item => item.At(type).ValueKind == JsonValueKind.String && item.GetArrayLength() == 3)
                && FindKind(items.ConvertAll(item => (item.At(source), item.At(target))), mentions.Value) is { } kind and not EndKind.Words)
                return new RelationListLayout("", $"{type}", $"{source}", $"{target}", kind);
        }

        return null;
    }

    /// <summary>Whether a field may be called so that says what a relation is.</summary>
    public static bool IsType(string name) => Types.Contains(SpanNames.Normalize(name));

    /// <summary>Fields that are called like the two ends, with the same behind it: <c>head_id</c> and <c>tail_id</c>.</summary>
    public static IEnumerable<(string Source, string Target)> ListEnds(JsonElement item) =>
        ListEnds([.. item.EnumerateObject().Select(JsonText.GetName).Where(name => !JsonPath.IsPath(name))]);

    public static IEnumerable<(string Source, string Target)> ListEnds(IReadOnlyCollection<string> names)
    {
        foreach (var (source, target) in Ends)
        {
            foreach (var name in names.Where(name => SpanNames.Normalize(name).StartsWith(source, StringComparison.Ordinal)))
            {
                var rest = SpanNames.Normalize(name)[source.Length..];
                if (names.FirstOrDefault(other => SpanNames.Normalize(other) == target + rest) is { } end && end != name)
                    yield return (name, end);
            }
        }
    }

    private static (EndKind Kind, string Path)? FindKind(List<JsonElement> items, string source, string target, MentionNames mentions)
    {
        var ends = items.ConvertAll(item => (Source: item.Get(source), Target: item.Get(target)));
        if (FindKind(ends, mentions) is { } kind)
            return (kind, "");
        foreach (var name in ends[0].Source.IsObject() ? Inner : [])
        {
            if (FindKind(ends.ConvertAll(end => (end.Source.Get(name), end.Target.Get(name))), mentions) is { } inner)
                return (inner, $".{name}");
        }

        return null;
    }

    private static EndKind? FindKind(List<(JsonElement Source, JsonElement Target)> ends, MentionNames mentions)
    {
        bool All(Func<JsonElement, bool> fits) => ends.TrueForAll(end => fits(end.Source) && fits(end.Target));
        return All(mentions.HasSpan) ? EndKind.Span
            : All(mentions.IsMention) ? EndKind.Mention
            : All(mentions.HasId) ? EndKind.Id
            : All(mentions.HasPlace) ? EndKind.Place
            : All(mentions.HasWords) ? EndKind.Words
            : null;
    }
}

/// <summary>How relations name the mentions that are their ends.</summary>
internal enum EndKind
{
    Id,
    Place,
    Span,

    /// <summary>All that the list of mentions has of one.</summary>
    Mention,
    Words,
}
