using Graph.Query.Binding;

namespace Graph.Oracle.Evaluation;

/// <summary>WITH and RETURN: group, compute columns, DISTINCT, ORDER BY, SKIP, LIMIT.</summary>
internal sealed class Projections(Evaluation evaluation)
{
    public IEnumerable<Row> Run(BoundProject project, List<Row> rows, Row outer)
    {
        var sorted = SortScoped(project.Projection, rows, outer);
        var skip = Count(project.Projection.Skip, outer) ?? 0;
        var limit = Count(project.Projection.Limit, outer) ?? long.MaxValue;
        return sorted
            .Where((_, position) => position >= skip && position - skip < limit)
            .Where(ranked => evaluation.Expressions.IsTrue(project.Where, ranked.Row.Scope))
            .Select(ranked => ranked.Row.Result);
    }

    /// <summary>Everything but SKIP, LIMIT and WHERE.</summary>
    public List<(int Rank, Row Row)> Sort(BoundProjection projection, List<Row> rows, Row outer) =>
        [.. SortScoped(projection, rows, outer).Select(ranked => (ranked.Rank, ranked.Row.Result))];

    private List<(int Rank, ProjectedRow Row)> SortScoped(BoundProjection projection, List<Row> rows, Row outer)
    {
        var grouped = projection.Grouping is null ? rows : new Grouping(evaluation).Run(projection.Grouping, rows, outer);
        var projected = grouped.Select(row => new ProjectedRow(
            Project(projection, row, row), Project(projection, row, projection.Kept is null ? outer : row))).ToList();
        if (projection.Distinct)
            projected = Grouping.Distinct(evaluation, projected, row => [.. projection.Items.Select(item => row.Result[item.Variable])]);
        return Rank(projection, projected);
    }

    public long? Count(BoundExpression? expression, Row outer)
    {
        if (expression is null)
            return null;
        var count = Lists.ExpectInteger(evaluation.Expressions.Evaluate(expression, outer));
        return count >= 0 ? count : throw new ExpectedErrorException("a negative count");
    }

    private Row Project(BoundProjection projection, Row source, Row start) =>
        projection.Items.Aggregate(start, (row, item) => row.With(item.Variable, evaluation.Expressions.Evaluate(item.Expression, source)));

    private List<(int Rank, ProjectedRow Row)> Rank(BoundProjection projection, List<ProjectedRow> projected)
    {
        if (projection.OrderBy.IsEmpty)
            return [.. projected.Select(row => (0, row))];

        var keyed = projected.Select(row => (Keys: projection.OrderBy
            .Select(item => evaluation.Expressions.Evaluate(item.Expression, row.Scope))
            .ToArray(), Row: row)).ToList();
        var order = Comparer<Value[]>.Create((left, right) => Compare(projection.OrderBy, left, right));
        var ranked = new List<(int Rank, ProjectedRow Row)>();
        Value[]? last = null;
        foreach (var (keys, row) in keyed.OrderBy(pair => pair.Keys, order))
        {
            var rank = last is null ? 0 : ranked[^1].Rank + (order.Compare(last, keys) == 0 ? 0 : 1);
            ranked.Add((rank, row));
            last = keys;
        }

        return ranked;
    }

    private static int Compare(ImmutableArray<BoundSortItem> items, Value[] left, Value[] right)
    {
        for (var i = 0; i < items.Length; i++)
        {
            var order = Ordering.Compare(left[i], right[i]);
            if (order != 0)
                return items[i].Descending ? -order : order;
        }

        return 0;
    }

    /// <param name="Scope">What sort keys and WHERE may see: the input and the columns.</param>
    /// <param name="Result">What the next clause sees.</param>
    private sealed record ProjectedRow(Row Scope, Row Result);
}
