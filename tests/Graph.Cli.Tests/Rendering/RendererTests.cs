using Graph.Cli.Rendering;
using Graph.Query;
using Graph.Query.Binding;

namespace Graph.Cli.Tests.Rendering;

public sealed class RendererTests
{
    private static readonly GraphStore Store = CreateStore();

    [Theory]
    [InlineData("table")]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("markdown")]
    public void HostileValuesAreShownAndNeverActedOn(string format) => Verifier.Verify(Render(format, new RenderOptions(), Hostile()), format);

    [Theory]
    [InlineData("table")]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("markdown")]
    public void ElementsComeWithLabelsAndProperties(string format) => Verifier.Verify(Render(format, new RenderOptions(), Elements()), format);

    [Fact]
    public void ANarrowTerminalCutsTheWidestColumns() => Verifier.Verify(Render("table", new RenderOptions(Width: 40), Elements()));

    [Theory]
    [InlineData("table", "╭───╮\n│ x │\n╰───╯\n")]
    [InlineData("csv", "x\n")]
    [InlineData("json", "[]\n")]
    [InlineData("jsonl", "")]
    [InlineData("markdown", "| x |\n| --- |\n")]
    public void NoRowsIsAResultToo(string format, string expected) => Assert.Equal(expected, Render(format, new RenderOptions(), [("x", [])]));

    [Theory]
    [InlineData("table")]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("markdown")]
    public void NothingRawReachesATerminal(string format)
    {
        var shown = Render(format, new RenderOptions(Width: 120), Hostile());
        Assert.DoesNotContain(shown, unit => char.IsControl(unit) && unit != '\n');
        Assert.DoesNotContain(shown, unit => unit is '\u202E' or '\u2028' or '\u200B' or '\uFEFF');
    }

    [Fact]
    public void ALargeResultComesInPagesAndWhole()
    {
        var rows = Enumerable.Range(0, 2500).Select(i => Value.FromInteger(i)).ToArray();
        var shown = Render("table", new RenderOptions(), [("n", rows)]);
        Assert.Equal(3, shown.Split("│    n │").Length + shown.Split("│   n │").Length - 2);
        Assert.Contains("│ 2499 │", shown);
    }

    private static string Render(string format, RenderOptions options, (string Name, Value[] Values)[] columns)
    {
        var output = new StringWriter();
        var bound = columns.Select(column => new BoundColumn(column.Name, StaticType.Any)).ToImmutableArray();
        var result = new QueryResult(bound, [new FixedBatch([.. columns.Select(column => column.Values)])], []);
        var rows = OutputFormats.CreateRenderer(OutputFormats.Parse(format)!.Value, Store, options).Render(result, output);
        Assert.Equal(columns[0].Values.Length, rows);

        // What the encoder of a file makes of a lone surrogate.
        return output.ToString().Replace('\uD800', '\uFFFD');
    }

    private static (string, Value[])[] Hostile()
    {
        Value[] texts =
        [
            .. ((string[])
            [
                "plain", "", " ends blank ", "null", "1", "-1.5", "2022-01", "it's", "a,b", "say \"hi\"", "two\nlines", "tab\there", "=1+1", "@cmd", "-x",
                "\e[31mred", "\u202Egnp.exe", "zero\u200Bwidth", "\uFEFFbom", "line\u2028sep", "nul\0", "c1\u0085", "lone\uD800", "中文", "e\u0301", "😀",
                "[link](x)", "<b>", "a|b", "*x* _y_ `z`", "\\", "[1]", "😀\U000E0041",
            ]).Select(Value.FromString),
            Value.Null, Value.True, Value.FromInteger(long.MinValue), Value.FromFloat(1), Value.FromFloat(double.NaN), Value.FromFloat(1e300),
            Value.FromList(Value.FromString("a'b"), Value.Null), Value.FromMap(new MapValue([new("odd key", Value.FromString("\n"))])),
        ];
        return [("value", texts), ("=evil\e|", [.. texts.Select((_, i) => Value.FromInteger(i))])];
    }

    private static (string, Value[])[] Elements()
    {
        var edge = Store.FindEdgeTable("KNOWS")!.FirstEdge;
        var (source, target) = (Store.GetEdgeTable(edge).GetSource(edge), Store.GetEdgeTable(edge).GetTarget(edge));
        return
        [
            ("node", [Value.FromNode(source), Value.FromNode(target), Value.Null]),
            ("edge", [Value.FromEdge(edge), Value.Null, Value.FromList(Value.FromEdge(edge))]),
            ("path", [Value.FromPath(new PathValue([source, target], [edge])), Value.FromPath(new PathValue([target, source], [edge])), Value.FromPath(new PathValue([source], []))]),
        ];
    }

    private static GraphStore CreateStore()
    {
        var builder = new GraphBuilder();
        Assert.True(PartialDate.TryParse("2022-01", out var date, out _));
        var ada = builder.AddNode(["Person"], [new("key", Value.FromString("ada")), new("name", Value.FromString("Ada \e[1m"))]);
        var odd = builder.AddNode(["Person", "Odd `Label"], [new("n", Value.FromFloat(2))]);
        builder.AddEdge("KNOWS", ada, odd, [new("on", Value.FromDate(date)), new("certainty", Value.FromString("negated"))]);
        return builder.Build();
    }

    private sealed class FixedBatch(Value[][] columns) : RowBatch
    {
        public override int Count => columns[0].Length;

        public override Value GetValue(int column, int row) => columns[column][row];
    }
}
