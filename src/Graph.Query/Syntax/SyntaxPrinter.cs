using System.Diagnostics;

namespace Graph.Query.Syntax;

/// <summary>
/// Writes a tree as source text. Parsing the text gives an equal tree; its spaces, letter case and brackets are the printer's own,
/// save in a column without an alias, whose text is its name.
/// </summary>
internal static class SyntaxPrinter
{
    public static string Print(SyntaxNode node) => node switch
    {
        StatementSyntax statement => Mode(statement.Mode) + Query(statement.Query, "\n"),
        QuerySyntax query => Query(query, "\n"),
        SingleQuerySyntax query => Clauses(query, "\n"),
        ClauseSyntax clause => Clause(clause),
        ProjectionSyntax projection => Projection(projection),
        ProjectionItemSyntax item => Item(item),
        SortItemSyntax item => SortItem(item),
        YieldItemSyntax item => YieldItem(item),
        UnionSyntax union => union.All ? "UNION ALL" : "UNION",
        ExpressionSyntax expression => ExpressionPrinter.Print(expression),
        MapEntrySyntax or MapProjectionItemSyntax or CaseBranchSyntax => ExpressionPrinter.PrintPart(node),
        LabelExpressionSyntax labels => LabelPrinter.Print(labels),
        TypeSyntax type => string.Join(" | ", type.Alternatives.Select(Print)),
        SimpleTypeSyntax type =>
            $"{type.Name}{(type.Element is { } element ? $"<{Print(element)}>" : "")}{(type.IsNotNull ? " NOT NULL" : "")}",
        NameSyntax name => QueryWords.Quote(name.Text),
        FactSyntax or FactNodeSyntax or FactRelationSyntax => FactPrinter.Print(node),
        _ => PatternPrinter.Print(node),
    };

    /// <summary>A query on one line, as it stands in EXISTS.</summary>
    internal static string PrintInline(QuerySyntax query) => Query(query, " ");

    internal static string Variable(NameSyntax name) => QueryWords.Quote(name.Text, isVariable: true);

    private static string Numbering(NumberingSyntax? numbering) =>
        numbering is null ? "" : $" WITH {(numbering.First == 0 ? "OFFSET" : "ORDINALITY")} {Variable(numbering.Variable)}";

    internal static string Where(ExpressionSyntax? condition) => condition is null ? "" : $" WHERE {ExpressionPrinter.Print(condition)}";

    internal static string List(IEnumerable<SyntaxNode> nodes) => string.Join(", ", nodes.Select(Print));

    private static string Mode(StatementMode mode) => mode switch
    {
        StatementMode.Explain => "EXPLAIN ",
        StatementMode.ExplainVerbose => "EXPLAIN VERBOSE ",
        StatementMode.Profile => "PROFILE ",
        _ => "",
    };

    private static string Query(QuerySyntax query, string separator) =>
        Unions(query, separator) + (query.Next is { } next ? $"{separator}NEXT{separator}{Query(next, separator)}" : "");

    private static string Unions(QuerySyntax query, string separator) => string.Join(
        separator,
        query.Parts.SelectMany((
            part, i) => i == 0 ? [Clauses(part, separator)] : (string[])[Print(query.Unions[i - 1]), Clauses(part, separator)]));

    private static string Clauses(SingleQuerySyntax query, string separator) => string.Join(separator, query.Clauses.Select(Clause));

    private static string Clause(ClauseSyntax clause) => clause switch
    {
        MatchSyntax match =>
            $"{(match.IsOptional ? "OPTIONAL " : "")}MATCH {MatchMode(match.Mode)}{List(match.Patterns)}{Where(match.Where)}",
        UnwindSyntax { IsFor: true } loop => $"FOR {Variable(loop.Variable)} IN {Print(loop.List)}{Numbering(loop.Numbering)}",
        UnwindSyntax unwind => $"UNWIND {Print(unwind.List)} AS {Variable(unwind.Variable)}",
        WithSyntax { Form: WithForm.Let } let =>
            $"LET {string.Join(", ", let.Projection.Items.Select(item => $"{Variable(item.Alias!)} = {Print(item.Expression)}"))}",
        WithSyntax { Form: WithForm.Filter } filter => $"FILTER {Print(filter.Where!)}",
        WithSyntax { Form: WithForm.Page } page => Page(page.Projection).TrimStart(),
        WithSyntax with => $"WITH {Projection(with.Projection)}{Where(with.Where)}",
        ReturnSyntax result => $"RETURN {Projection(result.Projection)}",
        CallSyntax call => Call(call),
        // No subquery can be written that returns no column; an optional call is one.
        CallSubquerySyntax
        {
            Query.Parts:
            [
            { Clauses: [CallSyntax call, ReturnSyntax { Projection: { IncludeAll: false, Items.Count: 0 } }] }
            ]
        } =>
            $"OPTIONAL {Call(call)}",
        CallSubquerySyntax call => $"{(call.IsOptional ? "OPTIONAL " : "")}CALL {Imports(call)}{{ {PrintInline(call.Query)} }}",
        _ => throw new UnreachableException(),
    };

    private static string MatchMode(MatchMode? mode) => mode switch
    {
        Syntax.MatchMode.DifferentEdges => "DIFFERENT EDGES ",
        Syntax.MatchMode.RepeatableElements => "REPEATABLE ELEMENTS ",
        _ => "",
    };

    private static string Imports(CallSubquerySyntax call) => call switch
    {
        { ImportsAll: true } => "(*) ",
        { Imports: { } names } => $"({string.Join(", ", names.Select(Variable))}) ",
        _ => "",
    };

    private static string Call(CallSyntax call)
    {
        if (call.Show is not null)
            return $"SHOW {call.Show}{(call.Yields.Count > 0 ? $" YIELD {List(call.Yields)}" : "")}{Where(call.Where)}";
        var arguments = call.Arguments is { } values ? $"({List(values)})" : "";
        var yields = call.YieldAll ? " YIELD *" : call.Yields.Count > 0 ? $" YIELD {List(call.Yields)}{Where(call.Where)}" : "";
        return $"CALL {string.Join('.', call.Procedure.Text.Split('.').Select(part => QueryWords.Quote(part)))}{arguments}{yields}";
    }

    private static string Projection(ProjectionSyntax projection)
    {
        var items = (projection.IncludeAll, projection.Items.Count) switch
        {
            (true, 0) => "*",
            (true, _) => $"*, {List(projection.Items)}",
            _ => List(projection.Items),
        };
        return $"{(projection.Distinct ? "DISTINCT " : "")}{items}{Page(projection)}";
    }

    private static string Page(ProjectionSyntax projection)
    {
        var orderBy = projection.OrderBy.Count > 0 ? $" ORDER BY {List(projection.OrderBy)}" : "";
        var skip = projection.Skip is { } first ? $" SKIP {Print(first)}" : "";
        var limit = projection.Limit is { } most ? $" LIMIT {Print(most)}" : "";
        return $"{orderBy}{skip}{limit}";
    }

    private static string Item(ProjectionItemSyntax item) =>
        item.Alias is { } alias ? $"{Print(item.Expression)} AS {QueryWords.Quote(alias.Text)}" : item.Text;

    private static string SortItem(SortItemSyntax item) => Print(item.Expression) + (item.Descending ? " DESC" : "");

    private static string YieldItem(YieldItemSyntax item) =>
        QueryWords.Quote(item.Name.Text) + (item.Alias is { } alias ? $" AS {Variable(alias)}" : "");
}
