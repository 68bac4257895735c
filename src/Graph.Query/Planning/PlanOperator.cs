using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>A step of a plan. A plan is a tree of these: data flows from the leaves up.</summary>
internal abstract record PlanOperator
{
    /// <summary>The plans this one reads, the main input first.</summary>
    public virtual ImmutableArray<PlanOperator> Inputs => [];

    /// <summary>The variables that this step binds.</summary>
    public virtual ImmutableArray<BoundVariable> Introduces => [];

    public virtual PlanOperator WithInputs(ImmutableArray<PlanOperator> inputs) => this;

    /// <summary>The steps of this plan, each before those it reads.</summary>
    public IEnumerable<PlanOperator> SelfAndInputs() => Walk(_ => true);

    /// <summary>The steps whose variables the rows of this plan may have: an aggregate lets no others through.</summary>
    public IEnumerable<PlanOperator> StepsOfRows() => Walk(step => step is not Aggregate);

    private IEnumerable<PlanOperator> Walk(Func<PlanOperator, bool> goesOn)
    {
        // Not by recursion, which would take a step of each level for each operator below it.
        var waiting = new Stack<PlanOperator>([this]);
        while (waiting.TryPop(out var next))
        {
            Preparation.Count();
            yield return next;
            for (var i = goesOn(next) ? next.Inputs.Length - 1 : -1; i >= 0; i--)
                waiting.Push(next.Inputs[i]);
        }
    }

    /// <summary>The plan rebuilt from its leaves up.</summary>
    public PlanOperator RewriteBottomUp(Func<PlanOperator, PlanOperator> rewrite) =>
        rewrite(MapInputs(input => input.RewriteBottomUp(rewrite)));

    /// <summary>The plan rebuilt from its root down; where nothing is given for a step, it stays.</summary>
    public PlanOperator RewriteTopDown(Func<PlanOperator, PlanOperator?> rewrite) =>
        (rewrite(this) ?? this).MapInputs(input => input.RewriteTopDown(rewrite));

    /// <summary>The plan with one of its steps in place of another.</summary>
    public PlanOperator Replace(PlanOperator old, PlanOperator replacement) =>
        ReferenceEquals(this, old) ? replacement : MapInputs(input => input.Replace(old, replacement));

    /// <summary>The plan of a subquery on top of that of its outer rows, as it is estimated.</summary>
    public PlanOperator OnTopOf(PlanOperator outer) =>
        RewriteBottomUp(node => node is ArgumentRows { Variables.IsEmpty: false } ? outer : node);

    /// <summary>The same step where no input changes, so that a rewrite that finds nothing leaves the plan as it is.</summary>
    public PlanOperator MapInputs(Func<PlanOperator, PlanOperator> map)
    {
        Preparation.Count();
        var mapped = Inputs.Select(map).ToImmutableArray();
        return mapped.Zip(Inputs).All(pair => ReferenceEquals(pair.First, pair.Second)) ? this : WithInputs(mapped);
    }
}

/// <summary>A step with one input.</summary>
internal abstract record UnaryPlanOperator(PlanOperator Input) : PlanOperator
{
    public override ImmutableArray<PlanOperator> Inputs
    {
        get
        {
            // Whoever walks down a plan comes through here.
            Preparation.Count();
            return [Input];
        }
    }

    public override PlanOperator WithInputs(ImmutableArray<PlanOperator> inputs) => this with { Input = inputs[0] };
}

/// <summary>The row or rows that a query starts from: one empty row, or the outer rows of a subquery.</summary>
internal sealed record ArgumentRows(ImmutableArray<BoundVariable> Variables) : PlanOperator
{
    public override ImmutableArray<BoundVariable> Introduces => Variables;
}

internal sealed record NodeScan(PlanOperator Input, BoundVariable Node, LabelExpression? Labels) : UnaryPlanOperator(Input)
{
    public override ImmutableArray<BoundVariable> Introduces => [Node];
}

/// <summary>Nodes that are looked up instead of scanned.</summary>
internal abstract record NodeLookUp(PlanOperator Input, BoundVariable Node, LabelExpression? Labels) : UnaryPlanOperator(Input)
{
    public override ImmutableArray<BoundVariable> Introduces => [Node];

    /// <summary>What is looked up.</summary>
    public abstract ImmutableArray<BoundExpression> Values { get; }
}

/// <summary>The nodes that have a value as their property, by index.</summary>
/// <param name="Property">Null for the number of the node.</param>
internal sealed record NodeSeek(PlanOperator Input, BoundVariable Node, LabelExpression? Labels, string? Property, BoundExpression Value)
    : NodeLookUp(Input, Node, Labels)
{
    public override ImmutableArray<BoundExpression> Values => [Value];
}

