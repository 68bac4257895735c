namespace Graph.Query.Functions;

internal enum AggregateFunction
{
    /// <summary><c>count(*)</c></summary>
    CountAll,
    Count,
    Sum,
    Average,
    Minimum,
    Maximum,
    Collect,
    StandardDeviation,
    StandardDeviationPopulation,
    PercentileContinuous,
    PercentileDiscrete,
}
