using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Any other record that has a text and a list of objects with a start and an end in it, or of arrays that hold these two and a label: the
/// names of the fields tell what each is, whatever their spelling. The list with the most items is that of the mentions.
/// </summary>
internal sealed class SpanListShape() : JsonShape("list of spans")
{
    private readonly Dictionary<SpanListLayout, MappedShape> shapes = [];

    public override bool Fits(JsonElement record) => SpanListLayout.Find(record) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading) =>
        SpanListLayout.Find(record.Root) is { } layout ? GetShape(WithUnit(layout, reading)).Read(record, reading)
            : JsonTexts.FindAny(record.Root) is null ? [] : JsonShapes.Plain.Read(record, reading);

    private SpanListLayout WithUnit(SpanListLayout layout, JsonReading reading) =>
        !layout.IsUnitSure && reading.IncludesLast(this, layout.ListSpans) ? layout with { Unit = SpanUnit.TokensInclusive } : layout;

    private MappedShape GetShape(SpanListLayout layout)
    {
        if (!shapes.TryGetValue(layout, out var shape))
            shapes.Add(layout, shape = new MappedShape(layout.ToMap(Name), _ => true));
        return shape;
    }
}

/// <summary>
/// Entities that list their mentions: <c>{"type": "PER", "mentions": [{"start": 0, "end": 4}]}</c>, or <c>[[0, 4]]</c>. Mentions of one
/// entity are a chain; a mention has the type of its entity where it has none of its own.
/// </summary>
internal sealed class MentionListsShape() : JsonShape("entities with mentions")
{
    private const string Arguments = "arguments";
    private const int Deepest = 3;
    private static readonly string[] Lists =
    [
        "mentions", "mentions.items", "instances", "occurrences", "spans", "annotations", "positions", "offsets", "indices", "support",
        "body.surface_forms[].mentions",
    ];

    // In others several places may be the parts of one mention.
    private static readonly string[] Places = ["mentions", "occurrences", "positions", "indices"];

