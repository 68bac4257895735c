namespace Graph.Query.Tests.Planning;

/// <summary>
/// A graph of news made by a seed: articles that mention entities, and relations between these, with a few nodes that most edges lead to.
/// </summary>
internal static class NewsGraph
{
    private static readonly string[] Kinds = ["Place", "Person", "Organization", "Person", "Person"];

    private static readonly (string Type, string Source, string Target)[] Relations =
    [
        ("SENT_TROOPS_TO", "Organization", "Place"), ("MEMBER_OF", "Person", "Organization"), ("LEADS", "Person", "Organization"),
        ("MET_WITH", "Person", "Person"), ("CRITICIZED", "Person", "Person"), ("SUPPORTS", "Person", "Person"),
        ("MARRIED_TO", "Person", "Person"),
        ("LOCATED_IN", "Place", "Place"),
    ];

    public static GraphStore Create(int articles, int entities)
    {
        var random = new Random(1);
        var builder = new GraphBuilder();
        var byKind = new Dictionary<string, List<int>>();
        for (var id = 0; id < entities; id++)
            AddEntity(builder, id, Kinds[id % Kinds.Length], byKind, random);
        for (var id = 0; id < articles; id++)
            AddArticle(builder, id, byKind, random);
        return builder.Build();
    }

    private static void AddEntity(GraphBuilder builder, int id, string kind, Dictionary<string, List<int>> entities, Random random)
    {
        var same = entities.TryGetValue(kind, out var found) ? found : entities[kind] = [];
        var name = same.Count switch
        {
            0 => $"{(kind == "Organization" ? "Org" : kind)} Zero",
            1 => $"{(kind == "Organization" ? "Org" : kind)} One",
            _ => $"{(random.Next(9) == 0 ? "Kash" : "Ro")}ville {same.Count}",
        };
        same.Add(builder.AddNode(
            [kind, "Entity"],
            [
                KeyValuePair.Create("id", Value.FromInteger(id)),
                KeyValuePair.Create("name", Value.FromString(name)),
                KeyValuePair.Create("country", Value.FromString(random.Next(4) == 0 ? "UA" : "US")),
            ]));
    }

    private static void AddArticle(GraphBuilder builder, int id, Dictionary<string, List<int>> entities, Random random)
    {
        var year = 2015 + random.Next(10);
        var date = Value.FromString($"{year}-{random.Next(1, 13):00}-{random.Next(1, 29):00}");
        var article = builder.AddNode(
            ["Article"],
            [
                KeyValuePair.Create("id", Value.FromInteger(id)),
                KeyValuePair.Create("title", Value.FromString($"Roville {random.Next(200)}: report {id}")),
                KeyValuePair.Create("date", date),
                KeyValuePair.Create("source", Value.FromString($"source{random.Next(9):00}")),
                KeyValuePair.Create("lang", Value.FromString(random.Next(2) == 0 ? "en" : "fr")),
            ]);
        for (var i = random.Next(8, 17); i > 0; i--)
            builder.AddEdge("MENTIONS", article, Pick(entities[Kinds[random.Next(Kinds.Length)]], random), []);
        for (var i = random.Next(2, 7); i > 0; i--)
            AddRelation(builder, id, date, year, entities, random);
    }

    private static void AddRelation(
        GraphBuilder builder, int article, Value date, int year, Dictionary<string, List<int>> entities, Random random)
    {
        var (type, source, target) = Relations[random.Next(Relations.Length)];
        builder.AddEdge(
            type,
            Pick(entities[source], random),
            Pick(entities[target], random),
            [
                KeyValuePair.Create("article", Value.FromInteger(article)),
                KeyValuePair.Create("date", date),
                KeyValuePair.Create("year", Value.FromInteger(year)),
            ]);
    }

    /// <summary>The first ones are the most popular.</summary>
    private static int Pick(List<int> items, Random random) => items[(int)(items.Count * random.NextDouble() * random.NextDouble())];
}
