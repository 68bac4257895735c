using Graph.Core;

namespace Graph.Annotations.Tests;

/// <summary>Tables as other tools write them: separators, headers, types, and rows that are not as long as the header.</summary>
public sealed class TablesOfOthersTests
{
    private const string People = "tables: {nodes: [{file: p.csv, label: Person}]}\n";

    [Theory]
    [InlineData("id,name\n1,Mira\n", People)]
    [InlineData("id;name\n1;Mira\n", People)]
    [InlineData("id\tname\n1\tMira\n", People)]
    [InlineData("id|name\n1|Mira\n", People)]
    [InlineData("sep=;\nid;name\n1;Mira\n", People)]
    [InlineData("id:name\n1:Mira\n", "tables: {separator: ':', nodes: [{file: p.csv, label: Person}]}\n")]
    [InlineData("id,x;name\n1;Mira\n", "tables: {nodes: [{file: p.csv, label: Person, id: 'id,x', separator: semicolon}]}\n")]
    public void TheSeparatorIsFoundOrNamed(string table, string settings)
    {
        using var folder = new TemporaryFolder(("p.csv", table), ("corpus.yaml", settings));

        var result = folder.Load();

        Assert.Equal("Mira", result.Store.GetNodeProperty(0, "name").AsString());
        Assert.Empty(result.Diagnostics);
    }

    /// <summary>What all cells of a column are, or what the settings say.</summary>
    [Theory]
    [InlineData("2020-01-02,2021-12-31", "", "2020-01-02 DATE")]
    [InlineData("2020-01-02,soon", "", "'2020-01-02' STRING")]
    [InlineData("2020,2021", "", "2020 INTEGER")]
    [InlineData("1.5,2", "", "1.5 FLOAT")]
    [InlineData("true,FALSE", "", "true BOOLEAN")]
    [InlineData("\"[\"\"a\"\", 2]\",[]", "", "['a', 2] LIST")]
    [InlineData("a;b,c", "types: {v: LIST}", "['a', 'b'] LIST")]
    [InlineData("1;2,3", "types: {v: 'LIST<INTEGER>'}", "[1, 2] LIST")]
    [InlineData("007,1", "types: {v: INTEGER}", "7 INTEGER")]
    [InlineData("2020,2021-05", "types: {v: DATE}", "2020 DATE")]
    [InlineData("12,13", "types: {v: STRING}", "'12' STRING")]
    public void ColumnsTakeTheirTypes(string cells, string settings, string expected)
    {
        var rows = SplitCells(cells);
        using var folder = new TemporaryFolder(
            ("p.csv", $"id,v\n1,{rows[0]}\n2,{rows[1]}\n"),
            ("corpus.yaml", $"tables: {{nodes: [{{file: p.csv, label: Person{(settings.Length > 0 ? ", " + settings : "")}}}]}}\n"));

        var value = folder.Load().Store.GetNodeProperty(0, "v");

        Assert.Equal(expected, $"{ValueText.Format(value)} {value.Kind.ToString().ToUpperInvariant()}");
    }

    /// <summary>Gephi's two tables need no settings; the label of the first edge tells whether labels are types.</summary>
    [Theory]
    [InlineData("Source,Target,Type,Id,Label,Weight\n1,2,Directed,0,knows,1.5\n2,1,Directed,1,likes,1\n", "knows 1, likes 1")]
    [InlineData("Source;Target;Type;Weight\n1;2;Undirected;1.5\n", "edges 1")]
    [InlineData("Source\tTarget\tLabel\n1\t2\t\n1\t9\t\n", "edges 1")]
    public void GephiIsKnownByItsHeaders(string edges, string expected)
    {
        using var folder = new TemporaryFolder(("nodes.csv", "Id,Label,Country\n1,Mira,NO\n2,Ola,SE\n"), ("edges.csv", edges));

        var result = folder.Load();

        Assert.Equal(expected, string.Join(", ", result.Summary.RelationsByType.Select(pair => $"{pair.Key} {pair.Value}")));
        Assert.Equal(
            (2, "Mira", "NO"),
            (result.Summary.Entities, result.Store.GetNodeProperty(0, "name").AsString(),
                result.Store.GetNodeProperty(0, "Country").AsString()));
        Assert.Equal(expected == "edges 1" && edges.Contains('9') ? 1 : 0, result.Summary.Malformed);
    }

    [Fact]
    public void NullsQuotedBlanksAndRaggedRowsAreKeptAsTheyAre()
    {
        using var folder = new TemporaryFolder(
            ("p.csv", "id,name,name,note\n1,NULL,\\N,\" two \"\n2,Ola\n3,Per,P.,x,y\n4,\"NULL\",z,  w  \n"),
            ("corpus.yaml", "tables: {'null': [NULL, '\\N'], nodes: [{file: p.csv, label: Person}]}\n"));

        var result = folder.Load();
        var store = result.Store;

        Assert.Equal(4, result.Summary.Entities);
        Assert.True(store.GetNodeProperty(0, "name").IsNull && store.GetNodeProperty(0, "name 2").IsNull);
        Assert.Equal(" two ", store.GetNodeProperty(0, "note").AsString());
        Assert.Equal(
            ("Ola", "P.", "NULL", "w"), (store.GetNodeProperty(1, "name").AsString(), store.GetNodeProperty(2, "name 2").AsString(),
            store.GetNodeProperty(3, "name").AsString(), store.GetNodeProperty(3, "note").AsString()));
        Assert.Equal([3, 4], result.Diagnostics.Select(diagnostic => diagnostic.Location.Line));
    }

