using System.Diagnostics;
using Graph.Query.Binding;

namespace Graph.Query.Selection;

/// <summary>What label expressions select in a store.</summary>
internal static class LabelEvaluation
{
    /// <summary>The nodes that satisfy the expression; every node for null.</summary>
    public static NodeSelection GetNodes(GraphStore store, LabelExpression? labels) =>
        NodeSelection.Create(store, range => labels is null || Matches(labels, range.Labels.Length, name => HasLabel(store, range, name)));

    /// <summary>The tables of the relation types that satisfy the expression; every table for null.</summary>
    public static ImmutableArray<EdgeTable> GetTables(GraphStore store, LabelExpression? types) => types switch
    {
        null => store.EdgeTables,
        LabelName name => store.FindEdgeTable(name.Name) is { } table ? [table] : [],
        _ => [.. store.EdgeTables.Where(table => MatchesType(types, table.Type))],
    };

    /// <summary>An edge has exactly one type, and it plays the part of its only label.</summary>
    public static bool MatchesType(LabelExpression types, string type) => Matches(types, 1, name => name == type);

    private static bool HasLabel(GraphStore store, NodeRange range, string name)
    {
        var label = store.FindLabel(name);
        return label >= 0 && range.Labels.Contains(label);
    }

    private static bool Matches(LabelExpression expression, int labelCount, Func<string, bool> hasLabel)
    {
        Preparation.Count();
        return MatchesKind(expression, labelCount, hasLabel);
    }

    private static bool MatchesKind(LabelExpression expression, int labelCount, Func<string, bool> hasLabel) => expression switch
    {
        LabelName name => hasLabel(name.Name),
        AnyLabel => labelCount > 0,
        LabelNot not => !Matches(not.Operand, labelCount, hasLabel),
        LabelAnd and => and.Operands.All(operand => Matches(operand, labelCount, hasLabel)),
        LabelOr or => or.Operands.Any(operand => Matches(operand, labelCount, hasLabel)),
        _ => throw new UnreachableException(),
    };
}
