namespace Graph.Annotations.Tests;

/// <summary>Whether a first column without a header names articles or sentences; a bar stands between lines, two between sentences.</summary>
public sealed class IobGroupTests
{
    [Theory]
    [InlineData("a name of an article", "doc1 Mira B-PER|doc1 left O|doc2 Oslo B-LOC", 0, -1)]
    [InlineData("an article of two sentences", "7 Mira B-PER|7 left O||7 Oslo B-LOC||8 It O|8 rains O", 0, -1)]
    [InlineData("an article, the only one", "7 Mira B-PER|7 left O||7 Oslo B-LOC", 0, -1)]
    [InlineData("a number of a sentence", "1 Mira B-PER|1 left O|2 Oslo B-LOC|2 waits O", -1, 0)]
    [InlineData("a number of a sentence that a line ends too", "1 Mira B-PER|1 left O||2 Oslo B-LOC|2 waits O", -1, -1)]
    [InlineData("a number of a word", "1 Mira B-PER|2 left O||1 Oslo B-LOC|2 waits O", -1, -1)]
    [InlineData("a number of each line", "1 Mira B-PER|2 left O|3 Oslo B-LOC", -1, -1)]
    [InlineData("a name that comes again", "doc1 Mira B-PER|doc2 left O|doc1 Oslo B-LOC", -1, -1)]
    [InlineData("words", "nl Mira B-PER|nl left O||nl Oslo B-LOC", -1, -1)]
    public void AColumnNamesWhatItDoes(string what, string lines, int document, int sentence)
    {
        var rows = lines.Split('|').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();

        Assert.True((document, sentence) == IobGroups.Find(rows, token: 1), what);
    }

    [Fact]
    public void WhatIsLongerThanASentenceIsAnArticle()
    {
        var rows = Enumerable.Range(0, 200).Select(line => new[] { $"{line / 100}", "word", "O" }).ToList();

        Assert.Equal((0, -1), IobGroups.Find(rows, token: 1));
    }
}
