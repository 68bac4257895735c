using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Cli.Repl;

/// <summary>
/// Which labels and relation types a path may go on with. What a relation type of the data joins there counts; of one that is only
/// declared, what the graph type says.
/// </summary>
internal sealed class PossibleNames
{
    private readonly GraphCatalog catalog;

    private PossibleNames(GraphCatalog catalog) => this.catalog = catalog;

    /// <summary>
    /// Looks at every relation of the data once, which takes a while on a large graph and makes the answers quick from then on.
    /// </summary>
    public static PossibleNames Create(GraphCatalog catalog, CancellationToken cancellation)
    {
        var names = new PossibleNames(catalog);
        foreach (var type in catalog.RelationTypes)
        {
            cancellation.ThrowIfCancellationRequested();
            names.HasData(type);
        }

        return names;
    }

    /// <summary>
    /// The labels that the node behind the relation of a step may have, all where none is possible: those with data first.
    /// </summary>
    public IReadOnlyList<string> ListLabels(CompletionStep step)
    {
        var types = step.Relation!.Types is { } written ? LabelExpressions.Of(written) : null;
        var admitted = catalog.RelationTypes.Where(type => types is null ? HasData(type) : types.MatchesOne(type)).ToList();
        var start = Conjoin(step.Start);
        var possible = catalog.Labels.Where(label => IsPossible(step, admitted, start, new LabelName(label))).ToList();
        return [.. (possible.Count > 0 ? possible : catalog.Labels.AsEnumerable()).OrderByDescending(
            label => catalog.HasNodes(new LabelName(label)))];
    }

    /// <summary>
    /// The types that the relation behind a node may have, all where none is possible: those with data first, then those that leave the
    /// node.
    /// </summary>
    public IReadOnlyList<string> ListRelationTypes(CompletionStep step)
    {
        var start = Conjoin(step.Start);
        var outgoing = step.Direction == EdgeDirection.Left ? [] : catalog.RelationTypes.Where(type => Joins(type, start, null)).ToList();
        var incoming = catalog.RelationTypes.Where(type => Joins(type, null, start));
        List<string> possible = [.. outgoing, .. incoming.Except(outgoing, StringComparer.Ordinal)];
        return [.. (possible.Count > 0 ? possible : catalog.RelationTypes.AsEnumerable()).OrderByDescending(HasData)];
    }

    private bool IsPossible(CompletionStep step, List<string> types, LabelExpression? start, LabelName label)
    {
        if (step.MayBeEmpty && catalog.HasNodes(LabelExpressions.And(start, label)))
            return true;

        // With other nodes between, nothing is known of the one before the last relation.
        var before = step.Repeats ? null : start;
        return types.Any(type =>
            (step.Direction != EdgeDirection.Left && Joins(type, before, label))
                || (step.Direction != EdgeDirection.Right && Joins(type, label, before)));
    }

    private bool Joins(string type, LabelExpression? source, LabelExpression? target) => HasData(type)
        ? catalog.HasStoredRelation(new LabelName(type), source, target)
        : catalog.AllowsRelation(new LabelName(type), source, target);

    private bool HasData(string type) => catalog.HasStoredRelation(new LabelName(type), null, null);

    private static LabelExpression? Conjoin(ImmutableArray<LabelExpressionSyntax> conditions) =>
        conditions.Select(LabelExpressions.Of).Aggregate((LabelExpression?)null, LabelExpressions.And);
}
