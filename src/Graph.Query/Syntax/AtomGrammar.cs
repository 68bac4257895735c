using Graph.Query.Parsing;
using Sprache;
using static Graph.Query.Parsing.Combinators;
using static Graph.Query.Syntax.Tokens;

namespace Graph.Query.Syntax;

/// <summary>What stands between operators. Forms that begin alike are told apart by the tokens that follow, never by trying.</summary>
internal static class AtomGrammar
{
    private static readonly string[] NormalForms = ["NFC", "NFD", "NFKC", "NFKD"];

    private static readonly Parser<ExpressionSyntax> VariableReference =
        Variable.Build<NameSyntax, ExpressionSyntax>((name, extent) => new VariableSyntax(name.Text) { Span = extent });

    private static readonly Parser<ExpressionSyntax> Constant = Choice(
        Keyword("NULL", Value.Null), Keyword("TRUE", Value.True), Keyword("FALSE", Value.False))
        .Build<Value, ExpressionSyntax>((value, extent) => new LiteralSyntax(value, extent.Text) { Span = extent });

    private static readonly Parser<ExpressionSyntax> Parenthesized =
        OpenParenthesis.Then(ExpressionGrammar.Condition).FollowedBy(CloseParenthesis);

    private static readonly Parser<ExpressionSyntax> PathPredicate =
        PatternGrammar.SimplePath.Build<PathSyntax, ExpressionSyntax>((path, extent) => new PathExpressionSyntax(path) { Span = extent });

    private static readonly Parser<ExpressionSyntax> ShortestPath =
        PatternGrammar.ShortestPath.Build<PathSyntax, ExpressionSyntax>((path, extent) => new PathExpressionSyntax(path) { Span = extent });

    private static readonly Parser<ExpressionSyntax> List =
        OpenBracket.Then(ExpressionGrammar.Value.SeparatedBy(Comma).OrElse([])).FollowedBy(CloseBracket)
            .Build<IReadOnlyList<ExpressionSyntax>, ExpressionSyntax>((items, extent) =>
                new ListSyntax(Tokens.List(items)) { Span = extent });

    private static readonly Parser<ExpressionSyntax?> Filter = Keyword("WHERE").Then(ExpressionGrammar.Condition).OrNull();

    private static readonly Parser<ExpressionSyntax?> FilterBeforeBar = Keyword("WHERE")
        .Then(ExpressionGrammar.ConditionBeforeBar)
        .OrNull();

    private static readonly Parser<ExpressionSyntax> ListComprehension = Sequence.Of(
        OpenBracket.Then(NewName),
        Keyword("IN").Then(ExpressionGrammar.ValueBeforeBar),
        FilterBeforeBar,
        Bar.Then(ExpressionGrammar.Value).OrNull().FollowedBy(CloseBracket),
        ExpressionSyntax (variable, list, where, projection, extent) =>
            new ListComprehensionSyntax(variable, list, where, projection) { Span = extent });

    private static readonly Parser<PatternSyntax> ComprehensionPattern = Sequence.Of(
        When(next => next.Name().Symbol("=").IsMatch, NewName.FollowedBy(EqualSign)).OrNull(),
        PatternGrammar.SimplePath,
        (variable, path, extent) => new PatternSyntax(variable, null, path) { Span = extent });

    private static readonly Parser<ExpressionSyntax> PatternComprehension = Sequence.Of(
        OpenBracket.Then(ComprehensionPattern),
        FilterBeforeBar,
        Bar.Then(ExpressionGrammar.Value).FollowedBy(CloseBracket),
        ExpressionSyntax (pattern, where, projection, extent) =>
            new PatternComprehensionSyntax(pattern, where, projection) { Span = extent });

    private static readonly Parser<ExpressionSyntax> Case = Sequence.Of(
        Keyword("CASE").Then(ExpressionGrammar.Value.OrNull()),
        CaseBranches(),
        Keyword("ELSE").Then(ExpressionGrammar.Value).OrNull().FollowedBy(Keyword("END")),
        (subject, branches, otherwise, extent) => Checked(new CaseSyntax(subject, branches, otherwise) { Span = extent }, extent));

