using Graph.Query.Parsing;
using Graph.Query.Syntax;
using Sprache;
using static Graph.Query.Parsing.Lex;

namespace Graph.Query.Schema;

/// <summary>
/// The grammar of graph types (<c>grammar/schema.ebnf</c>; ISO/IEC 39075 clauses 12.6 and 18.1-18.9). It makes syntax and nothing else.
/// GQL that is left out either parses here, so that all of it is reported at once, or is explained by <see cref="OmittedSyntax"/>.
/// </summary>
internal static class SchemaGrammar
{
    private static readonly Expectation AName = new(ExpectationKind.Name, "a name");
    private static readonly Expectation AType = new(ExpectationKind.Name, "a type");
    public static readonly Expectation OpenOfNamedPattern = new(ExpectationKind.Symbol, "(");

    private static readonly Expectation ANumber = new(ExpectationKind.Literal, "a number");

    private static readonly Vocabulary Words = new();

    private static readonly string[] LabelWords = ["IS", "LABEL", "LABELS"];

    private static readonly Parser<NameSyntax> Name = Word(AName, ToName, quotes: "`\"");

    private static readonly Parser<NameSyntax> Alias =
        Word(AName, ToName, word => word.IsQuoted || !LabelWords.Contains(word.Text, StringComparer.OrdinalIgnoreCase), quotes: "`\"");

    // 18.4 label set phrase
    private static readonly Parser<SyntaxList<NameSyntax>> LabelPhrase = Combinators.Choice(
        Words.Keyword("LABEL").Then(Name).Build((name, _) => (SyntaxList<NameSyntax>)[name]),
        Combinators.Choice(Symbol(":", notBefore: ":"), Words.Keyword("IS"), Words.Keyword("LABELS"))
            .Then(Name.SeparatedBy(Symbol("&")))
            .Build(ToList));

    // 18.9 value type; the words are taken as they come, as the list of GQL's types is long and ours is short
    private static readonly Parser<string> TypeWords = Sequence.Of(
        TypeWord(AType), TypeWord(AType).ZeroOrMore(), (first, rest, _) => string.Join(' ', [first, .. rest]));

    private static readonly Parser<bool> Precision = Symbol("(").Then(Number().SeparatedBy(Symbol(","))).Then(Symbol(")")).IsPresent();

    private static readonly Parser<bool> NotNull = Words.Keyword("NOT").Then(Words.Keyword("NULL")).IsPresent();

    private static readonly Parser<TypeSyntax> Type = Sequence.Of(
        TypeWords,
        Symbol("<").Then(Guard.Of("A type", () => Type!)).FollowedBy(Symbol(">")).OrNull(),
        Precision,
        NotNull,
        Symbol("|").Then(Guard.Of("A type", () => Type!)).IsPresent(),
        (word, element, precision, notNull, union, span) => new TypeSyntax(word, element, precision, union, notNull) { Span = span });

    // 18.5 property types specification
    private static readonly Parser<PropertyTypeSyntax> Property = Sequence.Of(
        Name,
        Combinators.Choice(Symbol("::"), Words.Keyword("TYPED")).IsPresent(),
        Type,
        (name, _, type, span) => new PropertyTypeSyntax(name, type) { Span = span });

    private static readonly Parser<SyntaxList<PropertyTypeSyntax>> Properties =
        Symbol("{").Then(Combinators.Choice(
            Symbol("}").Build((_, _) => SyntaxList.Create<PropertyTypeSyntax>([])),
            Property.SeparatedBy(Symbol(",")).FollowedBy(Symbol("}")).Build(ToList)));

    // 18.2 node type filler, 18.3 edge type filler
    private static readonly Parser<FillerSyntax> Filler = Sequence.Of(
        LabelPhrase.OrElse([]),
        Combinators.Choice(Symbol("=>"), Words.Keyword("IMPLIES")).Then(LabelPhrase.OrElse([])).OrNull(),
        Properties.OrElse([]),
        (keys, implied, properties, span) => new FillerSyntax(keys, implied is not null, implied ?? [], properties) { Span = span });

    private static readonly Parser<NodePatternSyntax> NodePattern = PatternAfter(Symbol("("));

    // A pattern behind TYPE and a name; where something else stands, it is one of GQL's type phrases.
    private static readonly Parser<NodePatternSyntax> NamedPattern =
        PatternAfter(Token(OpenOfNamedPattern, start => start.Current == '(' ? start.Position + 1 : start.Position, (_, span) => span));

