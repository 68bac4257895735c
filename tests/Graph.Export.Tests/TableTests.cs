using System.IO.Compression;
using System.Text.Json;
using Graph.Query;

namespace Graph.Export.Tests;

public sealed class TableTests
{
    private const string Hostile = "MATCH (n:Person) OPTIONAL MATCH (n)-[r]->(m:Person) RETURN n.name, n.aliases, n.big, n.height, n.isNew, r.on AS x, m.name AS x2, [n.name, null] AS mixed";

    public static TheoryData<string> Names => [.. TableFormats.All.Select(format => format.Name)];

    [SkippableTheory]
    [InlineData("arrow")]
    [InlineData("arrows")]
    public void ArrowReadsTheRows(string name)
    {
        using var folder = new TemporaryFolder();
        Verifier.Verify(Tools.ReadWithNode("apache-arrow", "arrow", WriteRows(folder, name, HostileGraph.Build(), Hostile)), "rows");
    }

    [SkippableFact]
    public void DuckReadsTheRows()
    {
        using var folder = new TemporaryFolder();
        var file = WriteRows(folder, "parquet", HostileGraph.Build(), Hostile);
        Verifier.Verify(Ask(file, "DESCRIBE SELECT * FROM '{file}'") + Ask(file, "SELECT * FROM '{file}'"));
    }

