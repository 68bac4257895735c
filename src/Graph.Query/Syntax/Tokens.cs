using Graph.Query.Parsing;
using Sprache;

namespace Graph.Query.Syntax;

/// <summary>The tokens of the query language that several of its grammars share.</summary>
internal static class Tokens
{
    public static readonly Vocabulary Vocabulary = new();

    public static readonly Parser<TextSpan> OpenParenthesis = Lex.Symbol("(");
    public static readonly Parser<TextSpan> CloseParenthesis = Lex.Symbol(")");
    public static readonly Parser<TextSpan> OpenBracket = Lex.Symbol("[");
    public static readonly Parser<TextSpan> CloseBracket = Lex.Symbol("]");
    public static readonly Parser<TextSpan> OpenBrace = Lex.Symbol("{");
    public static readonly Parser<TextSpan> CloseBrace = Lex.Symbol("}");
    public static readonly Parser<TextSpan> Comma = Lex.Symbol(",");
    public static readonly Parser<TextSpan> Colon = Lex.Symbol(":");
    public static readonly Parser<TextSpan> Bar = Lex.Symbol("|", notBefore: "|");
    public static readonly Parser<TextSpan> EqualSign = Lex.Symbol("=", notBefore: "~");
    public static readonly Parser<TextSpan> Dots = Lex.Symbol("..");

    public static readonly Expectation Operator = new(ExpectationKind.Operator, "an operator");

    /// <summary>A name that is used: it must be in scope.</summary>
    public static readonly Parser<NameSyntax> Variable = VariableName(ExpectationKind.Variable);

    /// <summary>A name that the place brings into scope, or finds there.</summary>
    public static readonly Parser<NameSyntax> NewVariable = VariableName(ExpectationKind.NewVariable);

    /// <summary>A name that is certainly new, noted for completion in what follows.</summary>
    public static readonly Parser<NameSyntax> NewName = NewVariable.Build(Noted);

    public static readonly Parser<NameSyntax> NewAlias = AnyName(ExpectationKind.NewVariable, "a name").Build(Noted);
    public static readonly Parser<NameSyntax> MapKey = AnyName(ExpectationKind.Property, "a key");
    public static readonly Parser<NameSyntax> PropertyKey = AnyName(ExpectationKind.Property, "a property");

    /// <summary><c>$name</c>, <c>$0</c> or <c>$`a b`</c></summary>
    public static readonly Parser<ExpressionSyntax> Parameter = Lex.Token<ExpressionSyntax>(
        new Expectation(ExpectationKind.Parameter, "a parameter"), ParameterEnd, ReadParameter);

    public static Parser<TextSpan> Keyword(string word) => Vocabulary.Keyword(word);

    public static Parser<TextSpan> Keyword(string first, string second) => Vocabulary.Keyword(first, second);

    /// <summary>A keyword that stands for a value.</summary>
    public static Parser<T> Keyword<T>(string word, T value) => Keyword(word).Build((_, _) => value);

    /// <summary>Any word at all: names are not reserved where they cannot be mistaken.</summary>
    public static Parser<NameSyntax> AnyName(ExpectationKind kind, string text) =>
        Lex.Word(new Expectation(kind, text), word => new NameSyntax(word.Text) { Span = word.Span });

    /// <summary><c>graph.pageRank</c>: words with dots between them, as one name. After a dot any word may stand.</summary>
    public static Parser<NameSyntax> QualifiedName(ExpectationKind kind, string text, Func<Word, bool>? accepts = null)
    {
        var expected = new Expectation(kind, text);
        return Sequence.Of(
            Lex.Word(expected, word => word.Text, accepts),
            Lex.Symbol(".", notBefore: ".").Then(Lex.Word(expected, word => word.Text)).ZeroOrMore(),
            (first, others, extent) => new NameSyntax(string.Join('.', others.Prepend(first))) { Span = extent });
    }

    public static SyntaxList<T> List<T>(IReadOnlyList<T> items) => [.. items];

    public static bool IsUnreserved(Word word) => word.IsQuoted || !QueryWords.IsReserved(word.Text);

    private static NameSyntax Noted(NameSyntax name, Extent extent)
    {
        extent.Context.Note(name);
        return name;
    }

    private static Parser<NameSyntax> VariableName(ExpectationKind kind) =>
        Lex.Word(new Expectation(kind, "a variable"), word => new NameSyntax(word.Text) { Span = word.Span }, IsUnreserved);

    private static int ParameterEnd(ParseInput start)
    {
        if (start.Current != '$')
            return start.Position;
        var (text, name, end) = (start.Source, start.Position + 1, start.Context.End);
        if (start.Context.CharacterAt(name) == '`')
            return QuotedText.End(text, name, end);
        var last = name;
        while (last < end && Characters.IsDigit(text[last]))
            last++;
        last = last == name ? Characters.WordEnd(text, name, end) : last;
        return last == name ? start.Position : last;
    }

    private static ExpressionSyntax ReadParameter(ParseInput start, TextSpan span)
    {
        var (text, name) = (start.Source, span.Start + 1);
        if (text[name] != '`')
            return new ParameterSyntax(text[name..span.End]) { Span = span };
        if (QuotedText.ClosingQuote(text, name, start.Context.End) is { } close)
            return new ParameterSyntax(QuotedText.Name(text, name, close)) { Span = span };
        start.Context.Fail(SyntaxDiagnostics.Unclosed(start.Context.Source, "name", TextSpan.FromBounds(name, span.End)));
        return new ParameterSyntax("") { Span = span };
    }
}
