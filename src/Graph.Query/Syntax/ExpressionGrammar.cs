using Graph.Query.Parsing;
using Sprache;

namespace Graph.Query.Syntax;

/// <summary>
/// Operators by precedence (CIP2021-08-10), the tightest first. A value is any expression but a bare path pattern,
/// which may stand only where a truth value is asked for.
/// </summary>
internal static class ExpressionGrammar
{
    private const string Part = "The expression";

    public static readonly Parser<ExpressionSyntax> Condition = Guard.Of(Part, () => AnyCondition!);

    public static readonly Parser<ExpressionSyntax> Value = Condition.Build(NoPath);

    /// <summary>In a comprehension or <c>reduce</c> before its <c>|</c>, which there is no part of a label expression or a type.</summary>
    public static readonly Parser<ExpressionSyntax> ConditionBeforeBar = Guard.Of(Part, () => AnyConditionBeforeBar!);

    public static readonly Parser<ExpressionSyntax> ValueBeforeBar = ConditionBeforeBar.Build(NoPath);

    private static readonly Parser<UnaryOperator> Sign = Combinators.Choice(
        Operator("-", UnaryOperator.Minus, start => !NumberGrammar.IsMinimumInteger(start)),
        Operator("+", UnaryOperator.Plus)).StartingWith("+-");

    private static readonly Parser<BinaryOperator> PowerSign = Operator("^", BinaryOperator.Power).StartingWith("^");

    private static readonly Parser<BinaryOperator> ProductSign = Combinators.Choice(
        Operator("*", BinaryOperator.Multiply), Operator("/", BinaryOperator.Divide), Operator("%", BinaryOperator.Modulo))
        .StartingWith("*/%");

    private static readonly Parser<BinaryOperator> SumSign = Combinators.Choice(
        Operator("+", BinaryOperator.Add), Operator("-", BinaryOperator.Subtract), Operator("||", BinaryOperator.Concatenate))
        .StartingWith("+-|");

    private static readonly Parser<BinaryOperator> StringOperator = Combinators.Choice(
        Tokens.Keyword("STARTS", "WITH").Build((_, _) => BinaryOperator.StartsWith),
        Tokens.Keyword("ENDS", "WITH").Build((_, _) => BinaryOperator.EndsWith),
        Tokens.Keyword("CONTAINS", BinaryOperator.Contains),
        Tokens.Keyword("IN", BinaryOperator.In),
        Operator("=~", BinaryOperator.RegexMatch));

    private static readonly Parser<bool> Negation = Tokens.Keyword("NOT").IsPresent();

    private static readonly Parser<bool?> TruthValue = Combinators.Choice(
        Tokens.Keyword<bool?>("TRUE", true), Tokens.Keyword<bool?>("FALSE", false), Tokens.Keyword<bool?>("UNKNOWN", null));

    private static readonly Parser<string?> NormalForm = Combinators.When(
        next => next.Name().Keyword("NORMALIZED").IsMatch,
        Combinators.Choice(
            Tokens.Keyword<string>("NFC", "NFC"),
            Tokens.Keyword<string>("NFD", "NFD"),
            Tokens.Keyword<string>("NFKC", "NFKC"),
            Tokens.Keyword<string>("NFKD", "NFKD"))).OrNull();

    private static readonly Parser<ComparisonOperator> ComparisonSign = Lex.Token(Tokens.Operator, ComparisonEnd, ReadComparison)
        .StartingWith("=<>~");

    // x[i], x[a..b], x[..b], x[a..]
    private static readonly Parser<Func<ExpressionSyntax, Extent, ExpressionSyntax>> Subscript =
        Tokens.OpenBracket.Then(Combinators.Choice(
                Tokens.Dots.Then(Value.OrNull()).Build((to, _) => Slice(null, to)),
                Sequence.Of(Value, Tokens.Dots.Then(Value.OrNull())
                    .Build((to, _) => (IsSlice: true, To: to))
                    .OrElse(default), (from, rest, _) =>
                    rest.IsSlice ? Slice(from, rest.To) : Index(from))))
            .FollowedBy(Tokens.CloseBracket);

