namespace Graph.Query.Tests.Planning;

/// <summary>Random graphs of few nodes, many edges between people and hubs, and few values that are now and then missing.</summary>
internal static class HubGraph
{
    public static T Pick<T>(Random random, T[] items) => items[random.Next(items.Length)];

    public static GraphStore Create(Random random)
    {
        var builder = new GraphBuilder();
        var hubs = AddNodes(builder, random, "H", random.Next(1, 4));
        var people = AddNodes(builder, random, "P", random.Next(5, 40));
        foreach (var type in new[] { "A", "B", "C", "D" })
        {
            for (var edge = random.Next(120); edge > 0; edge--)
                builder.AddEdge(type, Pick(random, people), Pick(random, hubs), [.. Weights(random), .. Days(random, type)]);
        }

        return builder.Build();
    }

    private static int[] AddNodes(GraphBuilder builder, Random random, string label, int count) =>
        [.. Enumerable.Range(0, count).Select(index => builder.AddNode(
            [label],
            [
                KeyValuePair.Create("n", Value.FromInteger(index)),
                KeyValuePair.Create("f", Value.FromFloat(index / 4.0)),
                .. Weights(random),
                .. random.Next(4) == 0 ? Array.Empty<KeyValuePair<string, Value>>() : [KeyValuePair.Create("team", Value.FromString("rgb"[random.Next(3)].ToString()))],
            ]))];

    private static IEnumerable<KeyValuePair<string, Value>> Weights(Random random) =>
        random.Next(5) == 0 ? [] : [KeyValuePair.Create("w", Value.FromInteger(random.Next(3)))];

    /// <summary>A day now and then, and of one type of edge also a month.</summary>
    private static IEnumerable<KeyValuePair<string, Value>> Days(Random random, string type) =>
        random.Next(4) == 0
            ? []
            : [KeyValuePair.Create("d", Value.FromDate(PartialDate.Parse(type == "A" && random.Next(300) == 0 ? "2022-01" : $"2022-01-0{random.Next(1, 7)}")))];
}
