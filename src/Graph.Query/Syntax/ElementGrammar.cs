using Graph.Query.Parsing;
using Sprache;
using static Graph.Query.Parsing.Combinators;
using static Graph.Query.Syntax.Tokens;

namespace Graph.Query.Syntax;

/// <summary>
/// What stands between round brackets and between arrows: <c>(n:A {x: 1})</c>, <c>&lt;-[r:R*1..3]-</c>, and what may follow.
/// </summary>
internal static class ElementGrammar
{
    private static readonly Parser<TextSpan> Star = Lex.Symbol("*");

    private static readonly Parser<ElementCondition> MapCondition =
        MapGrammar.Map.Build((map, _) => new ElementCondition(map, null));

    private static readonly Parser<ElementCondition> ParameterCondition = Parameter.Build((parameter, extent) =>
    {
        extent.Context.Fail(SyntaxDiagnostics.ParameterAsProperties(extent.Source, extent, extent.Text));
        return new ElementCondition(parameter, null);
    });

    private static readonly Parser<ExpressionSyntax?> Where = Keyword("WHERE").Then(ExpressionGrammar.Condition).OrNull();

    private static readonly Parser<ElementCondition> Properties = Choice(MapCondition, When(next => next.Sees("$"), ParameterCondition));

    private static readonly Parser<ElementCondition> Condition = Sequence.Of(
        Properties.OrElse(default), Where, (properties, where, _) => properties with { Where = where });

    private static readonly Parser<ElementHead> NodeHead = Sequence.Of(
        NewVariable.OrNull(),
        LabelGrammar.NodeLabels.OrNull(),
        (variable, labels, extent) => Noted(new ElementHead(variable, labels, extent.End), extent));

    public static readonly Parser<NodePatternSyntax> Node = Sequence.Of(
        OpenParenthesis.Then(NodeHead),
        Condition.FollowedBy(CloseParenthesis),
        (head, condition, extent) =>
            Noted(new NodePatternSyntax(head.Variable, head.Labels, condition.Properties, condition.Where) { Span = extent }, extent));

    private static readonly Parser<LengthBounds> BoundsOfLength = Sequence.Of(
        NumberGrammar.Bound.OrElse(null),
        Dots.Then(NumberGrammar.Bound.OrElse(null)).Build((maximum, _) => (IsRange: true, Maximum: maximum)).OrElse(default),
        (minimum, rest, _) => new LengthBounds(minimum, rest.IsRange ? rest.Maximum : minimum));

    private static readonly Parser<LengthBounds> NegativeLength = Lex.Symbol("-").Then(NumberGrammar.Bound).Build((_, extent) =>
    {
        extent.Context.Fail(SyntaxDiagnostics.NegativeLength(extent.Source, extent));
        return new LengthBounds(null, null);
    });

    private static readonly Parser<LengthSyntax> Length = Star.Then(Choice(NegativeLength, BoundsOfLength))
        .Build((bounds, extent) => new LengthSyntax(bounds.Minimum, bounds.Maximum) { Span = extent });

    private static readonly Parser<LengthSyntax> LengthWithoutStar =
        When(next => next.Sees("..") || next.SeesDigit(), BoundsOfLength.Build((_, extent) =>
        {
            extent.Context.Fail(SyntaxDiagnostics.LengthWithoutStar(extent.Source, extent));
            return new LengthSyntax(null, null);
        }));

    // With a length, a condition cannot speak of a single edge, so only a map may follow.
    private static readonly Parser<(LengthSyntax? Length, ElementCondition Condition)> LengthAndCondition = Choice(
        Sequence.Of(
            Choice(Length, LengthWithoutStar), Properties.OrElse(default), (length, condition, _) => ((LengthSyntax?)length, condition)),
        Condition.Build((condition, _) => ((LengthSyntax?)null, condition)));

    private static readonly Parser<ElementHead> RelationHead = Sequence.Of(
        NewVariable.OrNull(),
        LabelGrammar.RelationTypes.OrNull(),
        (variable, types, extent) => Noted(new ElementHead(variable, types, extent.End, IsRelation: true), extent));

    private static readonly Parser<Detail> DetailInBrackets = Sequence.Of(
        OpenBracket.Then(RelationHead),
        LengthAndCondition.FollowedBy(CloseBracket),
        (head, rest, extent) => CheckedDetail(new Detail(head.Variable, head.Labels, rest.Length, rest.Condition), extent));

    private static readonly Parser<bool> ArrowStart = Lex.Token(
        new Expectation(ExpectationKind.Symbol, "-"), ArrowStartEnd, ReadArrowStart);

    private static readonly Parser<bool> ArrowEnd = Lex.Token(
        new Expectation(ExpectationKind.Symbol, "-"), ArrowEndEnd, (start, span) => start.Source[span.End - 1] == '>');

    /// <summary>A relation without a quantifier.</summary>
    public static readonly Parser<RelationshipPatternSyntax> Relationship = Sequence.Of(
        ArrowStart, DetailInBrackets.OrNull(), ArrowEnd, RelationshipPattern);

    private static readonly Parser<QuantifierSyntax> Repetition = Choice(
        Star.Build((_, extent) => new QuantifierSyntax(0, null) { Span = extent }),
        Lex.Symbol("+").Build((_, extent) => new QuantifierSyntax(1, null) { Span = extent }),
        OpenBrace.Then(QuantifierBounds()).FollowedBy(CloseBrace).Build((bounds, extent) => bounds with { Span = extent }));

