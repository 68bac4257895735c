using System.Diagnostics;
using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Planning;
using Graph.Query.Selection;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Execution;

/// <summary>From a plan to operators that run.</summary>
internal sealed class PlanCompiler
{
    private readonly GraphStore store;
    private readonly SlotMap slots;
    private readonly SubqueryCompiler subqueries;
    private readonly ExpressionCompiler expressions;
    private readonly IReadOnlySet<BoundVariable> read;
    private readonly ProfileMap? profile;
    private readonly List<IShared> shared = [];

    public PlanCompiler(
        GraphStore store,
        SlotMap slots,
        SubqueryCompiler subqueries,
        PlanOperator plan,
        ImmutableArray<BoundVariable> outputs,
        ProfileMap? profile = null)
    {
        this.store = store;
        this.slots = slots;
        this.subqueries = subqueries;
        this.profile = profile;
        expressions = new ExpressionCompiler(store, slots, subqueries);
        read = ReadVariables.Of(plan, outputs);
    }

    public Operator Compile(PlanOperator plan)
    {
        Preparation.Count();
        Operator compiled = plan switch
        {
            ArgumentRows => new ArgumentOperator(),
            NodeScan scan => new NodeScanOperator(Compile(scan.Input), slots[scan.Node], LabelEvaluation.GetNodes(store, scan.Labels)),
            NodeLookUp lookUp => new SeekOperator(Compile(lookUp.Input), slots[lookUp.Node], [.. CompileLookUps(lookUp)]),
            EdgeScan scan => new EdgeScanOperator(Compile(scan.Input), slots[scan.Edge], scan.Tables),
            DegreeScan scan => CompileDegrees(scan),
            Expand expand => CompileExpand(expand),
            MatchBoundEdge edge => CompileBoundEdge(edge),
            VariableLengthExpand expand => CompileWalk(expand),
            ReachExpand expand => CompileReach(expand),
            Intersect intersect => CompileIntersect(intersect),
            CountRows count => CompileCount(count),
            HashJoin join => CompileJoin(join),
            CountMatches matches => CompileMatches(matches),
            SumExpand expand => CompileSum(expand),
            CountOptional count => CompileOptionalCount(count),
            BindNulls nulls =>
                new NullsOperator(Compile(nulls.Input), [.. nulls.Variables.Select(variable => (slots[variable], variable.Type.Kind))]),
            Chance chance => Compile(chance.Step),
            Scatter => new ScatterOperator(),
            Gather gather => CompileGather(gather),
            FindPaths search => CompileSearch(search),
            BindPath path => CompileBindPath(path),
            Filter filter => new FilterOperator(Compile(filter.Input), expressions.Compile(filter.Condition)),
            Optional optional => CompileOptional(optional),
            Unwind unwind => CompileUnwind(unwind),
            CallProcedure call => CompileCall(call),
            CallSubquery call => CompileCall(call),
            Project project => new ProjectOperator(Compile(project.Input), CompileItems(project.Items)),
            Aggregate aggregate => CompileAggregate(aggregate),
            Distinct { Columns: [{ Type.Kind: TypeKind.Node } node] } distinct =>
                new DistinctNodesOperator(Compile(distinct.Input), slots[node]),
            Distinct distinct => new DistinctValuesOperator(Compile(distinct.Input), slots.Of(distinct.Columns)),
            Sort sort => CompileSort(sort),
            Top top => CompileTop(top),
            TopCandidates candidates =>
                new TopCandidatesOperator(Compile(candidates.Input), CompileSortItems(candidates.Items), candidates.Mark),
            Skip skip => new SkipOperator(Compile(skip.Input), expressions.Compile(skip.Count)),
            Limit limit => new LimitOperator(Compile(limit.Input), expressions.Compile(limit.Count)),
            Union union => CompileUnion(union),
            _ => throw new UnreachableException(),
        };
        return profile is null ? compiled : profile.Watch(plan, compiled);
    }

    private IEnumerable<LookUp> CompileLookUps(NodeLookUp lookUp)
    {
        var nodes = LabelEvaluation.GetNodes(store, lookUp.Labels);
        return lookUp switch
        {
            NodeSeek seek => [new ValueLookUp(nodes, seek.Property, expressions.Compile(seek.Value))],
            NodeSeekAny seek => [new AnyValueLookUp(nodes, seek.Property, expressions.Compile(seek.List))],
            NodeTextSeek seek => [new TextLookUp(nodes, seek.Property, seek.Operator, expressions.Compile(seek.Value))],
            NodeSeekEither either => either.LookUps.SelectMany(CompileLookUps),
            _ => throw new UnreachableException(),
        };
    }

