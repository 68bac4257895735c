namespace Graph.Oracle.Graphs;

/// <summary>
/// Random graphs: mostly small, some of thousands of nodes; with hubs, loops, parallel edges, several components and label sets, and values
/// of every kind that a property can have.
/// </summary>
internal static class RandomGraph
{
    public static readonly string[] Labels = ["A", "B", "C", "D"];
    public static readonly string[] Types = ["R", "S", "T"];
    public static readonly string[] Texts = ["", "a", "ab", "abc", "b", "B", "Éa", "ü😀", "aba", " a b ", "1", "2.5", "true", "zz"];
    public static readonly string[] Dates = ["2021", "2022-01", "2022-01-05", "2022-01-31", "2022", "2021-12-30/2022-01-02",
        "2022-01-01/2022-12-31"];

    private const int HubShare = 4;

    /// <param name="largest">The most nodes; graphs of that size are rare.</param>
    public static GraphDescription Create(Random random, int largest)
    {
        var nodeCount = Math.Min(largest, random.Next(40) switch
        {
            < 20 => random.Next(7),
            < 36 => random.Next(5, 30),
            < 39 => random.Next(30, 300),
            _ => random.Next(300, 10_001),
        });
        var components = random.Next(4) == 0 ? random.Next(2, 5) : 1;
        var nodes = Enumerable.Range(0, nodeCount).Select(id => CreateNode(random, id));
        var edgeCount = nodeCount == 0 ? 0 : random.Next((nodeCount * 2) + 1);
        return new GraphDescription([.. nodes], [.. CreateEdges(random, nodeCount, edgeCount, components)]);
    }

    public static Value CreateValue(Random random) => random.Next(9) switch
    {
        0 => Integer(random),
        1 => Float(random),
        2 => Text(random),
        3 => Value.FromBoolean(random.Next(2) == 0),
        4 => Date(random),
        5 => Value.FromList([.. Enumerable.Range(0, random.Next(3)).Select(_ => Integer(random))]),
        6 => Value.FromList([.. Enumerable.Range(0, random.Next(3)).Select(_ => Text(random))]),
        _ => Value.FromInteger(random.Next(3)),
    };

    private static IEnumerable<EdgeDescription> CreateEdges(Random random, int nodeCount, int edgeCount, int components)
    {
        EdgeDescription? last = null;
        for (var i = 0; i < edgeCount; i++)
        {
            var component = random.Next(components);
            var source = PickNode(random, nodeCount, components, component);
            var target = random.Next(8) == 0 ? source : PickNode(random, nodeCount, components, component);
            last = last is not null && random.Next(8) == 0
                ? last with { Properties = CreateEdgeProperties(random) }
                : new EdgeDescription(Types[random.Next(Types.Length)], source, target, CreateEdgeProperties(random));
            yield return last;
        }
    }

    // The first node of a component is its hub.
    private static int PickNode(Random random, int nodeCount, int components, int component)
    {
        var size = Math.Max(1, nodeCount / components);
        var first = Math.Min(component * size, nodeCount - 1);
        return random.Next(HubShare) == 0 ? first : Math.Min(nodeCount - 1, first + random.Next(size));
    }

    private static NodeDescription CreateNode(Random random, int id)
    {
        var labels = Labels.Where((_, i) => random.Next(i + 2) == 0);
        var properties = new List<KeyValuePair<string, Value>> { new("id", Value.FromInteger(id)) };
        Add(random, properties, "i", Integer);
        Add(random, properties, "f", Float);
        Add(random, properties, "s", Text);
        Add(random, properties, "name", Text);
        Add(random, properties, "b", each => Value.FromBoolean(each.Next(2) == 0));
        Add(random, properties, "d", Date);
        Add(random, properties, "l", each => Value.FromList([.. Enumerable.Range(0, each.Next(4)).Select(_ => Integer(each))]));
        Add(random, properties, "m", CreateValue);
        return new NodeDescription([.. labels], [.. properties]);
    }

    private static ImmutableList<KeyValuePair<string, Value>> CreateEdgeProperties(Random random)
    {
        var properties = new List<KeyValuePair<string, Value>>();
        Add(random, properties, "w", Integer);
        Add(random, properties, "s", Text);
        Add(random, properties, "m", CreateValue);
        return [.. properties];
    }

    private static void Add(Random random, List<KeyValuePair<string, Value>> properties, string key, Func<Random, Value> create)
    {
        if (random.Next(3) > 0)
            properties.Add(new(key, create(random)));
    }

    private static Value Integer(Random random) => Value.FromInteger(random.Next(30) switch
    {
        0 => long.MaxValue,
        1 => (1L << 53) + 1,
        2 => -random.Next(1000),
        _ => random.Next(5),
    });

    private static Value Float(Random random) => Value.FromFloat(random.Next(14) switch
    {
        0 => double.NaN,
        1 => double.PositiveInfinity,
        2 => -0.0,
        3 => 9007199254740992.0,
        4 => 1.0,
        5 => 2.0,
        _ => random.Next(5) - 1.5,
    });

    private static Value Text(Random random) => Value.FromString(Texts[random.Next(Texts.Length)]);

    private static Value Date(Random random) =>
        PartialDate.TryParse(Dates[random.Next(Dates.Length)], out var date, out _) ? Value.FromDate(date) : Value.Null;
}