    public override bool Fits(JsonElement record) => FindLists(record) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var (name, inner) = FindLists(root)!.Value;
        var textField = JsonTexts.FindName(root)!;
        var text = JsonTexts.Get(root, textField)!;
        var relations = FindRelations(root);
        reading.CountUnread(root, [JsonTexts.FirstStep(textField), JsonTexts.FirstStep(name), relations]);
        reading.CountBeside(root, [textField, name]);
        var draft = reading.CreateDraft(record, text);
        var entities = new JsonField(name).GetAll(root).ToList();
        var items = new JsonField(inner);
        var first = entities.SelectMany(items.GetAll).First();
        var fields = FindFields(first)!.Value;
        var offsets = TextOffsets.Choose(text, [.. entities.SelectMany(items.GetAll).Select(item => fields.ReadSpan(item))]);
        foreach (var entity in entities)
            AddEntity(entity, inner, fields, offsets, draft);
        foreach (var relation in relations is null ? [] : root.Items(relations))
            AddRelation(relation, offsets, draft);
        yield return draft.ToArticle();
    }

    private static void AddEntity(JsonElement entity, string inner, SpanFields fields, TextOffsets offsets, JsonArticleDraft draft)
    {
        var chain = new List<int>();
        var name = SpanNames.Find(entity, SpanNames.Types);
        var shared = name is null ? []
            : entity.Get(name).Texts() is { IsEmpty: false } plain ? plain
            : SpanFields.FindLabelObject(entity, name) is { } path && new JsonField(path).TryGet(entity, out var label) ? label.Texts()
            : [];
        var others = entity.Others(new HashSet<string>([JsonTexts.FirstStep(inner), name ?? inner], StringComparer.Ordinal));
        foreach (var item in new JsonField(inner).GetAll(entity))
        {
            var recorded = fields.ReadSpan(item);
            if (draft.FindSpan(offsets, recorded) is { } span
                && draft.AddMention(
                    null, fields.ReadTypes(item) is { IsEmpty: false } own ? own : shared, span, recorded.Surface) is { } added)
            {
                chain.Add(added);
                // What is said of the thing is said of its first mention, as all of them are one.
                Properties properties = item.Others(fields.Names);
                draft.Complete(added, mention => JsonLinks.Take(mention with
                {
                    Properties = chain.Count > 1 ? properties : [.. properties.Concat(others).DistinctBy(property => property.Key)],
                }));
            }
        }

        draft.AddChain(null, chain);
    }

    /// <summary>A list of objects with a type and two arguments that say their places, as IBM Watson has it.</summary>
    private static string? FindRelations(JsonElement record) => record.EnumerateObject()
        .Where(property => property.Value.IsArray() && property.Value.GetArrayLength() > 0
            && property.Value.Items().All(item => item.Text("type") is not null
                && item.Get(Arguments).At(1) is { ValueKind: JsonValueKind.Object } last && SpanFields.Find(last) is not null
                && item.Get(Arguments).GetArrayLength() == 2))
        .Select(JsonText.GetName)
        .FirstOrDefault();

    private static void AddRelation(JsonElement relation, TextOffsets offsets, JsonArticleDraft draft)
    {
        int? Find(int index)
        {
            var argument = relation.Get(Arguments).At(index);
            var recorded = SpanFields.Find(argument)?.ReadSpan(argument) ?? new RecordedSpan(-1, -1, null);
            return offsets.TryGetSpan(recorded.Start, recorded.End, out var span) ? draft.FindOrAddMention(span, "argument") : null;
        }

        var score = relation.Number("score") ?? relation.Number("confidence");
        draft.AddRelation(null, relation.Text("type"), Find(0), Find(1), found => found with
        {
            Status = found.Status with { Confidence = score },
        });
    }

    /// <summary>The list of entities, and the list of mentions in each.</summary>
    private static (string Name, string Inner)? FindLists(JsonElement record)
    {
        if (!record.IsObject() || JsonTexts.FindName(record) is not { } name)
            return null;
        var isKnown = JsonTexts.FindKnown(record) is not null;
        var text = JsonTexts.Get(record, name)!;
        foreach (var (path, list) in ListArrays(record, "", Deepest))
        {
            foreach (var inner in Lists)
            {
                var mentions = list.Items().SelectMany(new JsonField(inner).GetAll).ToList();
                if (mentions.Count > 0
                    && mentions.TrueForAll(item => (item.IsObject() || Places.Contains(inner))
                        && FindFields(item) is { } fields
                        && fields.ReadSpan(item).Start >= 0)
                    && (isKnown || MayNameWords(list, text)))
                    return (path, inner);
            }
        }

        return null;
    }

    /// <summary>What is only the longest text of a record has the name of an entity, if they have any.</summary>
    private static bool MayNameWords(JsonElement entities, string text)
    {
        var names = entities.Items().Select(entity => SpanNames.Find(entity, SpanNames.Surfaces) is { } field ? entity.Text(field) : null)
            .OfType<string>().ToList();
        return names.Count == 0 || JsonTexts.HasAny(text, names);
    }

    /// <summary>The fields of an object, or the places of a start and an end.</summary>
    private static SpanFields? FindFields(JsonElement item) =>
        item.IsObject() ? SpanFields.Find(item)
        : item.IsArray() && item.At(0).Integer() < item.At(1).Integer() && item.Items().Skip(2).All(rest => rest.IsObject())
            ? SpanFields.Pair
        : null;

    /// <summary>The lists of an object and of the objects in it.</summary>
    private static IEnumerable<(string Path, JsonElement List)> ListArrays(JsonElement holder, string above, int depth)
    {
        foreach (var property in holder.EnumerateObject().Where(property => !JsonPath.IsPath(JsonText.GetName(property))))
        {
            if (property.Value.IsArray())
                yield return (above + JsonText.GetName(property), property.Value);
            foreach (var found in property.Value.IsObject() && depth > 1
                ? ListArrays(property.Value, $"{above}{JsonText.GetName(property)}.", depth - 1)
                : [])
                yield return found;
        }
    }
}
