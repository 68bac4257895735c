using System.Diagnostics;
using Graph.Core;
using Graph.Query;

namespace Graph.Benchmarks;

/// <summary>Times in milliseconds; <paramref name="Sum"/> is the checksum of the rows.</summary>
internal sealed record QueryTiming(
    string Name, double Median, double Minimum, double First, int Runs, int Rows, string Sum, string? Error = null)
{
    /// <summary>The first rows in the order of the checksum.</summary>
    public IReadOnlyList<string> Sample { get; init; } = [];
}

/// <summary>
/// Runs a query as its user would: text in, every row read. It is warm once it has run for 200 ms. A run that takes longer than the limit,
/// if there is one, is stopped.
/// </summary>
internal sealed class QueryTimer(QueryEngine engine, int runs, TimeSpan? limit = null)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(5);

    public QueryTiming Measure(QueryFile query)
    {
        try
        {
            return MeasureRuns(query);
        }
        catch (QueryException exception)
        {
            return new QueryTiming(query.Name, 0, 0, 0, 0, 0, "", exception.Diagnostic.Message);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A fault of the engine belongs in the table, beside the queries that are measured after it.
            return new QueryTiming(query.Name, 0, 0, 0, 0, 0, "", $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    private QueryTiming MeasureRuns(QueryFile query)
    {
        var (first, rows) = RunOnce(query);
        var total = Stopwatch.StartNew();
        while (first < WarmUp.TotalMilliseconds && total.Elapsed < WarmUp)
            RunOnce(query);

        total.Restart();
        var times = new List<double>();
        if (first > Budget.TotalMilliseconds)
            times.Add(first);
        while (times.Count < runs && (times.Count == 0 || total.Elapsed < Budget))
            times.Add(RunOnce(query).Milliseconds);

        times.Sort();
        var middle = times.Count / 2;
        var median = times.Count % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2;
        return new QueryTiming(query.Name, median, times[0], first, times.Count, rows.Count, ResultChecksum.Compute(rows))
        {
            Sample = ResultChecksum.GetLines(rows).Take(3).ToList()
        };
    }

    private (double Milliseconds, List<Value[]> Rows) RunOnce(QueryFile query)
    {
        var start = Stopwatch.GetTimestamp();
        var prepared = engine.Prepare(new SourceText(query.Text));
        if (prepared.HasErrors)
            throw new QueryException(prepared.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var result = engine.Run(prepared, limits: new QueryLimits(limit));
        var rows = new List<Value[]>();
        foreach (var row in result.Rows)
            rows.Add(row.ToArray());

        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, rows);
    }
}
