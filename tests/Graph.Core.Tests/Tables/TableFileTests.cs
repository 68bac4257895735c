using System.Text;
using CsCheck;
using Graph.Core;
using Graph.Core.Tests.Values;

namespace Graph.Core.Tests.Tables;

public sealed class TableFileTests
{
    private static readonly Gen<string> Cells = Gen.OneOf(
        Gen.OneOfConst(
            "", "a", "é", "12", "-7", "007", "1.5", "true", "2022-01", "with, comma", "with \"quotes\"", "two\nlines", "two\r\nlines", "\"", "漢字"),
        Gen.Int[0, 300].Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static readonly Gen<(string[][] Rows, string LineEnd, int BlockLength)> Tables =
        Gen.Select(Cells.Array[3].Array[0, 30], Gen.OneOfConst("\n", "\r\n"), Gen.Int[16, 200]);

    [Fact]
    public void TableGivesBackWhatWasWritten() => Tables.Sample((rows, lineEnd, blockLength) =>
    {
        var text = string.Concat(rows.Prepend(["x", "y", "z"]).Select(row => string.Join(',', row.Select(Quote)) + lineEnd));
        var table = Read(text, TableColumnType.String, blockLength, "z", "x");
        Assert.Empty(table.Problems);
        Assert.Equal(rows.Length, table.RowCount);
        for (var row = 0; row < rows.Length; row++)
        {
            Assert.Equal(
                [Expect(rows[row][2]), Expect(rows[row][0])], table.Columns.Select(column => ValueText.Format(column.GetValue(row))));
            Assert.Equal(CountLines(rows.Take(row)) + 2, table.GetLine(row));
        }
    });

    [Fact]
    public void TypesAreTheNarrowestOfAllCells() =>
        Gen.Select(Gen.OneOfConst("", "1", "-20", "300000", "1.5", "007", "-0", "x", "1e3", "true", "false").Array[1, 12], Gen.Int[16, 40])
            .Sample((cells, blockLength) =>
    {
        var table = Read("v,w\n" + string.Concat(cells.Select(cell => $"{cell},\n")), TableColumnType.Inferred, blockLength, "v");
        string[] integers = ["", "1", "-20", "300000"];
        var expected = cells.All(cell => integers.Contains(cell)) ? ValueKind.Integer
            : cells.All(cell => integers.Contains(cell) || cell is "1.5" or "1e3") ? ValueKind.Float
            : cells.All(cell => cell is "" or "true" or "false") ? ValueKind.Boolean
            : ValueKind.String;
        Assert.Equal(expected, table.Columns[0].Kind);
        Assert.Equal(cells.Select(cell => cell.Length > 0), Enumerable.Range(0, cells.Length).Select(table.Columns[0].HasValue));
    });

    [Fact]
    public void MalformedCellsAndRecordsAreReportedAndTheRestIsRead()
    {
        const string Text = """
            id,on,weight
            1,2022-01,0.5
            two,2022-13,heavy
            3,2022-01
            4,"2022-02",1,5

            5,"2022-03"x,1
            "6",2022-01/2022-02,"2"
            7,"open
            """;
        var bytes = Encoding.UTF8.GetBytes("\uFEFF" + Text.ReplaceLineEndings("\n"));
        var table = TableFile.Read(
            () => new MemoryStream(bytes),
            [new("id", "key", TableColumnType.Integer), new("on", "on", TableColumnType.Date),
                new("weight", "weight", TableColumnType.Float)],
            ',',
            32);
        Assert.Equal(
            [
                "3 id: 'two' is no INTEGER",
                "3 on: '2022-13' is no date: there is no month 13",
                "3 weight: 'heavy' is no FLOAT",
                "4 : it has 2 cells, and the header has 3; the others count as empty",
                "5 : it has 4 cells, and the header has 3; those beyond count as nothing",
                "7 : a quote is not closed, or text follows the closing one",
                "9 : a quote is not closed, or text follows the closing one",
            ],
            table.Problems.Select(problem => $"{problem.Line} {problem.Column}: {problem.Message}"));
        Assert.Equal(
            ["1 2022-01 0.5", "null null null", "3 2022-01 null", "4 2022-02 1.0", "6 2022-01/2022-02 2.0"],
            Enumerable.Range(0, table.RowCount)
                .Select(row => string.Join(' ', table.Columns.Select(column => ValueText.Format(column.GetValue(row))))));
        Assert.Equal([2, 3, 4, 5, 8], Enumerable.Range(0, table.RowCount).Select(table.GetLine));
    }

    [Fact]
    public void HeaderIsReadAndAColumnThatIsNotInItIsRefused()
    {
        static Stream Open() => new MemoryStream(Encoding.UTF8.GetBytes("id\t\"the \"\"name\"\"\" \tx"));
        Assert.Equal(["id", "the \"name\"", "x"], TableFile.ReadHeader(Open, '\t').AsEnumerable());
        Assert.Equal(0, TableFile.Read(Open, [new("x", "x")], '\t').RowCount);
        Assert.Throws<ArgumentException>(() => TableFile.Read(Open, [new("name", "name")], '\t'));
    }

    [Fact]
    public void NodesAreFoundByTheTextOfTheirKeys()
    {
        var index = new NodeKeyIndex();
        Assert.Equal([2, 3], index.Add(Column("7", "x", null, "7"), 10));
        Assert.Equal([1], index.Add(ColumnFactory.Create("id", [Value.FromInteger(8), Value.FromInteger(7)]), 20));
        Assert.Equal([10, 11, 20, -1, -1, -1], index.Find(Column("7", "x", "8", "9", "07", null)));
        Assert.Equal(
            [20, 10, -1, -1],
            index.Find(ColumnFactory.Create("id", [Value.FromInteger(8), Value.FromInteger(7), Value.FromInteger(-1), Value.Null])));
    }

    [Fact]
    public void ColumnsAndSingleElementsBuildTheSameGraph() =>
        Gen.Select(Gen.Int[1, 9], Gen.Select(Gen.Int[0, 8], Gen.Int[0, 8], ValueGen.Scalars).Array[0, 20], Gen.Int[0, 20]).Sample(
        (nodes, edges, split) =>
        {
            var (rows, columns) = (new GraphBuilder(), new GraphBuilder());
            var names = Enumerable.Range(0, nodes).Select(node => Value.FromString($"n{node % 5}")).ToArray();
            foreach (var name in names)
                rows.AddNode(["N"], [new("name", name)]);
            columns.AddNodes(["N"], nodes, [ColumnFactory.Create("name", names)]);

            var ends = edges.Select(edge => (Source: edge.Item1 % nodes, Target: edge.Item2 % nodes)).ToArray();
            for (var i = 0; i < edges.Length; i++)
                rows.AddEdge(
                    "R", ends[i].Source, ends[i].Target, [new("v", edges[i].Item3), new("i", Value.FromInteger(i))],
                    i % 2 == 0 ? new Evidence(0, new TextSpan(i, 1)) : null);
            foreach (var part in new[] { Enumerable.Range(0, edges.Length)
                .Take(split)
                .ToArray(), Enumerable.Range(0, edges.Length).Skip(split).ToArray() })
            {
                columns.AddEdges(
                    "R",
                    part.Select(i => ends[i].Source).ToArray(),
                    part.Select(i => ends[i].Target).ToArray(),
                    [ColumnFactory.Create("v", part.Select(i => edges[i].Item3).ToArray()),
                        ColumnFactory.Create("i", part.Select(i => Value.FromInteger(i)).ToArray())],
                    new EvidenceColumns(part.Select(i => i % 2 == 0 ? 0 : -1).ToArray(), part, part.Select(_ => 1).ToArray()));
            }

            Assert.Equal(Store.StoreText.Write(rows.Build()), Store.StoreText.Write(columns.Build()));
        });

    private static TableFile Read(string text, TableColumnType type, int blockLength, params string[] columns) =>
        TableFile.Read(
            () => new MemoryStream(Encoding.UTF8.GetBytes(text)), [.. columns.Select(name => new TableColumnRequest(name, name, type))],
            ',', blockLength);

    private static StringColumn Column(params string?[] texts) =>
        (StringColumn)ColumnFactory.Create("id", texts.Select(Value.FromString).ToArray());

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") >= 0 || cell == "a" ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static string Expect(string cell) => ValueText.Format(cell.Length == 0 ? Value.Null : Value.FromString(cell));

    private static int CountLines(IEnumerable<string[]> rows) => rows.Sum(row => 1 + row.Sum(cell => cell.Count(unit => unit == '\n')));
}
