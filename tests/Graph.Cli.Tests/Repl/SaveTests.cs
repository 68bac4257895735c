namespace Graph.Cli.Tests.Repl;

/// <summary><c>:save</c> writes the last result.</summary>
public sealed class SaveTests : PromptTest
{
    [Theory]
    [InlineData(".csv", "x\n2\n")]
    [InlineData(".tsv", "x\n2\n")]
    [InlineData(".jsonl", "{\"x\":2}\n")]
    [InlineData(".ndjson", "{\"x\":2}\n")]
    [InlineData(".md", "| x |\n| ---: |\n| 2 |\n")]
    public void AResultIsSavedByTheEndingOfItsFile(string ending, string text) => Assert.Equal(text, Save(ending));

    [Fact]
    public void NamesOfFilesMayStandInQuotes()
    {
        var file = Path.Combine(State, "two words.csv");
        TestHost.Run([TestHost.Articles], $"RETURN 2 AS x;\n:save \"{file}\"\n");
        Assert.Equal("x\n2\n", File.ReadAllText(file));
    }

    [Fact]
    public void APictureIsSavedAsItIsDrawn()
    {
        var file = Path.Combine(State, "picture.svg");
        TestHost.Run([TestHost.Articles], $"MATCH (c:Country) RETURN c;\n:save {file}\n");
        Assert.Contains("<svg", File.ReadAllText(file));
    }

    private string Save(string ending)
    {
        var file = Path.Combine(State, $"saved{ending}");
        TestHost.Run([TestHost.Articles], $"RETURN 2 AS x;\n:save {file}\n");
        return File.ReadAllText(file);
    }
}