    private static readonly Parser<EdgeTail> Tail = Combinators.Choice(
        Sequence.Of(
            Symbol("-[").Then(Filler),
            Symbol("]->").Then(NodePattern),
            (filler, end, _) => new EdgeTail(filler, end, PointsLeft: false)),
        Sequence.Of(
            Symbol("<-[").Then(Filler),
            Symbol("]-", notBefore: ">").Then(NodePattern),
            (filler, end, _) => new EdgeTail(filler, end, PointsLeft: true)));

    private static readonly Parser<ElementSyntax> NamedNodeType = Sequence.Of(
        Combinators.Choice(Words.Keyword("NODE"), Words.Keyword("VERTEX")).Then(Words.Keyword("TYPE").IsPresent()).Then(Name),
        NamedPattern,
        (name, pattern, span) => (ElementSyntax)new NodeTypeSyntax(name, pattern) { Span = span });

    private static readonly Parser<ElementSyntax> NamedEdgeType = Sequence.Of(
        Words.Keyword("DIRECTED").IsPresent()
            .Then(Combinators.Choice(Words.Keyword("EDGE"), Words.Keyword("RELATIONSHIP")))
            .Then(Words.Keyword("TYPE").IsPresent())
            .Then(Name),
        NamedPattern,
        Tail,
        (name, front, tail, span) => tail.ToEdgeType(name, front, span));

    private static readonly Parser<ElementSyntax> BareType = Sequence.Of(
        NodePattern,
        Tail.OrNull(),
        (front, tail, span) => tail is null ? new NodeTypeSyntax(null, front) { Span = span } : tail.ToEdgeType(null, front, span));

    private static readonly Parser<ElementSyntax> Element =
        Combinators.Choice(NamedNodeType, NamedEdgeType, BareType);

    // 12.6 create graph type statement
    private static readonly Parser<NameSyntax> Head =
        Words.Keyword("CREATE")
            .Then(Words.Keyword("OR").Then(Words.Keyword("REPLACE")).IsPresent())
            .Then(Words.Keyword("PROPERTY").IsPresent())
            .Then(Words.Keyword("GRAPH")).Then(Words.Keyword("TYPE"))
            .Then(Words.Keyword("IF").Then(Words.Keyword("NOT")).Then(Words.Keyword("EXISTS")).IsPresent())
            .Then(Name)
            .FollowedBy(Words.Keyword("AS").IsPresent());

    public static readonly Parser<SchemaSyntax> Schema = Sequence.Of(
        Head,
        Symbol("{").Then(Element.SeparatedBy(Symbol(","))).FollowedBy(Symbol("}")).FollowedBy(Symbol(";").IsPresent()),
        (name, elements, span) => new SchemaSyntax(name, SyntaxList.Create<ElementSyntax>([.. elements])) { Span = span });

    /// <summary>The keywords of the grammar; the words of types are not among them.</summary>
    public static IEnumerable<string> Keywords => Words.Keywords;

    private static Parser<NodePatternSyntax> PatternAfter(Parser<TextSpan> open) => Sequence.Of(
        open.Then(Alias.OrNull()),
        Filler.FollowedBy(Symbol(")")),
        (alias, filler, span) => new NodePatternSyntax(alias, filler) { Span = span });

    private static Parser<string> TypeWord(Expectation expected) =>
        Word(
            expected,
            word => word.Text,
            word => !word.IsQuoted && !word.Text.Equals("NOT", StringComparison.OrdinalIgnoreCase),
            quotes: "");

    private static Parser<TextSpan> Number() =>
        Token(ANumber, start => DigitsEnd(start.Source, start.Position, start.Context.End), (_, span) => span);

    private static int DigitsEnd(string text, int position, int end)
    {
        while (position < end && Characters.IsDigit(text[position]))
            position++;
        return position;
    }

    private static NameSyntax ToName(Word word) => new(word.Text) { Span = word.Span };

    private static SyntaxList<T> ToList<T>(IReadOnlyList<T> items, Extent extent) => SyntaxList.Create<T>([.. items]);

    private sealed record EdgeTail(FillerSyntax Filler, NodePatternSyntax End, bool PointsLeft)
    {
        public ElementSyntax ToEdgeType(NameSyntax? name, NodePatternSyntax front, TextSpan span) => PointsLeft
            ? new EdgeTypeSyntax(name, End, Filler, front) { Span = span }
            : new EdgeTypeSyntax(name, front, Filler, End) { Span = span };
    }
}
