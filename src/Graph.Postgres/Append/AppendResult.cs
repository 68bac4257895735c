namespace Graph.Postgres;

/// <summary>What an append did.</summary>
/// <param name="Added">Articles that are there now.</param>
/// <param name="Known">Articles that were there already, as they are.</param>
/// <param name="Nodes">New nodes, articles too.</param>
/// <param name="Relations">New relations.</param>
/// <param name="Completed">Nodes that were there and have more names or properties now.</param>
/// <param name="Kept">Values that say something else than those that are there, which stay.</param>
/// <param name="Refused">Articles that were not taken, with the reason; an empty key stands for what no article says.</param>
public sealed record AppendResult(
    int Added, int Known, long Nodes, long Relations, int Completed, int Kept, ImmutableArray<RefusedArticle> Refused);

/// <param name="Key">Its key.</param>
/// <param name="Reason">A clause without a full stop.</param>
public sealed record RefusedArticle(string Key, string Reason);