/// <summary>The nodes that have one of a list's items as their property, by index, each once and in the order of a scan.</summary>
/// <inheritdoc cref="NodeSeek(PlanOperator, BoundVariable, LabelExpression?, string?, BoundExpression)" path="/param"/>
internal sealed record NodeSeekAny(PlanOperator Input, BoundVariable Node, LabelExpression? Labels, string? Property, BoundExpression List)
    : NodeLookUp(Input, Node, Labels)
{
    public override ImmutableArray<BoundExpression> Values => [List];
}

/// <summary>The nodes whose string property begins with or contains a text, found in whole columns at once.</summary>
/// <param name="Operator"><c>STARTS WITH</c>, <c>CONTAINS</c>, or <c>~=</c> for any name of a node.</param>
internal sealed record NodeTextSeek(
    PlanOperator Input, BoundVariable Node, LabelExpression? Labels, string Property, string Operator, BoundExpression Value)
    : NodeLookUp(Input, Node, Labels)
{
    public override ImmutableArray<BoundExpression> Values => [Value];
}

/// <summary>The nodes that one of several look-ups finds, each once and in the order of a scan.</summary>
/// <param name="LookUps">Their inputs are not read.</param>
internal sealed record NodeSeekEither(
    PlanOperator Input, BoundVariable Node, LabelExpression? Labels, ImmutableArray<NodeLookUp> LookUps)
    : NodeLookUp(Input, Node, Labels)
{
    public override ImmutableArray<BoundExpression> Values => [.. LookUps.SelectMany(lookUp => lookUp.Values)];
}

/// <summary>Every edge of some relation types.</summary>
internal sealed record EdgeScan(PlanOperator Input, BoundVariable Edge, ImmutableArray<EdgeTable> Tables) : UnaryPlanOperator(Input)
{
    public override ImmutableArray<BoundVariable> Introduces => [Edge];
}

/// <summary>Nodes with edges of some relation types, and how many each has.</summary>
/// <param name="Counts">Variables that all get the number.</param>
internal sealed record DegreeScan(
    PlanOperator Input,
    BoundVariable Node,
    LabelExpression? Labels,
    ImmutableArray<EdgeTable> Tables,
    bool IsOutgoing,
    ImmutableArray<BoundVariable> Counts) : UnaryPlanOperator(Input)
{
    public override ImmutableArray<BoundVariable> Introduces => [Node, .. Counts];
}

/// <summary>From a bound node along its edges.</summary>
/// <param name="Targets">The labels of the far node, as far as they are tested here; null for none.</param>
/// <param name="IsInto">The far node is bound: only edges between both.</param>
/// <param name="DistinctFrom">Edges, and lists of edges, of the same MATCH that must be other ones.</param>
internal sealed record Expand(
    PlanOperator Input,
    BoundVariable From,
    BoundVariable Edge,
    EdgeDirection Direction,
    LabelExpression? Types,
    BoundVariable To,
    LabelExpression? Targets,
    bool IsInto,
    ImmutableArray<BoundVariable> DistinctFrom) : UnaryPlanOperator(Input)
{
    /// <summary>What the far node must fulfil, tested once for each node before any edge is followed.</summary>
    public ImmutableArray<BoundExpression> Conditions { get; init; } = [];

    /// <summary>Of edges that lie side by side, one is followed.</summary>
    public bool IsOnce { get; init; }

    public override ImmutableArray<BoundVariable> Introduces => IsInto ? [Edge] : [Edge, To];
}

/// <summary>An edge, or list of edges, that an earlier clause has bound: its ends are checked or bound.</summary>
internal sealed record MatchBoundEdge(
    PlanOperator Input,
    BoundVariable From,
    bool IsFromBound,
    BoundVariable Edge,
    EdgeDirection Direction,
    LabelExpression? Types,
    BoundVariable To,
    bool IsToBound,
    ImmutableArray<BoundVariable> DistinctFrom) : UnaryPlanOperator(Input)
{
    public override ImmutableArray<BoundVariable> Introduces =>
        (IsFromBound, IsToBound || To == From) switch
        {
            (true, true) => [],
            (true, false) => [To],
            (false, true) => [From],
            _ => [From, To],
        };
}

/// <summary>From a bound node along walks of edges.</summary>
/// <param name="IsReversed">The walk starts at the end of the pattern, so its list is turned round.</param>
/// <param name="AllowsRepeats">The walk may use an edge twice.</param>
internal sealed record VariableLengthExpand(
    PlanOperator Input,
    BoundVariable From,
    BoundVariableLengthEdge Walk,
    bool IsReversed,
    BoundVariable To,
    LabelExpression? Targets,
    bool IsInto,
    bool AllowsRepeats,
    ImmutableArray<BoundVariable> DistinctFrom) : UnaryPlanOperator(Input)
{
    public override ImmutableArray<BoundVariable> Introduces =>
        (Walk.IsBound, IsInto) switch
        {
            (true, true) => [],
            (true, false) => [To],
            (false, true) => [Walk.Variable],
            _ => [Walk.Variable, To],
        };
}

