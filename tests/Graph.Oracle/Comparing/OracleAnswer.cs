using Graph.Oracle.Evaluation;
using Graph.Oracle.Graphs;
using Graph.Query.Binding;

namespace Graph.Oracle.Comparing;

/// <summary>What the plain evaluation answered.</summary>
/// <param name="Error">The query must end with a run-time error.</param>
internal sealed record OracleAnswer(SortedResult Result, CanonicalText Text, string? Error)
{
    /// <exception cref="TooLargeException">The plain way takes more than the given steps.</exception>
    public static OracleAnswer Compute(
        PlainGraph graph, BoundQuery query, IReadOnlyDictionary<string, Value> parameters, int seed, long maximumSteps)
    {
        var evaluation = new Evaluation.Evaluation(graph, parameters, seed, maximumSteps);
        try
        {
            var result = evaluation.Queries.RunSorted(query);
            return new OracleAnswer(result, new CanonicalText(evaluation.HasUnorderedLists, evaluation.HasFreeRepresentatives), null);
        }
        catch (ExpectedErrorException exception)
        {
            return new OracleAnswer(SortedResult.Unordered([]), new CanonicalText(false, false), exception.Message);
        }
    }

    /// <summary>Whether these rows answer the query: the same bag, in an order that the sort keys allow.</summary>
    public bool Allows(IReadOnlyList<Value[]> rows)
    {
        var all = Result.Rows;
        var start = (int)Math.Min(Result.Skip, all.Count);
        var end = start + (int)Math.Min(Result.Limit ?? long.MaxValue, all.Count - start);
        if (rows.Count != end - start)
            return false;
        for (var first = 0; first < all.Count;)
        {
            var last = first;
            while (last < all.Count && all[last].Rank == all[first].Rank)
                last++;
            var (from, to) = (Math.Max(first, start), Math.Min(last, end));
            if (from < to && !IsPart(rows.Skip(from - start).Take(to - from), all.GetRange(first, last - first)))
                return false;
            first = last;
        }

        return true;
    }

    public override string ToString() => Error is not null
        ? $"an error: {Error}"
        : $"{Result.Rows.Count} rows, skip {Result.Skip}, limit {Result.Limit}\n{string.Join('\n', Result.Rows.Take(20).Select(row => Text.Print(row.Row)))}";

    private bool IsPart(IEnumerable<Value[]> rows, List<(int Rank, Value[] Row)> whole)
    {
        var left = whole.GroupBy(row => Text.Print(row.Row))
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        return rows.All(row => left.TryGetValue(Text.Print(row), out var count) && (left[Text.Print(row)] = count - 1) >= 0);
    }
}
