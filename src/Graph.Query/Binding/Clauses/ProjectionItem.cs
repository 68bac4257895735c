using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>A column before it is bound: written out, or one that <c>*</c> stands for.</summary>
/// <param name="Syntax">Null for a column of <c>*</c>, which is <paramref name="Variable"/>.</param>
internal sealed record ProjectionItem(string Name, ExpressionSyntax? Syntax, BoundVariable? Variable, TextSpan Span)
{
    public bool IsAggregating { get; } = AggregateSearch.ContainsAggregate(Syntax);
}

/// <summary>The clause that a projection belongs to.</summary>
/// <param name="Name">WITH or RETURN.</param>
/// <param name="NeedsAlias">Whether a column that is no bare variable needs a name.</param>
internal sealed record ProjectionClause(string Name, TextSpan Span, bool NeedsAlias);
