using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>
/// MATCHes that follow each other become one, as far as single edges and walks go: <c>MATCH (a)-->(b) MATCH (b)-->(c {id: 1})</c> starts at
/// c then. The edges of two of them may still be the same, so that each path keeps the number of its own.
/// </summary>
internal static class MatchMerging
{
    public static IEnumerable<BoundClause> Apply(IEnumerable<BoundClause> clauses)
    {
        BoundMatch? open = null;
        foreach (var clause in clauses)
        {
            if (open is not null && clause is BoundMatch next && CanMerge(open, next))
            {
                open = Merge(open, next);
                continue;
            }

            if (open is not null)
                yield return open;
            open = clause as BoundMatch;
            if (open is null)
                yield return clause;
        }

        if (open is not null)
            yield return open;
    }

    private static bool CanMerge(BoundMatch first, BoundMatch second) =>
        IsPlain(first) && IsPlain(second) && CountElements(first) + CountElements(second) <= LongPatterns.Steps;

    /// <summary>
    /// Whether nothing in it needs a search of its own, an edge from elsewhere, or chance, which is taken once for each row of its clause.
    /// </summary>
    private static bool IsPlain(BoundMatch match) => match is { IsOptional: false, Mode: MatchMode.DifferentEdges }
        && QueryExpressions.Of(match).All(ExpressionVariables.IsDeterministic)
        && match.Paths.All(path =>
            path.Selector == PathSelectorKind.All
            && path.Mode is not (PathMode.Acyclic or PathMode.Simple)
            && path.Elements.All(element =>
                element is BoundNode or BoundEdge { IsBound: false } or BoundVariableLengthEdge { IsBound: false }));

    private static int CountElements(BoundMatch match) => match.Paths.Sum(path => path.Elements.Length);

    private static BoundMatch Merge(BoundMatch first, BoundMatch second)
    {
        var clause = first.Paths.Max(path => path.Clause) + 1;
        return first with
        {
            Paths = [.. first.Paths, .. second.Paths.Select(path => path with { Clause = clause })],
            Where = And(first.Where, second.Where),
            Variables = [.. first.Variables, .. second.Variables],
        };
    }

    private static BoundExpression? And(BoundExpression? first, BoundExpression? second) => (first, second) switch
    {
        (null, _) => second,
        (_, null) => first,
        _ => ExpressionBinder.And([first, second], first.Span),
    };
}
