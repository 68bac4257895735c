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
    [InlineData("\u115F\U0002FFFD\U0003FFFD", 5)]
    [InlineData("\u1161\u11AB", 0)]
    [InlineData("\u3164\uFFA0\u2800\u1160\u2060", 5)]
    [InlineData("葛\U000E0100", 2)]
    public void AWideCharacterFillsTwoCellsAndAMarkNone(string text, int cells) => Assert.Equal(cells, CellWidth.Measure(text));

    [Theory]
    [InlineData("plain é 中 😀", "plain é 中 😀")]
    [InlineData("a\e[31mb\u0085\u007F", "a␛[31mb\uFFFD␡")]
    [InlineData("a\u202Eb\u2066\u200Bc\uFEFF", "a\uFFFDb\uFFFD\uFFFDc\uFFFD")]
    [InlineData("a\u200Db\u200C", "a\u200Db\u200C")]
    [InlineData("\u2028\u00AD", "\uFFFD\uFFFD")]
    [InlineData("\u3164a\u115F\u1160b\uFFA0c\u2800", "\uFFFDa\uFFFD\uFFFDb\uFFFDc\uFFFD")]
    [InlineData("\u200B\u200E\u200F\u202A\u202E\u2060\u2066\u2069\u061C", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("\u034F\u17B4\u17B5\u2065\uFFF0\uFFF8\uFFFC", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFC")]
    [InlineData("a\U0001D159\U000E0041\U000E0FFF", "a\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("❤\uFE0F 葛\U000E0100 \u1112\u1161\u11AB ᠠ\u180B", "❤\uFE0F 葛\U000E0100 \u1112\u1161\u11AB ᠠ\u180B")]
    public void HiddenCharactersAreShownAsSigns(string text, string shown) => Assert.Equal(shown, VisibleText.Show(text));

    [Fact]
    public void ALoneSurrogateIsShownAsASignOfOneCell()
    {
        Assert.Equal("\uFFFD!\uFFFD", VisibleText.Show("\uD83D!\uDE00"));
        Assert.Equal(1, CellWidth.Measure("\uD83D"));
    }
}
