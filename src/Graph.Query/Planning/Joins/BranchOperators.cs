using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>Each row with the number of rows that an optional part would make of it, which is one at least.</summary>
/// <param name="InnerWeight">How many rows a row of the part stands for; null for one.</param>
/// <param name="Weight">How many rows an input row stands for already; null for one.</param>
internal sealed record CountOptional(
    PlanOperator Input, PlanOperator Inner, BoundVariable? InnerWeight, BoundVariable Count, BoundVariable? Weight) : PlanOperator
{
    public override ImmutableArray<PlanOperator> Inputs => [Input, Inner];

    public override ImmutableArray<BoundVariable> Introduces => [Count];

    public override PlanOperator WithInputs(ImmutableArray<PlanOperator> inputs) => this with { Input = inputs[0], Inner = inputs[1] };
}

/// <summary>Each row with nulls under some variables.</summary>
internal sealed record BindNulls(PlanOperator Input, ImmutableArray<BoundVariable> Variables) : UnaryPlanOperator(Input)
{
    public override ImmutableArray<BoundVariable> Introduces => Variables;
}
