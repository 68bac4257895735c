using Graph.Query.Parsing;
using Sprache;

namespace Graph.Query.Syntax;

/// <summary>
/// <c>:A:B</c>, <c>:A|B</c>, <c>:A&amp;!(B|%)</c>. openCypher's colons and GQL's signs are read by one rule,
/// which then refuses what neither of the two allows.
/// </summary>
internal static class LabelGrammar
{
    private static readonly Parser<bool> Ampersand = Lex.Symbol("&").Build((_, _) => false);
    private static readonly Parser<TextSpan> OneColon = Lex.Symbol(":", notBefore: ":");
    private static readonly Parser<bool> ColonBetween = OneColon.Build((_, _) => true);
    private static readonly Parser<TextSpan> Exclamation = Lex.Symbol("!");
    private static readonly Parser<TextSpan> Percent = Lex.Symbol("%");
    private static readonly Parser<TextSpan> Opening = Combinators.Choice(Tokens.Colon, Tokens.Keyword("IS"));

    /// <summary>After the variable of a node pattern.</summary>
    public static readonly Parser<LabelExpressionSyntax> NodeLabels = Opening.Then(Expression(ExpectationKind.Label)).Build(NodeRule);

    /// <summary>After the variable of a relation pattern.</summary>
    public static readonly Parser<LabelExpressionSyntax> RelationTypes =
        Opening.Then(Expression(ExpectationKind.RelationType)).Build(RelationRule);

    /// <summary>After <c>IS</c> that follows a value.</summary>
    public static readonly Parser<LabelExpressionSyntax> Tested = Expression(ExpectationKind.Label).Build(NodeRule);

    /// <summary>After <c>IS</c>, directly inside the brackets of a comprehension.</summary>
    public static readonly Parser<LabelExpressionSyntax> TestedBeforeBar = Expression(ExpectationKind.Label, hasBar: false).Build(NodeRule);

    /// <summary>After a value: <c>n:Person</c>.</summary>
    public static readonly Parser<LabelExpressionSyntax> Test = OneColon.Then(Tested);

    /// <summary>Directly inside the brackets of a comprehension, where <c>|</c> ends the filter.</summary>
    public static readonly Parser<LabelExpressionSyntax> TestBeforeBar = OneColon.Then(TestedBeforeBar);

    private static Parser<LabelExpressionSyntax> Expression(ExpectationKind kind, bool hasBar = true)
    {
        var isRelation = kind == ExpectationKind.RelationType;
        Parser<LabelExpressionSyntax>? disjunction = null;
        var name = Tokens.AnyName(kind, isRelation ? "a relation type" : "a label")
            .Build<NameSyntax, LabelExpressionSyntax>((label, extent) => new LabelNameSyntax(label) { Span = extent });
        var wildcard = Percent.Build<TextSpan, LabelExpressionSyntax>((_, extent) => new LabelWildcardSyntax { Span = extent });
        var nested = Tokens.OpenParenthesis
            .Then(Guard.Of("The label expression", () => disjunction!))
            .FollowedBy(Tokens.CloseParenthesis);
        var factor = Chain.Prefix<LabelExpressionSyntax, TextSpan>(
            Exclamation, Combinators.Choice(name, wildcard, nested), (_, operand, extent) => new LabelNotSyntax(operand) { Span = extent });
        var conjunction = Chain.Flat(factor, Combinators.Choice(Ampersand, ColonBetween), And);
        var bar = isRelation ? Tokens.Bar.Then(Tokens.Colon.IsPresent()) : Tokens.Bar.Build((_, _) => false);
        disjunction = Chain.Flat(conjunction, bar, Or);
        return hasBar ? disjunction : conjunction;
    }

    private static LabelExpressionSyntax And(IReadOnlyList<LabelExpressionSyntax> operands, IReadOnlyList<bool> colons, Extent extent)
    {
        var labels = new LabelAndSyntax(Tokens.List(operands), colons.Contains(true)) { Span = extent };
        return colons.Contains(false) && labels.Colons ? Mixed(labels, extent) : labels;
    }

    private static LabelExpressionSyntax Or(IReadOnlyList<LabelExpressionSyntax> operands, IReadOnlyList<bool> colons, Extent extent) =>
        new LabelOrSyntax(Tokens.List(operands), colons.Contains(true)) { Span = extent };

    private static LabelExpressionSyntax NodeRule(LabelExpressionSyntax labels, Extent extent) =>
        !UsesColons(labels) || IsPlainColons(labels) ? labels : Mixed(labels, extent);

    private static LabelExpressionSyntax RelationRule(LabelExpressionSyntax types, Extent extent)
    {
        if (types is not LabelAndSyntax || !IsPlainColons(types))
            return NodeRule(types, extent);
        extent.Context.Fail(SyntaxDiagnostics.SeveralTypes(extent.Source, types.Span));
        return types;
    }

    private static LabelExpressionSyntax Mixed(LabelExpressionSyntax labels, Extent extent)
    {
        var written = extent.Source.GetText(labels.Span);
        extent.Context.Fail(SyntaxDiagnostics.MixedLabels(
            extent.Source, labels.Span, $":{written}", $":{LabelPrinter.PrintWithSigns(labels)}"));
        return labels;
    }

    private static bool IsPlainColons(LabelExpressionSyntax labels) => labels switch
    {
        LabelAndSyntax { Colons: true } and => and.Operands.All(operand => operand is LabelNameSyntax),
        LabelOrSyntax { Colons: true } or => or.Operands.All(operand => operand is LabelNameSyntax),
        _ => false,
    };

    private static bool UsesColons(LabelExpressionSyntax labels) => labels switch
    {
        LabelAndSyntax and => and.Colons || and.Operands.Any(UsesColons),
        LabelOrSyntax or => or.Colons || or.Operands.Any(UsesColons),
        LabelNotSyntax not => UsesColons(not.Operand),
        _ => false,
    };
}