    [SkippableTheory]
    [InlineData("MATCH (c)-[p:PLEDGED_TROOPS_TO]->(a) RETURN c.name, p.on, p.troops, a.name ORDER BY p.troops DESC",
        "SELECT c.name, p.\"on\", p.troops, a.name FROM '{file}/relations-PLEDGED_TROOPS_TO.parquet' p JOIN '{file}/nodes-Country.parquet' c ON c.id = p.source JOIN '{file}/nodes-Alliance.parquet' a ON a.id = p.target ORDER BY p.troops DESC")]
    [InlineData("MATCH (a:Article)-[m:MENTIONS]->(n:Person) RETURN a.key, count(m) AS n ORDER BY n DESC, a.key",
        "SELECT a.key, count(*) AS n FROM '{file}/mentions.parquet' m JOIN '{file}/articles.parquet' a ON a.id = m.source JOIN '{file}/nodes-Person.parquet' p ON p.id = m.target GROUP BY a.key ORDER BY n DESC, a.key")]
    [InlineData("MATCH (p:Person)-[r:LEADS]->() RETURN p.name, quote(r) AS q ORDER BY p.name, q",
        "SELECT p.name, substr(a.text, r.start + 1, r.end - r.start) AS q FROM '{file}/relations-LEADS.parquet' r JOIN '{file}/nodes-Person.parquet' p ON p.id = r.source JOIN '{file}/articles.parquet' a ON a.id = r.article ORDER BY p.name, q")]
    public void DuckAnswersOnTheTablesOfAGraphAsTheGraphDoes(string question, string sql)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "tables");
        ExportFolder.Write(
            path, target => GraphTables.Write(TableFormats.FindByName("parquet")!, GraphSelection.All(ExportRuns.Data), target));

        var engine = new QueryEngine(ExportRuns.Data);
        var expected = engine.Run(engine.Prepare(new SourceText(question))).Rows
            .Select(row => row.ToArray().Select(Describe).ToList())
            .ToList();
        var found = Ask(path, sql)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.EnumerateArray().Select(cell => cell.ToString()).ToList())
            .ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, found);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheSameRowsGiveTheSameBytes(string name)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(
            File.ReadAllBytes(WriteRows(folder, name, HostileGraph.Build(), Hostile)),
            File.ReadAllBytes(WriteRows(folder, name, HostileGraph.Build(), Hostile)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NoRowsAreAFileToo(string name)
    {
        using var folder = new TemporaryFolder();
        Assert.NotEqual(
            0, new FileInfo(WriteRows(folder, name, HostileGraph.Build(), "MATCH (n:Person) WHERE n.key = '?' RETURN n.name, n")).Length);
    }

    [Fact]
    public void ManyRowsKeepTheirOrderOverBatches()
    {
        const int rows = 70_000;
        using var folder = new TemporaryFolder();
        using var sheet = ZipFile.OpenRead(WriteRows(folder, "xlsx", HostileGraph.Build(), $"UNWIND range(1, {rows}) AS n RETURN n"));
        using var reader = new StreamReader(sheet.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var numbers = System.Text.RegularExpressions.Regex
            .Matches(reader.ReadToEnd(), @"<v>(\d+)</v>")
            .Select(match => int.Parse(match.Groups[1].Value))
            .ToList();
        Assert.Equal(Enumerable.Range(1, rows), numbers);
    }

    [Fact]
    public void ASheetHoldsNoFormula()
    {
        using var folder = new TemporaryFolder();
        using var sheet = ZipFile.OpenRead(WriteRows(folder, "xlsx", HostileGraph.Build(), Hostile));
        using var reader = new StreamReader(sheet.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var text = reader.ReadToEnd();
        Assert.Contains("=HYPERLINK", text);
        Assert.DoesNotContain("<f>", text);
        new System.Xml.XmlDocument { XmlResolver = null }.LoadXml(text);
    }

    [Fact]
    public void AFolderThatIsThereStays()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "mine"), "");
        Assert.Throws<IOException>(() => ExportFolder.Write(folder.Path, _ => 0));
        Assert.Throws<InvalidOperationException>(() => ExportFolder.Write<int>(Path.Combine(folder.Path, "new"), target =>
        {
            target.Create("x", ".y").Dispose();
            throw new InvalidOperationException();
        }));
        Assert.Equal(["mine"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    /// <summary>Of a writer that is no more; one whose files are held still writes, and a link leads to what others made.</summary>
    [Fact]
    public void WhatAKilledWriterLeftGoes()
    {
        using var folder = new TemporaryFolder();
        string[] left = [.. new[] { "tables.2147483647.part", "tables.2147483646.part", "other.2147483647.part", "tables.part" }.Select(
            name => Path.Combine(folder.Path, name))];
        foreach (var path in left)
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(path).FullName, "nodes.csv"), "half");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "tables.2147483645.part"), left[2]);

        using (new FileStream(Path.Combine(left[1], "writing.lock"), FileMode.Create, FileAccess.Write, FileShare.None))
            ExportFolder.Write(
                Path.Combine(folder.Path, "tables"), target => Assert.Throws<IOException>(() => target.CreateExactly("writing.lock")));

        Assert.Equal(
            ["other.2147483647.part", "tables", "tables.2147483645.part", "tables.2147483646.part", "tables.part"],
            Directory.GetDirectories(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Single(Directory.GetFiles(left[2]));
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.Path, "tables")));
    }

    [Fact]
    public void NamesThatNoSystemTakesAreChanged()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "tables");
        ExportFolder.Write(
            path, target => GraphTables.Write(TableFormats.FindByName("parquet")!, GraphSelection.All(HostileGraph.Build()), target));
        Verifier.Verify(string.Join('\n', Directory.GetFiles(path).Select(Path.GetFileName).Order(StringComparer.Ordinal)));
    }

    private static string Ask(string file, string sql) => Tools.ReadWithNode("@duckdb/node-api", "parquet", file, sql);

    private static string Describe(Value value) => value.IsNull ? "" : PlainText.Format(value);

    private static string WriteRows(TemporaryFolder folder, string name, GraphStore store, string query)
    {
        var format = TableFormats.FindByName(name)!;
        var engine = new QueryEngine(store);
        var file = Path.Combine(folder.Path, $"{Directory.GetFiles(folder.Path).Length}{format.Endings[0]}");
        WholeFile.Write(file, output => ResultTable.Write(format, engine.Run(engine.Prepare(new SourceText(query))), output));
        return file;
    }
}
