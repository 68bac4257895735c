using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>
/// Optional parts that know nothing of each other multiply their rows, though each aggregate reads one of them only. The aggregates get
/// the rows of each part beside the input rows alone, with the number of rows that the other parts would have made of them.
/// </summary>
internal static class BranchSplitting
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) => plan.RewriteBottomUp(node =>
        node is Aggregate { Weight: null, Input: Optional } aggregate ? Split(aggregate) : node);

    private static PlanOperator Split(Aggregate aggregate)
    {
        var branches = new List<Optional>();
        var start = aggregate.Input;
        for (; start is Optional branch; start = branch.Input)
            branches.Add(branch);
        branches.Reverse();

        var aggregates = aggregate.Grouping.Aggregates;
        if (!aggregates.All(WeightedAggregates.CanWeigh) || !AreIndependent(branches) || !KeysAreFree(aggregate.Grouping, branches))
            return aggregate;

        var owners = aggregates.Select(item => PartOwners.Find(item, [.. branches.Select(branch => branch.Variables)])).ToArray();
        return owners.Contains(null) || (branches.Count == 1 && owners.Any(owner => owner >= 0))
            ? aggregate
            : Split(aggregate, start, branches, [.. owners.Select(owner => owner!.Value)]);
    }

    private static PlanOperator Split(Aggregate aggregate, PlanOperator start, List<Optional> branches, ImmutableArray<int> owners)
    {
        var aggregates = aggregate.Grouping.Aggregates;
        var weight = aggregates.All(DuplicateRows.IsIndifferent) ? null : new BoundVariable("rows", StaticType.Integer, isAnonymous: true);
        var owned = owners.Where(owner => owner >= 0).Distinct().Order().ToList();
        var needsStart = owned.Count == 0
            || aggregates.Where((item, index) => owners[index] < 0 && !DuplicateRows.IsIndifferent(item)).Any();
        var parts = owned.Select(owner =>
            new AggregatePart(branches[owner] with { Input = AddWeights(start, branches, owner, weight) }, branches[owner].Variables));
        return new PartUnion(aggregate, owners, weight).Create(
            [.. needsStart ? [new AggregatePart(AddWeights(start, branches, -1, weight), [])] : Array.Empty<AggregatePart>(), .. parts]);
    }

    /// <summary>The input rows with the numbers of rows of all parts but one, multiplied.</summary>
    private static PlanOperator AddWeights(PlanOperator plan, List<Optional> branches, int part, BoundVariable? weight)
    {
        if (weight is null)
            return plan;

        var others = branches.Where((_, index) => index != part).ToList();
        BoundVariable? before = null;
        foreach (var other in others)
        {
            var count = other == others[^1] ? weight : new BoundVariable("rows", StaticType.Integer, isAnonymous: true);
            var (inner, innerWeight) = RowCounting.CountSteps(other.Inner, []);
            plan = new CountOptional(plan, inner, innerWeight, count, before);
            before = count;
        }

        return plan;
    }

    /// <summary>No part reads what another one binds.</summary>
    private static bool AreIndependent(List<Optional> branches)
    {
        var owners = branches
            .SelectMany(branch => branch.Variables.Select(variable => (variable, branch)))
            .ToDictionary(pair => pair.variable, pair => pair.branch);
        return branches.TrueForAll(branch =>
            branch.Inner
                .SelfAndInputs()
                .SelectMany(ReadVariables.OfStep)
                .All(read => ReferenceEquals(owners.GetValueOrDefault(read, branch), branch))
                && !branch.Inner.SelfAndInputs().OfType<Chance>().Any());
    }

    private static bool KeysAreFree(BoundGrouping grouping, List<Optional> branches) => grouping.Keys.All(key =>
        !branches.Exists(branch => ExpressionVariables.Of(key.Expression).Overlaps(branch.Variables)));
}