    private DegreeScanOperator CompileDegrees(DegreeScan scan) =>
        new(
            Compile(scan.Input),
            slots[scan.Node],
            LabelEvaluation.GetNodes(store, scan.Labels),
            scan.Tables,
            scan.IsOutgoing,
            slots.Of(scan.Counts));

    private ExpandOperator CompileExpand(Expand expand)
    {
        var edgeSlot = read.Contains(expand.Edge) ? slots[expand.Edge] : -1;
        var distinctness = CompileDistinctness(expand.DistinctFrom);
        return new ExpandOperator(
            Compile(expand.Input),
            slots[expand.From],
            edgeSlot,
            slots[expand.To],
            expand.IsInto,
            CompileStep(expand),
            CompileTargets(expand),
            distinctness);
    }

    private ChosenTargets? CompileTargets(Expand expand)
    {
        if (expand.Conditions.IsEmpty)
            return null;

        var targets = new ChosenTargets(
            slots[expand.To], LabelEvaluation.GetNodes(store, expand.Targets), expressions.Compile(expand.Conditions));
        shared.Add(targets);
        return targets;
    }

    private EdgeStep CompileStep(Expand expand) =>
        EdgeStep.Create(store, expand.Direction, expand.Types, expand.Targets) with { IsOnce = expand.IsOnce };

    private BoundEdgeOperator CompileBoundEdge(MatchBoundEdge edge)
    {
        var step = new BoundEdgeStep(
            slots[edge.From], edge.IsFromBound, slots[edge.Edge], slots[edge.To], edge.IsToBound || edge.To == edge.From);
        var tables = LabelEvaluation.GetTables(store, edge.Types);
        return new BoundEdgeOperator(Compile(edge.Input), step, edge.Direction, tables, CompileDistinctness(edge.DistinctFrom));
    }

    private EdgeDistinctness CompileDistinctness(ImmutableArray<BoundVariable> variables) => variables.IsEmpty
        ? EdgeDistinctness.None
        : new EdgeDistinctness(
            slots.Of(variables.Where(variable => variable.Type.Kind != TypeKind.List)),
            slots.Of(variables.Where(variable => variable.Type.Kind == TypeKind.List)));

    private Operator CompileWalk(VariableLengthExpand expand)
    {
        var rule = CompileRule(expand.Walk, expand.IsReversed, expand.Targets, expand.AllowsRepeats, expand.DistinctFrom);
        var (from, list, to) = (slots[expand.From], slots[expand.Walk.Variable], slots[expand.To]);
        if (expand.Walk.IsBound)
            return new BoundWalkOperator(Compile(expand.Input), rule, from, list, to, expand.IsInto);
        return new WalkOperator(
            Compile(expand.Input), rule, from, read.Contains(expand.Walk.Variable) ? list : -1, to, expand.IsInto);
    }

    private Operator CompileReach(ReachExpand expand)
    {
        var rule = CompileRule(expand.Walk, expand.IsReversed, expand.Targets, true, []);
        return expand.IsTogether
            ? new JointReachOperator(Compile(expand.Input), rule, slots[expand.From], slots[expand.To])
            : new ReachOperator(Compile(expand.Input), rule, slots[expand.From], slots[expand.To]);
    }

    private WalkRule CompileRule(
        BoundVariableLengthEdge walk,
        bool isReversed,
        LabelExpression? targets,
        bool allowsRepeats,
        ImmutableArray<BoundVariable> distinctFrom) =>
        new(
            EdgeStep.Create(store, isReversed ? walk.Direction.Reverse() : walk.Direction, walk.Types, null),
            targets is null ? null : LabelEvaluation.GetNodes(store, targets),
            walk.Minimum,
            walk.Maximum ?? long.MaxValue,
            allowsRepeats,
            isReversed,
            slots[walk.Edge],
            expressions.CompileOptional(walk.Where),
            walk.Where is not null && ReadsOnly(walk.Where, walk.Edge),
            CompileDistinctness(distinctFrom));

    private static bool ReadsOnly(BoundExpression condition, BoundVariable edge) =>
        ExpressionVariables.IsDeterministic(condition) && ExpressionVariables.Of(condition).All(variable => variable == edge);