    private static readonly Parser<(QuerySyntax Query, bool IsPattern)> SubqueryBody = OpenBrace
        .Then(Choice(
            Guard.Of("The query", () => StatementGrammar.Query).Build((query, _) => (Query: query, IsPattern: false)),
            PatternsAsQuery().Build((query, _) => (Query: query, IsPattern: true))))
        .FollowedBy(CloseBrace);

    private static readonly Parser<ExpressionSyntax> Exists = Keyword("EXISTS").Then(SubqueryBody)
        .Build<(QuerySyntax Query, bool IsPattern), ExpressionSyntax>(
            (body, extent) => new ExistsSyntax(body.Query, body.IsPattern) { Span = extent });

    // Both begin like a map projection of a variable of that name.
    private static readonly Parser<ExpressionSyntax> SubqueryValues = Sequence.Of(
        Choice(Keyword("COUNT", SubqueryValue.Count), Keyword("COLLECT", SubqueryValue.Collect)),
        SubqueryBody,
        ExpressionSyntax (kind, body, extent) => new SubqueryValueSyntax(kind, body.Query, body.IsPattern) { Span = extent });

    private static readonly Parser<ExpressionSyntax> Quantified = Sequence.Of(
        Choice(
            Keyword("ALL", ListQuantifier.All),
            Keyword("ANY", ListQuantifier.Any),
            Keyword("NONE", ListQuantifier.None),
            Keyword("SINGLE", ListQuantifier.Single)).FollowedBy(OpenParenthesis),
        NewName,
        Keyword("IN").Then(ExpressionGrammar.Value),
        Filter.FollowedBy(CloseParenthesis),
        ExpressionSyntax (quantifier, variable, list, where, extent) =>
            new QuantifiedSyntax(quantifier, variable, list, where) { Span = extent });

    private static readonly Parser<ExpressionSyntax> Reduce = Sequence.Of(
        Keyword("REDUCE").Then(OpenParenthesis).Then(NewName),
        EqualSign.Then(ExpressionGrammar.ValueBeforeBar).FollowedBy(Comma),
        NewName,
        Keyword("IN").Then(ExpressionGrammar.ValueBeforeBar),
        Bar.Then(ExpressionGrammar.Value).FollowedBy(CloseParenthesis),
        ExpressionSyntax (accumulator, initial, variable, list, body, extent) =>
            new ReduceSyntax(accumulator, initial, variable, list, body) { Span = extent });

    private static readonly Parser<ExpressionSyntax> CountAll =
        Keyword("COUNT").Then(OpenParenthesis).Then(Lex.Symbol("*")).Then(CloseParenthesis)
            .Build<TextSpan, ExpressionSyntax>((_, extent) => new CountAllSyntax { Span = extent });

    // The one call whose argument may be a path.
    private static readonly Parser<ExpressionSyntax> ExistsPath = Sequence.Of(
        QualifiedName(ExpectationKind.Function, "a function", IsUnreserved).FollowedBy(OpenParenthesis),
        PathPredicate.FollowedBy(CloseParenthesis),
        ExpressionSyntax (name, path, extent) => new FunctionCallSyntax(name, false, [path]) { Span = extent });

    private static readonly Parser<ExpressionSyntax> Call = Sequence.Of(
        QualifiedName(ExpectationKind.Function, "a function", IsUnreserved).FollowedBy(OpenParenthesis),
        Choice(Keyword("DISTINCT", true), When(IsAllValues, Keyword("ALL", false))).OrElse(false),
        ExpressionGrammar.Value.SeparatedBy(Comma).OrElse([]).FollowedBy(CloseParenthesis),
        ExpressionSyntax (name, distinct, arguments, extent) =>
            new FunctionCallSyntax(name, distinct, Tokens.List(WithFormAsText(name, arguments))) { Span = extent });

