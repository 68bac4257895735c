using Graph.Query.Parsing;
using Sprache;
using static Graph.Query.Parsing.Combinators;
using static Graph.Query.Syntax.Tokens;

namespace Graph.Query.Syntax;

/// <summary>Statements, queries and their clauses.</summary>
internal static class StatementGrammar
{
    private static readonly Parser<ExpressionSyntax?> Where = Keyword("WHERE").Then(ExpressionGrammar.Condition).OrNull();

    private static readonly Parser<MatchMode?> Mode = Choice(
        When(next => next.Keyword("DIFFERENT").Name().IsMatch, Keyword("DIFFERENT").Then(DifferentEdges())),
        When(next => next.Keyword("REPEATABLE").Name().IsMatch, Keyword("REPEATABLE").Then(RepeatableElements()))).OrElse(null);

    private static readonly Parser<ClauseSyntax> Match = Sequence.Of(
        Choice(Keyword("OPTIONAL", "MATCH").Build((_, _) => true), Keyword("MATCH").Build((_, _) => false)),
        Mode,
        PatternGrammar.Patterns.FollowedBy(ForeignSettings.PlannerHints),
        Where,
        (isOptional, mode, patterns, where, extent) =>
            Checked(new MatchSyntax(isOptional, mode, Tokens.List(patterns), where) { Span = extent }, extent));

    private static readonly Parser<ClauseSyntax> Unwind = Sequence.Of(
        Keyword("UNWIND").Then(ExpressionGrammar.Value),
        Keyword("AS").Then(NewName),
        ClauseSyntax (list, variable, extent) => new UnwindSyntax(list, variable) { Span = extent });

    private static readonly Parser<ClauseSyntax> With = Sequence.Of(
        Keyword("WITH").Then(ProjectionGrammar.Projection),
        Where,
        ClauseSyntax (projection, where, extent) => new WithSyntax(projection, where) { Span = extent });

    private static readonly Parser<ClauseSyntax> Filter = Keyword("FILTER")
        .Then(Keyword("WHERE").IsPresent())
        .Then(ExpressionGrammar.Condition)
        .Build<ExpressionSyntax, ClauseSyntax>((condition, extent) =>
            new WithSyntax(Everything([], extent), condition, WithForm.Filter) { Span = extent });

    private static readonly Parser<ProjectionItemSyntax> Definition = Sequence.Of(
        NewName.FollowedBy(EqualSign),
        ExpressionGrammar.Value,
        (name, value, extent) => new ProjectionItemSyntax(value, name, "") { Span = extent });

    private static readonly Parser<ClauseSyntax> Let = Keyword("LET").Then(Definition.SeparatedBy(Comma))
        .Build<IReadOnlyList<ProjectionItemSyntax>, ClauseSyntax>(
            (items, extent) => new WithSyntax(Everything(Tokens.List(items), extent), null, WithForm.Let) { Span = extent });

    private static readonly Parser<NumberingSyntax?> Numbering = When(
        next => IsNumbering(next.Keyword("WITH")),
        Sequence.Of(
            Keyword("WITH").Then(Choice(Keyword("ORDINALITY").Build((_, _) => 1), Keyword("OFFSET").Build((_, _) => 0))),
            NewName,
            (first, variable, extent) => new NumberingSyntax(first, variable) { Span = extent })).OrNull();

    private static readonly Parser<ClauseSyntax> For = Sequence.Of(
        Keyword("FOR").Then(NewName),
        Keyword("IN").Then(ExpressionGrammar.Value),
        Numbering,
        ClauseSyntax (variable, list, numbering, extent) => new UnwindSyntax(list, variable, IsFor: true, numbering) { Span = extent });

    private static readonly Parser<ClauseSyntax> Page = ProjectionGrammar.Page.Build<PageSyntax, ClauseSyntax>((page, extent) =>
        new WithSyntax(Everything([], extent) with { OrderBy = page.OrderBy, Skip = page.Skip, Limit = page.Limit }, null, WithForm.Page)
        {
            Span = extent
        });

    private static readonly Parser<ClauseSyntax> Return = Keyword("RETURN").Then(ProjectionGrammar.Projection)
        .Build<ProjectionSyntax, ClauseSyntax>((projection, extent) => new ReturnSyntax(projection) { Span = extent });

