using Graph.Query.Binding;

namespace Graph.Generator.CodeModel;

/// <summary>What a query says of the nodes in its columns: the labels that its patterns ask for.</summary>
internal sealed class NodeColumns
{
    private readonly Dictionary<BoundVariable, NodeOrigin> origins = [];

    /// <summary>The label of each column that holds nodes of one; null for every other column.</summary>
    public static ImmutableArray<NodeColumn?> Find(BoundQuery query, ImmutableArray<LabelModel> labels)
    {
        // The parts of a union may fill a column from different patterns.
        if (query.Parts is not [var part])
            return [.. query.Columns.Select(_ => (NodeColumn?)null)];
        var columns = new NodeColumns();
        foreach (var clause in part.Clauses)
            columns.Follow(clause);
        return [.. part.Output.Select(variable => columns.Describe(variable, labels))];
    }

    private void Follow(BoundClause clause)
    {
        switch (clause)
        {
            case BoundMatch match:
                foreach (var node in match.Paths.SelectMany(path => path.Elements).OfType<BoundNode>())
                    Add(node, match.IsOptional);
                break;
            case BoundProject { Projection: var projection }:
                foreach (var item in (projection.Grouping?.Keys ?? []).Concat(projection.Items))
                {
                    if (item.Expression is BoundReference reference && origins.TryGetValue(reference.Variable, out var origin))
                        origins[item.Variable] = origin;
                }

                break;
        }
    }

    /// <summary>Labels that an OPTIONAL MATCH asks of a node that is there already need not hold.</summary>
    private void Add(BoundNode node, bool isOptional)
    {
        if (node.IsBound && isOptional)
            return;
        var known = origins.GetValueOrDefault(node.Variable, new NodeOrigin([], isOptional));
        origins[node.Variable] = known with { Labels = [.. known.Labels, .. GetLabels(node.Labels)] };
    }

    private static IEnumerable<string> GetLabels(LabelExpression? labels) => labels switch
    {
        LabelName name => [name.Name],
        LabelAnd and => and.Operands.SelectMany(GetLabels),
        _ => [],
    };

    private NodeColumn? Describe(BoundVariable variable, ImmutableArray<LabelModel> labels)
    {
        if (!origins.TryGetValue(variable, out var origin))
            return null;
        var candidates = labels.Where(label => origin.Labels.Contains(label.Label)).ToList();
        var nearest = candidates.FirstOrDefault(label => candidates.All(other => label == other || Implies(label, other)));
        nearest ??= candidates.FirstOrDefault();
        return nearest is null ? null : new NodeColumn(nearest.Name, origin.IsOptional);
    }

    private static bool Implies(LabelModel label, LabelModel other) => label.NodeType?.Labels.Contains(other.Label) ?? false;

    private sealed record NodeOrigin(ImmutableArray<string> Labels, bool IsOptional);
}

/// <param name="Name">The struct of the label.</param>
/// <param name="IsOptional">The pattern need not match, so the column may be null.</param>
internal sealed record NodeColumn(string Name, bool IsOptional);