    // trim(BOTH 'x' FROM s): another way to write a call that has the characters behind the text.
    private static readonly Parser<ExpressionSyntax> TrimFrom = Sequence.Of(
        Keyword("TRIM").Then(OpenParenthesis).Then(Choice(
            Keyword<string>("LEADING", "lTrim"), Keyword<string>("TRAILING", "rTrim"), Keyword<string>("BOTH", "btrim"))),
        When(next => !next.Keyword("FROM").IsMatch, ExpressionGrammar.Value).OrNull(),
        Keyword("FROM").Then(ExpressionGrammar.Value).FollowedBy(CloseParenthesis),
        ExpressionSyntax (function, characters, text, extent) =>
            new FunctionCallSyntax(new NameSyntax(function) { Span = extent }, false, characters is null ? [text] : [text, characters])
            {
                Span = extent
            });

    private static readonly Parser<ExpressionSyntax> AnyAtom = Choice(
        When(IsPlainVariable, VariableReference),
        NumberGrammar.Number,
        StringGrammar.String,
        Parameter,
        When(PatternGrammar.IsPathAhead, PathPredicate),
        Parenthesized,
        When(next => next.Symbol("[").Name(QueryWords.IsReserved).Keyword("IN").IsMatch, ListComprehension),
        When(IsPatternComprehension, PatternComprehension),
        List,
        MapGrammar.Map,
        Case,
        Constant,
        When(next => next.Keyword("EXISTS").Symbol("{").IsMatch, Exists),
        When(next => next.Keyword("EXISTS").Symbol("(") is { IsMatch: true } inside && PatternGrammar.IsPathAhead(inside), ExistsPath),
        When(PatternGrammar.IsShortestPathAhead, ShortestPath),
        When(IsQuantified, Quantified),
        When(next => next.Keyword("REDUCE").Symbol("(").IsMatch, Reduce),
        When(IsTrimFrom, TrimFrom),
        When(next => next.Keyword("COUNT").Symbol("(").Symbol("*").IsMatch, CountAll),
        When(IsSubqueryValue, SubqueryValues),
        When(next => next.Name(QueryWords.IsReserved).Symbol("{").IsMatch, MapGrammar.Projection),
        Call,

        // The first alternative has read every variable; this one says that one may stand here.
        VariableReference);

    /// <summary>The same as <see cref="Atom"/>; to ask for it sets the parts of this class.</summary>
    public static Parser<ExpressionSyntax> Rule => AnyAtom;

    // A method, as operators refer to this rule before its parts are set.
    public static IResult<ExpressionSyntax> Atom(IInput input) => AnyAtom(input);

    private static Parser<SyntaxList<CaseBranchSyntax>> CaseBranches()
    {
        var test = Choice(
            ((Parser<Func<ExpressionSyntax, Extent, ExpressionSyntax>>)(input => ExpressionGrammar.RightPart(input)))
                .Build((part, extent) => part(new CaseSubjectSyntax { Span = extent }, extent)),
            ExpressionGrammar.Condition);
        var branch = Sequence.Of(
            Keyword("WHEN").Then(test.SeparatedBy(Comma)),
            Keyword("THEN").Then(ExpressionGrammar.Value),
            (tests, then, extent) => new CaseBranchSyntax(Tokens.List(tests), then) { Span = extent });
        return Sequence.Of(branch, branch.ZeroOrMore(), (first, others, _) => Tokens.List<CaseBranchSyntax>([first, .. others]));
    }

    /// <summary>The form in <c>normalize(s, NFKC)</c> is a word and no variable (GQL 20.24).</summary>
    private static IReadOnlyList<ExpressionSyntax> WithFormAsText(NameSyntax function, IReadOnlyList<ExpressionSyntax> arguments) =>
        function.Text.Equals("normalize", StringComparison.OrdinalIgnoreCase)
        && arguments is [var text, VariableSyntax { Name: var form } word] && NormalForms.Contains(form, StringComparer.OrdinalIgnoreCase)
            ? [text, new LiteralSyntax(Value.FromString(form.ToUpperInvariant()), $"'{form.ToUpperInvariant()}'") { Span = word.Span }]
            : arguments;

