using CsCheck;
using Graph.Query.Algorithms;

namespace Graph.Query.Tests.Algorithms;

public sealed record RandomEdge(int Source, int Target, int Weight);

/// <summary>A small random graph with loops and parallel edges, and the store that holds it.</summary>
public sealed record RandomGraph(int NodeCount, ImmutableArray<RandomEdge> Edges)
{
    public static readonly Gen<RandomGraph> Gen =
        from count in CsCheck.Gen.Int[1, 7]
        from edges in CsCheck.Gen.Select(CsCheck.Gen.Int[0, count - 1], CsCheck.Gen.Int[0, count - 1], CsCheck.Gen.Int[0, 3]).Array[0, 14]
        select new RandomGraph(count, [.. edges.Select(edge => new RandomEdge(edge.Item1, edge.Item2, edge.Item3))]);

    public GraphStore Build()
    {
        var builder = new GraphBuilder();
        var nodes = Enumerable.Range(0, NodeCount).Select(_ => builder.AddNode(["N"], [])).ToArray();
        foreach (var edge in Edges)
            builder.AddEdge("R", nodes[edge.Source], nodes[edge.Target], [new("weight", Value.FromInteger(edge.Weight))]);
        return builder.Build();
    }

    public static ImmutableArray<Value[]> Call(GraphStore store, string procedure, params ReadOnlySpan<Value> arguments)
    {
        Assert.True(ProcedureRegistry.BuiltIn.TryGet(procedure, out var found));
        var context = new ExecutionState(
            store, new Dictionary<string, Value>(), new SourceText(""), new QueryBudget(new QueryLimits(), CancellationToken.None),
            BufferSizes.Default);
        return [.. found.Run(context, arguments.ToArray())];
    }

    public static Value Map(params ReadOnlySpan<(string Key, Value Value)> entries)
    {
        var pairs = new List<KeyValuePair<string, Value>>();
        foreach (var (key, value) in entries)
            pairs.Add(new(key, value));
        return Value.FromMap(new MapValue([.. pairs]));
    }
}
