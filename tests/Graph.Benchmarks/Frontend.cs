using System.Diagnostics;
using System.Globalization;
using Graph.Core;
using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Benchmarks;

/// <summary>How long a query takes before it runs: text to syntax, and syntax to bound statement, in microseconds once warm.</summary>
internal static class Frontend
{
    private const int Runs = 20_000;

    private const string Query =
        "MATCH (a:Person)-[r:KNOWS]->(b:Person) WHERE a.age > 30 AND b.name = 'x' OR a.name <> b.name RETURN a.name, b.name LIMIT 10";

    public static string Measure()
    {
        var source = new SourceText(Query);
        var catalog = GraphCatalog.Create(null, new GraphBuilder().Build());
        var statement = QueryParser.ParseStatement(source).Syntax!;
        var parse = MeasureMicroseconds(() => QueryParser.ParseStatement(source));
        var bind = MeasureMicroseconds(() => Binder.Bind(statement, source, catalog));
        return string.Create(CultureInfo.InvariantCulture, $$"""{"characters":{{Query.Length}},"parse_us":{{parse:F1}},"bind_us":{{bind:F1}}}""");
    }

    /// <summary>The median of ten rounds, after as many that are not counted.</summary>
    private static double MeasureMicroseconds(Action action)
    {
        var rounds = new List<double>();
        for (var round = 0; round < 20; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var run = 0; run < Runs / 20; run++)
                action();
            if (round >= 10)
                rounds.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / (Runs / 20));
        }

        rounds.Sort();
        return rounds[rounds.Count / 2];
    }
}