    [Fact]
    public void AColumnOfATableOfNodesMakesRelations()
    {
        using var folder = new TemporaryFolder(
            ("c.csv", "customerID,name\nA,Mira\nB,Ola\n"),
            ("o.csv", "id,customerID,total\n1,A,5\n2,,7\n3,X,9\n"),
            ("corpus.yaml", """
                tables:
                  nodes:
                    - {file: c.csv, label: Customer, id: customerID, space: c}
                    - {file: o.csv, label: Order, id: id, space: o}
                  relations:
                    - {file: o.csv, source: id, sourceSpace: o, target: customerID, targetSpace: c, type: PURCHASED_BY}
                """));

        var result = folder.Load();

        Assert.Equal((5, 1, 1), (result.Summary.Entities, result.Summary.Relations, result.Summary.Malformed));
        Assert.Equal(1, result.Summary.Others["rows of o.csv without a 'customerID'"]);
        Assert.Equal(4, Assert.Single(result.Diagnostics).Location.Line);
    }

    [Fact]
    public void AnEmptyEndIsSaidToBeOne()
    {
        using var folder = new TemporaryFolder(
            ("p.csv", "id,name\n1,Mira\n"), ("r.csv", "a,b\n1,\n"),
            ("corpus.yaml",
                "tables: {nodes: [{file: p.csv, label: Person}], relations: [{file: r.csv, source: a, target: b, type: KNOWS}]}\n"));

        Assert.Contains("the column 'b' is empty", Assert.Single(folder.Load().Diagnostics).Message);
    }

    [Fact]
    public void AMissingColumnHasANearestName()
    {
        using var folder = new TemporaryFolder(
            ("p.csv", "key,name,born\n1,Mira,1990\n"), ("corpus.yaml", "tables: {nodes: [{file: p.csv, label: Person, id: kye}]}\n"));

        Assert.Contains(
            folder.Load().Diagnostics, diagnostic => diagnostic.Message.Contains("did you mean 'key'", StringComparison.Ordinal));
    }

    /// <summary>Headers of Neo4j's tools need no settings; what has no name there is no property.</summary>
    [Fact]
    public void HeadersOfNeo4jSayWhatTablesAre()
    {
        using var folder = new TemporaryFolder(
            ("people.csv", "personId:ID(Person),name,born:int,tags:string[],:LABEL\np1,Mira,1990,a;b,Person;Judge\np2,Ola,,,Person\n"),
            ("towns.csv", ":ID(Town)|name|:LABEL\n1|Oslo|Town\n"),
            ("lives.csv", ":START_ID(Person),since:date,:END_ID(Town),:TYPE\np1,2001-02-03,1,LIVES_IN\np2,,1,LEFT\n"));

        var result = folder.Load();
        var store = result.Store;
        var mira = Enumerable.Range(0, store.NodeCount)
            .First(node => store.GetNodeProperty(node, "name") is { IsNull: false } name && name.AsString() == "Mira");

        Assert.Empty(result.Diagnostics);
        Assert.Equal((3, 2, 0), (result.Summary.Entities, result.Summary.Relations, result.Summary.SkippedFiles.Length));
        Assert.Equal(
            ("p1", "1990", "['a', 'b']"),
            (store.GetNodeProperty(mira, "personId").AsString(), ValueText.Format(store.GetNodeProperty(mira, "born")),
                ValueText.Format(store.GetNodeProperty(mira, "tags"))));
        Assert.True(store.HasLabel(mira, store.Labels.IndexOf("Judge")) && store.HasLabel(mira, store.Labels.IndexOf("Person")));
        Assert.DoesNotContain(store.PropertyKeys, key => key.Contains(':') || key.Length == 0);
        Assert.Contains("LIVES_IN", result.Summary.RelationsByType.Keys);
    }

    [Theory]
    [InlineData("", "Mira")]
    [InlineData(", sheet: Second", "Ola")]
    public void AWorkbookIsATableForEachSheet(string sheet, string name)
    {
        using var folder = new TemporaryFolder(("corpus.yaml", $"tables: {{nodes: [{{file: p.xlsx, label: Person{sheet}}}]}}\n"));
        WriteWorkbook(Path.Combine(folder.FullPath, "p.xlsx"), ("First", "Mira"), ("Second", "Ola"));

        var store = folder.Load().Store;

        Assert.Equal(
            (name, "1", "2021-03-04"),
            (store.GetNodeProperty(0, "name").AsString(), ValueText.Format(store.GetNodeProperty(0, "id")),
                ValueText.Format(store.GetNodeProperty(0, "born"))));
    }

    [Fact]
    public void ASheetThatIsNotThereIsNamedWithThoseThatAre()
    {
        using var folder = new TemporaryFolder(("corpus.yaml", "tables: {nodes: [{file: p.xlsx, label: Person, sheet: Third}]}\n"));
        WriteWorkbook(Path.Combine(folder.FullPath, "p.xlsx"), ("First", "Mira"));

        Assert.Contains("there are First", folder.Load().Diagnostics[0].Message);
    }

    /// <summary>A comma outside quotes parts the two cells.</summary>
    private static string[] SplitCells(string cells)
    {
        var quoted = cells.LastIndexOf('"') is var end && end >= 0 ? end + 1 : cells.IndexOf(',');
        return [cells[..quoted], cells[(quoted + 1)..]];
    }

    private static void WriteWorkbook(string path, params (string Sheet, string Name)[] sheets) => TestWorkbook.Write(
        path, [.. sheets.Select(
            sheet => (sheet.Sheet, new string[][] { ["id", "name", "born"], ["1", sheet.Name, $"{TestWorkbook.Day}44259"] }))]);
}