    private IntersectOperator CompileIntersect(Intersect intersect) =>
        new(Compile(intersect.Input), CompileIntersection(intersect), slots[intersect.To]);

    private Intersection CompileIntersection(Intersect intersect) =>
        new(CompileLeg(intersect.First, intersect.Targets), CompileLeg(intersect.Second, null), intersect.AreDistinct);

    private GatherOperator CompileGather(Gather gather)
    {
        var first = shared.Count;
        var steps = Compile(gather.Input);
        var used = shared[first..];
        var scatter = FindScatter(gather.Input);
        return new GatherOperator(Compile(scatter.Input), scatter.RowsPerChunk, steps, [.. used]);
    }

    /// <summary>Where the rows that run through the steps are dealt; a plan that runs by itself may deal out its own.</summary>
    private static Scatter FindScatter(PlanOperator plan) => plan as Scatter ?? FindScatter(plan.Inputs[0]);

    private HashJoinOperator CompileJoin(HashJoin join)
    {
        var compiled = new HashJoinOperator(
            Compile(join.Input),
            Compile(join.Inner),
            [.. join.Keys.Select(key => expressions.Compile(key.Outer))],
            [.. join.Keys.Select(key => expressions.Compile(key.Inner))],
            slots.Of(join.Introduces.Where(read.Contains)));
        shared.Add(compiled);
        return compiled;
    }

    private CountRowsOperator CompileMatches(CountMatches matches)
    {
        var match = new CompiledMatch(
            [.. matches.Keys.Select(key => expressions.Compile(key.Outer))],
            [.. matches.Keys.Select(key => expressions.Compile(key.Inner))],
            [.. matches.Comparisons.Select(comparison => (comparison.Operator, expressions.Compile(comparison.Left)))],
            matches.Comparisons.IsEmpty ? null : expressions.Compile(matches.Comparisons[0].Right));
        var counter = new MatchCounter(
            Compile(matches.Inner),
            match,
            matches.InnerWeight is null ? -1 : slots[matches.InnerWeight],
            [.. matches.Exclusions.Select(Compile)],
            matches.Exclusions.IsEmpty ? -1 : slots.Add());
        shared.Add(counter);
        return new CountRowsOperator(
            Compile(matches.Input), counter, slots[matches.Count], matches.Weight is null ? -1 : slots[matches.Weight]);
    }

    private CountRowsOperator CompileOptionalCount(CountOptional count)
    {
        var counter = new OptionalCounter(Compile(count.Inner), count.InnerWeight is null ? -1 : slots[count.InnerWeight], slots.Add());
        return new CountRowsOperator(Compile(count.Input), counter, slots[count.Count], count.Weight is null ? -1 : slots[count.Weight]);
    }

    private SumExpandOperator CompileSum(SumExpand expand)
    {
        var step = EdgeStep.Create(store, expand.Direction, expand.Types, expand.Targets);
        return new SumExpandOperator(
            Compile(expand.Input),
            slots[expand.From],
            step,
            slots[expand.To],
            expand.Weight is null ? -1 : slots[expand.Weight],
            slots[expand.Count]);
    }

    private CountRowsOperator CompileCount(CountRows count) =>
        new(Compile(count.Input), CompileCounter(count.Step), slots[count.Count], count.Weight is null ? -1 : slots[count.Weight]);

    private RowCounter CompileCounter(UnaryPlanOperator step) => step switch
    {
        NodeScan scan => new ConstantRowCounter(LabelEvaluation.GetNodes(store, scan.Labels).Count),
        EdgeScan scan => new ConstantRowCounter(scan.Tables.Sum(table => (long)table.Count)),
        Expand expand => new ExpandRowCounter(
            slots[expand.From],
            expand.IsInto ? slots[expand.To] : -1,
            CompileStep(expand),
            CompileTargets(expand),
            CompileDistinctness(expand.DistinctFrom)),
        Intersect intersect => new IntersectRowCounter(CompileIntersection(intersect)),
        _ => throw new UnreachableException(),
    };

    private CompiledLeg CompileLeg(IntersectLeg leg, LabelExpression? targets) =>
        new(
            slots[leg.From],
            read.Contains(leg.Edge) ? slots[leg.Edge] : -1,
            EdgeStep.Create(store, leg.Direction, leg.Types, targets),
            CompileDistinctness(leg.DistinctFrom));

