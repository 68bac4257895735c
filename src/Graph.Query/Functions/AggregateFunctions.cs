using System.Collections.Frozen;
using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>What the binder needs to know of an aggregate; its accumulator belongs to execution.</summary>
/// <param name="Argument">What it takes; null for <c>count(*)</c>.</param>
/// <param name="Result">The type of the result for the type of the argument.</param>
/// <param name="HasPercentile">There is a second argument, a number from 0 to 1.</param>
internal sealed record AggregateSignature(
    AggregateFunction Function,
    string Name,
    StaticType? Argument,
    Func<StaticType, StaticType> Result,
    bool HasPercentile = false)
{
    /// <summary>The numbers may be durations instead.</summary>
    public bool TakesDurations { get; init; }
}

/// <summary>The aggregates by name, in any case. <c>count(*)</c> has syntax of its own and is found by its function only.</summary>
internal static class AggregateFunctions
{
    private static readonly AggregateSignature CountAll = new(AggregateFunction.CountAll, "count", null, _ => StaticType.Integer);

    private static readonly ImmutableArray<AggregateSignature> Signatures =
    [
        new(AggregateFunction.Count, "count", StaticType.Any, _ => StaticType.Integer),
        new(AggregateFunction.Sum, "sum", StaticType.Number, SumOf) { TakesDurations = true },
        new(AggregateFunction.Average, "avg", StaticType.Number, MeanOf) { TakesDurations = true },
        new(AggregateFunction.Minimum, "min", StaticType.Any, type => type),
        new(AggregateFunction.Maximum, "max", StaticType.Any, type => type),
        new(AggregateFunction.Collect, "collect", StaticType.Any, StaticType.ListOf),
        new(AggregateFunction.StandardDeviation, "stDev", StaticType.Number, _ => StaticType.Float),
        new(AggregateFunction.StandardDeviationPopulation, "stDevP", StaticType.Number, _ => StaticType.Float),
        new(AggregateFunction.PercentileContinuous, "percentileCont", StaticType.Number, _ => StaticType.Float, HasPercentile: true),
        new(AggregateFunction.PercentileDiscrete, "percentileDisc", StaticType.Number, SumOf, HasPercentile: true),
    ];

    private static readonly FrozenDictionary<string, AggregateSignature> ByName =
        Signatures.ToFrozenDictionary(signature => signature.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<AggregateFunction, AggregateSignature> ByFunction =
        Signatures.Add(CountAll).ToFrozenDictionary(signature => signature.Function);

    public static ImmutableArray<string> Names { get; } = [.. Signatures.Select(signature => signature.Name).Order(StringComparer.Ordinal)];

    public static bool TryGet(string name, out AggregateFunction function)
    {
        var found = ByName.TryGetValue(name, out var signature);
        function = signature?.Function ?? default;
        return found;
    }

    public static AggregateSignature GetSignature(AggregateFunction function) => ByFunction[function];

    // The result has the argument's kind where that is known.
    private static StaticType SumOf(StaticType type) =>
        type.Kind is TypeKind.Integer or TypeKind.Float or TypeKind.Duration ? type : StaticType.Number;

    private static StaticType MeanOf(StaticType type) => type.Kind == TypeKind.Duration ? type : StaticType.Float;
}