    private static readonly Parser<Func<ExpressionSyntax, Extent, ExpressionSyntax>> Suffix = Combinators.Choice(
        Lex.Symbol(".", notBefore: ".").Then(Tokens.PropertyKey).Build((key, _) => Property(key)), Subscript)
        .StartingWith(".[")
        .Labelled("an operator");

    private static readonly Parser<ExpressionSyntax> Sum = SumOf(LabelGrammar.Test);

    private static readonly Parser<Func<ExpressionSyntax, Extent, ExpressionSyntax>> Predicates =
        PredicateOver(Sum, LabelGrammar.Tested, TypeGrammar.Type).Labelled("an operator");

    private static readonly Parser<ExpressionSyntax> AnyCondition = Levels(Sum, Predicates);

    private static readonly Parser<ExpressionSyntax> AnyConditionBeforeBar = LevelsBeforeBar();

    /// <summary>
    /// An operator with its right side, for a left side that is not written: <c>&lt; 2</c>, <c>IS NULL</c>, <c>STARTS WITH 'a'</c>.
    /// </summary>
    public static readonly Parser<Func<ExpressionSyntax, Extent, ExpressionSyntax>> RightPart = Combinators.Choice(
        Predicates, Sequence.Of(ComparisonSign, Chain.Postfix(Sum, Predicates), (sign, right, _) => Compared(sign, right)));

    private static Parser<ExpressionSyntax> LevelsBeforeBar()
    {
        var sum = SumOf(LabelGrammar.TestBeforeBar);
        return Levels(sum, PredicateOver(sum, LabelGrammar.TestedBeforeBar, TypeGrammar.TypeBeforeBar).Labelled("an operator"));
    }

    private static Parser<ExpressionSyntax> SumOf(Parser<LabelExpressionSyntax> labelTest)
    {
        var accessed = Chain.Postfix<ExpressionSyntax>(AtomGrammar.Atom, Suffix);
        var tested = Sequence.Of(accessed, labelTest.StartingWith(":").Labelled("an operator").OrNull(), TestLabels);
        var signed = Chain.Prefix(Sign, Combinators.Choice(tested, NumberGrammar.MinimumInteger), Unary).Labelled("a value");
        var power = Chain.Left(signed, PowerSign, Binary);
        var product = Chain.Left(power, ProductSign, Binary);
        return Chain.Left(product, SumSign, Binary);
    }

    private static Parser<ExpressionSyntax> Levels(
        Parser<ExpressionSyntax> sum, Parser<Func<ExpressionSyntax, Extent, ExpressionSyntax>> predicates)
    {
        var matched = Chain.Postfix(sum, predicates);
        var comparison = Chain.Flat(matched, ComparisonSign, Comparison);
        var negation = Chain.Prefix<ExpressionSyntax, UnaryOperator>(
            Tokens.Keyword("NOT", UnaryOperator.Not),
            comparison,
            (not, operand, extent) => new UnarySyntax(not, operand) { Span = extent });
        var conjunction = Chain.Flat(negation, Connective("AND"), Logical(LogicalOperator.And));
        var exclusion = Chain.Flat(conjunction, Connective("XOR"), Logical(LogicalOperator.Xor));
        return Chain.Flat(exclusion, Connective("OR"), Logical(LogicalOperator.Or)).Labelled("an expression");
    }

    private static Parser<TextSpan> Connective(string word) => Tokens.Keyword(word).StartingWith(word[..1]).Labelled("an operator");

    private static Parser<T> Operator<T>(string sign, T value, Func<ParseInput, bool>? applies = null) => Lex.Token(
        Tokens.Operator,
        start => start.Context.Text.AsSpan(start.Position, start.Context.End - start.Position).StartsWith(sign)
            && applies?.Invoke(start) != false
            ? start.Position + sign.Length
            : start.Position,
        (_, _) => value);

    private static Parser<Func<ExpressionSyntax, Extent, ExpressionSyntax>> PredicateOver(
        Parser<ExpressionSyntax> operand, Parser<LabelExpressionSyntax> labels, Parser<TypeSyntax> type) => Combinators.Choice(
        Sequence.Of(StringOperator, operand, (sign, right, _) => Predicate(sign, right)),
        Tokens.Keyword("IS").Then(Combinators.Choice(Combinators.When(IsLabelAhead, LabelsAfterIs(labels)), TestAfterIs(labels, type))),
        Lex.Symbol("::").Then(type).Build((tested, _) => TypeTest(false, tested))).StartingWith("seci=:");

