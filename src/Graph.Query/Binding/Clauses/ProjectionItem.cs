using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>A column before it is bound: written out, or one that <c>*</c> stands for.</summary>
/// <param name="Syntax">Null for a column of <c>*</c>, which is <paramref name="Variable"/>.</param>
internal sealed record ProjectionItem(string Name, ExpressionSyntax? Syntax, BoundVariable? Variable, TextSpan Span)
{
    public bool IsAggregating { get; } = AggregateSearch.ContainsAggregate(Syntax);
}

/// <summary>The clause that a projection belongs to.</summary>
/// <param name="Name">As a message names it: <c>WITH</c>.</param>
/// <param name="Form">Null for RETURN.</param>
internal sealed record ProjectionClause(string Name, WithForm? Form, TextSpan Span)
{
    /// <summary>A column that is no bare variable needs a name.</summary>
    public bool NeedsAlias => Form is not null;

    /// <summary>LET and its kin: the rows keep what they have, were it nothing.</summary>
    public bool KeepsRows => Form is not null and not WithForm.With;
}
