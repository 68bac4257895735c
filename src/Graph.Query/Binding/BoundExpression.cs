using Graph.Query.Functions;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>A typed expression. <paramref name="Span"/> is where run-time errors point.</summary>
internal abstract record BoundExpression(StaticType Type, TextSpan Span)
{
    /// <inheritdoc cref="BoundProperty.Seen"/>
    public StaticType? GetSeen() => this switch
    {
        BoundProperty property => property.Seen,
        BoundReference reference => reference.Variable.Seen,
        _ => null,
    };
}

internal sealed record BoundConstant(Value Value, StaticType Type, TextSpan Span) : BoundExpression(Type, Span);

internal sealed record BoundParameter(string Name, StaticType Type, TextSpan Span) : BoundExpression(Type, Span);

internal sealed record BoundReference(BoundVariable Variable, TextSpan Span) : BoundExpression(Variable.Type, Span);

/// <summary>A property of a node or edge, an entry of a map, or a component of a date.</summary>
internal sealed record BoundProperty(BoundExpression Target, string Key, StaticType Type, TextSpan Span) : BoundExpression(Type, Span)
{
    /// <summary>
    /// What the values of an open graph are, which the next one may not be: good for a warning. Null where nothing is known.
    /// </summary>
    public StaticType? Seen { get; init; }
}

/// <summary>A call of a function, or of an operator that is one: every operator but the logical ones, comparisons and IS NULL.</summary>
internal sealed record BoundCall(Function Function, ImmutableArray<BoundExpression> Arguments, StaticType Type, TextSpan Span)
    : BoundExpression(Type, Span);

/// <summary>Equality and order, two operands; <c>a &lt; b &lt; c</c> is the AND of two.</summary>
internal sealed record BoundComparison(ComparisonOperator Operator, BoundExpression Left, BoundExpression Right, TextSpan Span)
    : BoundExpression(StaticType.Boolean, Span);

internal sealed record BoundLogical(LogicalOperator Operator, ImmutableArray<BoundExpression> Operands, TextSpan Span)
    : BoundExpression(StaticType.Boolean, Span);

internal sealed record BoundNot(BoundExpression Operand, TextSpan Span) : BoundExpression(StaticType.Boolean, Span);

internal sealed record BoundIsNull(BoundExpression Operand, bool IsNegated, TextSpan Span) : BoundExpression(StaticType.Boolean, Span);

internal sealed record BoundLabelTest(BoundExpression Target, LabelExpression Labels, TextSpan Span)
    : BoundExpression(StaticType.Boolean, Span);

internal sealed record BoundList(ImmutableArray<BoundExpression> Items, StaticType Type, TextSpan Span) : BoundExpression(Type, Span);

internal sealed record BoundMap(ImmutableArray<KeyValuePair<string, BoundExpression>> Entries, TextSpan Span)
    : BoundExpression(StaticType.Map, Span);

/// <summary>All properties of a node, edge or map, then entries that replace or add: the map projection with <c>.*</c>.</summary>
internal sealed record BoundMapExtension(
    BoundExpression Target, ImmutableArray<KeyValuePair<string, BoundExpression>> Entries, TextSpan Span)
    : BoundExpression(StaticType.Map, Span);

/// <summary>Evaluates <paramref name="Value"/> once, for a body that mentions it several times.</summary>
internal sealed record BoundLet(BoundVariable Variable, BoundExpression Value, BoundExpression Body, TextSpan Span)
    : BoundExpression(Body.Type, Span);

/// <summary>The first branch whose condition is true; the form with a subject is a LET over comparisons.</summary>
internal sealed record BoundCase(ImmutableArray<BoundCaseBranch> Branches, BoundExpression? Else, StaticType Type, TextSpan Span)
    : BoundExpression(Type, Span);

internal sealed record BoundCaseBranch(BoundExpression When, BoundExpression Then);

internal sealed record BoundListComprehension(
    BoundVariable Variable, BoundExpression List, BoundExpression? Where, BoundExpression? Projection, StaticType Type, TextSpan Span)
    : BoundExpression(Type, Span);

internal sealed record BoundQuantified(
    ListQuantifier Quantifier, BoundVariable Variable, BoundExpression List, BoundExpression Where, TextSpan Span)
    : BoundExpression(StaticType.Boolean, Span);

internal sealed record BoundReduce(
    BoundVariable Accumulator,
    BoundExpression Initial,
    BoundVariable Variable,
    BoundExpression List,
    BoundExpression Body,
    StaticType Type,
    TextSpan Span)
    : BoundExpression(Type, Span);

/// <summary>A subquery that sees the outer row: true if it has a row. Also pattern predicates.</summary>
/// <param name="Outer">The variables of the outer scope that the query mentions.</param>
internal sealed record BoundExists(BoundQuery Query, ImmutableArray<BoundVariable> Outer, TextSpan Span)
    : BoundExpression(StaticType.Boolean, Span);

/// <summary>The number of rows of a subquery that sees the outer row.</summary>
/// <param name="Outer">The variables of the outer scope that the query mentions.</param>
internal sealed record BoundCount(BoundQuery Query, ImmutableArray<BoundVariable> Outer, TextSpan Span)
    : BoundExpression(StaticType.Integer, Span);

/// <summary>The rows of a subquery with one column as a list: pattern comprehensions, and shortest paths as values.</summary>
/// <param name="Outer">The variables of the outer scope that the query mentions.</param>
/// <param name="First">The first row's value, or null where there is none, instead of the list.</param>
internal sealed record BoundCollect(BoundQuery Query, ImmutableArray<BoundVariable> Outer, bool First, StaticType Type, TextSpan Span)
    : BoundExpression(Type, Span);
