using Graph.Query.Parsing;
using Sprache;
using static Graph.Query.Parsing.Combinators;
using static Graph.Query.Syntax.Tokens;

namespace Graph.Query.Syntax;

/// <summary><c>{key: value}</c> and <c>n {.key, .*, key: value, variable}</c></summary>
internal static class MapGrammar
{
    private static readonly Parser<MapEntrySyntax> Entry = Sequence.Of(
        MapKey, Colon.Then(ExpressionGrammar.Value), (key, value, extent) => new MapEntrySyntax(key, value) { Span = extent });

    public static readonly Parser<ExpressionSyntax> Map = OpenBrace.Then(Entry.SeparatedBy(Comma).OrElse([])).FollowedBy(CloseBrace)
        .Build<IReadOnlyList<MapEntrySyntax>, ExpressionSyntax>((entries, extent) => new MapSyntax(Tokens.List(entries)) { Span = extent });

    private static readonly Parser<MapProjectionItemSyntax> Selector = Lex.Symbol(".").Then(Choice(
        Lex.Symbol("*").Build<TextSpan, MapProjectionItemSyntax>((_, extent) => new AllPropertiesSelectorSyntax { Span = extent }),
        PropertyKey.Build<NameSyntax, MapProjectionItemSyntax>((key, extent) => new PropertySelectorSyntax(key) { Span = extent })));

    private static readonly Parser<MapProjectionItemSyntax> LiteralEntry = Sequence.Of(
        MapKey,
        Colon.Then(ExpressionGrammar.Value),
        MapProjectionItemSyntax (key, value, extent) => new LiteralEntrySyntax(key, value) { Span = extent });

    private static readonly Parser<MapProjectionItemSyntax> VariableSelector =
        Variable.Build<NameSyntax, MapProjectionItemSyntax>((variable, extent) => new VariableSelectorSyntax(variable) { Span = extent });

    private static readonly Parser<MapProjectionItemSyntax> Item = Choice(
        Selector, When(next => next.Name().Symbol(":").IsMatch, LiteralEntry), VariableSelector);

    public static readonly Parser<ExpressionSyntax> Projection = Sequence.Of(
        Variable,
        OpenBrace.Then(Item.SeparatedBy(Comma).OrElse([])).FollowedBy(CloseBrace),
        ExpressionSyntax (variable, items, extent) => new MapProjectionSyntax(variable, Tokens.List(items)) { Span = extent });
}
