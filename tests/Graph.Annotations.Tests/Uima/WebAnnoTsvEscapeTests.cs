namespace Graph.Annotations.Tests;

/// <summary>What each version of WebAnno TSV escapes, in texts and in tokens.</summary>
public sealed class WebAnnoTsvEscapeTests
{
    [Theory]
    [InlineData("3.3", "C:\\\\news\\\\t1 .", "C:\\news\\t1", "C:\\news\\t1")]
    [InlineData("3.2", "C:\\\\news\\\\t1 .", "C:\\news\\t1", "C:\\news\\t1")]
    [InlineData("3.1", "C:\\\\new .", "C:\\\\new", "C:\\new")]
    [InlineData("3.1", "\\u00E9t\\u00E9 .", "\\u00E9t\\u00E9", "été")]
    [InlineData("3.0", "a\\\"b .", "a\\\"b", "a\"b")]
    [InlineData("3.3", "\\\\o/ .", "\\o/", "\\o/")]
    [InlineData("3.3", "2\\fThe .", "2\fThe", "2\fThe")]
    [InlineData("3.3", "2\\bThe .", "2\bThe", "2\bThe")]
    public void TokensAreHeldAgainstTheText(string version, string text, string token, string word)
    {
        using var folder = new TemporaryFolder(("a.tsv",
            $"#FORMAT=WebAnno TSV {version}\n#T_SP=custom.Name|value\n\n\n#Text={text}\n1-1\t0-{word.Length}\t{token}\tPER\t\n1-2\t{word.Length + 1}-{word.Length + 2}\t.\t_\t\n"));

        var result = folder.Load();

        Assert.Equal((0, 0), (result.Summary.Malformed, result.Summary.SurfaceMismatches));
        Assert.Equal($"{word}:PER", Assert.Single(LoadedFacts.ListMentions(result.Store)));
    }

    [Fact]
    public void Version2HasSpansByPositionAndRelationsByToken()
    {
        using var folder = new TemporaryFolder(("a.tsv",
            " # custom.Name | value # custom.Link | value | AttachTo=custom.Name\n#text=Mira Dahl left Oslo .\n#id=1\n"
            + "1-1\tMira\tB-PER\tO\tO\n1-2\tDahl\tI-PER\tO\tO\n1-3\tleft\tO\tO\tO\n1-4\tOslo\tB-LOC|B-VIP\tLEFT\t1-1\n1-5\t.\tO\tO\tO\n\n#text=Ola .\n#id=2\n2-1\tOla\tB-PER\tO\tO\n2-2\t.\tO\tO\tO\n"));

        var result = folder.Load();

        Assert.Equal((4, 1, 0), (result.Summary.Mentions, result.Summary.Relations, result.Summary.Malformed));
        Assert.Contains("Mira Dahl:PER", LoadedFacts.ListMentions(result.Store));
        Assert.Equal("LEFT", Assert.Single(result.Summary.RelationsByType).Key);
    }
}
