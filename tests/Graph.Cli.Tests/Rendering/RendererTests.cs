using Graph.Cli.Rendering;
using Graph.Query;
using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Cli.Tests.Rendering;

public sealed class RendererTests
{
    private static readonly GraphStore Store = CreateStore();

    [Theory]
    [InlineData("table")]
    [InlineData("line")]
    [InlineData("tsv")]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("markdown")]
    public void HostileValuesAreShownAndNeverActedOn(string format) =>
        Verifier.Verify(Render(format, new RenderOptions(), Hostile()), format);

    [Theory]
    [InlineData("table")]
    [InlineData("line")]
    [InlineData("tsv")]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("markdown")]
    public void ElementsComeWithLabelsAndProperties(string format) =>
        Verifier.Verify(Render(format, new RenderOptions(), Elements()), format);

    [Fact]
    public void ANarrowTerminalCutsTheWidestColumns() => Verifier.Verify(Render("table", new RenderOptions(Width: 40), Elements()));

    [Theory]
    [InlineData("table", "╭───╮\n│ x │\n╰───╯\n")]
    [InlineData("line", "")]
    [InlineData("csv", "x\n")]
    [InlineData("tsv", "x\n")]
    [InlineData("json", "[]\n")]
    [InlineData("jsonl", "")]
    [InlineData("markdown", "| x |\n| --- |\n")]
    public void NoRowsIsAResultToo(string format, string expected) =>
        Assert.Equal(expected, Render(format, new RenderOptions(), [("x", [])]));

    [Theory]
    [InlineData("table")]
    [InlineData("line")]
    [InlineData("tsv")]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("markdown")]
    public void NothingRawReachesATerminal(string format)
    {
        var shown = Render(format, new RenderOptions(Width: 120), Hostile());
        Assert.DoesNotContain(shown, unit => char.IsControl(unit) && unit is not ('\n' or '\t'));
        Assert.DoesNotContain(
            shown, unit => unit is '\u202E' or '\u2028' or '\u200B' or '\uFEFF' or '\u3164' or '\uFFA0' or '\u2800' or '\u2066');
    }

    [Fact]
    public void ALargeResultIsOneTable()
    {
        var rows = Enumerable.Range(0, 25_000).Select(i => Value.FromInteger(i)).ToArray();
        var shown = Render("table", new RenderOptions(), [("n", rows)]);
        Assert.Equal(25_000 + 4, shown.Split('\n').Length - 1);
        Assert.EndsWith("│ 24999 │\n╰─────╯\n", shown);
    }

    [Fact]
    public void OutsideATerminalALongerCellIsNeverCut()
    {
        var rows = Enumerable.Range(0, 1001).Select(i => Value.FromString(i < 1000 ? "ab" : "far longer than all before")).ToArray();
        Assert.EndsWith("│ far longer than all before │\n╰────╯\n", Render("table", new RenderOptions(), [("x", rows)]));
    }

    [Theory]
    [InlineData(20, "│ 1000000 │ abcde… │\n")]
    [InlineData(12, "│ 1000000 │\n╰─────────╯\n+1 column (:mode line)\n")]
    public void NumbersAreNeverCutAndColumnsThatDoNotFitAreCounted(int width, string part) => Assert.Contains(
        part, Render(
            "table", new RenderOptions(width), [("n", [Value.FromInteger(1_000_000)]), ("text", [Value.FromString("abcdefghijklmnop")])]));

    [Fact]
    public void WhatIsWiderThanTheTerminalComesInLines() => Assert.Equal(
        "── 1 ───────────────\nn     1\ntext  one two three\n      four five\n",
        Render("auto", new RenderOptions(20), [("n", [Value.FromInteger(1)]), ("text", [Value.FromString("one two three four five")])]));

    [Fact]
    public void AsciiFramesNeedNoOtherSigns() => Assert.Equal(
        "+----+----------+\n| n  | text     |\n+----+----------+\n| 10 | abcde... |\n+----+----------+\n".Replace("| n  |", "|  n |"),
        Render(
            "table", new RenderOptions(17, IsAscii: true),
            [("n", [Value.FromInteger(10)]), ("text", [Value.FromString("abcdefghijklmnop")])]));

    [Fact]
    public void RowsAreNumberedAndLimitedWithTheirCount()
    {
        var rows = Enumerable.Range(0, 100).Select(i => Value.FromString($"r{i}")).ToArray();
        var output = new StringWriter();
        var bound = ImmutableArray.Create(new BoundColumn("x", StaticType.Any));
        var result = new QueryResult(bound, [new FixedBatch([rows])], []);
        var options = new RenderOptions(40, NumberRows: true, RowLimit: 2);
        var shown = OutputFormats.CreateRenderer(OutputFormat.Table, Store, options).Render(result, output);
        Assert.Equal(new RenderedRows(2, 100), shown);
        Assert.Equal("╭───┬────╮\n│   │ x  │\n├───┼────┤\n│ 1 │ r0 │\n│ 2 │ r1 │\n╰───┴────╯\n", output.ToString());
    }

    [Fact]
    public void ElementsAreShownByTheirCaptionsOnATerminal() =>
        Verifier.Verify(Render("table", new RenderOptions(Width: 200, UseCaptions: true), Elements()));

    [Fact]
    public void ASpreadsheetRunsNothing()
    {
        var written = Render("csv", new RenderOptions(ForSpreadsheet: true), Hostile());
        Assert.Equal('\uFEFF', written[0]);
        Verifier.Verify(written[1..]);
    }

    [Fact]
    public void ACancelledResultStopsAtOnce()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        foreach (var format in OutputFormats.Names)
        {
            var result = new QueryResult([new BoundColumn("x", StaticType.Any)], [new FixedBatch([[Value.True]])], []);
            var renderer = OutputFormats.CreateRenderer(OutputFormats.Parse(format)!.Value, Store, new RenderOptions());
            Assert.Throws<OperationCanceledException>(() => renderer.Render(result, TextWriter.Null, source.Token));
        }
    }

    /// <summary>One value may be as large as a whole result, so rows alone are no place to stop at.</summary>
    [Theory]
    [InlineData("table")]
    [InlineData("line")]
    [InlineData("tsv")]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("markdown")]
    public void ALargeValueIsStoppedWhileItIsWritten(string format)
    {
        var list = Value.FromList(new ListValue([.. Enumerable.Range(0, 100_000).Select(i => Value.FromInteger(i))]));
        var text = Value.FromList(Value.FromString(new string('é', 1_000_000)));
        Value[] values = format is "table" or "line" or "markdown" ? [list, text] : [list];
        foreach (var value in values)
        {
            var checks = 0;
            var guard = new RenderGuard(() =>
            {
                if (++checks == 5)
                    throw new OperationCanceledException();
            });
            var output = new StringWriter();
            Assert.Throws<OperationCanceledException>(
                () => Render(format, new RenderOptions(80) { Guard = guard }, [("x", [value])], output));
            Assert.InRange(output.ToString().Length, 0, 1000);
        }
    }

    private static void Render(string format, RenderOptions options, (string Name, Value[] Values)[] columns, TextWriter output)
    {
        var bound = columns.Select(column => new BoundColumn(column.Name, StaticType.Any)).ToImmutableArray();
        var result = new QueryResult(bound, [new FixedBatch([.. columns.Select(column => column.Values)])], []);
        OutputFormats.CreateRenderer(OutputFormats.Parse(format)!.Value, Store, options).Render(result, output);
    }

    private static string Render(string format, RenderOptions options, (string Name, Value[] Values)[] columns)
    {
        var output = new StringWriter();
        var bound = columns.Select(column => new BoundColumn(column.Name, StaticType.Any)).ToImmutableArray();
        var result = new QueryResult(bound, [new FixedBatch([.. columns.Select(column => column.Values)])], []);
        var rows = OutputFormats.CreateRenderer(OutputFormats.Parse(format)!.Value, Store, options).Render(result, output);
        Assert.Equal(new RenderedRows(columns[0].Values.Length, columns[0].Values.Length), rows);

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
                "\e[31mred", "\u202Egnp.exe", "zero\u200Bwidth", "\uFEFFbom", "line\u2028sep", "nul\0", "c1\u0085", "lone\uD800", "中文",
                "e\u0301", "😀", "\u3164\u115F\u1160\uFFA0\u2800", "a\u2066b\u2069", "[link](x)", "<b>", "a|b", "*x* _y_ `z`", "\\", "[1]",
                "😀\U000E0041",
            ]).Select(Value.FromString),
            Value.Null, Value.True, Value.FromInteger(long.MinValue), Value.FromFloat(1), Value.FromFloat(double.NaN),
            Value.FromFloat(1e300),
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
            ("path",
                [Value.FromPath(new PathValue([source, target], [edge])), Value.FromPath(new PathValue([target, source], [edge])),
                    Value.FromPath(new PathValue([source], []))]),
        ];
    }

    private static GraphStore CreateStore()
    {
        var builder = new GraphBuilder();
        Assert.True(PartialDate.TryParse("2022-01", out var date, out _));
        var ada = builder.AddNode(["Person"], [new("key", Value.FromString("ada")), new("name", Value.FromString("Ada \e[1m"))]);
        var odd = builder.AddNode(["Person", "Odd `Label", "Blank\u3164"], [new("n", Value.FromFloat(2))]);
        builder.AddEdge("KNOWS", ada, odd, [new("on", Value.FromDate(date)), new("certainty", Value.FromString("negated"))]);
        return builder.Build();
    }

    private sealed class FixedBatch(Value[][] columns) : RowBatch
    {
        public override int Count => columns[0].Length;

        public override Value GetValue(int column, int row) => columns[column][row];
    }
}
