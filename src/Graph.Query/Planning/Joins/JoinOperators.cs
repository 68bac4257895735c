using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>Two expressions that must be equal: one over the input rows, one over the rows of a plan that runs by itself.</summary>
internal sealed record JoinKey(BoundExpression Outer, BoundExpression Inner);

/// <summary>Each input row beside every row of a plan that runs once, by itself, with equal keys; in the order of nested loops.</summary>
/// <param name="Keys">None for every pair of rows.</param>
internal sealed record HashJoin(PlanOperator Input, PlanOperator Inner, ImmutableArray<JoinKey> Keys) : PlanOperator
{
    public override ImmutableArray<PlanOperator> Inputs => [Input, Inner];

    public override ImmutableArray<BoundVariable> Introduces => [.. ListBound(Inner).Distinct().Except(ListBound(Input))];

    public override PlanOperator WithInputs(ImmutableArray<PlanOperator> inputs) => this with { Input = inputs[0], Inner = inputs[1] };

    // What a join below introduces stands below it too; to ask it would double the work at each join.
    private static IEnumerable<BoundVariable> ListBound(PlanOperator plan) =>
        plan.StepsOfRows().Where(step => step is not HashJoin).SelectMany(step => step.Introduces);
}

/// <summary>
/// Each input row with the number of rows of a plan that runs once, by itself, and match it: by equal keys, and by an order where there
/// is one. A row that none matches is left out.
/// </summary>
/// <param name="Comparisons">Operator, outer and inner side; none, one, or two bounds of the same inner value.</param>
/// <param name="InnerWeight">How many rows an inner row stands for; null for one.</param>
/// <param name="Exclusions">Plans over the input rows, whose rows were counted though they may not be: they use an edge twice.</param>
/// <param name="Weight">How many rows an input row stands for already; null for one.</param>
internal sealed record CountMatches(
    PlanOperator Input,
    PlanOperator Inner,
    ImmutableArray<JoinKey> Keys,
    ImmutableArray<BoundComparison> Comparisons,
    BoundVariable? InnerWeight,
    ImmutableArray<PlanOperator> Exclusions,
    BoundVariable Count,
    BoundVariable? Weight) : PlanOperator
{
    public override ImmutableArray<PlanOperator> Inputs => [Input, Inner, .. Exclusions];

    public override ImmutableArray<BoundVariable> Introduces => [Count];

    public override PlanOperator WithInputs(ImmutableArray<PlanOperator> inputs) =>
        this with { Input = inputs[0], Inner = inputs[1], Exclusions = inputs[2..] };
}

/// <summary>
/// A step taken for all rows at once: each node it reaches comes once, ascending, with the number of rows that end there.
/// </summary>
/// <param name="Weight">How many rows an input row stands for already; null for one.</param>
internal sealed record SumExpand(
    PlanOperator Input,
    BoundVariable From,
    Syntax.EdgeDirection Direction,
    LabelExpression? Types,
    BoundVariable To,
    LabelExpression? Targets,
    BoundVariable? Weight,
    BoundVariable Count) : UnaryPlanOperator(Input)
{
    public override ImmutableArray<BoundVariable> Introduces => [To, Count];
}