    private static readonly Parser<YieldItemSyntax> YieldItem = Sequence.Of(
        AnyName(ExpectationKind.Name, "a result column"),
        Keyword("AS").Then(NewVariable).OrNull(),
        (name, alias, extent) => Noted(new YieldItemSyntax(name, alias) { Span = extent }, extent));

    private static readonly Parser<Yield> YieldClause = Keyword("YIELD").Then(Choice(
        Lex.Symbol("*").Build((_, _) => new Yield(true, [], null)),
        Sequence.Of(YieldItem.SeparatedBy(Comma), Where, (items, where, _) => new Yield(false, items, where))))
        .OrElse(new Yield(false, [], null));

    // Not where a pattern begins with a path variable of that name.
    private static readonly Parser<IReadOnlyList<ExpressionSyntax>?> CallArguments =
        OpenParenthesis.Then(ExpressionGrammar.Value.SeparatedBy(Comma).OrElse([])).FollowedBy(CloseParenthesis).OrNull();

    // A subquery around the procedure keeps rows for which it gives none.
    private static readonly Parser<ClauseSyntax> OptionalCall = Sequence.Of(
        When(
            next => next.Keyword("OPTIONAL").Keyword("CALL").Name().IsMatch,
            Keyword("OPTIONAL", "CALL")).Then(QualifiedName(ExpectationKind.Procedure, "a procedure")),
        CallArguments,
        YieldClause,
        ClauseSyntax (procedure, arguments, yields, extent) =>
        {
            var list = arguments is null ? null : Tokens.List(arguments);
            var call = new CallSyntax(procedure, list, yields.Items.Count == 0, Tokens.List(yields.Items), yields.Where) { Span = extent };
            return new CallSubquerySyntax(IsOptional: true, [], ImportsAll: true, QueryOf(call, extent)) { Span = extent };
        });

    private static readonly Parser<ClauseSyntax> Call = Sequence.Of(
        When(next => !next.Keyword("CALL").Sees("="), Keyword("CALL")).Then(QualifiedName(ExpectationKind.Procedure, "a procedure")),
        CallArguments,
        YieldClause,
        ClauseSyntax (procedure, arguments, yields, extent) =>
            new CallSyntax(procedure, arguments is null
                ? null
                : Tokens.List(arguments), yields.All, Tokens.List(yields.Items), yields.Where)
            { Span = extent });

    private static readonly Parser<NameSyntax> Listed = Choice(
        Choice(Keyword("FUNCTIONS"), Keyword("FUNCTION")).Build((_, extent) => new NameSyntax(ListingNames.Functions) { Span = extent }),
        Choice(Keyword("PROCEDURES"), Keyword("PROCEDURE")).Build((_, extent) => new NameSyntax(ListingNames.Procedures) { Span = extent }),
        When(
            next => next.Keyword("USER").Keyword("DEFINED").IsMatch,
            AnyName(ExpectationKind.Name, "USER")
                .Then(AnyName(ExpectationKind.Name, "DEFINED"))
                .Then(AnyName(ExpectationKind.Name, "what to show"))).Build((name, extent) =>
        {
            extent.Context.Fail(SyntaxDiagnostics.ForeignForm(
                extent.Source,
                extent,
                $"SHOW USER DEFINED {name.Text.ToUpperInvariant()}",
                "Cypher",
                "all functions are built in: write SHOW FUNCTIONS"));
            return name;
        }),
        AnyName(ExpectationKind.Name, "what to show").Build((name, extent) =>
        {
            extent.Context.Fail(SyntaxDiagnostics.ForeignForm(
                extent.Source,
                extent,
                $"SHOW {name.Text.ToUpperInvariant()}",
                "Cypher",
                "':schema' shows the labels, relations and properties, and there is no server to ask"));
            return name;
        }));

    private static readonly Parser<Yield> ListedYield = Choice(
        Keyword("YIELD").Then(Choice(
            Lex.Symbol("*").Then(Where).Build((where, _) => new Yield(true, [], where)),
            Sequence.Of(YieldItem.SeparatedBy(Comma), Where, (items, where, _) => new Yield(false, items, where)))),
        Where.Build((where, _) => new Yield(true, [], where)));

