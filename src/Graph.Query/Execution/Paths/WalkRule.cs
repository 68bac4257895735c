using Graph.Query.Selection;

namespace Graph.Query.Execution;

/// <summary>What a walk of repeated edges may do.</summary>
/// <param name="Targets">The nodes a walk may end in; null for any.</param>
/// <param name="AllowsRepeats">The walk may use an edge twice.</param>
/// <param name="IsReversed">The walk starts at the pattern's end, so its list of edges is turned round.</param>
/// <param name="EdgeSlot">Where the single edge stands while <paramref name="Where"/> is tested.</param>
/// <param name="Where">A condition on every edge; null for none.</param>
/// <param name="IsWhereOfEdgeAlone">The condition holds or not whatever row the walk continues.</param>
internal sealed record WalkRule(
    EdgeStep Step,
    NodeSelection? Targets,
    long Minimum,
    long Maximum,
    bool AllowsRepeats,
    bool IsReversed,
    int EdgeSlot,
    CompiledExpression? Where,
    bool IsWhereOfEdgeAlone,
    EdgeDistinctness Distinctness);
