using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>
/// The mean of small integers as their sum and their number, which can be taken of each chunk; their quotient is the mean to the last bit,
/// as no sum of such integers is rounded as a float.
/// </summary>
internal static class MeanParts
{
    /// <summary>The grouping without means, and each mean computed from what stands for it.</summary>
    public static (BoundGrouping Grouping, ImmutableArray<BoundProjectionItem> Means) Split(BoundGrouping grouping)
    {
        var aggregates = ImmutableArray.CreateBuilder<BoundAggregate>();
        var means = ImmutableArray.CreateBuilder<BoundProjectionItem>();
        foreach (var aggregate in grouping.Aggregates)
        {
            if (aggregate.Function != AggregateFunction.Average)
            {
                aggregates.Add(aggregate);
                continue;
            }

            var sum = aggregate with { Function = AggregateFunction.Sum, Variable = Create("sum") };
            var count = aggregate with { Function = AggregateFunction.Count, Variable = Create("count") };
            aggregates.AddRange(sum, count);
            means.Add(new BoundProjectionItem(aggregate.Variable, Divide(sum.Variable, count.Variable)));
        }

        return (grouping with { Aggregates = aggregates.ToImmutable() }, means.ToImmutable());
    }

    private static BoundVariable Create(string name) => new(name, StaticType.Integer, isAnonymous: true);

    /// <summary>Null where nothing was counted.</summary>
    private static BoundCall Divide(BoundVariable sum, BoundVariable count) => Call(
        FunctionRegistry.GetOperator("/"),
        StaticType.Float,
        Call(FunctionRegistry.Get("toFloat"), StaticType.Float, new BoundReference(sum, default)),
        Call(
            FunctionRegistry.Get("nullIf"),
            StaticType.Integer,
            new BoundReference(count, default),
            new BoundConstant(Value.FromInteger(0), StaticType.Integer, default)));

    private static BoundCall Call(Function function, StaticType type, params ImmutableArray<BoundExpression> arguments) =>
        new(function, arguments, type, default);
}