    // Whoever asks may call everything.
    private static readonly Parser<bool> Executable = Keyword("EXECUTABLE").Then(
        Keyword("BY").Then(Choice(
            When(next => next.Keyword("CURRENT").Keyword("USER").IsMatch, Keyword("CURRENT", "USER")).Build((_, _) => true),
            AnyName(ExpectationKind.Name, "a user").Build((_, _) => true))).IsPresent()).OrElse(false);

    private static readonly Parser<ClauseSyntax> Show = Sequence.Of(
        Keyword("SHOW").Then(Choice(Keyword("ALL"), Keyword("BUILT", "IN")).IsPresent()).Then(Listed),
        Executable,
        ListedYield,
        ClauseSyntax (listed, _, yields, extent) =>
        {
            var shown = listed.Text == ListingNames.Functions ? "FUNCTIONS" : "PROCEDURES";
            return new CallSyntax(listed, [], yields.All, Tokens.List(yields.Items), yields.Where, shown) { Span = extent };
        });

    private static readonly Parser<ImportList?> Imports = OpenParenthesis.Then(Choice(
        Lex.Symbol("*").Build((_, _) => new ImportList(true, [])),
        Variable.SeparatedBy(Comma).OrElse([]).Build((names, _) => new ImportList(false, Tokens.List(names)))))
        .FollowedBy(CloseParenthesis)
        .OrNull();

    private static readonly Parser<ClauseSyntax> CallSubquery = Sequence.Of(
        Choice(Keyword("OPTIONAL", "CALL").Build((_, _) => true), Keyword("CALL").Build((_, _) => false)),
        Imports,
        OpenBrace.Then(Guard.Of("The query", () => Query!)).FollowedBy(CloseBrace),
        ClauseSyntax (isOptional, imports, query, extent) =>
            new CallSubquerySyntax(isOptional, imports?.Names, imports?.All == true, query) { Span = extent });

    private static readonly Parser<ClauseSyntax> Reading = Choice(
        When(IsCallSubquery, CallSubquery), OptionalCall, Match, Unwind, With, Call, Filter, Let, For);

    private static readonly Parser<ClauseSyntax> LaterReading = Choice(Reading, Page);

    /// <summary>Clauses of which only the last may be RETURN; whether it must be is the binder's rule.</summary>
    private static readonly Parser<SingleQuerySyntax> SingleQuery = Choice(
        Return.Build<ClauseSyntax, IReadOnlyList<ClauseSyntax>>((clause, _) => [clause]),
        When(next => next.Keyword("SHOW").IsMatch, Sequence.Of(Show, LaterReading.ZeroOrMore(), Return.OrNull(), ListedClauses)),
        Sequence.Of(Reading, LaterReading.Labelled("another clause")
            .ZeroOrMore(), Return.OrNull(), IReadOnlyList<ClauseSyntax> (first, others, last, _) =>
            last is null ? [first, .. others] : [first, .. others, last]))
        .Build((clauses, extent) => new SingleQuerySyntax(Tokens.List(clauses)) { Span = extent });

    private static readonly Parser<UnionSyntax> Union = Sequence.Of(
        Keyword("UNION"),
        Choice(Keyword("ALL").Build((_, _) => true), Keyword("DISTINCT").Build((_, _) => false)).OrElse(false),
        (_, all, extent) => new UnionSyntax(all) { Span = extent });

    private static readonly Parser<QuerySyntax> Unions = Chain.Flat(
        SingleQuery.Build((query, extent) => new QuerySyntax([query], []) { Span = extent }),
        Union,
        (parts, unions, extent) => new QuerySyntax([.. parts.Select(part => part.Parts[0])], Tokens.List(unions)) { Span = extent });

    public static readonly Parser<QuerySyntax> Query = Chain.Flat(Unions, Keyword("NEXT"), (queries, _, _) => Composed(queries));

    public static readonly Parser<IReadOnlyList<ClauseSyntax>> ReadingClauses = LaterReading.ZeroOrMore();

    private static readonly Parser<StatementMode> StatementMode = Choice(
        Keyword("EXPLAIN").Then(Keyword("VERBOSE").IsPresent())
            .Build((isVerbose, _) => isVerbose ? Syntax.StatementMode.ExplainVerbose : Syntax.StatementMode.Explain),
        Keyword("PROFILE", Syntax.StatementMode.Profile)).OrElse(Syntax.StatementMode.Run);

