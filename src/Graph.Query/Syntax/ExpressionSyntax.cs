using Graph.Query.Functions;

namespace Graph.Query.Syntax;

internal abstract record ExpressionSyntax : SyntaxNode;

/// <summary>Null, boolean, integer, float or string; <paramref name="Text"/> as written.</summary>
internal sealed record LiteralSyntax(Value Value, string Text) : ExpressionSyntax
{
    // The text says it all, and values have no equality of their own.
    public bool Equals(LiteralSyntax? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}

internal sealed record ParameterSyntax(string Name) : ExpressionSyntax;

internal sealed record VariableSyntax(string Name) : ExpressionSyntax;

internal sealed record PropertySyntax(ExpressionSyntax Target, NameSyntax Key) : ExpressionSyntax;

internal sealed record IndexSyntax(ExpressionSyntax Target, ExpressionSyntax Index) : ExpressionSyntax;

internal sealed record SliceSyntax(ExpressionSyntax Target, ExpressionSyntax? From, ExpressionSyntax? To) : ExpressionSyntax;

/// <summary><c>n:Person&amp;!Dead</c></summary>
internal sealed record LabelTestSyntax(ExpressionSyntax Target, LabelExpressionSyntax Labels) : ExpressionSyntax;

internal enum UnaryOperator
{
    Plus,
    Minus,
    Not,
}

internal sealed record UnarySyntax(UnaryOperator Operator, ExpressionSyntax Operand) : ExpressionSyntax;

internal enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Power,
    StartsWith,
    EndsWith,
    Contains,
    RegexMatch,
    In,

    /// <summary><c>||</c>: texts or lists one after the other.</summary>
    Concatenate,
}

internal sealed record BinarySyntax(BinaryOperator Operator, ExpressionSyntax Left, ExpressionSyntax Right) : ExpressionSyntax;

internal sealed record IsNullSyntax(ExpressionSyntax Operand, bool IsNegated) : ExpressionSyntax;

/// <summary><c>x IS NOT TRUE</c>: always true or false.</summary>
/// <param name="Truth">Null for UNKNOWN.</param>
internal sealed record TruthTestSyntax(ExpressionSyntax Operand, bool? Truth, bool IsNegated) : ExpressionSyntax;

/// <summary><c>x IS :: LIST&lt;INTEGER></c></summary>
internal sealed record TypeTestSyntax(ExpressionSyntax Operand, TypeSyntax Type, bool IsNegated) : ExpressionSyntax;

/// <summary><c>x IS NFD NORMALIZED</c></summary>
/// <param name="Form">The name of the Unicode normal form in capitals; null for NFC.</param>
internal sealed record NormalizedTestSyntax(ExpressionSyntax Operand, string? Form, bool IsNegated) : ExpressionSyntax;

internal enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    /// <summary><c>~=</c>: equal after folding.</summary>
    FoldedEqual,
}

/// <summary><c>a &lt; b &lt;= c</c>: <c>Operators[i]</c> stands between <c>Operands[i]</c> and <c>Operands[i + 1]</c>.</summary>
internal sealed record ComparisonSyntax(SyntaxList<ExpressionSyntax> Operands, SyntaxList<ComparisonOperator> Operators) : ExpressionSyntax;

internal enum LogicalOperator
{
    And,
    Or,
    Xor,
}

/// <summary>Two or more operands, so that a long chain stays flat.</summary>
internal sealed record LogicalSyntax(LogicalOperator Operator, SyntaxList<ExpressionSyntax> Operands) : ExpressionSyntax;

/// <summary>The name may be qualified: <c>graph.pageRank</c>.</summary>
internal sealed record FunctionCallSyntax(NameSyntax Name, bool Distinct, SyntaxList<ExpressionSyntax> Arguments) : ExpressionSyntax;

/// <summary><c>count(*)</c></summary>
internal sealed record CountAllSyntax : ExpressionSyntax;

internal sealed record ListSyntax(SyntaxList<ExpressionSyntax> Items) : ExpressionSyntax;

