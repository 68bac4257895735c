using System.Collections.Frozen;
using Graph.Query.Parsing;
using Sprache;
using static Graph.Query.Parsing.Combinators;
using static Graph.Query.Syntax.Tokens;

namespace Graph.Query.Syntax;

/// <summary><c>INTEGER</c>, <c>LIST&lt;STRING NOT NULL></c>, <c>LOCAL TIME | DATE</c></summary>
internal static class TypeGrammar
{
    /// <summary>
    /// What a type may be called, with the name that it has in Cypher 25. The longer of two with the same front comes first.
    /// </summary>
    private static readonly ImmutableArray<(string[] Words, string Name)> Names =
    [
        .. from pair in new (string Written, string Name)[]
           {
               ("NOTHING", "NOTHING"), ("NULL", "NULL"),
               ("BOOLEAN", "BOOLEAN"), ("BOOL", "BOOLEAN"),
               ("STRING", "STRING"), ("VARCHAR", "STRING"),
               ("INTEGER64", "INTEGER"), ("INTEGER", "INTEGER"), ("INT64", "INTEGER"), ("INT", "INTEGER"), ("SIGNED INTEGER", "INTEGER"),
               ("FLOAT64", "FLOAT"), ("FLOAT", "FLOAT"), ("DOUBLE", "FLOAT"),
               ("DATE", "DATE"),
               ("LOCAL TIME", "LOCAL TIME"), ("TIME WITHOUT TIMEZONE", "LOCAL TIME"), ("TIME WITHOUT TIME ZONE", "LOCAL TIME"),
               ("ZONED TIME", "ZONED TIME"), ("TIME WITH TIMEZONE", "ZONED TIME"), ("TIME WITH TIME ZONE", "ZONED TIME"),
               ("LOCAL DATETIME", "LOCAL DATETIME"), ("TIMESTAMP WITHOUT TIMEZONE", "LOCAL DATETIME"),
               ("TIMESTAMP WITHOUT TIME ZONE", "LOCAL DATETIME"),
               ("ZONED DATETIME", "ZONED DATETIME"), ("TIMESTAMP WITH TIMEZONE", "ZONED DATETIME"),
               ("TIMESTAMP WITH TIME ZONE", "ZONED DATETIME"),
               ("DURATION", "DURATION"), ("POINT", "POINT"),
               ("NODE", "NODE"), ("ANY NODE", "NODE"), ("VERTEX", "NODE"), ("ANY VERTEX", "NODE"),
               ("RELATIONSHIP", "RELATIONSHIP"), ("ANY RELATIONSHIP", "RELATIONSHIP"), ("EDGE", "RELATIONSHIP"),
               ("ANY EDGE", "RELATIONSHIP"),
               ("MAP", "MAP"), ("ANY MAP", "MAP"), ("LIST", "LIST"), ("ARRAY", "LIST"), ("PATHS", "PATH"), ("PATH", "PATH"),
               ("PROPERTY VALUE", "PROPERTY VALUE"), ("ANY PROPERTY VALUE", "PROPERTY VALUE"),
               ("ANY VALUE", "ANY"), ("ANY", "ANY"),
           }
           let words = pair.Written.Split(' ')
           orderby words.Length descending
           select (words, pair.Name),
    ];

    /// <summary>What a type may be called, words with one blank between, and the name that it has then.</summary>
    public static readonly FrozenDictionary<string, string> NamesByText =
        Names.ToFrozenDictionary(name => string.Join(' ', name.Words), name => name.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly string[] FirstWords = [.. Names.Select(name => name.Words[0]).Distinct()];

    private static readonly Parser<string> Name = Lex.Token(
        new Expectation(ExpectationKind.Name, "a type such as INTEGER"), start => Find(start).End, (start, _) => Find(start).Name);

    private static readonly Parser<bool> NotNull = Choice(
        Keyword("NOT").Then(Keyword("NULL")), Lex.Symbol("!", notBefore: "=")).IsPresent();

    private static readonly Parser<TypeSyntax> Element =
        Lex.Symbol("<").Then(Guard.Of("The type", () => Type!)).FollowedBy(Lex.Symbol(">"));

    private static readonly Parser<SimpleTypeSyntax> WithElement = Sequence.Of(
        When(
            next => IsElementAhead(next.Keyword("LIST")) || IsElementAhead(next.Keyword("ARRAY")) || IsElementAhead(next.Keyword("ANY")),
            Name),
        Element,
        NotNull,
        (name, element, isNotNull, extent) => new SimpleTypeSyntax(name, element, isNotNull) { Span = extent });

    private static readonly Parser<SimpleTypeSyntax> WithoutElement = Sequence.Of(
        Name, NotNull, (name, isNotNull, extent) => new SimpleTypeSyntax(name, null, isNotNull) { Span = extent });

    private static readonly Parser<SimpleTypeSyntax> Plain = Choice(WithElement, WithoutElement);

    // INTEGER NOT NULL LIST is LIST<INTEGER NOT NULL>.
    private static readonly Parser<SimpleTypeSyntax> Simple = Sequence.Of(
        Plain,
        Choice(Keyword("LIST"), Keyword("ARRAY")).Then(NotNull).ZeroOrMore(),
        (type, lists, extent) => lists.Aggregate(type, (element, isNotNull) =>
            new SimpleTypeSyntax("LIST", new TypeSyntax([element]) { Span = element.Span }, isNotNull) { Span = extent }));

    public static readonly Parser<TypeSyntax> Type = Simple.SeparatedBy(Bar)
        .Build((types, extent) => new TypeSyntax(Tokens.List(types)) { Span = extent });

    /// <summary>Directly inside the brackets of a comprehension, where <c>|</c> ends the condition.</summary>
    public static readonly Parser<TypeSyntax> TypeBeforeBar = Simple.Build((type, extent) => new TypeSyntax([type]) { Span = extent });

    // Not an operator: '<>', '<=', or a comparison with what is no type.
    private static bool IsElementAhead(Lookahead name)
    {
        var inside = name.Symbol("<");
        return inside.IsMatch && !name.Sees("<>") && !name.Sees("<=") && FirstWords.Any(word => inside.Keyword(word).IsMatch);
    }

    private static (int End, string Name) Find(ParseInput start)
    {
        foreach (var (words, name) in Names)
        {
            if (EndOf(words, start) is { } end)
                return (end, name);
        }

        return (start.Position, "");
    }

    private static int? EndOf(string[] words, ParseInput start)
    {
        var context = start.Context;
        var (next, end) = (start.Position, start.Position);
        foreach (var word in words)
        {
            end = Lex.KeywordEnd(context, next, word);
            if (end == next)
                return null;
            next = context.SkipBlanks(end);
        }

        return end;
    }
}
