using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Planning;
using Graph.Query.Syntax;

namespace Graph.Postgres;

/// <summary>
/// Finds walks of which only the ends count, each once: then the server looks for the nodes that can be reached, which are few, and not for
/// all ways there. A node that a directed walk reaches is also reached by one that uses no relation twice.
/// </summary>
internal static class DistinctEnds
{
    /// <param name="next">The clause behind the match; null where only the existence of a row counts.</param>
    public static bool Suffice(BoundMatch match, BoundClause? next) =>
        match.Paths is [{ Variable: null, Selector: PathSelectorKind.All, Where: null, Mode: PathMode.Walk or PathMode.Trail } path]
        && path.Elements is [BoundNode, BoundVariableLengthEdge { IsBound: false, Minimum: <= 1 } walk, BoundNode]
        && walk.Direction != EdgeDirection.Both
        && FindRead(match, next) is { } read && !read.Contains(walk.Variable);

    /// <summary>The variables that are read behind the pattern; null where it counts how often a row is there.</summary>
    private static HashSet<BoundVariable>? FindRead(BoundMatch match, BoundClause? next)
    {
        var read = match.Where is null ? [] : ExpressionVariables.Of(match.Where).ToHashSet();
        switch (next)
        {
            case null:
                return read;
            case BoundProject { Projection: { Grouping: null, Distinct: true } projection }:
                Add(read, projection.Items.Select(item => item.Expression));
                return read;
            case BoundProject { Projection.Grouping: { } grouping } when grouping.Aggregates.All(IsOfDistinct):
                Add(read, grouping.Keys.Select(key => key.Expression));
                Add(read, grouping.Aggregates.Select(aggregate => aggregate.Argument!));
                return read;
            default:
                return null;
        }
    }

    private static bool IsOfDistinct(BoundAggregate aggregate) =>
        aggregate.Argument is not null
        && (aggregate.Distinct || aggregate.Function is AggregateFunction.Minimum or AggregateFunction.Maximum);

    private static void Add(HashSet<BoundVariable> read, IEnumerable<BoundExpression> expressions)
    {
        foreach (var expression in expressions)
            read.UnionWith(ExpressionVariables.Of(expression));
    }
}
