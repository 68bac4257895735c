using Graph.Query.Algorithms;
using Graph.Query.Functions;
using Graph.Query.Scripts;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>A statement with every name resolved and every expression typed.</summary>
/// <param name="Parameters">Each parameter that is mentioned, with the type that its uses ask for.</param>
internal sealed record BoundStatement(StatementMode Mode, BoundQuery Query, ImmutableArray<BoundQueryParameter> Parameters, TextSpan Span);

/// <param name="Span">The first place that mentions it.</param>
/// <param name="Conflict">Two uses ask for different types, so the type is ANY; a mistake where a parameter needs one type.</param>
internal sealed record BoundQueryParameter(string Name, StaticType Type, TextSpan Span, ParameterConflict? Conflict = null)
{
    /// <summary>What the comments above the statement say of it; null where they say nothing.</summary>
    public DeclaredParameter? Declaration { get; init; }
}

/// <param name="Span">The use that asks for <paramref name="Other"/>, while those before it asked for <paramref name="First"/>.</param>
internal sealed record ParameterConflict(StaticType First, StaticType Other, TextSpan Span);

/// <summary>
/// One query, or several joined by UNION. Every part's <see cref="BoundSingleQuery.Output"/> is in the order of <paramref name="Columns"/>.
/// </summary>
/// <param name="UnionAll">Duplicate rows are kept; no meaning with one part.</param>
internal sealed record BoundQuery(ImmutableArray<BoundSingleQuery> Parts, bool UnionAll, ImmutableArray<BoundColumn> Columns);

/// <summary>Clauses in order. <paramref name="Output"/> is empty only for the query of an EXISTS without RETURN.</summary>
internal sealed record BoundSingleQuery(ImmutableArray<BoundClause> Clauses, ImmutableArray<BoundVariable> Output);

internal abstract record BoundClause;

/// <param name="Variables">The variables that this clause introduces, anonymous ones too; OPTIONAL MATCH makes them null.</param>
/// <param name="Where">Conditions of the clause; conditions inside the pattern stand on its elements.</param>
internal sealed record BoundMatch(
    bool IsOptional,
    MatchMode Mode,
    ImmutableArray<BoundPath> Paths,
    BoundExpression? Where,
    ImmutableArray<BoundVariable> Variables) : BoundClause;

/// <param name="Numbering">Null where elements are not numbered.</param>
internal sealed record BoundUnwind(BoundExpression List, BoundVariable Variable, BoundNumbering? Numbering) : BoundClause
{
    public ImmutableArray<BoundVariable> Variables => Numbering is null ? [Variable] : [Variable, Numbering.Variable];
}

/// <param name="First">The number of a list's first element.</param>
internal sealed record BoundNumbering(int First, BoundVariable Variable);

/// <summary>
/// WITH and RETURN. Only WITH has a <paramref name="Where"/>, which runs after everything else and is built from what the sort keys
/// of the projection may use.
/// </summary>
internal sealed record BoundProject(BoundProjection Projection, BoundExpression? Where) : BoundClause;

internal sealed record BoundProcedureCall(
    Procedure Procedure,
    ImmutableArray<BoundExpression> Arguments,
    ImmutableArray<BoundYield> Yields,
    BoundExpression? Where) : BoundClause;

/// <summary>The rows of a subquery for each row, which keeps its own variables.</summary>
/// <param name="Outer">The variables of the outer rows that the query mentions.</param>
/// <param name="Variables">What the columns of the query are called from here on, in their order.</param>
/// <param name="IsOptional">A row for which there are none is kept, with nulls.</param>
internal sealed record BoundCallSubquery(
    BoundQuery Query, ImmutableArray<BoundVariable> Outer, ImmutableArray<BoundVariable> Variables, bool IsOptional, TextSpan Span)
    : BoundClause;

/// <param name="Column">The index of the procedure's result column.</param>
internal sealed record BoundYield(int Column, BoundVariable Variable);

/// <summary>
/// The order of work: group (if <paramref name="Grouping"/> is there), compute columns, DISTINCT, ORDER BY, SKIP, LIMIT.
/// With grouping, columns and sort keys are built from the grouping's variables only, else from the input scope;
/// sort keys may use the column variables too.
/// </summary>
internal sealed record BoundProjection(
    BoundGrouping? Grouping,
    ImmutableArray<BoundProjectionItem> Items,
    bool Distinct,
    ImmutableArray<BoundSortItem> OrderBy,
    BoundExpression? Skip,
    BoundExpression? Limit)
{
    /// <summary>
    /// What stays of the rows before, beside the columns; null where only the columns do. There is no grouping and no DISTINCT then, and
    /// the order is that of the rows before.
    /// </summary>
    public KeptVariables? Kept { get; init; }
}

/// <summary>
/// The named variables of the rows between two clauses. They are listed when they are asked for, as a query of very many clauses has very
/// many of them at each.
/// </summary>
internal sealed class KeptVariables(RowScope rows)
{
    /// <summary>In the order they came.</summary>
    public IEnumerable<BoundVariable> Variables => rows.Variables.Select(entry => entry.Value);
}

/// <summary>A column: the expression's value under a new variable.</summary>
internal sealed record BoundProjectionItem(BoundVariable Variable, BoundExpression Expression);

/// <summary>Rows with equivalent keys form a group. Without keys there is exactly one group, also over no rows.</summary>
internal sealed record BoundGrouping(ImmutableArray<BoundProjectionItem> Keys, ImmutableArray<BoundAggregate> Aggregates);

/// <param name="Argument">Null for <c>count(*)</c>.</param>
/// <param name="Parameter">The percentile; null for every other function.</param>
internal sealed record BoundAggregate(
    BoundVariable Variable,
    AggregateFunction Function,
    bool Distinct,
    BoundExpression? Argument,
    BoundExpression? Parameter,
    TextSpan Span);

internal sealed record BoundSortItem(BoundExpression Expression, bool Descending);
