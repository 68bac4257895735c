using Graph.Query.Parsing;
using Sprache;
using static Graph.Query.Parsing.Combinators;
using static Graph.Query.Syntax.Tokens;

namespace Graph.Query.Syntax;

/// <summary>Facts of articles: the language's pattern syntax with references to entities, and with constants for values.</summary>
internal static class FactGrammar
{
    // Pandoc's identifiers without the colon, which begins a label here; or any text in backquotes.
    private static readonly Parser<EntityReferenceSyntax> Reference = Lex.Token(
        new Expectation(ExpectationKind.Name, "an entity such as '#name'"), ReferenceEnd, ReadReference);

    private static readonly Parser<ExpressionSyntax> Number = Choice(
        NumberGrammar.Number,
        NumberGrammar.MinimumInteger,
        Lex.Symbol("-").Then(NumberGrammar.Number).Build<ExpressionSyntax, ExpressionSyntax>(
            (number, extent) => new UnarySyntax(UnaryOperator.Minus, number) { Span = extent }));

    private static readonly Parser<ExpressionSyntax> Constant = Choice(
        Keyword("NULL", Value.Null), Keyword("TRUE", Value.True), Keyword("FALSE", Value.False))
        .Build<Value, ExpressionSyntax>((value, extent) => new LiteralSyntax(value, extent.Text) { Span = extent });

    private static readonly Parser<ExpressionSyntax> FactList =
        OpenBracket.Then(Guard.Of("The list", () => FactValue!).SeparatedBy(Comma).OrElse([])).FollowedBy(CloseBracket)
            .Build<IReadOnlyList<ExpressionSyntax>, ExpressionSyntax>((items, extent) =>
                new ListSyntax(Tokens.List(items)) { Span = extent });

    private static readonly Parser<ExpressionSyntax> FactValue =
        Choice(StringGrammar.String, Number, Constant, Reference, FactList).Labelled("a value");

    private static readonly Parser<MapEntrySyntax> Property = Sequence.Of(
        PropertyKey, Colon.Then(FactValue), (key, value, extent) => new MapEntrySyntax(key, value) { Span = extent });

    private static readonly Parser<MapSyntax> Properties = OpenBrace.Then(Property.SeparatedBy(Comma).OrElse([])).FollowedBy(CloseBrace)
        .Build((entries, extent) => new MapSyntax(Tokens.List(entries)) { Span = extent });

    private static readonly Parser<NameSyntax> Label = Colon.Then(AnyName(ExpectationKind.Label, "a label"));

    private static readonly Parser<FactNodeSyntax> Node = Sequence.Of(
        OpenParenthesis.Then(Reference.OrNull()),
        Label.ZeroOrMore(),
        Properties.OrNull().FollowedBy(CloseParenthesis),
        (entity, labels, properties, extent) => new FactNodeSyntax(entity, Tokens.List(labels), properties) { Span = extent });

    private static readonly Parser<(NameSyntax Type, MapSyntax? Properties)> Detail = Sequence.Of(
        OpenBracket.Then(Colon).Then(AnyName(ExpectationKind.RelationType, "a relation type")),
        Properties.OrNull().FollowedBy(CloseBracket),
        (type, properties, _) => (type, properties));

    private static readonly Parser<FactRelationSyntax> Relation = Choice(
        Lex.Symbol("-").Then(Detail).FollowedBy(Lex.Symbol("->")).Build((detail, extent) =>
            new FactRelationSyntax(EdgeDirection.Right, detail.Type, detail.Properties) { Span = extent }),
        Lex.Symbol("<-").Then(Detail).FollowedBy(Lex.Symbol("-", notBefore: ">")).Build((detail, extent) =>
            new FactRelationSyntax(EdgeDirection.Left, detail.Type, detail.Properties) { Span = extent }));

    private static readonly Parser<(FactRelationSyntax Relation, FactNodeSyntax Node)> Step =
        Sequence.Of(Relation, Node, (relation, node, _) => (relation, node));

    public static readonly Parser<FactSyntax> Fact = Sequence.Of(Node, Step, Step.ZeroOrMore(), (start, first, others, extent) =>
    {
        (FactRelationSyntax Relation, FactNodeSyntax Node)[] steps = [first, .. others];
        return new FactSyntax([start, .. steps.Select(step => step.Node)], [.. steps.Select(step => step.Relation)]) { Span = extent };
    });

    private static int ReferenceEnd(ParseInput start)
    {
        if (start.Current != '#')
            return start.Position;
        var (text, position, end) = (start.Source, start.Position + 1, start.Context.End);
        if (start.Context.CharacterAt(position) == '`')
            return QuotedText.End(text, position, end);
        while (position < end && (Characters.IsWordPart(text, position, end) || JoinsWords(text, position, end)))
            position += char.IsHighSurrogate(text[position]) ? 2 : 1;
        return position == start.Position + 1 ? start.Position : position;
    }

    private static bool JoinsWords(string text, int position, int end) =>
        text[position] is '-' or '.' && Characters.IsWordPart(text, position + 1, end);

    private static EntityReferenceSyntax ReadReference(ParseInput start, TextSpan span)
    {
        var (text, name) = (start.Source, span.Start + 1);
        if (text[name] != '`')
            return new EntityReferenceSyntax(text[name..span.End]) { Span = span };
        if (QuotedText.ClosingQuote(text, name, start.Context.End) is { } close)
            return new EntityReferenceSyntax(QuotedText.Name(text, name, close)) { Span = span };
        start.Context.Fail(SyntaxDiagnostics.Unclosed(start.Context.Source, "name", TextSpan.FromBounds(name, span.End)));
        return new EntityReferenceSyntax("") { Span = span };
    }
}
