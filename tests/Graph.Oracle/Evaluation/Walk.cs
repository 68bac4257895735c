using Graph.Oracle.Graphs;
using Graph.Query.Syntax;

namespace Graph.Oracle.Evaluation;

/// <summary>A path on its way.</summary>
/// <param name="Used">The edges of all paths of the MATCH so far.</param>
internal sealed record Walk(Row Row, ImmutableArray<int> Used, ImmutableArray<int> Nodes, ImmutableArray<int> Edges)
{
    public Value EdgeList => Value.FromList([.. Edges.Select(Value.FromEdge)]);

    public Walk Go(PlainEdge edge, PlainNode next) =>
        this with { Used = Used.Add(edge.Id), Nodes = Nodes.Add(next.Id), Edges = Edges.Add(edge.Id) };

    public Value AsPath() => Value.FromPath(new PathValue([.. Nodes], [.. Edges]));
}

/// <summary>What a path may do twice.</summary>
internal sealed record WalkRule(PathMode Mode, bool DifferentEdges)
{
    public bool AllowsStep(Walk walk, PlainEdge edge, PlainNode next) =>
        !(DifferentEdges && walk.Used.Contains(edge.Id))
        && !(Mode == PathMode.Trail && walk.Edges.Contains(edge.Id))
        && !(Mode == PathMode.Acyclic && walk.Nodes.Contains(next.Id))
        && !(Mode == PathMode.Simple && walk.Nodes.Skip(1).Contains(next.Id));

    /// <summary>The whole path: a simple one is closed at most by its last step.</summary>
    public bool Allows(Walk walk) => Mode switch
    {
        PathMode.Trail => AreDifferent(walk.Edges),
        PathMode.Acyclic => AreDifferent(walk.Nodes),
        PathMode.Simple => AreDifferent(walk.Nodes[..^1]) && AreDifferent([.. walk.Nodes.Skip(1)]),
        _ => true,
    };

    private static bool AreDifferent(ImmutableArray<int> ids) => ids.Distinct().Count() == ids.Length;
}