    private static Parser<Func<ExpressionSyntax, Extent, ExpressionSyntax>> TestAfterIs(
        Parser<LabelExpressionSyntax> labels, Parser<TypeSyntax> type) => Sequence.Of(
        Negation,
        Combinators.Choice<Func<bool, Func<ExpressionSyntax, Extent, ExpressionSyntax>>>(
            Tokens.Keyword("NULL").Build<TextSpan, Func<bool, Func<ExpressionSyntax, Extent, ExpressionSyntax>>>((_, _) => NullTest),
            TruthValue.Build<bool?, Func<bool, Func<ExpressionSyntax, Extent, ExpressionSyntax>>>((truth, _) =>
                isNegated => TruthTest(isNegated, truth)),
            Combinators.Choice(Lex.Symbol("::"), Tokens.Keyword("TYPED")).Then(type)
                .Build<TypeSyntax, Func<bool, Func<ExpressionSyntax, Extent, ExpressionSyntax>>>((tested, _) =>
                    isNegated => TypeTest(isNegated, tested)),
            NormalForm.FollowedBy(Tokens.Keyword("NORMALIZED"))
                .Build<string?, Func<bool, Func<ExpressionSyntax, Extent, ExpressionSyntax>>>((form, _) =>
                    isNegated => NormalizedTest(isNegated, form)),
            Tokens.Keyword("LABELED").Then(labels)
                .Build<LabelExpressionSyntax, Func<bool, Func<ExpressionSyntax, Extent, ExpressionSyntax>>>((tested, _) =>
                    isNegated => LabelsTest(isNegated, tested))),
        (isNegated, test, _) => test(isNegated));

    private static Parser<Func<ExpressionSyntax, Extent, ExpressionSyntax>> LabelsAfterIs(
        Parser<LabelExpressionSyntax> labels) => Sequence.Of(
        Combinators.When(IsLabeledAhead, Negation.FollowedBy(Tokens.Keyword("LABELED"))).OrElse(false),
        labels,
        (isNegated, tested, _) => LabelsTest(isNegated, tested));

    // IS Person, IS LABELED Person, IS NOT LABELED Person; every other word after IS begins another test.
    private static bool IsLabelAhead(Lookahead next)
    {
        if (IsLabeledAhead(next))
            return true;
        var isOther = next.Keyword("NULL").IsMatch || next.Keyword("NOT").IsMatch || next.Keyword("TYPED").IsMatch
            || next.Keyword("NORMALIZED").IsMatch || next.Name().Keyword("NORMALIZED").IsMatch
            || next.Keyword("TRUE").IsMatch || next.Keyword("FALSE").IsMatch || next.Keyword("UNKNOWN").IsMatch;
        return !isOther && BeginsLabels(next);
    }

    private static bool IsLabeledAhead(Lookahead next) => BeginsLabels(next.Optional(place => place.Keyword("NOT")).Keyword("LABELED"));

    private static bool BeginsLabels(Lookahead next) => next.Name().IsMatch || next.Sees("(") || next.Sees("!") || next.Sees("%");

    private static int ComparisonEnd(ParseInput start)
    {
        var next = start.Context.CharacterAt(start.Position + 1);
        var length = (start.Current, next) switch
        {
            ('<', '>') or ('<', '=') or ('>', '=') or ('~', '=') => 2,
            ('<', _) or ('>', _) => 1,
            ('=', not '~') => 1,
            _ => 0,
        };
        return start.Position + length;
    }

    private static ComparisonOperator ReadComparison(ParseInput start, TextSpan span) => start.Source.AsSpan(span.Start, span.Length) switch
    {
        "=" => ComparisonOperator.Equal,
        "<>" => ComparisonOperator.NotEqual,
        "<" => ComparisonOperator.Less,
        "<=" => ComparisonOperator.LessOrEqual,
        ">" => ComparisonOperator.Greater,
        ">=" => ComparisonOperator.GreaterOrEqual,
        _ => ComparisonOperator.FoldedEqual,
    };