    private Operator CompileSearch(FindPaths search)
    {
        var program = new PathProgramCompiler(store, slots, expressions, search).Compile();
        if (search.Measure is { } measure)
            return new MeasurePathsOperator(Compile(search.Input), program, GetSlot(measure.Path), GetSlot(measure.Count));
        return new FindPathsOperator(Compile(search.Input), program, CompileDistinctness(search.DistinctFrom));
    }

    private int GetSlot(BoundVariable? variable) => variable is null ? -1 : slots[variable];

    private ProjectOperator CompileBindPath(BindPath path)
    {
        var expression = new PathExpression(slots[path.Start], slots.Of(path.Edges));
        return new ProjectOperator(Compile(path.Input), [new CompiledItem(slots[path.Path], expression)]);
    }

    private OptionalOperator CompileOptional(Optional optional) =>
        new(
            Compile(optional.Input),
            Compile(optional.Inner),
            [.. optional.Variables.Where(read.Contains).Select(variable => (slots[variable], variable.Type.Kind))],
            slots.Add());

    private UnwindOperator CompileUnwind(Unwind plan)
    {
        var (list, variable, numbering) = plan.Clause;
        return new UnwindOperator(
            Compile(plan.Input), expressions.Compile(list), slots[variable], GetSlot(numbering?.Variable), numbering?.First ?? 0);
    }

    private ProcedureOperator CompileCall(CallProcedure plan)
    {
        var call = plan.Call;
        var yields = call.Yields.Select(yield => (yield.Column, slots[yield.Variable])).ToImmutableArray();
        var span = call.Arguments.IsEmpty ? default : call.Arguments[0].Span.Cover(call.Arguments[^1].Span);
        return new ProcedureOperator(Compile(plan.Input), call.Procedure, expressions.Compile(call.Arguments), yields, span);
    }

    private CallOperator CompileCall(CallSubquery plan)
    {
        var (subquery, outputs) = subqueries.Compile(plan.Call.Query, plan.Call.Outer);
        var columns = plan.Call.Variables.Select((variable, index) =>
            new CalledColumn(outputs[index], slots[variable], variable.Type.Kind));
        return new CallOperator(Compile(plan.Input), subquery with { HoldsRows = true }, [.. columns], plan.Call.IsOptional);
    }

    private AggregateOperator CompileAggregate(Aggregate aggregate) =>
        new(
            Compile(aggregate.Input),
            CompileItems(aggregate.Grouping.Keys),
            [.. aggregate.Grouping.Aggregates.Select(CompileAggregate)],
            slots.Of(aggregate.Outer),
            aggregate.Weight is null ? -1 : slots[aggregate.Weight]);

    private CompiledAggregate CompileAggregate(BoundAggregate aggregate) =>
        new(
            slots[aggregate.Variable],
            aggregate.Function,
            aggregate.Distinct,
            expressions.CompileOptional(aggregate.Argument),
            expressions.CompileOptional(aggregate.Parameter),
            aggregate.Function is AggregateFunction.Sum or AggregateFunction.Average && aggregate.Argument!.Type.CanBe(StaticType.Duration),
            aggregate.Span);

    private SortOperator CompileSort(Sort sort) =>
        new(Compile(sort.Input), CompileSortItems(sort.Items), slots.Of(sort.Kept), slots.Of(sort.Outer), sort.IsRough);

    private TopOperator CompileTop(Top top) =>
        new(
            Compile(top.Input),
            CompileSortItems(top.Sort.Items),
            expressions.CompileOptional(top.Skip),
            expressions.Compile(top.Limit),
            slots.Of(top.Sort.Kept),
            slots.Of(top.Sort.Outer),
            top.Mark);

    private UnionOperator CompileUnion(Union union) =>
        new([.. union.Parts.Select((part, index) => (Compile(part), slots.Of(union.Outputs[index])))], slots.Of(union.Columns));

    private ImmutableArray<CompiledItem> CompileItems(ImmutableArray<BoundProjectionItem> items) =>
        [.. items.Select(item => new CompiledItem(slots[item.Variable], expressions.Compile(item.Expression)))];

    private ImmutableArray<CompiledSortItem> CompileSortItems(ImmutableArray<BoundSortItem> items) =>
        [.. items.Select(item => new CompiledSortItem(expressions.Compile(item.Expression), item.Descending))];
}
