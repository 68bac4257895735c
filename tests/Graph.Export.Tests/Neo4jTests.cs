using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using Graph.Annotations;

namespace Graph.Export.Tests;

/// <summary>The files of the bulk import: their headers as Neo4j's manual has them, and what a reader of such files finds.</summary>
public sealed class Neo4jTests
{
    /// <summary>A name that may be left out, and a type of the manual's list, or one of the fields that say what a row is.</summary>
    private static readonly Regex Field = new(
        @"^(:ID\(\w+\)|:LABEL|:START_ID\(\w+\)|:END_ID\(\w+\)|:TYPE|[^:]+:(boolean|long|double|string|date)(\[\])?)$",
        RegexOptions.CultureInvariant);

    public static TheoryData<string> Variants => ["data", "hostile"];

    [Fact]
    public void HostileTextsAreTextInCsv() => Verifier.Verify(FolderRuns.Describe("neo4j", GraphSelection.All(HostileGraph.Build())));

    [Theory]
    [MemberData(nameof(Variants))]
    public void EveryFileHasAHeaderOfTheManualAndRowsThatFitIt(string variant)
    {
        using var folder = new TemporaryFolder();
        var path = FolderRuns.Write(folder, "neo4j", GraphSelection.All(Get(variant)));
        var arguments = File.ReadAllLines(Path.Combine(path, "import.args"));
        var ids = new HashSet<string>();
        foreach (var nodes in ListFiles(arguments, "--nodes="))
        {
            var rows = Read(Path.Combine(path, nodes));
            Assert.Equal([":ID(node)", ":LABEL"], rows[0].Take(2));
            Assert.All(rows.Skip(1), row => Assert.True(ids.Add(row[0])));
        }

        foreach (var relations in ListFiles(arguments, "--relationships="))
        {
            var rows = Read(Path.Combine(path, relations));
            Assert.Equal([":START_ID(node)", ":END_ID(node)", ":TYPE"], rows[0].Take(3));
            Assert.All(rows.Skip(1), row => Assert.All(row.Take(2), end => Assert.Contains(end, ids)));
        }

        Assert.Equal(Get(variant).NodeCount, ids.Count);
        Assert.Equal(
            Directory.GetFiles(path, "*.csv").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            ListFiles(arguments, "--nodes=").Concat(ListFiles(arguments, "--relationships=")).Order(StringComparer.Ordinal));
    }

    /// <summary>Graph's own reader of such tables gives the same nodes and relations, without a complaint.</summary>
    [Theory]
    [MemberData(nameof(Variants))]
    public void WhatWasWrittenLoadsAgain(string variant)
    {
        using var folder = new TemporaryFolder();
        var store = Get(variant);
        var path = FolderRuns.Write(folder, "neo4j", GraphSelection.All(store));

        var result = GraphLoader.Load([path], new LoadOptions(null));

        // The reader of tables takes no NaN.
        Assert.All(result.Diagnostics, diagnostic => Assert.Contains("'NaN'", diagnostic.Message));
        Assert.Equal(DescribeNodes(store), DescribeNodes(result.Store));
        Assert.Equal(DescribeEdges(store), DescribeEdges(result.Store));
    }

    private static GraphStore Get(string variant) => variant == "data" ? ExportRuns.Data : HostileGraph.Build();

    private static IEnumerable<string> ListFiles(string[] arguments, string option) =>
        arguments.Where(argument => argument.StartsWith(option, StringComparison.Ordinal)).Select(argument => argument[option.Length..]);

    private static List<string[]> Read(string file)
    {
        using var reader = new StreamReader(file);
        using var csv = new CsvParser(
            reader, new CsvConfiguration(CultureInfo.InvariantCulture) { HasHeaderRecord = false, TrimOptions = TrimOptions.None });
        var rows = new List<string[]>();
        while (csv.Read())
            rows.Add(csv.Record!);
        Assert.All(rows[0], field => Assert.Matches(Field, field));
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        return rows;
    }

    private static List<string> DescribeNodes(GraphStore store) => [.. Enumerable.Range(0, store.NodeCount).Select(node =>
        $"{string.Join(':', Captions.ListLabels(store, node).Order(StringComparer.Ordinal))} {Describe(StoreElements.GetNodeProperties(store, node))}").Order(StringComparer.Ordinal)];

    private static List<string> DescribeEdges(GraphStore store) => [.. store.EdgeTables.SelectMany(table =>
        Enumerable.Range(table.FirstEdge, table.Count)
            .Select(edge => $"{Key(store, table.GetSource(edge))} {table.Type} {Key(store, table.GetTarget(edge))} "
            + Describe(StoreElements.GetEdgeProperties(store, edge)))).Order(StringComparer.Ordinal)];

    private static string Key(GraphStore store, int node) => PlainText.Format(store.GetNodeProperty(node, "key"));

    /// <summary>Without what only the written one has: texts and places, which the format has as properties.</summary>
    private static string Describe(IEnumerable<KeyValuePair<string, Value>> properties) => string.Join(' ', properties
        .Where(property => property.Key is not ("text" or "article" or "start" or "end")
            && !(property.Value.Kind == ValueKind.Float && double.IsNaN(property.Value.AsFloat()))
            && (property.Value.Kind != ValueKind.List || property.Value.AsList().Count > 0))
        .OrderBy(property => property.Key, StringComparer.Ordinal)
        .Select(property => $"{property.Key}={(property.Value.IsNumber ? ValueText.FormatFloat(property.Value.AsNumber()) : UnicodeText.Repair(PlainText.Format(property.Value)))}"));
}
