using System.Text.Json;

namespace Graph.Annotations;

/// <summary>Reads the relations of a record between its mentions, by a map.</summary>
internal sealed class JsonRelationReader(JsonMap map, JsonSpans spans, JsonMentions mentions, ReadingLog log)
{
    private const string Relation = "relation";

    private readonly JsonRelationMap fields = map.Relation;
    private readonly IReadOnlySet<string> taken = map.AddKey(map.Relation.Names);

    public ImmutableArray<RelationAnnotation> Read(IEnumerable<JsonRecord> items)
    {
        var relations = ImmutableArray.CreateBuilder<RelationAnnotation>();
        foreach (var item in items)
        {
            if (Read(item, relations.Count + 1) is { } relation)
                relations.Add(relation);
        }

        return relations.ToImmutable();
    }

    private RelationAnnotation? Read(JsonRecord item, int number)
    {
        if (fields.Type.GetText(item.Root) is not { } type)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(item.Place, Relation, $"the field {fields.Type} is missing"));
            return null;
        }

        var from = FindEnd(item, fields.Source, fields.SourceStart, fields.SourceEnd);
        var to = FindEnd(item, fields.Target, fields.TargetStart, fields.TargetEnd);
        if (from is not { } source || to is not { } target)
            return null;

        return new RelationAnnotation(
            fields.Id.GetText(item.Root) ?? $"r{number}", type, new MentionArgument(source), new MentionArgument(target), item.Place)
        {
            Fragments = GetFragments(item, source, target),
            Status = fields.Confidence.GetNumber(item.Root) is { } confidence
                ? new FactStatus(Confidence: confidence)
                : FactStatus.Asserted,
            Properties = GetProperties(item, source, target),
            IsCoreference = fields.Coreference.Contains(type),
        };
    }

    private int? FindEnd(JsonRecord item, JsonField named, JsonField start, JsonField end)
    {
        if (fields.IsBySpan)
            return mentions.ReadSpan(item, start, end, Relation) is { } span ? mentions.Find(item, span) : null;
        if (fields.Ends == EndKind.Words)
            return mentions.FindWords(item, named.GetText(item.Root));
        return mentions.Find(item, named, Relation, isPlace: fields.Ends is { } kind ? kind == EndKind.Place : !mentions.HaveIds);
    }

    /// <summary>From the first to the last of both ends and of the words that say it.</summary>
    private ImmutableArray<TextSpan> GetFragments(JsonRecord item, int source, int target)
    {
        var cover = mentions[source].Span.Cover(mentions[target].Span);
        return fields.Start.GetInteger(item.Root) is { } start && fields.End.GetInteger(item.Root) is { } end
            && spans.TryGet(start, end, out var words)
            ? [cover.Cover(words)]
            : [cover];
    }

    private Properties GetProperties(JsonRecord item, int source, int target)
    {
        var properties = fields.Properties
            .Where(property => property.Value.TryGet(item.Root, out var value) && value.ValueKind != JsonValueKind.False
                && value.GetRawText() != "\"\"")
            .Select(property => KeyValuePair.Create(
                property.Key, JsonText.ToValue(property.Value.TryGet(item.Root, out var value) ? value : default)))
            .ToImmutableArray()
            .AddRange(item.Root.Others(taken));
        return fields.IsBySpan ? AddAmbiguity(AddAmbiguity(properties, "sourceTypes", source), "targetTypes", target) : properties;
    }

    /// <summary>
    /// Where a span carries mentions of several types, the most certain one was taken; the relation says which there were.
    /// </summary>
    private Properties AddAmbiguity(Properties properties, string name, int mention)
    {
        var types = mentions.ListTypes(mention);
        if (types.Length < 2)
            return properties;

        log.Count("relation ends with several types");
        return properties.Add(new(name, Value.FromList([.. types.Select(Value.FromString)])));
    }
}
