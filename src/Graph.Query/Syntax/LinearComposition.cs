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
        // The clauses of the whole chain are put into one list, as it may be very long.
        var before = new List<ClauseSyntax>();
        var last = query;
        for (; last.Next is { } next; last = next)
        {
            Preparation.Count();
            if (last.Parts is [var only])
                before.AddRange(only.Clauses);
            else
                before = [AsSubquery(Prepend(before, last), query.Span)];
        }

        return ReferenceEquals(last, query) ? query : Prepend(before, last) with { Span = query.Span };
    }

    /// <summary>
    /// The clauses of the query without NEXT, as far as <paramref name="most"/>: each part of a UNION repeats all that is before it, so
    /// that a chain of them doubles with each.
    /// </summary>
    public static long CountClauses(QuerySyntax query, long most)
    {
        long before = 0;
        for (var next = query; next is not null && before <= most; next = next.Next)
            before = next.Parts.Sum(part => before + part.Clauses.Count);
        return Math.Min(before, most + 1);
    }

    private static QuerySyntax Prepend(List<ClauseSyntax> before, QuerySyntax query) => query with
    {
        Parts = [.. query.Parts.Select(part => part with { Clauses = [.. before, .. part.Clauses] }).ToArray()],
    };

    private static CallSubquerySyntax AsSubquery(QuerySyntax query, TextSpan span) =>
        new(IsOptional: false, Imports: null, ImportsAll: true, query with { Next = null, Span = span }) { Span = span };
}
