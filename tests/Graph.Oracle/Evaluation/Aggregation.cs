using System.Numerics;
using Graph.Query.Functions;

namespace Graph.Oracle.Evaluation;

/// <summary>Aggregate functions over the values of a group, none of them null.</summary>
internal sealed class Aggregation(Evaluation evaluation)
{
    public Value Compute(AggregateFunction function, List<Value> values, Value parameter) => function switch
    {
        AggregateFunction.Count => Value.FromInteger(values.Count),
        AggregateFunction.Sum => Sum(values),
        AggregateFunction.Average => values.Count == 0 ? Value.Null : Value.FromFloat(Mean(values)),
        AggregateFunction.Minimum => Extreme(values, -1),
        AggregateFunction.Maximum => Extreme(values, 1),
        AggregateFunction.Collect => Collect(values),
        AggregateFunction.StandardDeviation => Deviation(values, values.Count - 1),
        AggregateFunction.StandardDeviationPopulation => Deviation(values, values.Count),
        _ => Percentile(function, values, parameter),
    };

    private static Value Sum(List<Value> values)
    {
        if (values.Count > 0 && values.All(value => value.Kind == ValueKind.Duration))
            return values.Aggregate((sum, value) => Times.Operate("+", sum, value)!.Value);
        if (values.All(value => Numbers.Expect(value).IsInteger))
            return Numbers.Narrow(values.Aggregate(BigInteger.Zero, (sum, value) => sum + value.AsInteger()));
        return Value.FromFloat(values.Sum(value => value.AsNumber()));
    }

    // Divided before it is added, so that it stays in the range of its values.
    private static double Mean(List<Value> values)
    {
        // What a part of a month is in days is said by the engine alone.
        if (values.Count > 0 && values.All(value => value.Kind == ValueKind.Duration))
            throw new TooLargeException();
        var sum = values.Sum(value => Numbers.Expect(value).AsNumber());
        return double.IsInfinity(sum) && values.All(value => double.IsFinite(value.AsNumber()))
            ? values.Sum(value => value.AsNumber() / values.Count)
            : sum / values.Count;
    }

    private static Value Deviation(List<Value> values, int divisor)
    {
        if (values.Count < 2)
            return Value.FromFloat(
                values.Count == 1 && !double.IsFinite(Numbers.Expect(values[0]).AsNumber()) && divisor == 1 ? double.NaN : 0);
        var mean = Mean(values);
        return Value.FromFloat(Math.Sqrt(values.Sum(value => Math.Pow(value.AsNumber() - mean, 2)) / divisor));
    }

    private Value Extreme(List<Value> values, int sign)
    {
        var extreme = Value.Null;
        foreach (var value in values)
        {
            var order = extreme.IsNull ? 1 : sign * Ordering.Compare(value, extreme);
            evaluation.HasFreeRepresentatives |= order == 0 && value.ToString() != extreme.ToString();
            extreme = order > 0 ? value : extreme;
        }

        return extreme;
    }

    private Value Collect(List<Value> values)
    {
        evaluation.HasUnorderedLists |= values.Count > 1;
        return Value.FromList([.. values]);
    }

    private static Value Percentile(AggregateFunction function, List<Value> values, Value parameter)
    {
        if (values.Count == 0)
            return Value.Null;
        var percentile = Numbers.Expect(parameter).AsNumber();
        if (percentile is not (>= 0 and <= 1))
            throw new ExpectedErrorException("a percentile outside 0 to 1");
        var sorted = values.Select(Numbers.Expect).Order(Comparer<Value>.Create(Ordering.Compare)).ToList();
        if (function == AggregateFunction.PercentileDiscrete)
            return sorted[Math.Max(0, (int)Math.Ceiling(percentile * sorted.Count) - 1)];

        var position = percentile * (sorted.Count - 1);
        var (low, high) = (sorted[(int)Math.Floor(position)].AsNumber(), sorted[(int)Math.Ceiling(position)].AsNumber());
        var share = position - Math.Floor(position);
        return Value.FromFloat(share == 0 ? low : (low * (1 - share)) + (high * share));
    }
}