    private static ExpressionSyntax Checked(CaseSyntax choice, Extent extent)
    {
        if (choice.Subject is null
            && choice.Branches.FirstOrDefault(branch => branch.Tests.Count > 1 || branch.Tests.Any(HasSubject)) is { } branch)
            extent.Context.Fail(SyntaxDiagnostics.CaseWithoutSubject(extent.Source, branch.Tests[^1].Span));
        return choice;
    }

    /// <summary>The subject of CASE is its left side.</summary>
    private static bool HasSubject(ExpressionSyntax test) => test switch
    {
        ComparisonSyntax comparison => comparison.Operands[0] is CaseSubjectSyntax,
        BinarySyntax binary => binary.Left is CaseSubjectSyntax,
        IsNullSyntax isNull => isNull.Operand is CaseSubjectSyntax,
        TruthTestSyntax truthTest => truthTest.Operand is CaseSubjectSyntax,
        TypeTestSyntax typeTest => typeTest.Operand is CaseSubjectSyntax,
        NormalizedTestSyntax normalized => normalized.Operand is CaseSubjectSyntax,
        LabelTestSyntax labels => labels.Target is CaseSubjectSyntax,
        UnarySyntax not => HasSubject(not.Operand),
        _ => false,
    };

    private static Parser<QuerySyntax> PatternsAsQuery() => Sequence.Of(
        PatternGrammar.Patterns,
        Filter,
        (patterns, where, extent) =>
        {
            var match = new MatchSyntax(IsOptional: false, Mode: null, Tokens.List(patterns), where) { Span = extent };
            return new QuerySyntax([new SingleQuerySyntax([match]) { Span = extent }], []) { Span = extent };
        });

    /// <summary>A name that nothing follows which would make it a call, a projection or a keyword form.</summary>
    private static bool IsPlainVariable(Lookahead next)
    {
        var after = next.Name(QueryWords.IsReserved);
        if (!after.IsMatch || after.Sees("(") || after.Sees("{"))
            return false;
        while (after.Sees(".") && after.Symbol(".").Name() is { IsMatch: true } qualified)
            after = qualified;
        return !after.Sees("(");
    }

    // count(ALL x) says what count(x) does; all may also be a variable, which no name follows.
    private static bool IsAllValues(Lookahead next) => next.Keyword("ALL").Name(QueryWords.IsReserved).IsMatch;

    private static bool IsQuantified(Lookahead next) =>
        next.Keyword("ALL").Symbol("(").IsMatch
        || next.Keyword("ANY").Symbol("(").IsMatch
        || next.Keyword("NONE").Symbol("(").IsMatch
        || next.Keyword("SINGLE").Symbol("(").IsMatch;

    // Not where the word is the text itself: trim(both), trim(leading.name).
    private static bool IsTrimFrom(Lookahead next)
    {
        var inside = next.Keyword("TRIM").Symbol("(");
        var after = inside.Keyword("BOTH");
        after = after.IsMatch ? after : inside.Keyword("LEADING");
        after = after.IsMatch ? after : inside.Keyword("TRAILING");
        return after.IsMatch && (after.Name().IsMatch || after.Sees("'") || after.Sees("\"") || after.Sees("$"));
    }

    private static bool IsPatternComprehension(Lookahead next)
    {
        var inside = next.Symbol("[");
        return inside.IsMatch && PatternGrammar.IsPathAhead(inside.Optional(place => place.Name(QueryWords.IsReserved).Symbol("=")));
    }

    // A map projection begins with a point, or with a name before a colon, a comma or the end.
    private static bool IsSubqueryValue(Lookahead next)
    {
        var inside = next.Keyword("COUNT").Symbol("{");
        inside = inside.IsMatch ? inside : next.Keyword("COLLECT").Symbol("{");
        if (!inside.IsMatch || inside.Sees(".") || inside.Sees("}"))
            return false;

        var after = inside.Name();
        return !after.IsMatch || (!after.Sees(":") && !after.Sees(",") && !after.Sees("}"));
    }
}
