namespace Graph.Annotations.Tests;

/// <summary>Words that a file names without a place are whole words of the text where it has them so.</summary>
public sealed class WordFinderTests
{
    [Theory]
    [InlineData("Olaf met Ola.", "Ola", 0, 9)]
    [InlineData("Olaf left.", "Ola", 0, 0)]
    [InlineData("Ola and Ola", "Ola", 1, 8)]
    [InlineData("Ola.", "Ola", 1, -1)]
    [InlineData("Ola", "Ola", 9, -1)]
    [InlineData("Ola", "", 0, -1)]
    [InlineData("the U.S. and U.S.A.", "U.S.", 0, 4)]
    [InlineData("我在北京大学。", "北京", 0, 2)]
    [InlineData("pre-Oslo Oslo", "Oslo", 0, 4)]
    [InlineData("(Oslo)", "(Oslo)", 0, 0)]
    public void WholeWordsComeFirst(string text, string words, int from, int expected) =>
        Assert.Equal(expected, WordFinder.Find(text, words, from));

    [Fact]
    public void WhatIsTakenIsPassedOver() =>
        Assert.Equal(4, WordFinder.Find("Ola Ola", "Ola", isTaken: span => span.Start == 0));
}
