using Graph.Query.Parsing;
using Graph.Query.Schema;
using Graph.Testing.Ebnf;

namespace Graph.Query.Tests.Schema;

public sealed class SchemaGrammarTests
{
    private static readonly EbnfGrammar Grammar = EbnfGrammar.Parse(File.ReadAllText(Repository.GetPath("grammar", "schema.ebnf")));

    [Fact]
    public void EverySentenceOfTheGrammarParses()
    {
        var sentences = new EbnfSentences(Grammar, seed: 1);
        for (var i = 0; i < 1000; i++)
        {
            var sentence = sentences.Derive("schema", depth: 3 + (i % 8));
            var context = new ParseContext(new SourceText(sentence), CommentStyles.Slashes | CommentStyles.Block | CommentStyles.Dashes);
            var result = TextParse.Run(SchemaGrammar.Schema, context);
            Assert.True(
                result.Value is not null, $"{sentence}\n{string.Join('\n', result.Diagnostics.Select(diagnostic => diagnostic.Message))}");
        }
    }

    [Fact]
    public void GrammarAndReaderHaveTheSameKeywords() =>
        Assert.Equal(
            SchemaGrammar.Keywords.Concat(TypeReader.Words).Order(StringComparer.Ordinal), Grammar.Keywords.Order(StringComparer.Ordinal));
}