/// <summary>From a bound node to every node that a walk reaches, once each.</summary>
/// <param name="IsTogether">All rows start one search: a node comes once for all of them, and keeps no other variable of a row.</param>
internal sealed record ReachExpand(
    PlanOperator Input,
    BoundVariable From,
    BoundVariableLengthEdge Walk,
    bool IsReversed,
    BoundVariable To,
    LabelExpression? Targets,
    bool IsTogether)
    : UnaryPlanOperator(Input)
{
    public override ImmutableArray<BoundVariable> Introduces => [To];
}

/// <summary>From two bound nodes to every node that an edge of each meets in.</summary>
/// <param name="AreDistinct">Both edges must be different ones.</param>
internal sealed record Intersect(
    PlanOperator Input, IntersectLeg First, IntersectLeg Second, BoundVariable To, LabelExpression? Targets, bool AreDistinct)
    : UnaryPlanOperator(Input)
{
    public override ImmutableArray<BoundVariable> Introduces => [First.Edge, Second.Edge, To];
}

/// <summary>One of two steps that meet.</summary>
/// <param name="DistinctFrom">Edges, and lists of edges, of the same MATCH that must be other ones.</param>
internal sealed record IntersectLeg(
    BoundVariable From, BoundVariable Edge, EdgeDirection Direction, LabelExpression? Types, ImmutableArray<BoundVariable> DistinctFrom);

/// <summary>Each row with the number of rows that a step would make of it; a row of which it makes none is left out.</summary>
/// <param name="Weight">How many rows an input row stands for already; null for one.</param>
internal sealed record CountRows(UnaryPlanOperator Step, BoundVariable Count, BoundVariable? Weight) : UnaryPlanOperator(Step.Input)
{
    public override ImmutableArray<BoundVariable> Introduces => [Count];

    public override PlanOperator WithInputs(ImmutableArray<PlanOperator> inputs) =>
        this with { Input = inputs[0], Step = Step with { Input = inputs[0] } };
}

/// <summary>A step that draws a random number for each row.</summary>
internal sealed record Chance(UnaryPlanOperator Step) : UnaryPlanOperator(Step.Input)
{
    public override ImmutableArray<BoundVariable> Introduces => Step.Introduces;

    public override PlanOperator WithInputs(ImmutableArray<PlanOperator> inputs) =>
        this with { Input = inputs[0], Step = (UnaryPlanOperator)Step.WithInputs(inputs) };
}

/// <summary>From here on the rows are dealt to all cores.</summary>
/// <param name="RowsPerChunk">How many rows one core is dealt at a time.</param>
internal sealed record Scatter(PlanOperator Input, int RowsPerChunk) : UnaryPlanOperator(Input);

/// <summary>Up to here rows are worked on by all cores, from the <see cref="Scatter"/> below on.</summary>
internal sealed record Gather(PlanOperator Input) : UnaryPlanOperator(Input);

/// <summary>All, or the chosen, paths of one path pattern, searched from its first node.</summary>
/// <param name="EdgesMayRepeat">The MATCH lets a path use an edge twice, as far as its mode does.</param>
/// <param name="Walked">All edges of each path, in walking order.</param>
/// <param name="Bound">The variables of the pattern that have a value already.</param>
internal sealed record FindPaths(
    PlanOperator Input,
    BoundPath Path,
    bool EdgesMayRepeat,
    BoundVariable Walked,
    ImmutableArray<BoundVariable> Bound,
    ImmutableArray<BoundVariable> DistinctFrom)
    : UnaryPlanOperator(Input)
{
    /// <summary>Where only lengths and numbers of paths are read: what stands for the paths; null where paths are made.</summary>
    public PathMeasure? Measure { get; init; }

    public override ImmutableArray<BoundVariable> Introduces => Measure is null
        ? [.. PatternVariables.Of(Path.Elements).Where(variable => !Bound.Contains(variable)), Walked]
        : [((BoundNode)Path.Elements[^1]).Variable, .. Measure.Introduces];
}

/// <param name="Path">The path, of which only the length is kept; null where nobody reads it.</param>
/// <param name="Count">How many paths a row stands for; null where each has a row of its own.</param>
internal sealed record PathMeasure(BoundVariable? Path, BoundVariable? Count)
{
    public IEnumerable<BoundVariable> Introduces => new[] { Path, Count }.OfType<BoundVariable>();
}

