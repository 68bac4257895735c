using Graph.Query.Functions;

namespace Graph.Query.Syntax;

/// <summary><c>p = ANY SHORTEST TRAIL (a)-[:R]->{1,3}(b)</c></summary>
internal sealed record PatternSyntax(NameSyntax? Variable, PathPrefixSyntax? Prefix, PathSyntax Path) : SyntaxNode;

internal enum PathMode
{
    Walk,
    Trail,
    Acyclic,
    Simple,
}

internal enum PathSelectorKind
{
    /// <summary>Every path.</summary>
    All,

    /// <summary><c>ANY k</c></summary>
    Any,

    /// <summary><c>ANY SHORTEST</c> and <c>SHORTEST k</c></summary>
    Shortest,

    /// <summary><c>ALL SHORTEST</c></summary>
    AllShortest,

    /// <summary><c>SHORTEST k GROUPS</c></summary>
    ShortestGroups,
}

/// <param name="Count">An integer literal or a parameter; null for one.</param>
internal sealed record PathPrefixSyntax(PathSelectorKind Selector, ExpressionSyntax? Count, PathMode? Mode) : SyntaxNode;

/// <summary>
/// Nodes, relations and parenthesised paths in order; or the argument of <c>shortestPath</c> and <c>allShortestPaths</c>.
/// </summary>
internal sealed record PathSyntax(SyntaxList<PathElementSyntax> Elements, ShortestPathFunction Function =
    ShortestPathFunction.None) : SyntaxNode;

internal enum ShortestPathFunction
{
    None,
    ShortestPath,
    AllShortestPaths,
}

internal abstract record PathElementSyntax : SyntaxNode;

/// <summary><c>(n:Person {name: 'x'})</c> or <c>(n WHERE n.x = 1)</c>. <paramref name="Properties"/> is a map.</summary>
internal sealed record NodePatternSyntax(
    NameSyntax? Variable, LabelExpressionSyntax? Labels, ExpressionSyntax? Properties, ExpressionSyntax? Where)
    : PathElementSyntax;

internal enum EdgeDirection
{
    /// <summary><c>--</c> and <c>&lt;--></c></summary>
    Both,

    /// <summary><c>--></c></summary>
    Right,

    /// <summary><c>&lt;--</c></summary>
    Left,
}

/// <summary><c>-[r:R|S*1..3 {x: 1}]-></c> with openCypher's length inside, or <c>-[r:R]->{1,3}</c> with GQL's quantifier after.</summary>
internal sealed record RelationshipPatternSyntax(
    EdgeDirection Direction,
    NameSyntax? Variable,
    LabelExpressionSyntax? Types,
    LengthSyntax? Length,
    ExpressionSyntax? Properties,
    ExpressionSyntax? Where,
    QuantifierSyntax? Quantifier) : PathElementSyntax;

/// <summary><c>((x)-[r]->(y) WHERE x.a &lt; y.a){1,3}</c></summary>
internal sealed record ParenthesizedPathSyntax(NameSyntax? Variable, PathSyntax Path, ExpressionSyntax? Where, QuantifierSyntax? Quantifier)
    : PathElementSyntax;

/// <summary><c>*</c>, <c>*2</c>, <c>*1..3</c>: no lower bound means 1, no upper bound none.</summary>
internal sealed record LengthSyntax(long? Minimum, long? Maximum) : SyntaxNode;

/// <summary><c>{2}</c>, <c>{1,3}</c>, <c>{,3}</c>, <c>+</c>, <c>*</c>: no lower bound means 0, no upper bound none.</summary>
internal sealed record QuantifierSyntax(long Minimum, long? Maximum) : SyntaxNode;

internal abstract record LabelExpressionSyntax : SyntaxNode;

internal sealed record LabelNameSyntax(NameSyntax Name) : LabelExpressionSyntax;

/// <summary><c>%</c>: at least one label.</summary>
internal sealed record LabelWildcardSyntax : LabelExpressionSyntax;

internal sealed record LabelNotSyntax(LabelExpressionSyntax Operand) : LabelExpressionSyntax;

/// <param name="Colons">Written <c>:A:B</c>, which openCypher has for nodes only, and not <c>A&amp;B</c>.</param>
internal sealed record LabelAndSyntax(SyntaxList<LabelExpressionSyntax> Operands, bool Colons = false) : LabelExpressionSyntax;

/// <param name="Colons">Written <c>:A|:B</c>, which openCypher has for relations only.</param>
internal sealed record LabelOrSyntax(SyntaxList<LabelExpressionSyntax> Operands, bool Colons = false) : LabelExpressionSyntax;
