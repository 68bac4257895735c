namespace Graph.Terminal.Tests;

public sealed class CellWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("Kirgizië", 8)]
    [InlineData("Kirgizie\u0308", 8)]
    [InlineData("中文", 4)]
    [InlineData("ｆ", 2)]
    [InlineData("ｶ", 1)]
    [InlineData("한국", 4)]
    [InlineData("\u1112\u1161\u11AB", 2)]
    [InlineData("😀", 2)]
    [InlineData("👨‍👩‍👧", 2)]
    [InlineData("🇳🇱", 2)]
    [InlineData("🇳", 1)]
    [InlineData("\u0007", 1)]
    [InlineData("\u3000", 2)]
    [InlineData("\u115F\U0002FFFD\U0003FFFD", 6)]
    public void AWideCharacterFillsTwoCellsAndAMarkNone(string text, int cells) => Assert.Equal(cells, CellWidth.Measure(text));

    [Theory]
    [InlineData("plain é 中 😀", "plain é 中 😀")]
    [InlineData("a\e[31mb\u0085\u007F", "a␛[31mb\uFFFD␡")]
    [InlineData("a\u202Eb\u2066\u200Bc\uFEFF", "a\uFFFDb\uFFFD\uFFFDc\uFFFD")]
    [InlineData("a\u200Db\u200C", "a\u200Db\u200C")]
    [InlineData("\u2028\u00AD", "\uFFFD\uFFFD")]
    public void HiddenCharactersAreShownAsSigns(string text, string shown) => Assert.Equal(shown, VisibleText.Show(text));

    [Fact]
    public void ALoneSurrogateIsShownAsASignOfOneCell()
    {
        Assert.Equal("\uFFFD!\uFFFD", VisibleText.Show("\uD83D!\uDE00"));
        Assert.Equal(1, CellWidth.Measure("\uD83D"));
    }
}
