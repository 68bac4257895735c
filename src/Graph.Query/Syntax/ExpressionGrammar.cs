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

    /// <summary>Directly inside the brackets of a comprehension or <c>reduce</c>, where <c>|</c> is no part of a label expression.</summary>
    public static readonly Parser<ExpressionSyntax> ConditionBeforeBar = Guard.Of(Part, () => AnyConditionBeforeBar!);

    public static readonly Parser<ExpressionSyntax> ValueBeforeBar = ConditionBeforeBar.Build(NoPath);

    private static readonly Parser<UnaryOperator> Sign = Combinators.Choice(
        Operator("-", UnaryOperator.Minus, start => !NumberGrammar.IsMinimumInteger(start)),
        Operator("+", UnaryOperator.Plus));

    private static readonly Parser<BinaryOperator> PowerSign = Operator("^", BinaryOperator.Power);

    private static readonly Parser<BinaryOperator> ProductSign = Combinators.Choice(
        Operator("*", BinaryOperator.Multiply), Operator("/", BinaryOperator.Divide), Operator("%", BinaryOperator.Modulo));

    private static readonly Parser<BinaryOperator> SumSign = Combinators.Choice(
        Operator("+", BinaryOperator.Add), Operator("-", BinaryOperator.Subtract));

    private static readonly Parser<BinaryOperator> StringOperator = Combinators.Choice(
        Tokens.Keyword("STARTS", "WITH").Build((_, _) => BinaryOperator.StartsWith),
        Tokens.Keyword("ENDS", "WITH").Build((_, _) => BinaryOperator.EndsWith),
        Tokens.Keyword("CONTAINS", BinaryOperator.Contains),
        Tokens.Keyword("IN", BinaryOperator.In),
        Operator("=~", BinaryOperator.RegexMatch));

    private static readonly Parser<bool> IsNullTest = Tokens.Keyword("IS").Then(
        Tokens.Keyword("NOT").IsPresent().FollowedBy(Tokens.Keyword("NULL")));

    private static readonly Parser<ComparisonOperator> ComparisonSign = Lex.Token(Tokens.Operator, ComparisonEnd, ReadComparison);

    // x[i], x[a..b], x[..b], x[a..]
    private static readonly Parser<Func<ExpressionSyntax, Extent, ExpressionSyntax>> Subscript =
        Tokens.OpenBracket.Then(Combinators.Choice(
                Tokens.Dots.Then(Value.OrNull()).Build((to, _) => Slice(null, to)),
                Sequence.Of(Value, Tokens.Dots.Then(Value.OrNull()).Build((to, _) => (IsSlice: true, To: to)).OrElse(default), (from, rest, _) =>
                    rest.IsSlice ? Slice(from, rest.To) : Index(from))))
            .FollowedBy(Tokens.CloseBracket);

    private static readonly Parser<Func<ExpressionSyntax, Extent, ExpressionSyntax>> Suffix = Combinators.Choice(
        Lex.Symbol(".", notBefore: ".").Then(Tokens.PropertyKey).Build((key, _) => Property(key)), Subscript).Labelled("an operator");

    private static readonly Parser<ExpressionSyntax> AnyCondition = Levels(LabelGrammar.Test);

    private static readonly Parser<ExpressionSyntax> AnyConditionBeforeBar = Levels(LabelGrammar.TestBeforeBar);

    private static Parser<ExpressionSyntax> Levels(Parser<LabelExpressionSyntax> labelTest)
    {
        var accessed = Chain.Postfix<ExpressionSyntax>(AtomGrammar.Atom, Suffix);
        var tested = Sequence.Of(accessed, labelTest.Labelled("an operator").OrNull(), TestLabels);
        var signed = Chain.Prefix(Sign, Combinators.Choice(tested, NumberGrammar.MinimumInteger), Unary).Labelled("a value");
        var power = Chain.Left(signed, PowerSign, Binary);
        var product = Chain.Left(power, ProductSign, Binary);
        var sum = Chain.Left(product, SumSign, Binary);
        var matched = Chain.Postfix(sum, PredicateOver(sum).Labelled("an operator"));
        var comparison = Chain.Flat(matched, ComparisonSign, Comparison);
        var negation = Chain.Prefix<ExpressionSyntax, UnaryOperator>(
            Tokens.Keyword("NOT", UnaryOperator.Not), comparison, (not, operand, extent) => new UnarySyntax(not, operand) { Span = extent });
        var conjunction = Chain.Flat(negation, Connective("AND"), Logical(LogicalOperator.And));
        var exclusion = Chain.Flat(conjunction, Connective("XOR"), Logical(LogicalOperator.Xor));
        return Chain.Flat(exclusion, Connective("OR"), Logical(LogicalOperator.Or)).Labelled("an expression");
    }

    private static Parser<TextSpan> Connective(string word) => Tokens.Keyword(word).Labelled("an operator");

    private static Parser<T> Operator<T>(string sign, T value, Func<ParseInput, bool>? applies = null) => Lex.Token(
        Tokens.Operator,
        start => start.Context.Text.AsSpan(start.Position, start.Context.End - start.Position).StartsWith(sign) && applies?.Invoke(start) != false
            ? start.Position + sign.Length
            : start.Position,
        (_, _) => value);

    private static Parser<Func<ExpressionSyntax, Extent, ExpressionSyntax>> PredicateOver(Parser<ExpressionSyntax> operand) => Combinators.Choice(
        Sequence.Of(StringOperator, operand, (sign, right, _) => Predicate(sign, right)),
        IsNullTest.Build((isNegated, _) => NullTest(isNegated)));

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
