using System.Diagnostics;
using System.Globalization;
using Graph.Core;
using Graph.Query;
using Graph.Query.Binding;
using Graph.Query.Planning;
using Graph.Query.Syntax;

namespace Graph.Benchmarks;

/// <summary>
/// How long a query takes before it runs, in microseconds once warm: text to syntax, syntax to bound statement, bound statement to plan,
/// and all of it with what the engine adds. Every name in the query is one of the news graph type, as looking for the nearest one instead
/// costs more than all the rest.
/// </summary>
internal static class Frontend
{
    private const int Runs = 40_000;

    private const string Query =
        "MATCH (a:Person)-[r:PRESIDENT_OF]->(b:Country) WHERE a.role = 'x' AND b.iso = 'KZ' OR a.name <> b.name RETURN a.name LIMIT 9";

    public static string Measure(GraphStore store)
    {
        var source = new SourceText(Query);
        var catalog = GraphCatalog.Create(store.Type, store);
        var planner = new Planner(store, RewriteSet.All);
        var statement = QueryParser.ParseStatement(source).Syntax!;
        var result = Binder.Bind(statement, source, catalog);
        if (result.Diagnostics is [var mistake, ..])
            throw new InvalidOperationException(mistake.Message);

        var parse = MeasureMicroseconds(() => QueryParser.ParseStatement(source));
        var bind = MeasureMicroseconds(() => Binder.Bind(statement, source, catalog));
        var plan = MeasureMicroseconds(() => planner.Plan(result.Statement!));
        var prepare = MeasurePrepare(new QueryEngine(store));
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"characters":{{Query.Length}},"parse_us":{{parse:F1}},"bind_us":{{bind:F1}},"plan_us":{{plan:F1}},"prepare_us":{{prepare:F1}}}""");
    }

    // Each text is another one, as the engine keeps what it has prepared.
    private static double MeasurePrepare(QueryEngine engine)
    {
        var next = 0;
        var texts = Enumerable.Range(0, Runs).Select(number => new SourceText($"{Query[..^1]}{number}")).ToArray();
        return MeasureMicroseconds(() => engine.Prepare(texts[next++]));
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
