using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Postgres;

/// <summary>A part of a pattern that is walked several times: one relation, or a path in parentheses.</summary>
/// <param name="Elements">From node to node.</param>
/// <param name="Maximum">Null for no bound.</param>
/// <param name="List">The variable for all relations; null for a path in parentheses.</param>
internal sealed record Repetition(
    ImmutableArray<BoundPathElement> Elements,
    BoundExpression? Where,
    long Minimum,
    long? Maximum,
    ImmutableArray<BoundGroupVariable> Groups,
    BoundVariable? List,
    bool IsBound)
{
    public static Repetition Of(BoundPathElement element) => element switch
    {
        BoundVariableLengthEdge edge => new Repetition(
            [Anonymous(), new BoundEdge(edge.Direction, edge.Edge, edge.Types, edge.Where, IsBound: false), Anonymous()],
            null, edge.Minimum, edge.Maximum, [], edge.Variable, edge.IsBound),
        BoundQuantifiedPath path =>
            new Repetition(path.Elements, path.Where, path.Minimum, path.Maximum, path.Groups, null, IsBound: false),
        _ => throw new RefusalException(default, "this pattern has no SQL"),
    };

    public BoundVariable FirstNode => ((BoundNode)Elements[0]).Variable;

    public BoundVariable LastNode => ((BoundNode)Elements[^1]).Variable;

    /// <summary>Binds the lists that can be seen outside to the columns of the rows called by an alias.</summary>
    public void BindLists(Frame frame, string alias)
    {
        if (List is not null && frame.Knows(List))
            frame.Select.Conditions.Add($"{alias}.relations = _relation_ids({frame.Find(List).Value.AsJson()})");
        else if (List is not null)
            frame.Bind(List, SqlValue.Json($"_relations({alias}.relations)"));

        for (var i = 0; i < Groups.Length; i++)
            frame.Bind(
                Groups[i].List, SqlValue.Json($"{(Groups[i].Inner.Type.Kind == TypeKind.Node ? "_nodes" : "_relations")}({alias}.g{i})"));
    }

    private static BoundNode Anonymous() => new(new BoundVariable("", StaticType.Node, isAnonymous: true), null, null, IsBound: false);
}
