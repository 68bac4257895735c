using Graph.Generator.Nullability;
using Graph.Query.Binding;

namespace Graph.Generator.CodeModel;

/// <summary>What a query says of the nodes in its columns: the labels that its patterns ask for.</summary>
internal sealed class NodeColumns
{
    private readonly Dictionary<BoundVariable, ImmutableArray<string>> labelsOf = [];

    /// <summary>The struct for each column that holds nodes of one label; null for every other column.</summary>
    public static ImmutableArray<string?> Find(BoundQuery query, ImmutableArray<LabelModel> labels)
    {
        // The parts of a union may fill a column from different patterns.
        if (query.Parts is not [var part])
            return [.. query.Columns.Select(_ => (string?)null)];
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
                if (match is { IsOptional: false, Where: { } condition })
                    AddTests(condition);
                break;
            case BoundCallSubquery { Query.Parts: [var inner] } call:
                foreach (var within in inner.Clauses)
                    Follow(within);
                for (var i = 0; i < inner.Output.Length; i++)
                    Rename(inner.Output[i], call.Variables[i]);
                break;
            case BoundProject { Projection: var projection }:
                foreach (var item in (projection.Grouping?.Keys ?? []).Concat(projection.Items))
                {
                    if (item.Expression is BoundReference reference)
                        Rename(reference.Variable, item.Variable);
                }

                if (((BoundProject)clause).Where is { } kept)
                    AddTests(kept);

                break;
        }
    }

    private void Rename(BoundVariable variable, BoundVariable other)
    {
        if (labelsOf.TryGetValue(variable, out var known))
            labelsOf[other] = known;
    }

    private void AddTests(BoundExpression condition)
    {
        foreach (var (variable, labels) in ConditionFacts.ListLabels(condition))
            labelsOf[variable] = [.. labelsOf.GetValueOrDefault(variable, []), .. GetLabels(labels)];
    }

    /// <summary>Labels that an OPTIONAL MATCH asks of a node that is there already need not hold.</summary>
    private void Add(BoundNode node, bool isOptional)
    {
        if (node.IsBound && isOptional)
            return;
        labelsOf[node.Variable] = [.. labelsOf.GetValueOrDefault(node.Variable, []), .. GetLabels(node.Labels)];
    }

    private static IEnumerable<string> GetLabels(LabelExpression? labels) => labels switch
    {
        LabelName name => [name.Name],
        LabelAnd and => and.Operands.SelectMany(GetLabels),
        _ => [],
    };

    private string? Describe(BoundVariable variable, ImmutableArray<LabelModel> labels)
    {
        if (!labelsOf.TryGetValue(variable, out var known))
            return null;
        var candidates = labels.Where(label => known.Contains(label.Label)).ToList();
        var nearest = candidates.FirstOrDefault(label => candidates.All(other => label == other || Implies(label, other)));
        return (nearest ?? candidates.FirstOrDefault())?.Name;
    }

    private static bool Implies(LabelModel label, LabelModel other) => label.NodeType?.Labels.Contains(other.Label) ?? false;
}
