using Graph.Query.Binding;
using Graph.Query.Execution;
using Graph.Query.Selection;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>
/// No row fulfils a pattern whose labels and relation types never meet at a node: where all that people lead are organizations and all that
/// is supported are people, <c>()-[:LEADS]->(o)&lt;-[:SUPPORTS]-()</c> needs no step. Nothing goes into such steps then.
/// </summary>
internal static class ImpossiblePatterns
{
    private static readonly BoundConstant False = new(Value.False, StaticType.Boolean, default);

    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) =>
        context.Store.NodeRanges.Length > NodePlaces.MostRanges ? plan : Visit(plan, isInPattern: false, context.Statistics);

    private static PlanOperator Visit(PlanOperator plan, bool isInPattern, GraphStatistics statistics)
    {
        var isStep = IsStep(plan);
        return isStep && !isInPattern && IsImpossible(plan, statistics)
            ? Close(plan)
            : plan.MapInputs(input => Visit(input, isStep, statistics));
    }

    /// <summary>A step that makes no row where none comes in.</summary>
    private static bool IsStep(PlanOperator plan) =>
        plan is NodeScan or NodeLookUp or Expand or VariableLengthExpand or Filter;

    private static PlanOperator Close(PlanOperator plan) =>
        plan.MapInputs(input => IsStep(input) ? Close(input) : new Filter(input, False));

    private static bool IsImpossible(PlanOperator pattern, GraphStatistics statistics)
    {
        var places = new NodePlaces(statistics);
        for (var step = pattern; IsStep(step); step = step.Inputs[0])
        {
            if (!Narrow(places, step))
                return true;
        }

        return false;
    }

    private static bool Narrow(NodePlaces places, PlanOperator step) => step switch
    {
        NodeScan scan => places.Narrow(scan.Node, scan.Labels),
        NodeLookUp lookUp => places.Narrow(lookUp.Node, lookUp.Labels),
        Expand expand => places.Narrow(expand.From, expand.Types, expand.Direction)
            && places.Narrow(expand.To, expand.Types, expand.Direction.Reverse())
            && places.Narrow(expand.To, expand.Targets),
        VariableLengthExpand { Walk.Minimum: > 0, IsReversed: var isReversed } expand =>
            places.Narrow(expand.From, expand.Walk.Types, isReversed ? expand.Walk.Direction.Reverse() : expand.Walk.Direction)
            && places.Narrow(expand.To, expand.Walk.Types, isReversed ? expand.Walk.Direction : expand.Walk.Direction.Reverse())
            && places.Narrow(expand.To, expand.Targets),
        Filter { Condition: BoundLabelTest { Target: BoundReference { Type.Kind: TypeKind.Node } node } test } =>
            places.Narrow(node.Variable, test.Labels),
        _ => true,
    };
}

/// <summary>In which ranges of node ids the nodes of a pattern can lie.</summary>
internal sealed class NodePlaces(GraphStatistics statistics)
{
    /// <summary>A store of more ranges, or a step of more types, would be asked for longer than a step may take.</summary>
    public const int MostRanges = 256;
    private const int MostTypes = 8;

    private readonly Dictionary<BoundVariable, bool[]> places = [];

    /// <returns>Whether the node can still lie anywhere.</returns>
    public bool Narrow(BoundVariable node, LabelExpression? labels) =>
        labels is null || Narrow(node, statistics.GetRanges(labels));

    /// <param name="direction">In which the edge leaves the node.</param>
    /// <inheritdoc cref="Narrow(BoundVariable, LabelExpression?)" path="/returns"/>
    public bool Narrow(BoundVariable node, LabelExpression? types, EdgeDirection direction)
    {
        if (types is null || statistics.GetTables(types) is not { Length: <= MostTypes } tables)
            return true;

        var ends = new bool[statistics.RangeCount];
        foreach (var table in tables)
        {
            if (direction != EdgeDirection.Left)
                Add(ends, statistics.GetSourceRanges(table));
            if (direction != EdgeDirection.Right)
                Add(ends, statistics.GetTargetRanges(table));
        }

        return Narrow(node, ends);
    }

    private static void Add(bool[] ranges, bool[] others)
    {
        for (var i = 0; i < ranges.Length; i++)
            ranges[i] |= others[i];
    }

    private bool Narrow(BoundVariable node, bool[] ranges)
    {
        if (places.TryGetValue(node, out var before))
            ranges = [.. ranges.Zip(before, (isNow, wasBefore) => isNow && wasBefore)];
        places[node] = ranges;
        return ranges.AsSpan().Contains(true);
    }
}