/// <summary>Gives a path variable its value.</summary>
/// <param name="Edges">The edges, and lists of edges, in pattern order.</param>
internal sealed record BindPath(PlanOperator Input, BoundVariable Path, BoundVariable Start, ImmutableArray<BoundVariable> Edges)
    : UnaryPlanOperator(Input)
{
    public override ImmutableArray<BoundVariable> Introduces => [Path];
}

internal sealed record Filter(PlanOperator Input, BoundExpression Condition) : UnaryPlanOperator(Input);

/// <summary>The inner rows, or one row of nulls where there are none.</summary>
internal sealed record Optional(PlanOperator Input, PlanOperator Inner, ImmutableArray<BoundVariable> Variables) : PlanOperator
{
    public override ImmutableArray<PlanOperator> Inputs => [Input, Inner];

    public override ImmutableArray<BoundVariable> Introduces => Variables;

    public override PlanOperator WithInputs(ImmutableArray<PlanOperator> inputs) => this with { Input = inputs[0], Inner = inputs[1] };
}

/// <summary>Each row with each of the rows that a subquery makes of it.</summary>
internal sealed record CallSubquery(PlanOperator Input, BoundCallSubquery Call) : UnaryPlanOperator(Input)
{
    public override ImmutableArray<BoundVariable> Introduces => Call.Variables;
}

internal sealed record Unwind(PlanOperator Input, BoundUnwind Clause) : UnaryPlanOperator(Input)
{
    public override ImmutableArray<BoundVariable> Introduces => Clause.Variables;
}

internal sealed record CallProcedure(PlanOperator Input, BoundProcedureCall Call) : UnaryPlanOperator(Input)
{
    public override ImmutableArray<BoundVariable> Introduces => [.. Call.Yields.Select(yield => yield.Variable)];
}

internal sealed record Project(PlanOperator Input, ImmutableArray<BoundProjectionItem> Items) : UnaryPlanOperator(Input)
{
    public override ImmutableArray<BoundVariable> Introduces => [.. Items.Select(item => item.Variable)];
}

/// <param name="Outer">The variables of an enclosing query that stay visible.</param>
/// <param name="Weight">How many rows each input row stands for; null for one.</param>
internal sealed record Aggregate(
    PlanOperator Input, BoundGrouping Grouping, ImmutableArray<BoundVariable> Outer, BoundVariable? Weight = null)
    : UnaryPlanOperator(Input)
{
    public override ImmutableArray<BoundVariable> Introduces =>
        [.. Grouping.Keys.Select(key => key.Variable), .. Grouping.Aggregates.Select(aggregate => aggregate.Variable)];
}

internal sealed record Distinct(PlanOperator Input, ImmutableArray<BoundVariable> Columns) : UnaryPlanOperator(Input);

/// <param name="Kept">The variables that live on after the sort.</param>
/// <param name="IsRough">Rows that numbers do not tell apart, as long texts with one beginning, may stay as they came.</param>
internal sealed record Sort(
    PlanOperator Input,
    ImmutableArray<BoundSortItem> Items,
    ImmutableArray<BoundVariable> Kept,
    ImmutableArray<BoundVariable> Outer,
    bool IsRough = false)
    : UnaryPlanOperator(Input);

/// <summary>A sort of which only the first rows are wanted.</summary>
/// <param name="Mark">What its <see cref="TopCandidates"/> know it by; null where there are none.</param>
internal sealed record Top(Sort Sort, BoundExpression? Skip, BoundExpression Limit, TopMark? Mark = null) : UnaryPlanOperator(Sort.Input)
{
    public override PlanOperator WithInputs(ImmutableArray<PlanOperator> inputs) =>
        this with { Input = inputs[0], Sort = Sort with { Input = inputs[0] } };
}

/// <summary>Drops rows that come behind the last one that a <see cref="Top"/> above has kept so far, by the first of its keys.</summary>
internal sealed record TopCandidates(PlanOperator Input, ImmutableArray<BoundSortItem> Items, TopMark Mark) : UnaryPlanOperator(Input);

/// <summary>One of a plan's <see cref="Top"/>s.</summary>
internal sealed class TopMark;

internal sealed record Skip(PlanOperator Input, BoundExpression Count) : UnaryPlanOperator(Input);

internal sealed record Limit(PlanOperator Input, BoundExpression Count) : UnaryPlanOperator(Input);

/// <param name="Outputs">For each part, the variables that become the columns.</param>
internal sealed record Union(
    ImmutableArray<PlanOperator> Parts, ImmutableArray<ImmutableArray<BoundVariable>> Outputs, ImmutableArray<BoundVariable> Columns)
    : PlanOperator
{
    public override ImmutableArray<PlanOperator> Inputs => Parts;

    public override ImmutableArray<BoundVariable> Introduces => Columns;

    public override PlanOperator WithInputs(ImmutableArray<PlanOperator> inputs) => this with { Parts = inputs };
}
