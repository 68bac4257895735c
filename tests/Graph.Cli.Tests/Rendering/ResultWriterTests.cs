using Graph.Query;

namespace Graph.Cli.Tests.Rendering;

/// <summary>What other people's programs write is what the command writes.</summary>
public sealed class ResultWriterTests
{
    private static readonly QueryEngine Engine = new(new GraphBuilder().Build());

    [Theory]
    [InlineData(ResultFormat.Table, "╭───┬──────┬────────╮\n│ n │ name │ list   │\n├───┼──────┼────────┤\n│ 1 │ a,b  │ [null] │\n╰───┴──────┴────────╯\n")]
    [InlineData(ResultFormat.Csv, "n,name,list\n1,\"a,b\",[null]\n")]
    [InlineData(ResultFormat.Tsv, "n\tname\tlist\n1\ta,b\t[null]\n")]
    [InlineData(ResultFormat.Json, "[\n  {\"n\":1,\"name\":\"a,b\",\"list\":[null]}\n]\n")]
    [InlineData(ResultFormat.JsonLines, "{\"n\":1,\"name\":\"a,b\",\"list\":[null]}\n")]
    [InlineData(ResultFormat.Markdown, "| n | name | list |\n| ---: | --- | --- |\n| 1 | a,b | \\[null\\] |\n")]
    public void EachFormatWritesTheRows(ResultFormat format, string expected) =>
        Assert.Equal(expected, ResultWriter.WriteText(Run("RETURN 1 AS n, 'a,b' AS name, [null] AS list"), format));

    [Fact]
    public void RowsAreCounted()
    {
        using var output = new StringWriter();
        Assert.Equal(3, ResultWriter.Write(Run("UNWIND [1, 2, 3] AS n RETURN n"), ResultFormat.Csv, output, forSpreadsheet: true));
        Assert.StartsWith("\uFEFF\"n\"\n", output.ToString(), StringComparison.Ordinal);
    }

    private static QueryResult Run(string text) => Engine.Run(Engine.Prepare(new SourceText(text)));
}
