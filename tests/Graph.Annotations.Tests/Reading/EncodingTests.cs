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

    private static LoadResult Load(string name, byte[] content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(folder.FullPath, name), content);
        return folder.Load();
    }
}
