using Graph.Query.Algorithms;
using Graph.Query.Functions;
using Graph.Query.Syntax;
using Graph.Testing.Ebnf;

namespace Graph.Query.Tests.Syntax;

public sealed class QueryGrammarTests
{
    private const int SentenceCount = 6_000;
    private const int Depth = 34;
    private const double RepetitionOdds = 0.16;

    /// <summary>What the grammar names in a constraint and its notation cannot say.</summary>
    private static readonly HashSet<string> ConstraintIds = ["GR1007", "GR1013", "GR1014", "GR1023"];

    private static readonly Dictionary<string, Predicate<IReadOnlyList<string>>> Constraints = new()
    {
        ["list"] = tokens => !BeginsComprehension(tokens),
        // Where a comprehension is around it, but a derivation does not know what is around it.
        ["labelTest"] = tokens => !HasBareBar(tokens, "(", ")"),
        ["testedType"] = tokens => !HasBareBar(tokens, "<", ">"),
        ["testedLabels"] = tokens => !HasBareBar(tokens, "(", ")"),
    };

    private static readonly EbnfGrammar Grammar = EbnfGrammar.Parse(File.ReadAllText(Repository.GetPath("grammar", "query.ebnf")));

    [Fact]
    public void ParserAcceptsEverySentenceOfTheGrammar()
    {
        var constrained = 0;
        foreach (var (text, i) in Sentences(seed: 9075, SentenceCount).Select((text, i) => (text, i)))
        {
            var result = QueryParser.ParseStatement(new SourceText(text));
            var error = result.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error);
            Assert.True(
                error is null || ConstraintIds.Contains(error.Id),
                $"Sentence {i}: {text}\n{error?.Location.Line}:{error?.Location.Column} {error?.Message}");
            constrained += error is null ? 0 : 1;
        }

        Assert.True(constrained < SentenceCount / 10, $"{constrained} sentences break a constraint.");
    }

    [Fact]
    public void PrintedSentenceParsesToTheSameTree()
    {
        foreach (var text in Sentences(seed: 39, SentenceCount / 4))
        {
            if (QueryParser.ParseStatement(new SourceText(text)).Syntax is not { } tree)
                continue;
            var printed = SyntaxPrinter.Print(tree);
            var again = QueryParser.ParseStatement(new SourceText(printed));
            Assert.True(
                tree.Equals(again.Syntax),
                $"Sentence: {text}\nprinted: {printed}\nagain: {again.Syntax}{again.Diagnostics.FirstOrDefault()?.Message}");
        }
    }

    [Fact]
    public void KeywordsOfParserAndGrammarAreTheSame() =>
        Assert.Equal(
            QueryWords.Keywords, Grammar.Keywords.Select(word => word.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void ReservedWordsOfParserAndGrammarAreTheSame() =>
        Assert.Equal(QueryWords.Reserved.Order(StringComparer.Ordinal), Alternatives("ReservedWord").Order(StringComparer.Ordinal));

    [Fact]
    public void FunctionsOfTheLanguageAndTheGrammarAreTheSame() => Assert.Equal(
        FunctionRegistry.Names.Concat(AggregateFunctions.Names).Distinct().Order(StringComparer.Ordinal),
        Alternatives("BuiltInFunction").Order(StringComparer.Ordinal));

    [Fact]
    public void ProceduresOfTheLanguageAndTheGrammarAreTheSame() =>
        Assert.Equal(ProcedureRegistry.BuiltIn.Names, Alternatives("BuiltInProcedure").Order(StringComparer.Ordinal));

    /// <summary>
    /// Whole statements, and as many that bring a pattern and a value into their middle, where whole ones are mostly short.
    /// </summary>
    private static IEnumerable<string> Sentences(int seed, int count)
    {
        var sentences = new EbnfSentences(Grammar, seed, RepetitionOdds, Constraints);
        for (var i = 0; i < count; i++)
        {
            yield return (i % 4) switch
            {
                0 => $"RETURN {sentences.Derive("comparison", Depth)}",
                1 => $"MATCH {sentences.Derive("pattern", Depth)} RETURN *",
                _ => sentences.Derive("statement", Depth),
            };
        }
    }

    private static IEnumerable<string> Alternatives(string rule) =>
        ((EbnfChoice)Grammar.Rules[rule]).Alternatives.Cast<EbnfTerminal>().Select(terminal => terminal.Text);

    // [x IN ..., [(a)--(b) ... and [p = (a)--(b) ...
    private static bool BeginsComprehension(IReadOnlyList<string> tokens) =>
        tokens is [_, _, "IN" or "in", ..] or [_, "(", ..] or [_, _, "=", "(", ..];

    private static bool HasBareBar(IReadOnlyList<string> tokens, string open, string close)
    {
        var depth = 0;
        foreach (var token in tokens)
        {
            if (token == "|" && depth == 0)
                return true;
            depth += token == open ? 1 : token == close ? -1 : 0;
        }

        return false;
    }
}
