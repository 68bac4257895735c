using Graph.Query.Syntax;
using Graph.Testing;
using Graph.Testing.Ebnf;

namespace Graph.Query.Tests.Syntax;

public sealed class QueryGrammarTests
{
    private const int SentenceCount = 12_000;
    private const int Depth = 34;
    private const double RepetitionOdds = 0.16;

    /// <summary>What the grammar names in a constraint and its notation cannot say.</summary>
    private static readonly HashSet<string> ConstraintIds = ["GR1007", "GR1013", "GR1014", "GR1023"];

    private static readonly Dictionary<string, Predicate<IReadOnlyList<string>>> Constraints = new()
    {
        ["list"] = tokens => !BeginsComprehension(tokens),
        ["listComprehension"] = tokens => CountBars(tokens) <= 1,
        ["patternComprehension"] = tokens => CountBars(tokens) == 1,
        ["reduce"] = tokens => CountBars(tokens) == 1,
    };

    private static readonly EbnfGrammar Grammar = EbnfGrammar.Parse(File.ReadAllText(Repository.GetPath("grammar", "query.ebnf")));

    [Fact]
    public void ParserAcceptsEverySentenceOfTheGrammar()
    {
        var sentences = new EbnfSentences(Grammar, seed: 9075, RepetitionOdds, Constraints);
        var constrained = 0;
        for (var i = 0; i < SentenceCount; i++)
        {
            var text = sentences.Derive("statement", Depth);
            var result = QueryParser.ParseStatement(new SourceText(text));
            var error = result.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error);
            Assert.True(error is null || ConstraintIds.Contains(error.Id), $"Sentence {i}: {text}\n{error?.Location.Line}:{error?.Location.Column} {error?.Message}");
            constrained += error is null ? 0 : 1;
        }

        Assert.True(constrained < SentenceCount / 10, $"{constrained} sentences break a constraint.");
    }

    [Fact]
    public void PrintedSentenceParsesToTheSameTree()
    {
        var sentences = new EbnfSentences(Grammar, seed: 39, RepetitionOdds, Constraints);
        for (var i = 0; i < SentenceCount / 4; i++)
        {
            var text = sentences.Derive("statement", Depth);
            if (QueryParser.ParseStatement(new SourceText(text)).Syntax is not { } tree)
                continue;
            var printed = SyntaxPrinter.Print(tree);
            var again = QueryParser.ParseStatement(new SourceText(printed));
            Assert.True(tree.Equals(again.Syntax), $"Sentence {i}: {text}\nprinted: {printed}\nagain: {again.Syntax}{again.Diagnostics.FirstOrDefault()?.Message}");
        }
    }

    [Fact]
    public void KeywordsOfParserAndGrammarAreTheSame() =>
        Assert.Equal(QueryWords.Keywords, Grammar.Keywords.Select(word => word.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void ReservedWordsOfParserAndGrammarAreTheSame() =>
        Assert.Equal(QueryWords.Reserved.Order(StringComparer.Ordinal), Alternatives("ReservedWord").Order(StringComparer.Ordinal));

    [Fact]
    public void FunctionsOfTheLanguageAndTheGrammarAreTheSame() => Assert.Equal(
        FunctionRegistry.Names.Concat(AggregateFunctions.Names).Distinct().Order(StringComparer.Ordinal),
        Alternatives("BuiltInFunction").Order(StringComparer.Ordinal));

    [Fact]
    public void ProceduresOfTheLanguageAndTheGrammarAreTheSame() =>
        Assert.Equal(ProcedureRegistry.Names, Alternatives("BuiltInProcedure").Order(StringComparer.Ordinal));

    private static IEnumerable<string> Alternatives(string rule) =>
        ((EbnfChoice)Grammar.Rules[rule]).Alternatives.Cast<EbnfTerminal>().Select(terminal => terminal.Text);

    // [x IN ..., [(a)--(b) ... and [p = (a)--(b) ...
    private static bool BeginsComprehension(IReadOnlyList<string> tokens) =>
        tokens is [_, _, "IN" or "in", ..] or [_, "(", ..] or [_, _, "=", "(", ..];

    private static int CountBars(IReadOnlyList<string> tokens)
    {
        var (depth, bars) = (0, 0);
        foreach (var token in tokens)
        {
            depth += token switch
            {
                "(" or "[" or "{" or "-[" or "<-[" => 1,
                ")" or "]" or "}" or "]-" or "]->" => -1,
                _ => 0,
            };
            bars += token == "|" && depth == 1 ? 1 : 0;
        }

        return bars;
    }
}
