using CsCheck;

namespace Graph.Annotations.Tests;

public sealed class SentenceSplitterTests
{
    /// <summary>A bar stands where one sentence ends and the next begins.</summary>
    [Theory]
    [InlineData("One.| Two!| Three?")]
    [InlineData("Hij kwam.| Zij ging.")]
    [InlineData("Dr. Jansen sprak met mevr. De Vries.| Zij zweeg.")]
    [InlineData("President J. F. Kennedy spoke.| He left.")]
    [InlineData("The U.S. Army moved.| It stopped in the U.S.| The end.")]
    [InlineData("Zo'n 1,6 miljoen vaten per dag, d.w.z. veel.| Maar door de protesten stopt het.")]
    [InlineData("“Stop!”| He ran.")]
    [InlineData("“Stop!” he said.| “Go!”")]
    [InlineData("‘Wij gaan.’| ‘Nee.’")]
    [InlineData("It cost 3.50 euro.| 2030 soldiers came.")]
    [InlineData("A title without stop\n|A sentence.")]
    [InlineData("He waited...| Nothing.")]
    [InlineData("Zij kwam om 5 p.m. aan en bleef.")]
    [InlineData("Bedrijven, banken enz.| De rest volgt.")]
    [InlineData("")]
    public void RulesForDutchAndEnglish(string marked)
    {
        var text = marked.Replace("|", "");

        var sentences = SentenceSplitter.Split(text).Select(span => text.Substring(span.Start, span.Length));

        Assert.Equal(marked.Split('|').Select(part => part.Trim()).Where(part => part.Length > 0), sentences);
    }

    [Fact]
    public void AWrappedLineGoesOnWhereTheFormatSaysSo()
    {
        const string Text = "One line\nand the next.\n\nAnother paragraph";

        var sentences = SentenceSplitter.Split(Text, breakAtNewline: false);

        Assert.Equal(["One line\nand the next.", "Another paragraph"], sentences.Select(span => Text.Substring(span.Start, span.Length)));
    }

    [Fact]
    public void SentencesNeverOverlapAndLeaveOnlyBlanksBetweenThem() =>
        Gen.String[Gen.Char["ab A.!?\n\"’ 1(…"], 0, 60].Sample(text =>
        {
            var end = 0;
            foreach (var sentence in SentenceSplitter.Split(text))
            {
                Assert.True(sentence.Start >= end && sentence.Length > 0);
                Assert.True(string.IsNullOrWhiteSpace(text[end..sentence.Start]));
                end = sentence.End;
            }

            Assert.True(string.IsNullOrWhiteSpace(text[end..]));
        });
}
