using Graph.Core;

namespace Graph.Annotations.Tests;

/// <summary>Entities in CoNLL-U as GUM and the corpora of CorefUD write them.</summary>
public sealed class ConlluFormatTests
{
    /// <summary>Older releases name the type first; closing brackets then repeat it.</summary>
    [Theory]
    [InlineData("GRP-etype-infstat", "(1-person-new", "1)", "(2-event-new)", "(1-person-giv)")]
    [InlineData("eid-etype-head-other", "(e1-person-1-", "e1)", "(e2-event-1-)", "(e1-person-1-)")]
    [InlineData("entity-GRP-infstat", "(person-1-new", "person-1)", "(event-2-new)", "(person-1-giv)")]
    [InlineData("etype-eid-head", "(person-e1-1", "e1)", "(event-e2-1)", "(person-e1-1)")]
    public void TheDeclarationSaysWhichFieldIsTheChain(string fields, string opens, string closes, string other, string again)
    {
        using var folder = new TemporaryFolder(
            ("a.conllu", Text(fields, Token(1, "Ann", opens), Token(2, "Lee", closes), Token(3, "ran", other), Token(4, "she", again))));

        var summary = folder.Load().Summary;

        Assert.Equal(["event 1", "person 2"], summary.MentionsByType.Select(pair => $"{pair.Key} {pair.Value}"));
        Assert.Equal((2, 0), (summary.Entities, summary.Malformed));
    }

    [Fact]
    public void TheNumberedPartsOfAMentionAreOneMention()
    {
        using var folder = new TemporaryFolder(("a.conllu", Text("eid-etype-head-other",
            Token(1, "looked", "(e1[1/2]-event-1-)"), Token(2, "it", "(e2-thing-1-)"), Token(3, "right", "(e1[2/2]-event-1-"),
            Token(4, "up", "e1[2/2])"))));

        var result = folder.Load();

        Assert.Equal(["event 1", "thing 1"], result.Summary.MentionsByType.Select(pair => $"{pair.Key} {pair.Value}"));
        Assert.Equal(0, result.Summary.Malformed);
        Assert.Contains("looked right up", GraphDescription.Describe(result), StringComparison.Ordinal);
    }

    /// <summary>A pronoun that is understood has a node and no words, so no place in the text.</summary>
    [Fact]
    public void AMentionWithoutWordsIsCountedApart()
    {
        using var folder = new TemporaryFolder(("a.conllu", Text("eid-etype-head-other",
            Token(1, "Ann", "(e1-person-1-)"), Token(2, "came", "_"),
            "2.1\t_\t_\tPRON\t_\t_\t_\t_\t2:nsubj\tEntity=(e1-person-1-)(e3-person-1-)|Bridge=e3<e1", Token(3, "won", "_"))));

        var summary = folder.Load().Summary;

        Assert.Equal((1, 0), (summary.Mentions, summary.Malformed));
        Assert.Equal(
            ["coreference chains 1", "links of mentions without words 1", "mentions without words 2"],
            summary.Others.Select(pair => $"{pair.Key} {pair.Value}"));
    }

    [Fact]
    public void AMentionMayBeginOrEndWithoutWords()
    {
        using var folder = new TemporaryFolder(("a.conllu", Text("eid-etype-head-other",
            "0.1\t_\t_\tPRON\t_\t_\t_\t_\t1:nsubj\tEntity=(e1-person-1-", Token(1, "Ann", "(e2-person-1-"), Token(2, "Lee", "e1)"),
            "2.1\t_\t_\tPRON\t_\t_\t_\t_\t2:nsubj\tEntity=e2)", Token(3, "won", "_"))));

        var result = folder.Load();

        Assert.Equal((2, 0), (result.Summary.Mentions, result.Summary.Malformed));
        Assert.DoesNotContain(
            "won", string.Concat(GraphDescription.Describe(result).Split('\n').Where(line => line.Contains("MENTIONS"))),
            StringComparison.Ordinal);
    }

    private static string Text(string fields, params ReadOnlySpan<string> lines) =>
        $"# global.Entity = {fields}\n# newdoc id = a\n# sent_id = 1\n{string.Join('\n', lines)}\n\n";

    private static string Token(int number, string word, string entity) =>
        $"{number}\t{word}\t{word}\tX\tX\t_\t0\troot\t_\t{(entity == "_" ? "_" : $"Entity={entity}")}";
}
