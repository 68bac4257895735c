using Graph.Query.Parsing;
using Sprache;
using static Graph.Query.Parsing.Combinators;
using static Graph.Query.Syntax.Tokens;

namespace Graph.Query.Syntax;

/// <summary>What follows WITH and RETURN.</summary>
internal static class ProjectionGrammar
{
    private static readonly Parser<(ExpressionSyntax Expression, string Text)> Column =
        ExpressionGrammar.Value.Build((expression, extent) => (expression, extent.Text));

    private static readonly Parser<ProjectionItemSyntax> Item = Sequence.Of(
        Column,
        Keyword("AS").Then(NewAlias).OrNull(),
        (column, alias, extent) => new ProjectionItemSyntax(column.Expression, alias, column.Text) { Span = extent });

    private static readonly Parser<IReadOnlyList<ProjectionItemSyntax>> ItemList = Item.SeparatedBy(Comma);

    private static readonly Parser<(bool IncludeAll, IReadOnlyList<ProjectionItemSyntax> Items)> Items = Choice(
        Lex.Symbol("*").Then(Comma.Then(ItemList).OrElse([])).Build((items, _) => (true, items)),
        ItemList.Build((items, _) => (false, items)));

    private static readonly Parser<bool> IsDescending = Choice(
        Keyword("ASCENDING", false), Keyword("ASC", false), Keyword("DESCENDING", true), Keyword("DESC", true)).OrElse(false);

    private static readonly Parser<SortItemSyntax> SortItem = Sequence.Of(
        ExpressionGrammar.Value,
        IsDescending,
        (expression, isDescending, extent) => new SortItemSyntax(expression, isDescending) { Span = extent });

    private static readonly Parser<IReadOnlyList<SortItemSyntax>> SortItems = Keyword("ORDER", "BY").Then(SortItem.SeparatedBy(Comma));

    private static readonly Parser<ExpressionSyntax> SkippedRows = Choice(Keyword("SKIP"), Keyword("OFFSET")).Then(ExpressionGrammar.Value);

    private static readonly Parser<ExpressionSyntax> MostRows = Keyword("LIMIT").Then(ExpressionGrammar.Value);

    private static readonly Parser<IReadOnlyList<SortItemSyntax>> OrderBy = SortItems.OrElse([]);

    private static readonly Parser<ExpressionSyntax?> Skip = SkippedRows.OrNull();

    private static readonly Parser<ExpressionSyntax?> Limit = MostRows.OrNull();

    /// <summary>The order and the part of the rows where these are a clause of their own.</summary>
    public static readonly Parser<PageSyntax> Page = Choice(
        Sequence.Of(SortItems, Skip, Limit, (orderBy, skip, limit, _) => new PageSyntax(Tokens.List(orderBy), skip, limit)),
        Sequence.Of(SkippedRows, Limit, (skip, limit, _) => new PageSyntax([], skip, limit)),
        MostRows.Build((limit, _) => new PageSyntax([], null, limit)));

    public static readonly Parser<ProjectionSyntax> Projection = Sequence.Of(
        Keyword("DISTINCT").IsPresent(),
        Items,
        OrderBy,
        Skip,
        Limit,
        (distinct, items, orderBy, skip, limit, extent) =>
            new ProjectionSyntax(distinct, items.IncludeAll, Tokens.List(items.Items), Tokens.List(orderBy), skip, limit)
            {
                Span = extent
            });
}

/// <summary>What ORDER BY, SKIP and LIMIT say where they stand alone.</summary>
internal sealed record PageSyntax(SyntaxList<SortItemSyntax> OrderBy, ExpressionSyntax? Skip, ExpressionSyntax? Limit);
