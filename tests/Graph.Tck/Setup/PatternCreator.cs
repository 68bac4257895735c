using Graph.Query.Syntax;

namespace Graph.Tck.Setup;

/// <summary>Creates the nodes and relations of one pattern for a row; a node whose variable has a value already is used as it is.</summary>
internal sealed class PatternCreator(GraphDraft draft, SyntaxList<PathElementSyntax> elements)
{
    /// <summary>The variables that the pattern gives a value, without those that have one.</summary>
    public ImmutableArray<string> NewVariables(IEnumerable<string> known) =>
        [.. elements.Select(GetVariable).OfType<string>().Distinct().Except(known)];

    /// <param name="properties">The map of each element.</param>
    public void Create(Dictionary<string, Value> row, IReadOnlyList<Value> properties)
    {
        int? previous = null;
        for (var i = 0; i < elements.Count; i++)
        {
            if (elements[i] is not NodePatternSyntax pattern)
                continue;

            var node = GetOrCreateNode(row, pattern, properties[i].AsMap());
            if (previous is { } start && elements[i - 1] is RelationshipPatternSyntax relationship)
                CreateEdge(row, relationship, start, node, properties[i - 1].AsMap());
            previous = node;
        }
    }

    private static string? GetVariable(PathElementSyntax element) => element switch
    {
        NodePatternSyntax node => node.Variable?.Text,
        RelationshipPatternSyntax relationship => relationship.Variable?.Text,
        _ => null,
    };

    private int GetOrCreateNode(Dictionary<string, Value> row, NodePatternSyntax pattern, MapValue properties)
    {
        if (pattern.Variable is { } variable && row.TryGetValue(variable.Text, out var value))
            return value.AsNode();

        var node = draft.AddNode([.. GetNames(pattern.Labels)], properties);
        if (pattern.Variable is { } name)
            row[name.Text] = Value.FromNode(node);
        return node;
    }

    private void CreateEdge(Dictionary<string, Value> row, RelationshipPatternSyntax pattern, int left, int right, MapValue properties)
    {
        var types = GetNames(pattern.Types).ToList();
        if (types.Count != 1 || pattern.Direction == EdgeDirection.Both)
            throw new SetupException("A relation is created with one type and one direction.");

        var (source, target) = pattern.Direction == EdgeDirection.Right ? (left, right) : (right, left);
        var edge = draft.AddEdge(types[0], source, target, properties);
        if (pattern.Variable is { } name)
            row[name.Text] = Value.FromEdge(edge);
    }

    private static IEnumerable<string> GetNames(LabelExpressionSyntax? labels) => labels switch
    {
        null => [],
        LabelNameSyntax label => [label.Name.Text],
        LabelAndSyntax and => and.Operands.SelectMany(GetNames),
        _ => throw new SetupException("Only plain labels can be created."),
    };
}
