namespace Graph.Core;

/// <summary>
/// What code that was generated for a graph type misses in the graph type of a store; what is there besides does not matter.
/// </summary>
public static class GraphTypeDifferences
{
    /// <summary>
    /// A sentence without a full stop for each difference, in the order of the expected type; empty where nothing is missing.
    /// </summary>
    /// <param name="actual">Null for an open graph.</param>
    public static ImmutableArray<string> Find(GraphType expected, GraphType? actual)
    {
        if (ReferenceEquals(expected, actual))
            return [];
        if (actual is null)
            return [$"it was made without a graph type; give '{expected.Name}' when it is built or loaded"];
        return [
            .. expected.NodeTypes.SelectMany(type => CompareNode(type, actual)),
            .. expected.EdgeTypes.SelectMany(type => CompareEdge(type, actual)),
        ];
    }

    private static IEnumerable<string> CompareNode(NodeType expected, GraphType actual)
    {
        var pattern = $"(:{expected.KeyLabel})";
        if (!actual.TryGetNodeType(expected.KeyLabel, out var found))
        {
            var nearest = NearestName.Find(expected.KeyLabel, actual.NodeTypes.Select(type => type.KeyLabel));
            return [$"it has no node type {pattern}{(nearest is null ? "" : $", but one (:{nearest})")}"];
        }

        var missing = expected.Labels
            .Where(label => !found.Labels.Contains(label))
            .Select(label => $"{pattern} does not imply :{label} in it");
        return missing.Concat(CompareProperties(pattern, expected.Properties, found.Properties));
    }

    private static IEnumerable<string> CompareEdge(EdgeType expected, GraphType actual)
    {
        var pattern = Describe(expected);
        var found = actual.EdgeTypes.FirstOrDefault(
            type => type.Label == expected.Label && type.Source == expected.Source && type.Target == expected.Target);
        if (found is not null)
            return CompareProperties(pattern, expected.Properties, found.Properties);
        var others = actual.EdgeTypes.Where(type => type.Label == expected.Label).Select(Describe).ToList();
        return [$"it has no edge type {pattern}{(others.Count == 0 ? "" : $", but {string.Join(", ", others)}")}"];
    }

    private static IEnumerable<string> CompareProperties(
        string pattern, ImmutableArray<PropertyDefinition> expected, ImmutableArray<PropertyDefinition> actual)
    {
        foreach (var property in expected)
        {
            var found = actual.FirstOrDefault(other => other.Name == property.Name);
            if (found is null)
                yield return $"{pattern} has no property '{property.Name}' in it";
            else if (found.Type.Name != property.Type.Name)
                yield return $"'{property.Name}' of {pattern} is {found.Type.Name} in it and {property.Type.Name} in the code";
            else if (property.Type.IsNotNull && !found.Type.IsNotNull)
                yield return $"'{property.Name}' of {pattern} may be missing in it and is NOT NULL in the code";
        }
    }

    private static string Describe(EdgeType type) =>
        $"(:{type.Source})-[:{type.Label}]->(:{type.Target})".Replace("(:)", "()", StringComparison.Ordinal);
}

/// <summary>The graph type of a store is not the one that code was generated for.</summary>
public sealed class GraphTypeException(string name, ImmutableArray<string> differences) : InvalidOperationException(
    $"The graph is not of the graph type '{name}' that the code was generated for: {string.Join("; ", differences)}.")
{
    /// <summary>What differs, a sentence each.</summary>
    public ImmutableArray<string> Differences => differences;
}
