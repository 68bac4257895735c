using Graph.Query.Algorithms;

namespace Graph.Query.Syntax;

internal enum StatementMode
{
    Run,
    Explain,

    /// <summary>EXPLAIN VERBOSE: the plan after each rewrite.</summary>
    ExplainVerbose,

    Profile,
}

/// <summary><c>EXPLAIN MATCH (n) RETURN n;</c></summary>
internal sealed record StatementSyntax(StatementMode Mode, QuerySyntax Query) : SyntaxNode;

/// <summary>One query, or several joined by UNION. <c>Unions[i]</c> stands between <c>Parts[i]</c> and <c>Parts[i + 1]</c>.</summary>
/// <param name="Next">The query after NEXT, which goes on with the rows of this one.</param>
internal sealed record QuerySyntax(SyntaxList<SingleQuerySyntax> Parts, SyntaxList<UnionSyntax> Unions, QuerySyntax? Next =
    null) : SyntaxNode;

internal sealed record UnionSyntax(bool All) : SyntaxNode;

/// <summary>Clauses in order. That the last one is RETURN (or a CALL alone) is the binder's rule, as it is optional in EXISTS.</summary>
internal sealed record SingleQuerySyntax(SyntaxList<ClauseSyntax> Clauses) : SyntaxNode;

internal abstract record ClauseSyntax : SyntaxNode;

internal enum MatchMode
{
    /// <summary>No edge twice in one MATCH; the default.</summary>
    DifferentEdges,
    RepeatableElements,
}

/// <summary><c>OPTIONAL MATCH (a)-->(b), (b)-->(c) WHERE a.x = 1</c></summary>
internal sealed record MatchSyntax(bool IsOptional, MatchMode? Mode, SyntaxList<PatternSyntax> Patterns, ExpressionSyntax? Where)
    : ClauseSyntax;

/// <summary><c>UNWIND [1, 2] AS x</c>, or as GQL has it <c>FOR x IN [1, 2] WITH ORDINALITY i</c>.</summary>
internal sealed record UnwindSyntax(ExpressionSyntax List, NameSyntax Variable, bool IsFor =
    false, NumberingSyntax? Numbering = null) : ClauseSyntax;

/// <summary><c>WITH ORDINALITY i</c> counts the elements from 1, <c>WITH OFFSET i</c> from 0 (GQL 14.8).</summary>
internal sealed record NumberingSyntax(int First, NameSyntax Variable) : SyntaxNode;

/// <summary>How a projection that passes rows on is written.</summary>
internal enum WithForm
{
    With,

    /// <summary><c>LET x = 1</c>: what was there, and new columns.</summary>
    Let,

    /// <summary><c>FILTER n.x = 1</c></summary>
    Filter,

    /// <summary><c>ORDER BY n.x SKIP 1 LIMIT 2</c> as a clause of its own.</summary>
    Page,
}

/// <summary><c>WITH DISTINCT a AS b ORDER BY b WHERE b.x = 1</c>; in every other form <c>*</c> is a part of the projection.</summary>
internal sealed record WithSyntax(ProjectionSyntax Projection, ExpressionSyntax? Where, WithForm Form = WithForm.With) : ClauseSyntax;

internal sealed record ReturnSyntax(ProjectionSyntax Projection) : ClauseSyntax;

/// <summary><c>CALL graph.pageRank({}) YIELD node, score AS s WHERE s > 1</c>. Arguments are null where no brackets stand.</summary>
/// <param name="Show">What a SHOW lists, in capitals: it is the call of the procedure that lists it; null for CALL.</param>
internal sealed record CallSyntax(
    NameSyntax Procedure,
    SyntaxList<ExpressionSyntax>? Arguments,
    bool YieldAll,
    SyntaxList<YieldItemSyntax> Yields,
    ExpressionSyntax? Where,
    string? Show = null) : ClauseSyntax;

/// <summary><c>CALL (x) { MATCH (x)-->(y) RETURN y }</c></summary>
/// <param name="Imports">The names from outside that the query sees; null where no brackets stand, so that a WITH at its beginning
/// says.</param>
/// <param name="ImportsAll">A star stands for them.</param>
internal sealed record CallSubquerySyntax(bool IsOptional, SyntaxList<NameSyntax>? Imports, bool ImportsAll, QuerySyntax Query)
    : ClauseSyntax;

internal sealed record YieldItemSyntax(NameSyntax Name, NameSyntax? Alias) : SyntaxNode;

/// <summary>The body of WITH and RETURN.</summary>
internal sealed record ProjectionSyntax(
    bool Distinct,
    bool IncludeAll,
    SyntaxList<ProjectionItemSyntax> Items,
    SyntaxList<SortItemSyntax> OrderBy,
    ExpressionSyntax? Skip,
    ExpressionSyntax? Limit) : SyntaxNode;

/// <param name="Text">The source text of the expression, verbatim: the column's name where there is no alias.</param>
internal sealed record ProjectionItemSyntax(ExpressionSyntax Expression, NameSyntax? Alias, string Text) : SyntaxNode
{
    // Under an alias the text names nothing.
    public bool Equals(ProjectionItemSyntax? other) =>
        other is not null && Expression.Equals(other.Expression) && Equals(Alias, other.Alias) && (Alias is not null || Text == other.Text);

    public override int GetHashCode() => HashCode.Combine(Expression, Alias);
}

internal sealed record SortItemSyntax(ExpressionSyntax Expression, bool Descending) : SyntaxNode;
