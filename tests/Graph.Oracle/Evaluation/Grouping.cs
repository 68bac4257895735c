using Graph.Query.Binding;

namespace Graph.Oracle.Evaluation;

/// <summary>Rows whose keys are equivalent, brought together by comparing each with the groups so far.</summary>
internal sealed class Grouping(Evaluation evaluation)
{
    public List<Row> Run(BoundGrouping grouping, List<Row> rows, Row outer)
    {
        var groups = new List<(Value[] Keys, List<Row> Rows)>();
        if (grouping.Keys.IsEmpty)
            groups.Add(([], rows));
        else
            Collect(grouping, rows, groups);
        return [.. groups.Select(group => Describe(grouping, group.Keys, group.Rows, outer))];
    }

    public static List<T> Distinct<T>(Evaluation evaluation, IEnumerable<T> items, Func<T, Value[]> getKeys)
    {
        var kept = new List<T>();
        var index = new EquivalenceIndex(evaluation);
        foreach (var item in items)
        {
            if (index.Add(getKeys(item)) == kept.Count)
                kept.Add(item);
        }

        return kept;
    }

    private void Collect(BoundGrouping grouping, List<Row> rows, List<(Value[] Keys, List<Row> Rows)> groups)
    {
        var index = new EquivalenceIndex(evaluation);
        foreach (var row in rows)
        {
            var keys = grouping.Keys.Select(key => evaluation.Expressions.Evaluate(key.Expression, row)).ToArray();
            var group = index.Add(keys);
            if (group == groups.Count)
                groups.Add((keys, []));
            groups[group].Rows.Add(row);
        }
    }

    private Row Describe(BoundGrouping grouping, Value[] keys, List<Row> rows, Row outer)
    {
        var result = outer;
        for (var i = 0; i < keys.Length; i++)
            result = result.With(grouping.Keys[i].Variable, keys[i]);
        return grouping.Aggregates.Aggregate(result, (row, aggregate) => row.With(aggregate.Variable, Aggregate(aggregate, rows)));
    }

    private Value Aggregate(BoundAggregate aggregate, List<Row> rows)
    {
        if (aggregate.Argument is null)
            return Value.FromInteger(rows.Count);
        var values = rows.Select(row => evaluation.Expressions.Evaluate(aggregate.Argument, row)).Where(value => !value.IsNull).ToList();
        if (aggregate.Distinct)
            values = Distinct(evaluation, values, value => [value]);
        var parameter = aggregate.Parameter is null || values.Count == 0
            ? Value.Null
            : evaluation.Expressions.Evaluate(aggregate.Parameter, rows[0]);
        return new Aggregation(evaluation).Compute(aggregate.Function, values, parameter);
    }
}

/// <summary>Numbers lists of values; equivalent lists have one number.</summary>
internal sealed class EquivalenceIndex(Evaluation evaluation)
{
    private readonly SortedDictionary<Value[], (int Number, string Text)> numbers =
        new(Comparer<Value[]>.Create((left, right) => Ordering.Compare(Value.FromList(left), Value.FromList(right))));

    public int Add(Value[] keys)
    {
        evaluation.Step();
        var text = string.Join(',', keys.Select(key => key.ToString()));
        if (!numbers.TryGetValue(keys, out var found))
            numbers.Add(keys, found = (numbers.Count, text));
        evaluation.HasFreeRepresentatives |= found.Text != text;
        return found.Number;
    }
}
