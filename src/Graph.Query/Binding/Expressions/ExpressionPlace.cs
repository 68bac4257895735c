namespace Graph.Query.Binding;

/// <summary>Where an expression stands: the names it sees, and what an aggregate means there.</summary>
internal sealed record ExpressionPlace(Scope Scope, AggregatePolicy Aggregates)
{
    /// <param name="name">What forbids aggregates, as a message names it: <c>WHERE</c>.</param>
    public static ExpressionPlace WithoutAggregates(Scope scope, string name) => new(scope, new ForbiddenAggregates(name));

    /// <summary>The body of a comprehension, quantifier or reduce: an aggregate there has no rows of its own.</summary>
    public ExpressionPlace Body(Scope scope) =>
        new(scope, Aggregates is NestedAggregates ? Aggregates : new ForbiddenAggregates("a comprehension"));
}

internal abstract record AggregatePolicy;

internal sealed record ForbiddenAggregates(string Place) : AggregatePolicy;

/// <summary>Inside the argument of an aggregate.</summary>
internal sealed record NestedAggregates(string Outer) : AggregatePolicy;

/// <summary>In a column: becomes a part of the grouping.</summary>
internal sealed record GroupingAggregates(GroupingBuilder Grouping) : AggregatePolicy;

/// <summary>In ORDER BY, or the WHERE of a WITH: must stand in a column too.</summary>
/// <param name="Arguments">The scope for arguments of an aggregate that stands in no column.</param>
internal sealed record ProjectedAggregates(GroupingBuilder Grouping, string Clause, Scope Arguments) : AggregatePolicy;
