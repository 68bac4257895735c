using System.Text;
using Graph.Core;

namespace Graph.Annotations.Tests;

/// <summary>Files from before UTF-8 was everywhere, such as CoNLL-2002.</summary>
public sealed class EncodingTests
{
    [Fact]
    public void AFileOfSingleBytesIsReadAsWindows1252AndSaysSo()
    {
        var result = Load("a.conll", [.. "Gr"u8, 0xFC, .. "n B-PER\nkost O\n5 O\n"u8, 0x80, .. " O\n"u8]);

        Assert.Equal("Grün kost 5 €", result.Store.Articles.GetText(0));
        Assert.Equal(0, result.Summary.Malformed);
        Assert.Equal("This file is not UTF-8; it is read as Windows-1252.", Assert.Single(result.Diagnostics).Message);
    }

    /// <summary>Where other letters are UTF-8, a bad byte is damage.</summary>
    [Fact]
    public void ABadByteAmongUtf8IsDamage()
    {
        var result = Load("a.conll", [.. "Grün B-PER\nkost O\n"u8, 0xFC, .. " O\n"u8]);

        Assert.Equal("Grün kost \uFFFD", result.Store.Articles.GetText(0));
        Assert.Equal(1, result.Summary.Malformed);
    }

    [Theory]
    [InlineData("ISO-8859-1")]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    public void AnXmlFileSaysItsEncoding(string encoding)
    {
        var text = $"""<?xml version="1.0" encoding="{encoding}"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p><persName>Grün</persName></p></body></text></TEI>""";

        var result = Load("a.xml", Encoding.Latin1.GetBytes(text));

        Assert.Equal("Grün", result.Store.Articles.GetText(0));
        Assert.Empty(result.Diagnostics);
    }

    /// <summary>What is cut within a pair, and single letters of Europe, are no East Asian text.</summary>
    [Theory]
    [InlineData("GB18030", "江泽民和朱镕基在北京讲话。", true)]
    [InlineData("euc-jp", "ミラはオスロを去った。", true)]
    [InlineData("ks_c_5601-1987", "미라는 오슬로를 떠났다. 그리고 베르겐에서 오랫동안 잠을 잤다.", true)]
    [InlineData("windows-1251", "Мира уехала в Осло.", false)]
    [InlineData("iso-8859-2", "Łódź żółta, gęślą jaźń.", false)]
    [InlineData("windows-1252", "Grün ßäöü kostet größere Mühe.", false)]
    public void AFileOfPairsOfBytesIsReadByTheEncodingThatTheyShow(string encoding, string sentence, bool isOfPairs)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes($"{sentence} O\nOslo B-LOC\n");

        var result = Load("a.tsv", bytes.Select(value => value == (byte)' ' ? (byte)'\t' : value).ToArray());

        Assert.Equal(
            isOfPairs,
            Assert.Single(result.Diagnostics, found => found.Id == "GR6114").Message.Contains("two bytes", StringComparison.Ordinal));
        if (isOfPairs)
            Assert.StartsWith(sentence.Split(' ')[0], result.Store.Articles.GetText(0), StringComparison.Ordinal);
    }

    /// <summary>Words of other letters alone are told from those of Europe, which have ASCII among them, and from pairs of bytes.</summary>
    [Theory]
    [InlineData("windows-1251", "Мира уехала в Осло.", true)]
    [InlineData("windows-1251", "Мира", false)]
    [InlineData("windows-1251", "«Ёлка» и МИД молчали весь день.", true)]
    [InlineData("koi8-r", "Мира уехала в Осло, а Ольга нет.", true)]
    [InlineData("windows-1253", "Η Μίρα έφυγε από το Όσλο χθες.", true)]
    [InlineData("GB18030", "江泽民和朱镕基在北京讲话。", false)]
    [InlineData("euc-jp", "ミラはオスロを去った。", false)]
    [InlineData("ks_c_5601-1987", "미라는 오슬로를 떠났다.", false)]
    [InlineData("iso-8859-2", "Łódź żółta, gęślą jaźń.", false)]
    [InlineData("windows-1254", "Şişli'de çığlık.", false)]
    public void AFileOfOtherLettersIsReadByTheEncodingThatTheyShow(string encoding, string sentence, bool isOfLetters)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes($"{sentence} O\nOslo B-LOC\n");

        var result = Load("a.tsv", bytes.Select(value => value == (byte)' ' ? (byte)'\t' : value).ToArray());

        Assert.Equal(
            isOfLetters,
            Assert.Single(result.Diagnostics, found => found.Id == "GR6114").Message.Contains("Cyrillic", StringComparison.Ordinal));
        if (isOfLetters)
            Assert.StartsWith(sentence.Split(' ')[0], result.Store.Articles.GetText(0), StringComparison.Ordinal);
    }

    private static LoadResult Load(string name, byte[] content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(folder.FullPath, name), content);
        return folder.Load();
    }
}
