namespace Graph.Query.Syntax;

/// <summary>
/// NEXT, written with the clauses that there are without it: a RETURN that other clauses follow is to them what a WITH would be. A UNION
/// before NEXT becomes a subquery; of one behind it, each part goes on with the rows for itself.
/// </summary>
internal static class LinearComposition
{
    /// <summary>The same query without NEXT. Whether each query of the chain ends with RETURN is for the caller to see.</summary>
    public static QuerySyntax Join(QuerySyntax query)
    {
        while (query.Next is { } next)
        {
            var before = Before(query);
            query = new QuerySyntax(
                [.. next.Parts.Select(part => part with { Clauses = [.. before, .. part.Clauses] }).ToArray()], next.Unions, next.Next)
            {
                Span = query.Span,
            };
        }

        return query;
    }

    private static ClauseSyntax[] Before(QuerySyntax query) => query.Parts is [var only]
        ? [.. only.Clauses]
        : [new CallSubquerySyntax(IsOptional: false, Imports: null, ImportsAll: true, query with { Next = null }) { Span = query.Span }];
}
