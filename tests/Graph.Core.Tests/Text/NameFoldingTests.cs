using System.Text;
using CsCheck;
using Graph.Core;

namespace Graph.Core.Tests.Text;

public sealed class NameFoldingTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, 0x10FFFF].Where(Rune.IsValid).Select(char.ConvertFromUtf32),
        Gen.Char["aZ éÉßøŁ’–\u0301\u0323\u0345\u302E\u034F\u1D165\t\u00A0ﬁ"].Select(unit => unit.ToString()),
        Gen.Char['\u0300', '\u036F'].Select(unit => unit.ToString()),
        Gen.Char['\uD800', '\uDFFF'].Select(unit => unit.ToString())).Array[0, 12].Select(string.Concat);

    [Theory]
    [InlineData("Kirgizië", "kirgizie")]
    [InlineData("KIRGIZIE\u0308", "kirgizie")]
    [InlineData("  Den \t\n Haag ", "den haag")]
    [InlineData("Straße", "strasse")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Łódź, Sørøya, Đakovo", "lodz, soroya, dakovo")]
    [InlineData("Œuvre d’Æthelred", "oeuvre d'aethelred")]
    [InlineData("İstanbul Diyarbakır", "istanbul diyarbakir")]
    [InlineData("“Wagner”–groep\u2014x", "\"wagner\"-groep-x")]
    [InlineData("ﬁnance Ⅻ ½", "finance xii 1⁄2")]
    [InlineData("Київ", "киів")]
    [InlineData("北京\u3000大学", "北京 大学")]
    [InlineData("𝔘kraine", "ukraine")]
    [InlineData("oslo", "oslo")]
    [InlineData("\u0301", "")]
    public void NameFolds(string name, string expected) => Assert.Equal(expected, NameFolding.Fold(name));

    [Fact]
    public void FoldingTwiceIsFoldingOnceForEveryCharacter()
    {
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            if (!Rune.IsValid(code))
                continue;
            var folded = NameFolding.Fold(char.ConvertFromUtf32(code));
            if (NameFolding.Fold(folded) != folded)
                Assert.Fail($"U+{code:X4} folds to '{folded}' and then to '{NameFolding.Fold(folded)}'.");
        }
    }

    [Fact]
    public void FoldingTwiceIsFoldingOnce() => Texts.Sample(text => NameFolding.Fold(NameFolding.Fold(text)) == NameFolding.Fold(text));

    [Fact]
    public void NormalizedFormsFoldAlike() => Texts.Sample(text =>
        NameFolding.Fold(UnicodeNormalization.Normalize(text, NormalizationForm.FormC)) == NameFolding.Fold(text)
        && NameFolding.Fold(UnicodeNormalization.Normalize(text, NormalizationForm.FormKD)) == NameFolding.Fold(text));
}
