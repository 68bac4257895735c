using System.Diagnostics;
using System.Globalization;
using System.Text;
using Graph.Core;
using Graph.News;

namespace Graph.Benchmarks;

/// <summary>
/// What the generated types cost beside loops that are written by hand over columns and neighbours: the least time of many rounds in turn,
/// so that both meet the same machine.
/// </summary>
internal static class TypedAccess
{
    private const int Countries = 20_000;
    private const int Cities = 100_000;
    private const int Edges = 1_000_000;

    /// <summary>So many that the runtime has compiled both sides for good, also where it begins with code made in haste.</summary>
    private const int Rounds = 120;

    public static string Measure()
    {
        using var news = Build();
        var (numbers, troops) = (FindPopulations(news.Store),
            (IntegerColumn)news.Store.FindEdgeTable("SENT_TROOPS_TO")!.FindColumn("troops")!);
        var table = new StringBuilder("| | typed, ns | by hand, ns | times | bytes |\n|---|---|---|---|---|\n");
        AddRow(table, "read a property of each node", Cities, () => SumTyped(news), () => SumByHand(numbers.Range, numbers.Column));
        AddRow(table, "step along a relation", Edges, () => StepTyped(news), () => StepByHand(news.Store));
        AddRow(table, "two steps, there and back", Edges, () => TwoTyped(news), () => TwoByHand(news.Store));
        AddRow(table, "step along and read a property of the relation", Edges, () => ReadTyped(news), () => ReadByHand(news.Store, troops));
        AddRow(table, "step along with LINQ, beside foreach", Edges, () => LinqTyped(news), () => StepTyped(news));
        AddRow(table, "choose and count with LINQ, beside foreach", Edges, () => ChooseTyped(news), () => ChooseByHand(news));
        AddRow(table, "two steps with LINQ, beside foreach", Edges, () => TwoWithLinq(news), () => TwoTyped(news));
        AddRow(table, "all relations of a type with their ends", Edges, () => ScanTyped(news), () => ScanByHand(news.Store));
        string[] keys = [.. Enumerable.Range(0, Cities).Select(i => $"city-{i * 7919L % Cities}")];
        AddRow(table, "look a node up by key, beside a dictionary", Cities, () => FindTyped(news, keys), FindInDictionary(news, keys));
        return table.ToString();
    }

    private static NewsGraph Build()
    {
        var builder = new NewsBuilder();
        var random = new Random(1);
        var countries = Enumerable.Range(0, Countries).Select(i => builder.AddCountry($"country-{i}", $"Country {i}")).ToArray();
        var cities = Enumerable.Range(0, Cities)
            .Select(i => builder.AddCity($"city-{i}", $"City {i}", population: random.Next(1, 9_000_000)))
            .ToArray();
        for (var i = 0; i < Edges; i++)
            builder.AddSentTroopsTo(countries[random.Next(Countries)], cities[random.Next(Cities)], troops: random.Next(10_000));
        return builder.Build();
    }

    private static (NodeRange Range, IntegerColumn Column) FindPopulations(GraphStore store)
    {
        var range = store.NodeRanges.Single(range => range.FindColumn("population") is not null);
        return (range, (IntegerColumn)range.FindColumn("population")!);
    }

    private static long SumTyped(NewsGraph news)
    {
        var sum = 0L;
        foreach (var city in news.Cities)
            sum += city.Population ?? 0;
        return sum;
    }

    private static long SumByHand(NodeRange range, IntegerColumn column)
    {
        var sum = 0L;
        for (var row = 0; row < range.Count; row++)
            sum += column.HasValue(row) ? column.Values[row] : 0;
        return sum;
    }

    private static long StepTyped(NewsGraph news)
    {
        var sum = 0L;
        foreach (var country in news.Countries)
        {
            foreach (var place in country.SentTroopsTo())
                sum += place.NodeId;
        }

        return sum;
    }

    private static long LinqTyped(NewsGraph news)
    {
        var sum = 0L;
        foreach (var country in news.Countries)
            sum += country.SentTroopsTo().Sum(place => (long)place.NodeId);
        return sum;
    }

    private static long ChooseTyped(NewsGraph news)
    {
        var sum = 0L;
        foreach (var country in news.Countries)
            sum += country.SentTroopsTo().Where(place => place.NodeId % 3 == 0).Select(place => place.NodeId / 3).Count();
        return sum;
    }

