using System.Text;
using Graph.Query.Binding;

namespace Graph.Query.Tests.Binding;

/// <summary>What a query may name: of a graph type, of data, and of both.</summary>
public sealed class CatalogTests
{
    [Fact]
    public void AGraphTypeAloneIsACatalog() => Verifier.Verify(Print(BindingFixture.Closed));

    [Fact]
    public void DataAloneIsAnOpenCatalog() => Verifier.Verify(Print(BindingFixture.Open));

    [Fact]
    public void DataAddsToAGraphType() => Verifier.Verify(Print(BindingFixture.Both));

    [Fact]
    public void SomethingMustBeThere() => Assert.Throws<ArgumentException>(() => GraphCatalog.Create(null, null));

    [Theory]
    [InlineData("(:City)-[:LIVES_IN]->()", "No 'LIVES_IN' goes from City to any node, so this matches nothing.")]
    [InlineData("(:Person)-[:LIVES_IN]->(:City)", null)]
    [InlineData("(:Person)-[:MEMBER_OF]->(:Crew)", null)]
    [InlineData("(:Crew)<-[:MEMBER_OF]-(:City)", "No 'MEMBER_OF' goes from City to Crew, so this matches nothing.")]
    [InlineData("(:Actor)-[:SENT_TROOPS_TO]->(:Country&Actor)", null)]
    [InlineData("(:!Actor)-[:SENT_TROOPS_TO]->()", "No 'SENT_TROOPS_TO' goes from !Actor to any node, so this matches nothing.")]
    [InlineData("(:Organization)-[:MEMBER_OF*0..]->(:City)", null)]
    public void ARelationIsImpossibleWhenNeitherTypeNorDataHasIt(string pattern, string? warning)
    {
        var result = BindingFixture.Bind($"MATCH {pattern} RETURN 1 AS one", BindingFixture.Both);
        Assert.NotNull(result.Statement);
        Assert.Equal(warning, result.Diagnostics.SingleOrDefault()?.Message);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 40)]
    [InlineData(3, 400)]
    public void WhatRelationsJoinIsWhatEachEdgeJoins(int seed, int edges)
    {
        var random = new Random(seed);
        string[] labels = ["A", "B", "C"];
        var builder = new GraphBuilder();
        var nodes = Enumerable.Range(0, 30)
            .Select(_ => builder.AddNode([.. labels.Where(_ => random.Next(2) == 0).DefaultIfEmpty("D")], []))
            .ToList();
        for (var edge = 0; edge < edges; edge++)
            builder.AddEdge("R", nodes[random.Next(nodes.Count)], nodes[random.Next(nodes.Count) / 2], []);
        var store = builder.Build();
        var (catalog, table) = (GraphCatalog.Create(null, store), store.FindEdgeTable("R")!);
        foreach (var source in store.Labels)
        {
            foreach (var target in store.Labels)
            {
                var joins = Enumerable.Range(table.FirstEdge, table.EndEdge - table.FirstEdge).Any(edge =>
                    store.HasLabel(table.GetSource(edge), store.FindLabel(source))
                        && store.HasLabel(table.GetTarget(edge), store.FindLabel(target)));
                Assert.Equal(joins, catalog.HasStoredRelation(new LabelName("R"), new LabelName(source), new LabelName(target)));
            }
        }
    }

    private static string Print(GraphCatalog catalog)
    {
        var text = new StringBuilder($"closed: {catalog.IsClosed}\nkeys: {string.Join(' ', catalog.PropertyKeys)}\n");
        foreach (var label in catalog.Labels)
            text.Append($"\n:{label} {Describe(catalog.GetLabelHints(label))}\n{Describe(catalog.GetNodeProperties(label))}");
        foreach (var type in catalog.RelationTypes)
        {
            var ends = catalog.GetEndpoints(type).Select(end => $"({end.Source})->({end.Target})");
            text.Append(
                $"\n[:{type}] {string.Join(' ', ends)} {Describe(catalog.GetRelationHints(type))}\n{Describe(catalog.GetRelationProperties(type))}");
        }

        return text.ToString();
    }

    private static string Describe(SchemaHints hints) => hints.Description ?? "-";

    private static string Describe(IEnumerable<CatalogProperty> properties) =>
        string.Concat(properties.Select(property => $"  {property.Name} {property.Type}\n"));
}
