using System.Diagnostics;
using Graph.Query.Binding;
using Graph.Query.Planning;
using Graph.Query.Selection;

namespace Graph.Query.Execution;

/// <summary>From a path pattern to the program of its search.</summary>
internal sealed class PathProgramCompiler(GraphStore store, SlotMap slots, ExpressionCompiler expressions, FindPaths search)
{
    private readonly List<PathInstruction> instructions = [];
    private readonly Dictionary<BoundVariable, int> firstInstruction = [];
    private readonly List<PathOutput> outputs = [];

    public PathProgram Compile()
    {
        foreach (var element in search.Path.Elements)
            Add(element);
        var path = search.Path;
        var pathSlot = path.Variable is null ? -1 : slots[path.Variable];
        instructions.Add(new AcceptInstruction(expressions.CompileOptional(path.Where), pathSlot));
        var start = ((BoundNode)path.Elements[0]).Variable;
        return new PathProgram(
            [.. instructions],
            PathRule.Create(path.Mode, search.EdgesMayRepeat),
            path.Selector,
            expressions.CompileOptional(path.Count),
            slots[start],
            slots[search.Walked],
            [.. outputs]);
    }

    private void Add(BoundPathElement element)
    {
        switch (element)
        {
            case BoundNode node:
                AddNode(node, AddOutput(node.Variable, isEdge: false));
                break;
            case BoundEdge edge:
                AddOutput(edge.Variable, isEdge: true);
                AddEdge(edge.Direction, edge.Variable, edge.Types, edge.Where, new EdgeBinding(GetBoundSlot(edge.Variable), -1));
                break;
            case BoundVariableLengthEdge walk:
                AddWalk(walk);
                break;
            case BoundQuantifiedPath quantified:
                AddQuantified(quantified);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private int GetBoundSlot(BoundVariable variable) => search.Bound.Contains(variable) ? slots[variable] : -1;

    /// <summary>Notes that the next instruction binds a variable; returns the one that bound it before, or -1.</summary>
    private int AddOutput(BoundVariable variable, bool isEdge)
    {
        if (firstInstruction.TryGetValue(variable, out var earlier))
            return earlier;

        firstInstruction.Add(variable, instructions.Count);
        if (!search.Bound.Contains(variable))
            outputs.Add(new PathOutput(slots[variable], [instructions.Count], isEdge, IsList: false));
        return -1;
    }

    private void AddNode(BoundNode node, int earlier)
    {
        var nodes = node.Labels is null ? null : LabelEvaluation.GetNodes(store, node.Labels);
        var where = expressions.CompileOptional(node.Where);
        instructions.Add(new NodeInstruction(slots[node.Variable], nodes, where, GetBoundSlot(node.Variable), earlier));
    }

    private void AddEdge(
        Syntax.EdgeDirection direction, BoundVariable variable, LabelExpression? types, BoundExpression? where, EdgeBinding binding)
    {
        var step = EdgeStep.Create(store, direction, types, null);
        instructions.Add(new EdgeInstruction(step, slots[variable], expressions.CompileOptional(where), binding));
    }

    private void AddWalk(BoundVariableLengthEdge walk)
    {
        var loop = BeginLoop();
        var isBound = search.Bound.Contains(walk.Variable);
        if (!isBound)
            outputs.Add(new PathOutput(slots[walk.Variable], [instructions.Count], IsEdge: true, IsList: true));
        AddEdge(walk.Direction, walk.Edge, walk.Types, walk.Where, new EdgeBinding(-1, isBound ? slots[walk.Variable] : -1));
        EndLoop(loop, walk.Minimum, walk.Maximum, null);
    }

    private void AddQuantified(BoundQuantifiedPath quantified)
    {
        var loop = BeginLoop();
        foreach (var element in quantified.Elements)
            AddInner(element, quantified);
        EndLoop(loop, quantified.Minimum, quantified.Maximum, quantified.Where);
    }

    private void AddInner(BoundPathElement element, BoundQuantifiedPath quantified)
    {
        var variable = element is BoundNode inner ? inner.Variable : ((BoundEdge)element).Variable;
        var isFirst = firstInstruction.TryAdd(variable, instructions.Count);
        var group = quantified.Groups.FirstOrDefault(candidate => candidate.Inner == variable);
        if (isFirst && group is not null)
            outputs.Add(new PathOutput(slots[group.List], [instructions.Count], element is BoundEdge, IsList: true));

        if (element is BoundNode node)
            AddNode(node, isFirst ? -1 : firstInstruction[variable]);
        else if (element is BoundEdge edge)
            AddEdge(edge.Direction, edge.Variable, edge.Types, edge.Where, new EdgeBinding(-1, -1));
    }

    private int BeginLoop()
    {
        instructions.Add(new LoopInstruction(0, 0, 0));
        return instructions.Count - 1;
    }

    private void EndLoop(int loop, long minimum, long? maximum, BoundExpression? where)
    {
        instructions.Add(new EndInstruction(expressions.CompileOptional(where), loop));
        instructions[loop] = new LoopInstruction(minimum, maximum ?? long.MaxValue, instructions.Count);
    }
}