    public static readonly Parser<StatementSyntax> Statement = Sequence.Of(
        ForeignSettings.Prefixes.Then(StatementMode).FollowedBy(ForeignSettings.Prefixes),
        Query,
        Lex.Symbol(";").IsPresent(),
        (mode, query, _, extent) => new StatementSyntax(mode, query) { Span = extent });

    private sealed record ImportList(bool All, SyntaxList<NameSyntax> Names);

    private sealed record Yield(bool All, IReadOnlyList<YieldItemSyntax> Items, ExpressionSyntax? Where);

    private static IReadOnlyList<ClauseSyntax> ListedClauses(
        ClauseSyntax show, IReadOnlyList<ClauseSyntax> others, ClauseSyntax? last, Extent extent) =>
        last is null ? [show, .. others] : [show, .. others, last];

    /// <summary>The call, and all that it yields.</summary>
    private static QuerySyntax QueryOf(CallSyntax call, Extent extent)
    {
        var items = call.Yields.Select(item => item.Alias ?? item.Name)
            .Select(name =>
                new ProjectionItemSyntax(new VariableSyntax(name.Text)
                {
                    Span = name.Span
                }, null, QueryWords.Quote(name.Text, isVariable: true))
                { Span = name.Span });
        var columns = new ReturnSyntax(new ProjectionSyntax(false, false, [.. items], [], null, null) { Span = extent }) { Span = extent };
        return new QuerySyntax([new SingleQuerySyntax([call, columns]) { Span = extent }], []) { Span = extent };
    }

    private static bool IsNumbering(Lookahead next) =>
        next.Keyword("ORDINALITY").Name(QueryWords.IsReserved).IsMatch || next.Keyword("OFFSET").Name(QueryWords.IsReserved).IsMatch;

    private static ProjectionSyntax Everything(SyntaxList<ProjectionItemSyntax> items, Extent extent) =>
        new(false, true, items, [], null, null) { Span = extent };

    private static QuerySyntax Composed(IReadOnlyList<QuerySyntax> queries)
    {
        var composed = queries[^1];
        for (var i = queries.Count - 2; i >= 0; i--)
            composed = queries[i] with { Next = composed, Span = queries[i].Span.Cover(composed.Span) };
        return composed;
    }

    private static bool IsCallSubquery(Lookahead next)
    {
        var after = next.Optional(place => place.Keyword("OPTIONAL")).Keyword("CALL");
        return after.IsMatch && (after.Sees("{") || after.Sees("("));
    }

    private static Parser<MatchMode?> DifferentEdges()
    {
        var bindings = Choice(Keyword("EDGE"), Keyword("RELATIONSHIP")).FollowedBy(Keyword("BINDINGS").IsPresent());
        return Choice(Keyword("EDGES"), Keyword("RELATIONSHIPS"), bindings).Build((_, _) => (MatchMode?)MatchMode.DifferentEdges);
    }

    private static Parser<MatchMode?> RepeatableElements() =>
        Choice(Keyword("ELEMENTS"), Keyword("ELEMENT").FollowedBy(Keyword("BINDINGS").IsPresent()))
            .Build((_, _) => (MatchMode?)MatchMode.RepeatableElements);

    private static YieldItemSyntax Noted(YieldItemSyntax item, Extent extent)
    {
        extent.Context.Note(item.Alias ?? item.Name);
        return item;
    }

    private static ClauseSyntax Checked(MatchSyntax match, Extent extent)
    {
        if (match.Mode == MatchMode.RepeatableElements && match.Patterns.FirstOrDefault(IsEndless) is { } endless)
            extent.Context.Fail(SyntaxDiagnostics.EndlessPath(extent.Source, endless.Span));
        return match;
    }

    // Walks without a bound, where neither the clause nor the pattern keeps them from running in circles.
    private static bool IsEndless(PatternSyntax pattern) =>
        pattern.Prefix is null or { Selector: PathSelectorKind.All, Mode: null or PathMode.Walk }
        && pattern.Path.Function == ShortestPathFunction.None
        && pattern.Path.Elements.Any(IsUnbounded);

    private static bool IsUnbounded(PathElementSyntax element) => element switch
    {
        RelationshipPatternSyntax relation => relation is { Length.Maximum: null } || relation is { Quantifier.Maximum: null },
        ParenthesizedPathSyntax path => path is { Quantifier.Maximum: null } || path.Path.Elements.Any(IsUnbounded),
        _ => false,
    };
}
