using Graph.Query.Binding;
using Graph.Query.Syntax;
using Graph.Testing.Ebnf;

namespace Graph.Query.Tests.Binding;

/// <summary>Whatever the grammar allows is bound or refused; nothing is thrown, and a refusal says where.</summary>
public sealed class RandomSentenceTests
{
    private const int SentenceCount = 2_000;
    private const int Depth = 34;
    private const double RepetitionOdds = 0.16;

    private static readonly EbnfGrammar Grammar = EbnfGrammar.Parse(File.ReadAllText(Repository.GetPath("grammar", "query.ebnf")));

    [Theory]
    [InlineData(4096, true)]
    [InlineData(1729, false)]
    public void EverySentenceIsBoundOrRefused(int seed, bool isClosed)
    {
        var catalog = isClosed ? BindingFixture.Both : BindingFixture.Open;
        var bound = 0;
        foreach (var text in Sentences(seed))
        {
            var source = new SourceText(text);
            if (QueryParser.ParseStatement(source).Syntax is not { } syntax)
                continue;

            var result = Binder.Bind(syntax, source, catalog);
            AssertConsistent(result, text);
            Assert.Equal(result.Diagnostics.Select(Describe), Binder.Bind(syntax, source, catalog).Diagnostics.Select(Describe));
            bound += result.Statement is null ? 0 : 1;
        }

        Assert.True(bound > SentenceCount / 20, $"Only {bound} sentences have a meaning.");
    }

    private static void AssertConsistent(BindResult result, string text)
    {
        var hasErrors = result.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(hasErrors == result.Statement is null, text);
        Assert.All(result.Diagnostics, diagnostic => Assert.True(diagnostic.Span.Start >= 0 && diagnostic.Span.End <= text.Length, text));
        if (result.Statement is not null)
            Assert.NotEmpty(BoundTreeText.Print(result.Statement));
    }

    private static string Describe(Diagnostic diagnostic) => $"{diagnostic.Id} {diagnostic.Span} {diagnostic.Message}";

    // Patterns and values inside statements that give their names a meaning, as most names of a random statement have none.
    private static IEnumerable<string> Sentences(int seed)
    {
        var sentences = new EbnfSentences(Grammar, seed, RepetitionOdds, new Dictionary<string, Predicate<IReadOnlyList<string>>>());
        for (var i = 0; i < SentenceCount; i++)
        {
            yield return (i % 4) switch
            {
                0 => $"RETURN {sentences.Derive("comparison", Depth)} AS value",
                1 => $"MATCH {sentences.Derive("pattern", Depth)} RETURN 1 AS one",
                2 => $"MATCH {sentences.Derive("pattern", Depth)} RETURN *, count(*) AS c ORDER BY c",
                _ => sentences.Derive("statement", Depth),
            };
        }
    }
}
