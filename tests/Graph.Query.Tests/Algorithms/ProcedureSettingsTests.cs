using Graph.Query.Schema;

namespace Graph.Query.Tests.Algorithms;

public sealed class ProcedureSettingsTests
{
    private static readonly GraphStore Store = BuildStore();

    [Theory]
    [InlineData("graph.pageRank", "dampng", 1, "graph.pageRank has no setting 'dampng'. Did you mean 'damping'?")]
    [InlineData("graph.pageRank", "damping", 2, "damping of graph.pageRank is out of range.")]
    [InlineData("graph.pageRank", "damping", "high", "damping of graph.pageRank takes a number, but this is a string.")]
    [InlineData("graph.pageRank", "iterations", -1, "iterations of graph.pageRank is out of range.")]
    [InlineData("graph.pageRank", "labels", "A", "labels of graph.pageRank takes a list of names, but this is a string.")]
    [InlineData("graph.pageRank", "direction", "up", "direction of graph.pageRank is 'out', 'in' or 'both', not 'up'.")]
    [InlineData("graph.betweenness", "normalized", 1, "normalized of graph.betweenness takes a truth value, but this is an integer.")]
    [InlineData("graph.components", "mode", "loose", "mode of graph.components is 'weak' or 'strong', not 'loose'.")]
    [InlineData("graph.communities", "direction", "out", "graph.communities has no setting 'direction'.")]
    public void AWrongSettingIsNamed(string procedure, string key, object value, string message)
    {
        var setting = value is string text ? Value.FromString(text) : Value.FromInteger((int)value);

        var error = Assert.Throws<QueryException>(() => RandomGraph.Call(Store, procedure, RandomGraph.Map((key, setting))));

        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("confidence", null)]
    [InlineData("since", null)]
    [InlineData("sinse", "No relation of graph type 'Closed' has a property 'sinse'. Did you mean 'since'?")]
    public void AWeightIsAPropertyOfTheGraphType(string weight, string? message)
    {
        var type = SchemaReader.Read(
            new SourceText("CREATE GRAPH TYPE Closed AS { (:A => {key STRING NOT NULL}), (:A)-[:R {since INTEGER}]->(:A) }")).Type;
        var store = new GraphBuilder(type).Build();
        var error = Record.Exception(
            () => RandomGraph.Call(store, "graph.communities", RandomGraph.Map(("weight", Value.FromString(weight)))));
        Assert.Equal(message, error?.Message);
    }

    [Fact]
    public void LabelsAndTypesChooseThePart()
    {
        var settings = RandomGraph.Map(
            ("labels", Value.FromList(Value.FromString("A"))), ("types", Value.FromList(Value.FromString("R"))));

        var rows = RandomGraph.Call(Store, "graph.components", settings);

        Assert.Equal(["a1", "a2", "a3"], rows.Select(row => Store.GetNodeProperty(row[0].AsNode(), "name").AsString()));
        Assert.Equal([0L, 0L, 1L], rows.Select(row => row[1].AsInteger()));
    }

    [Fact]
    public void WithoutSettingsTheWholeGraphIsMeant() => Assert.Equal(Store.NodeCount, RandomGraph.Call(Store, "graph.pageRank").Length);

    private static GraphStore BuildStore()
    {
        var builder = new GraphBuilder();
        var nodes = new[] { "a1", "a2", "a3", "b1" }
            .Select(name => builder.AddNode([name[..1].ToUpperInvariant()], [new("name", Value.FromString(name))]))
            .ToArray();
        builder.AddEdge("R", nodes[0], nodes[1], []);
        builder.AddEdge("S", nodes[1], nodes[2], []);
        builder.AddEdge("R", nodes[2], nodes[3], []);
        return builder.Build();
    }
}
