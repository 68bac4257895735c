using Graph.Query.Selection;
using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>
/// A path pattern as instructions for a search: each tests or moves, and goes on with the next. A repetition is a loop, so that patterns
/// of any length have a program of fixed size.
/// </summary>
/// <param name="Count">How many paths or lengths the selector wants; null for one.</param>
/// <param name="WalkedSlot">Where all edges of the path go.</param>
/// <param name="Outputs">The columns that the search makes.</param>
internal sealed record PathProgram(
    ImmutableArray<PathInstruction> Instructions,
    PathRule Rule,
    PathSelectorKind Selector,
    CompiledExpression? Count,
    int StartSlot,
    int WalkedSlot,
    ImmutableArray<PathOutput> Outputs)
{
    public bool HasBoundLists => Instructions.Any(instruction => instruction is EdgeInstruction { Binding.BoundListSlot: >= 0 });

    /// <summary>
    /// The loop and its edge, where the program is one edge repeated, without conditions on it, of which one path is wanted.
    /// </summary>
    public (LoopInstruction Loop, EdgeInstruction Edge)? FindOnlyLoop() =>
        Selector is PathSelectorKind.Any or PathSelectorKind.Shortest ? FindLoop() : null;

    /// <summary>The loop and its edge, where the program is one edge repeated, without conditions on it.</summary>
    public (LoopInstruction Loop, EdgeInstruction Edge)? FindLoop() =>
        Instructions is
            [
                NodeInstruction,
                LoopInstruction loop,
                EdgeInstruction { Where: null, Binding: { BoundSlot: < 0, BoundListSlot: < 0 } } edge,
                EndInstruction { Where: null },
                NodeInstruction,
                AcceptInstruction { Where: null },
            ]
            ? (loop, edge)
            : null;

    /// <summary>
    /// True where what a search may do depends on the instruction, the count and the node alone, and not on how it came there.
    /// </summary>
    public bool IsMemoryless => Instructions.All(instruction => instruction switch
    {
        NodeInstruction node => node.EarlierInstruction < 0,
        EndInstruction end => end.Where is null,
        AcceptInstruction accept => accept.Where is null,
        EdgeInstruction edge => edge.Binding.BoundListSlot < 0,
        _ => true,
    });
}

internal abstract record PathInstruction;

/// <summary>Tests the node the search stands on.</summary>
/// <param name="BoundSlot">The slot whose value the node must be; -1 for a free node.</param>
/// <param name="EarlierInstruction">An instruction that bound the same variable before; -1 for none.</param>
internal sealed record NodeInstruction(int Slot, NodeSelection? Nodes, CompiledExpression? Where, int BoundSlot, int EarlierInstruction)
    : PathInstruction;

/// <summary>Moves along an edge.</summary>
internal sealed record EdgeInstruction(EdgeStep Step, int Slot, CompiledExpression? Where, EdgeBinding Binding) : PathInstruction;

/// <param name="BoundSlot">The slot whose value the edge must be; -1 for a free edge.</param>
/// <param name="BoundListSlot">The slot of the list that all edges of the instruction together must be; -1 for none.</param>
internal readonly record struct EdgeBinding(int BoundSlot, int BoundListSlot);

/// <summary>Goes into the body once more, or on to the exit, as the count allows.</summary>
internal sealed record LoopInstruction(long Minimum, long Maximum, int Exit) : PathInstruction;

/// <summary>The end of a loop's body: tests the condition on this repetition and goes back to the loop.</summary>
internal sealed record EndInstruction(CompiledExpression? Where, int Loop) : PathInstruction;

/// <summary>The whole pattern has matched, if it meets the conditions that speak of several of its elements.</summary>
/// <param name="PathSlot">Where the condition looks for the whole path; -1 where the path has no name.</param>
internal sealed record AcceptInstruction(CompiledExpression? Where, int PathSlot) : PathInstruction;

/// <param name="Instructions">The instructions that bind it.</param>
/// <param name="IsList">One element for each time an instruction bound it; else the only one.</param>
internal sealed record PathOutput(int Slot, ImmutableArray<int> Instructions, bool IsEdge, bool IsList)
{
    public Column CreateColumn(List<PathState> paths)
    {
        var instruction = Instructions[0];
        if (IsList)
            return new ValueColumn([.. paths.Select(path => CreateList(path.GetAllBound(instruction), IsEdge))]);

        int[] ids = [.. paths.Select(path => path.FindBound(instruction))];
        return IsEdge ? new EdgeColumn(ids) : new NodeColumn(ids);
    }

    public static Value CreateList(IReadOnlyList<int> ids, bool isEdge) =>
        Value.FromList(new ListValue([.. ids.Select(id => isEdge ? Value.FromEdge(id) : Value.FromNode(id))]));
}
