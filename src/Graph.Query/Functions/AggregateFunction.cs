namespace Graph.Query.Functions;

public enum AggregateFunction
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