    private static long ChooseByHand(NewsGraph news)
    {
        var sum = 0L;
        foreach (var country in news.Countries)
        {
            foreach (var place in country.SentTroopsTo())
            {
                if (place.NodeId % 3 == 0)
                    sum++;
            }
        }

        return sum;
    }

    private static long TwoWithLinq(NewsGraph news) => news.Countries.Take(Countries / 50).Sum(country => (
        from place in country.SentTroopsTo()
        from other in place.GetsTroopsFrom()
        select other).Sum(other => (long)other.NodeId));

    private static long StepByHand(GraphStore store)
    {
        var sum = 0L;
        var view = store.FindEdgeTable("SENT_TROOPS_TO")!.Outgoing.View;
        for (var node = 0; node < store.NodeCount; node++)
        {
            foreach (var neighbour in view.GetNeighbours(node))
                sum += neighbour;
        }

        return sum;
    }

    private static long TwoTyped(NewsGraph news)
    {
        var (sum, count) = (0L, 0);
        foreach (var country in news.Countries)
        {
            if (count++ == Countries / 50)
                break;
            foreach (var place in country.SentTroopsTo())
            {
                foreach (var other in place.GetsTroopsFrom())
                    sum += other.NodeId;
            }
        }

        return sum;
    }

    private static long TwoByHand(GraphStore store)
    {
        var (sum, table) = (0L, store.FindEdgeTable("SENT_TROOPS_TO")!);
        var outgoing = table.Outgoing.View;
        var incoming = table.Incoming.View;
        var countries = store.NodeRanges.Single(range => range.Labels.Contains(store.FindLabel("Country")));
        for (var node = countries.Start; node < countries.Start + (Countries / 50); node++)
        {
            foreach (var place in outgoing.GetNeighbours(node))
            {
                foreach (var other in incoming.GetNeighbours(place))
                    sum += other;
            }
        }

        return sum;
    }

    private static long ReadTyped(NewsGraph news)
    {
        var sum = 0L;
        foreach (var country in news.Countries)
        {
            foreach (var edge in country.SentTroopsTo().Edges)
                sum += edge.Troops ?? 0;
        }

        return sum;
    }

    private static long ReadByHand(GraphStore store, IntegerColumn troops)
    {
        var sum = 0L;
        var view = store.FindEdgeTable("SENT_TROOPS_TO")!.Outgoing.View;
        for (var node = 0; node < store.NodeCount; node++)
        {
            var run = view.GetRun(node);
            for (var position = run.Start; position < run.End; position++)
                sum += troops.HasValue(position) ? troops.Values[position] : 0;
        }

        return sum;
    }

    private static long ScanTyped(NewsGraph news)
    {
        var sum = 0L;
        foreach (var edge in news.SentTroopsToEdges)
            sum += edge.Source.NodeId + edge.Target.NodeId;
        return sum;
    }

    private static long ScanByHand(GraphStore store)
    {
        var table = store.FindEdgeTable("SENT_TROOPS_TO")!;
        var sum = 0L;
        for (var edge = table.FirstEdge; edge < table.EndEdge; edge++)
            sum += table.GetSource(edge) + table.GetTarget(edge);
        return sum;
    }

    private static long FindTyped(NewsGraph news, string[] keys)
    {
        var sum = 0L;
        foreach (var key in keys)
            sum += news.FindCity(key)!.Value.NodeId;
        return sum;
    }

    private static Func<long> FindInDictionary(NewsGraph news, string[] keys)
    {
        var nodes = news.Cities.ToDictionary(city => city.Key, city => city.NodeId, StringComparer.Ordinal);
        return () => keys.Sum(key => (long)nodes[key]);
    }

    /// <param name="operations">How many things one run does.</param>
    private static void AddRow(StringBuilder table, string what, int operations, Func<long> typed, Func<long> byHand)
    {
        if (typed() != byHand())
            throw new InvalidOperationException($"Both ways to {what} should give the same.");
        var before = GC.GetAllocatedBytesForCurrentThread();
        typed();
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        var (first, second) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            first = Math.Min(first, Time(typed));
            second = Math.Min(second, Time(byHand));
        }

        table.Append(
            CultureInfo.InvariantCulture,
            $"| {what} | {first / operations:F2} | {second / operations:F2} | {first / second:F2} | {bytes} |\n");
    }

    private static double Time(Func<long> run)
    {
        var start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }
}
