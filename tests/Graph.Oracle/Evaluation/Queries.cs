using Graph.Query.Binding;

namespace Graph.Oracle.Evaluation;

/// <summary>The rows of a query: clause after clause, each over all rows of the one before.</summary>
internal sealed class Queries(Evaluation evaluation)
{
    public bool HasRows(BoundQuery query, Row outer) => query.Parts.Any(part => RunClauses(part, outer).Count > 0);

    public int CountRows(BoundQuery query, Row outer) =>
        query.Parts.Length > 1 && !query.UnionAll ? Run(query, outer).Count : query.Parts.Sum(part => RunClauses(part, outer).Count);

    public List<Value[]> Run(BoundQuery query, Row outer)
    {
        var rows = query.Parts.SelectMany(part => RunPart(part, outer)).ToList();
        return query.Parts.Length > 1 && !query.UnionAll ? Grouping.Distinct(evaluation, rows, row => row) : rows;
    }

    /// <summary>The rows of the last projection before its SKIP and LIMIT, in order.</summary>
    public SortedResult RunSorted(BoundQuery query)
    {
        if (query.Parts is not [{ Clauses: [.. var before, BoundProject { Projection: var projection }] } part])
            return SortedResult.Unordered(Run(query, Row.Empty));

        var sorted = evaluation.Projections.Sort(projection, RunAll(before, Row.Empty), Row.Empty);
        var rows = sorted.Select(ranked => (ranked.Rank, Read(part, ranked.Row))).ToList();
        return new SortedResult(
            rows, evaluation.Projections.Count(projection.Skip, Row.Empty) ?? 0, evaluation.Projections.Count(projection.Limit, Row.Empty));
    }

    private IEnumerable<Value[]> RunPart(BoundSingleQuery part, Row outer) => RunClauses(part, outer).Select(row => Read(part, row));

    private static Value[] Read(BoundSingleQuery part, Row row) => [.. part.Output.Select(variable => row[variable])];

    private List<Row> RunClauses(BoundSingleQuery part, Row outer) => RunAll(part.Clauses, outer);

    private List<Row> RunAll(IReadOnlyList<BoundClause> clauses, Row outer)
    {
        var rows = new List<Row> { outer };
        foreach (var clause in clauses)
            rows = RunClause(clause, rows, outer);
        return rows;
    }

    private List<Row> RunClause(BoundClause clause, List<Row> rows, Row outer) => clause switch
    {
        BoundMatch match => [.. rows.SelectMany(row => Match(match, row))],
        BoundCallSubquery call => [.. rows.SelectMany(row => Call(call, row))],
        BoundUnwind unwind => [.. rows.SelectMany(row => Unwind(unwind, row))],
        BoundProject project => [.. evaluation.Projections.Run(project, rows, outer)],
        _ => throw new InvalidOperationException($"Unknown clause {clause.GetType().Name}."),
    };

    private List<Row> Match(BoundMatch match, Row row)
    {
        var found = evaluation.Patterns.Match(match, row);
        return found.Count == 0 && match.IsOptional
            ? [match.Variables.Aggregate(row, (nulls, variable) => nulls.With(variable, Value.Null))]
            : found;
    }

    private IEnumerable<Row> Call(BoundCallSubquery call, Row row)
    {
        var found = Run(call.Query, row);
        if (found.Count == 0 && call.IsOptional)
            found.Add(new Value[call.Variables.Length]);
        return found.Select(
            values => call.Variables.Zip(values).Aggregate(row, (extended, pair) => extended.With(pair.First, pair.Second)));
    }

    private IEnumerable<Row> Unwind(BoundUnwind unwind, Row row)
    {
        var list = evaluation.Expressions.Evaluate(unwind.List, row);
        return list.IsNull ? [] : Functions.ExpectList(list).Select((item, index) => unwind.Numbering is { } numbering
            ? row.With(unwind.Variable, item).With(numbering.Variable, Value.FromInteger(index + numbering.First))
            : row.With(unwind.Variable, item));
    }
}

/// <param name="Rows">All rows in order; rows of the same rank may stand in any order among themselves.</param>
internal sealed record SortedResult(List<(int Rank, Value[] Row)> Rows, long Skip, long? Limit)
{
    public static SortedResult Unordered(List<Value[]> rows) => new([.. rows.Select(row => (0, row))], 0, null);
}