    /// <summary><c>{1,3}</c>, <c>+</c> or <c>*</c> after a relation or a path in brackets; null where none stands.</summary>
    public static readonly Parser<QuantifierSyntax?> Quantifier = Repetition.Build(CheckedBounds).Labelled("a quantifier").OrNull();

    private readonly record struct ElementCondition(ExpressionSyntax? Properties, ExpressionSyntax? Where);

    private readonly record struct LengthBounds(long? Minimum, long? Maximum);

    private sealed record Detail(NameSyntax? Variable, LabelExpressionSyntax? Types, LengthSyntax? Length, ElementCondition Condition);

    // {2}, {2,}, {,3}, {2,3}; {,} would say nothing that * does not.
    private static Parser<QuantifierSyntax> QuantifierBounds() => Choice(
        Comma.Then(NumberGrammar.Bound).Build((maximum, _) => new QuantifierSyntax(0, maximum)),
        Sequence.Of(
            NumberGrammar.Bound,
            Comma.Then(NumberGrammar.Bound.OrElse(null)).Build((maximum, _) => (IsRange: true, Maximum: maximum)).OrElse(default),
            (minimum, rest, _) => new QuantifierSyntax(minimum ?? 0, rest.IsRange ? rest.Maximum : minimum)));

    private static T Noted<T>(T found, Extent extent)
        where T : notnull
    {
        extent.Context.Note(found);
        return found;
    }

    private static QuantifierSyntax CheckedBounds(QuantifierSyntax quantifier, Extent extent)
    {
        if (quantifier.Maximum < quantifier.Minimum)
            extent.Context.Fail(SyntaxDiagnostics.BoundsOutOfOrder(extent.Source, extent, quantifier.Minimum, quantifier.Maximum.Value));
        return quantifier;
    }

    private static Detail CheckedDetail(Detail detail, Extent extent)
    {
        if (detail is { Length: { } length, Types: { } types } && UsesSigns(types))
        {
            var written = extent.Source.GetText(length.Span);
            var quantifier = $"{{{length.Minimum ?? 1},{length.Maximum}}}";
            extent.Context.Fail(SyntaxDiagnostics.MixedLabels(
                extent.Source, length.Span, written, $"-[:{LabelPrinter.Print(types)}]->{quantifier}"));
        }

        return detail;
    }

    // A plain list of types, A|B, belongs to both notations.
    private static bool UsesSigns(LabelExpressionSyntax types) => types switch
    {
        LabelNameSyntax => false,
        LabelOrSyntax or => or.Operands.Any(UsesSigns),
        _ => true,
    };

    private static RelationshipPatternSyntax RelationshipPattern(bool pointsLeft, Detail? detail, bool pointsRight, Extent extent)
    {
        var direction = (pointsLeft, pointsRight) switch
        {
            (true, false) => EdgeDirection.Left,
            (false, true) => EdgeDirection.Right,
            _ => EdgeDirection.Both,
        };
        RefuseLongArrow(detail is not null, pointsRight, extent);
        var (properties, where) = (detail?.Condition.Properties, detail?.Condition.Where);
        return Noted(
            new RelationshipPatternSyntax(direction, detail?.Variable, detail?.Types, detail?.Length, properties, where, null)
            {
                Span = extent
            },
            extent);
    }

    // Written -[r]--> or --[r]->, with one dash too many.
    private static void RefuseLongArrow(bool hasDetail, bool pointsRight, Extent extent)
    {
        var (context, end) = (extent.Context, extent.End.TokenEnd);
        var (next, afterNext) = (context.CharacterAt(end), context.CharacterAt(end + 1));
        var isLong = hasDetail ? next == '-' && (afterNext is '>' or '(') : next == '[';
        if (pointsRight || !isLong)
            return;
        var start = hasDetail ? end - 1 : end - 2;
        var arrow = TextSpan.FromBounds(start, hasDetail && afterNext == '>' ? end + 2 : end + 1);
        var written = context.Source.GetText(arrow);
        context.Fail(SyntaxDiagnostics.ShortArrow(context.Source, arrow, written, written[1..]));
    }

    // '-' or '<-', also with blanks between the two signs.
    private static int ArrowStartEnd(ParseInput start)
    {
        var dash = start.Current == '<' ? start.Context.SkipBlanks(start.Position + 1) : start.Position;
        return start.Context.CharacterAt(dash) == '-' ? dash + 1 : start.Position;
    }

    private static bool ReadArrowStart(ParseInput start, TextSpan span)
    {
        var context = start.Context;
        var pointsLeft = start.Current == '<';
        var next = context.SkipBlanks(span.End);
        var pointsRight = context.CharacterAt(next) == '>';
        if (pointsRight || context.CharacterAt(next) == '(')
        {
            var arrow = TextSpan.FromBounds(span.Start, pointsRight ? next + 1 : span.End);
            var written = context.Source.GetText(arrow);
            context.Fail(SyntaxDiagnostics.ShortArrow(
                context.Source, arrow, written, $"{(pointsLeft ? "<" : "")}--{(pointsRight ? ">" : "")}"));
        }

        return pointsLeft;
    }

    private static int ArrowEndEnd(ParseInput start)
    {
        if (start.Current != '-')
            return start.Position;
        var head = start.Context.SkipBlanks(start.Position + 1);
        return start.Context.CharacterAt(head) == '>' ? head + 1 : start.Position + 1;
    }
}