    private static Func<ExpressionSyntax, Extent, ExpressionSyntax> Property(NameSyntax key) =>
        (target, extent) => new PropertySyntax(NoPath(target, extent), key) { Span = extent };

    private static Func<ExpressionSyntax, Extent, ExpressionSyntax> Index(ExpressionSyntax index) =>
        (target, extent) => new IndexSyntax(NoPath(target, extent), index) { Span = extent };

    private static Func<ExpressionSyntax, Extent, ExpressionSyntax> Slice(ExpressionSyntax? from, ExpressionSyntax? to) =>
        (target, extent) => new SliceSyntax(NoPath(target, extent), from, to) { Span = extent };

    private static Func<ExpressionSyntax, Extent, ExpressionSyntax> Predicate(BinaryOperator sign, ExpressionSyntax right) =>
        (left, extent) => Binary(left, sign, right, extent);

    private static Func<ExpressionSyntax, Extent, ExpressionSyntax> Compared(ComparisonOperator sign, ExpressionSyntax right) =>
        (left, extent) => new ComparisonSyntax([NoPath(left, extent), NoPath(right, extent)], [sign]) { Span = extent };

    private static Func<ExpressionSyntax, Extent, ExpressionSyntax> TypeTest(bool isNegated, TypeSyntax type) =>
        (operand, extent) => new TypeTestSyntax(NoPath(operand, extent), type, isNegated) { Span = extent };

    private static Func<ExpressionSyntax, Extent, ExpressionSyntax> NormalizedTest(bool isNegated, string? form) =>
        (operand, extent) => new NormalizedTestSyntax(NoPath(operand, extent), form, isNegated) { Span = extent };

    private static Func<ExpressionSyntax, Extent, ExpressionSyntax> TruthTest(bool isNegated, bool? truth) =>
        (operand, extent) => new TruthTestSyntax(NoPath(operand, extent), truth, isNegated) { Span = extent };

    private static Func<ExpressionSyntax, Extent, ExpressionSyntax> LabelsTest(bool isNegated, LabelExpressionSyntax labels) =>
        (operand, extent) =>
    {
        var test = new LabelTestSyntax(NoPath(operand, extent), labels) { Span = extent };
        return isNegated ? new UnarySyntax(UnaryOperator.Not, test) { Span = extent } : test;
    };

    private static Func<ExpressionSyntax, Extent, ExpressionSyntax> NullTest(bool isNegated) =>
        (operand, extent) => new IsNullSyntax(NoPath(operand, extent), isNegated) { Span = extent };

    private static ExpressionSyntax TestLabels(ExpressionSyntax target, LabelExpressionSyntax? labels, Extent extent) =>
        labels is null ? target : new LabelTestSyntax(NoPath(target, extent), labels) { Span = extent };

    private static ExpressionSyntax Unary(UnaryOperator sign, ExpressionSyntax operand, Extent extent) =>
        new UnarySyntax(sign, NoPath(operand, extent)) { Span = extent };

    private static ExpressionSyntax Binary(ExpressionSyntax left, BinaryOperator sign, ExpressionSyntax right, Extent extent) =>
        new BinarySyntax(sign, NoPath(left, extent), NoPath(right, extent)) { Span = extent };

    private static ExpressionSyntax Comparison(
        IReadOnlyList<ExpressionSyntax> operands, IReadOnlyList<ComparisonOperator> signs, Extent extent) =>
        new ComparisonSyntax([.. operands.Select(operand => NoPath(operand, extent))], Tokens.List(signs)) { Span = extent };

    private static Func<IReadOnlyList<ExpressionSyntax>, IReadOnlyList<TextSpan>, Extent, ExpressionSyntax> Logical(LogicalOperator sign) =>
        (operands, _, extent) => new LogicalSyntax(sign, Tokens.List(operands)) { Span = extent };

    private static ExpressionSyntax NoPath(ExpressionSyntax expression, Extent extent)
    {
        if (expression is PathExpressionSyntax { Path.Function: ShortestPathFunction.None })
            extent.Context.Fail(SyntaxDiagnostics.PathAsValue(extent.Source, expression.Span));
        return expression;
    }
}
