using System.Globalization;

namespace Graph.Annotations;

/// <summary>
/// Holds what is loaded against the graph type: label closure, endpoints, property types, NOT NULL. What does not fit is kept and reported;
/// labels and relation types that the type does not know are counted and reported once each. Without a type everything fits.
/// </summary>
internal sealed class GraphTypeRules(GraphType? type, ReadingLog log)
{
    private readonly Dictionary<string, ImmutableArray<EdgeType>> edgeTypes = (type?.EdgeTypes ?? [])
        .GroupBy(edge => edge.Label, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);

    private readonly Dictionary<string, int> labelOrder = (type?.Labels ?? [])
        .Select((label, index) => (label, index))
        .ToDictionary(pair => pair.label, pair => pair.index, StringComparer.Ordinal);

    private readonly SortedDictionary<string, (int Count, FilePlace First)> unknownLabels = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Count, FilePlace First)> unknownRelations = new(StringComparer.Ordinal);

    private readonly SortedDictionary<(string Owner, string Name), (int Count, FilePlace First)> unknownProperties = new(
        Comparer<(string Owner, string Name)>.Create(
        (left, right) => string.CompareOrdinal(left.Owner, right.Owner) is not 0 and var owner
            ? owner
            : string.CompareOrdinal(left.Name, right.Name)));

    /// <summary>The labels that a mentioned thing has whatever it is: those that the graph type asks of what articles mention.</summary>
    private readonly ImmutableArray<string> mentionedLabels = FindMentionedLabels(type);

    /// <summary>The place of a label in the graph type; unknown ones come after all known ones.</summary>
    public int GetOrder(string label) => labelOrder.GetValueOrDefault(label, int.MaxValue);

    /// <summary>The closed label set of an entity: its type first, then what that implies, then the other labels.</summary>
    public ImmutableArray<string> CloseLabels(IEnumerable<string> labels)
    {
        var result = new List<string>();
        foreach (var label in labels)
        {
            if (label.Length > 0)
                result.AddRange(type is not null && type.TryGetNodeType(label, out var nodeType) ? nodeType.Labels : [label]);
        }

        result.AddRange(mentionedLabels);
        return [.. result.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The closed label set of a row of a table, which says itself what it is.</summary>
    public ImmutableArray<string> CloseTableLabels(IEnumerable<string> labels) =>
        labels.Contains(NewsLabels.Article) || labels.Contains(NewsLabels.Event)
        ? [.. labels.SelectMany(label => type is not null && type.TryGetNodeType(label, out var nodeType) ? nodeType.Labels : [label])
            .Distinct(StringComparer.Ordinal)]
        : CloseLabels(labels);

    /// <param name="place">Where it stands first.</param>
    public void CountLabel(string label, FilePlace place, int count =
        1) => Count(label, count, labelOrder.ContainsKey(label), unknownLabels, place);

    public void CountRelation(string relation, FilePlace place, int count = 1) =>
        Count(relation, count, edgeTypes.ContainsKey(relation), unknownRelations, place);

    /// <summary>Counts what facts and mentions say under names that the graph type does not have for what it knows.</summary>
    public void CountProperties(string owner, Properties given, FilePlace place)
    {
        if (type is null || given.IsEmpty || ListProperties(owner) is not { } known)
            return;

        foreach (var (name, _) in given)
        {
            if (known.Contains(name))
                continue;
            var (before, first) = unknownProperties.GetValueOrDefault((owner, name), (0, place));
            unknownProperties[(owner, name)] = (before + 1, first);
        }
    }

    /// <summary>The names of the properties of a relation type or a label; null where the graph type has neither.</summary>
    private ImmutableArray<string>? ListProperties(string owner) =>
        edgeTypes.TryGetValue(owner, out var edges)
            ? [.. edges.SelectMany(edge => edge.Properties).Select(property => property.Name).Distinct()]
        : type!.TryGetNodeType(owner, out var nodeType) ? [.. nodeType.Properties.Select(property => property.Name)] : null;

    /// <summary>
    /// Values as the graph type declares them: strings that are dates, numbers or truth values on entry become such. What is given twice
    /// becomes a list where the graph type allows one; else the first counts and the other is reported.
    /// </summary>
    /// <param name="own">What loading itself says; it is never a list for being given twice. Null values are left out.</param>
    /// <param name="given">What the annotations say.</param>
    public List<KeyValuePair<string, Value>> Convert(
        Properties own, Properties given, Func<string, PropertyDefinition?> find, FilePlace place)
    {
        var result = new List<KeyValuePair<string, Value>>(own.Length + given.Length);
        foreach (var (name, value) in own)
            Add(result, name, value, find, isSingle: true, place);
        var ownCount = result.Count;
        foreach (var (name, value) in given)
            Add(result, name, value, find, isSingle: result.FindIndex(0, ownCount, property => property.Key == name) >= 0, place);
        return result;
    }

    private void Add(
        List<KeyValuePair<string, Value>> result,
        string name,
        Value value,
        Func<string, PropertyDefinition?> find,
        bool isSingle,
        FilePlace place)
    {
        if (value.IsNull)
            return;

        var definition = find(name);
        var converted = definition is null ? value : Convert(value, definition, place);
        var index = result.FindIndex(property => property.Key == name);
        if (index < 0)
            result.Add(new(name, converted));
        else if (!isSingle && (definition is null || definition.Type.IsList))
            result[index] = new(name, PropertyValues.Join(result[index].Value, converted));
        else if (!PropertyValues.AreSame(result[index].Value, converted))
            log.Report("GR6035", () => MappingDiagnostics.GivenTwice(place.Open(), name, result[index].Value, converted));
    }

    public PropertyDefinition? FindEdgeProperty(string relation, string name) =>
        edgeTypes.GetValueOrDefault(relation, []).Select(edge => edge.Properties.FirstOrDefault(property => property.Name == name))
            .FirstOrDefault(found => found is not null);

    public PropertyDefinition? FindNodeProperty(IEnumerable<string> labels, string name)
    {
        foreach (var label in labels)
        {
            if (type is not null && type.TryGetNodeType(label, out var nodeType) && nodeType.FindProperty(name) is { } property)
                return property;
        }

        return null;
    }

    /// <summary>The properties that a node with these labels must have.</summary>
    public IEnumerable<string> ListRequired(ImmutableArray<string> labels) =>
        type is not null && !labels.IsEmpty && type.TryGetNodeType(labels[0], out var nodeType)
        ? nodeType.Properties.Where(property => property.Type.IsNotNull).Select(property => property.Name)
        : [];

    /// <summary>Whether <see cref="CheckEdge"/> has nothing to report between such nodes, whatever properties the edge has.</summary>
    public bool AllowsAnyEdge(string relation, GraphNode source, GraphNode target)
    {
        var allowed = edgeTypes.GetValueOrDefault(relation, []);
        var fitting = allowed.FirstOrDefault(edge => Fits(edge.Source, source) && Fits(edge.Target, target));
        return fitting is null ? allowed.IsEmpty : fitting.Properties.All(property => !property.Type.IsNotNull);
    }

    /// <summary>Reports ends that the graph type does not allow, and properties that it wants and that are not there.</summary>
    public void CheckEdge(string relation, GraphNode source, GraphNode target, IReadOnlyCollection<KeyValuePair<string, Value>> properties,
        FilePlace place)
    {
        var allowed = edgeTypes.GetValueOrDefault(relation, []);
        var fitting = allowed.FirstOrDefault(edge => Fits(edge.Source, source) && Fits(edge.Target, target));
        if (fitting is null)
        {
            if (!allowed.IsEmpty)
                log.Report("GR6030", () => MappingDiagnostics.Endpoints(place.Open(), relation, source, target, allowed));
            return;
        }

        foreach (var property in fitting.Properties.Where(property => property.Type.IsNotNull))
        {
            if (properties.All(present => present.Key != property.Name || present.Value.IsNull))
                log.Report("GR6031", () => MappingDiagnostics.MissingOnEdge(place.Open(), relation, property.Name));
        }
    }

    /// <summary>Reports what the graph type wants to be there and is not.</summary>
    public void CheckRequired(GraphNode node, FilePlace place)
    {
        if (type is null || node.Labels.IsEmpty || !type.TryGetNodeType(node.Labels[0], out var nodeType))
            return;

        foreach (var property in nodeType.Properties.Where(property => property.Type.IsNotNull))
        {
            if (!node.PropertyNames.Contains(property.Name))
                log.Report("GR6031", () => MappingDiagnostics.Missing(place.Open(), node, property.Name));
        }
    }

    /// <summary>Reports unknown labels and relation types, each once with its count.</summary>
    public void ReportUnknown()
    {
        if (type is null)
            return;

        foreach (var (label, (count, first)) in unknownLabels)
            log.Report(MappingDiagnostics.UnknownLabel(first.Open(), type.Name, label, count, NearestName.Find(label, type.Labels)));
        foreach (var (relation, (count, first)) in unknownRelations)
            log.Report(MappingDiagnostics.UnknownRelation(first.Open(), type.Name, relation, count,
                NearestName.Find(relation, type.RelationTypes)));
        foreach (var ((owner, name), (count, first)) in unknownProperties)
            log.Report(MappingDiagnostics.UnknownProperty(
                first.Open(), type.Name, owner, name, count, NearestName.Find(name, ListProperties(owner) ?? [])));
    }

    /// <summary>A value as the graph type declares it; one that cannot be that is reported and stays as it is.</summary>
    public Value Convert(Value value, PropertyDefinition definition, FilePlace place)
    {
        if (value.IsNull)
            return value;
        if (definition.Type.IsList)
            return value.Kind == ValueKind.List ? value : Value.FromList(value);

        var converted = ConvertScalar(value, definition.Type.Scalar);
        if (converted is { } result)
            return result;

        if (definition.Type.Scalar == ScalarType.Date && value.Kind == ValueKind.String
            && !PartialDate.TryParse(value.AsString(), out _, out var reason))
            log.Report("GR3007", () => ReadingDiagnostics.BadDate(place.Open(), value.AsString(), reason));
        else
            log.Report("GR6034", () => MappingDiagnostics.WrongType(place.Open(), definition, value));
        return value;
    }

    private static Value? ConvertScalar(Value value, ScalarType scalar) => (scalar, value.Kind) switch
    {
        (ScalarType.String, ValueKind.String) or (ScalarType.Boolean, ValueKind.Boolean) => value,
        (ScalarType.Integer, ValueKind.Integer) or (ScalarType.Float, ValueKind.Float) or (ScalarType.Date, ValueKind.Date) => value,
        (ScalarType.Float, ValueKind.Integer) => Value.FromFloat(value.AsInteger()),
        (ScalarType.String, ValueKind.Integer or ValueKind.Float or ValueKind.Boolean or ValueKind.Date) =>
            Value.FromString(ValueText.Format(value)),
        (ScalarType.Date, ValueKind.String) => PartialDate.TryParse(value.AsString(), out var date, out _) ? Value.FromDate(date) : null,
        (ScalarType.Date, ValueKind.Integer) =>
            PartialDate.TryParse(value.AsInteger().ToString("0000", CultureInfo.InvariantCulture), out var year, out _)
                ? Value.FromDate(year) : null,
        (ScalarType.Integer, ValueKind.String) =>
            long.TryParse(value.AsString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? Value.FromInteger(number) : null,
        (ScalarType.Float, ValueKind.String) =>
            double.TryParse(value.AsString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Value.FromFloat(number)
                : null,
        (ScalarType.Boolean, ValueKind.String) => value.AsString() switch { "true" => Value.True, "false" => Value.False, _ => null },
        _ => null,
    };

    private static bool Fits(string? label, GraphNode node) => label is null || node.Labels.Contains(label);

    private void Count(
        string name, int count, bool isKnown, SortedDictionary<string, (int Count, FilePlace First)> unknown, FilePlace place)
    {
        if (type is null || isKnown || name.Length == 0)
            return;

        var (before, first) = unknown.GetValueOrDefault(name, (0, place));
        unknown[name] = (before + count, first);
    }

    private static ImmutableArray<string> FindMentionedLabels(GraphType? type)
    {
        var target = type?.EdgeTypes.FirstOrDefault(edge => edge.Label == NewsLabels.Mentions)?.Target;
        return target is not null && type!.TryGetNodeType(target, out var nodeType) ? nodeType.Labels : [];
    }
}

/// <summary>A node as the rules see it: its handle in the builder, its key, its name in messages, what it has.</summary>
internal sealed record GraphNode(int Handle, string Key, string Name, ImmutableArray<string> Labels,
    ImmutableArray<string> PropertyNames);