internal sealed record MapSyntax(SyntaxList<MapEntrySyntax> Entries) : ExpressionSyntax;

internal sealed record MapEntrySyntax(NameSyntax Key, ExpressionSyntax Value) : SyntaxNode;

internal sealed record CaseSyntax(ExpressionSyntax? Subject, SyntaxList<CaseBranchSyntax> Branches, ExpressionSyntax? Else)
    : ExpressionSyntax;

/// <summary><c>WHEN &lt; 2, IS NULL, 5 THEN 'x'</c>; without a subject there is one condition.</summary>
/// <param name="Tests">One must hold. Values that the subject equals, or conditions with <see cref="CaseSubjectSyntax"/> as their left
/// side.</param>
internal sealed record CaseBranchSyntax(SyntaxList<ExpressionSyntax> Tests, ExpressionSyntax Then) : SyntaxNode;

/// <summary>The subject of CASE where it is not written: on the left of an operator that follows WHEN.</summary>
internal sealed record CaseSubjectSyntax : ExpressionSyntax;

/// <summary><c>[x IN list WHERE p | e]</c></summary>
internal sealed record ListComprehensionSyntax(
    NameSyntax Variable, ExpressionSyntax List, ExpressionSyntax? Where, ExpressionSyntax? Projection)
    : ExpressionSyntax;

/// <summary><c>[p = (a)-->(b) WHERE c | e]</c></summary>
internal sealed record PatternComprehensionSyntax(PatternSyntax Pattern, ExpressionSyntax? Where, ExpressionSyntax Projection)
    : ExpressionSyntax;

internal enum ListQuantifier
{
    All,
    Any,
    None,
    Single,
}

/// <summary><c>any(x IN list WHERE p)</c></summary>
internal sealed record QuantifiedSyntax(ListQuantifier Quantifier, NameSyntax Variable, ExpressionSyntax List, ExpressionSyntax? Where)
    : ExpressionSyntax;

/// <summary><c>reduce(acc = 0, x IN list | acc + x)</c></summary>
internal sealed record ReduceSyntax(
    NameSyntax Accumulator, ExpressionSyntax Initial, NameSyntax Variable, ExpressionSyntax List, ExpressionSyntax Body)
    : ExpressionSyntax;

/// <summary><c>n {.name, .*, x: 1, y}</c></summary>
internal sealed record MapProjectionSyntax(NameSyntax Variable, SyntaxList<MapProjectionItemSyntax> Items) : ExpressionSyntax;

internal abstract record MapProjectionItemSyntax : SyntaxNode;

/// <summary><c>.name</c></summary>
internal sealed record PropertySelectorSyntax(NameSyntax Key) : MapProjectionItemSyntax;

/// <summary><c>.*</c></summary>
internal sealed record AllPropertiesSelectorSyntax : MapProjectionItemSyntax;

/// <summary><c>key: expression</c></summary>
internal sealed record LiteralEntrySyntax(NameSyntax Key, ExpressionSyntax Value) : MapProjectionItemSyntax;

/// <summary>A bare variable, under its own name.</summary>
internal sealed record VariableSelectorSyntax(NameSyntax Variable) : MapProjectionItemSyntax;

/// <summary><c>EXISTS { MATCH ... }</c> holds a query; <c>EXISTS { (a)-->(b) WHERE p }</c> holds one MATCH.</summary>
internal sealed record ExistsSyntax(QuerySyntax Query, bool IsPattern) : ExpressionSyntax;

internal enum SubqueryValue
{
    Count,
    Collect,
}

/// <summary><c>COUNT { (a)-->(b) }</c>, the number of rows; <c>COLLECT { MATCH ... RETURN x }</c>, the values of the only column.</summary>
internal sealed record SubqueryValueSyntax(SubqueryValue Kind, QuerySyntax Query, bool IsPattern) : ExpressionSyntax;

/// <summary>A path as a condition, <c>(a)-->(b)</c>, or a call of <c>shortestPath</c> as a value.</summary>
internal sealed record PathExpressionSyntax(PathSyntax Path) : ExpressionSyntax;
