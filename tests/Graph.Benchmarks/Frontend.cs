using System.Diagnostics;
using System.Globalization;
using Graph.Core;
using Graph.News;
using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Benchmarks;

/// <summary>
/// How long a query takes before it runs: text to syntax, and syntax to bound statement, in microseconds once warm. Every name in the query
/// is one of the graph type, as looking for the nearest one instead costs more than all the rest.
/// </summary>
internal static class Frontend
{
    private const int Runs = 20_000;

    private const string Query =
        "MATCH (a:Person)-[r:PRESIDENT_OF]->(b:Country) WHERE a.role = 'x' AND b.iso = 'KZ' OR a.name <> b.name RETURN a.name LIMIT 9";

    public static string Measure()
    {
        var source = new SourceText(Query);
        var catalog = GraphCatalog.Create(NewsSchema.GraphType, store: null);
        var statement = QueryParser.ParseStatement(source).Syntax!;
        if (Binder.Bind(statement, source, catalog).Diagnostics is [var mistake, ..])
            throw new InvalidOperationException(mistake.Message);

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
