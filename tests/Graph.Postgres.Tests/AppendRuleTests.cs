using Graph.Annotations;

namespace Graph.Postgres.Tests;

/// <summary>What joins what is there when articles are appended, what is new, and what is refused.</summary>
public sealed class AppendRuleTests
{
    private static readonly Value Long = Value.FromString(string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i:x}")));

    /// <summary>Each line: what is there, what comes, and what that gives; entities are KEY LABELS NAMES.</summary>
    [SkippableTheory]
    [InlineData("p1 Person Ann", "p1 Person Ann", "p1")]
    [InlineData("p1 Person Ann", "p2 Person Bob", "p1, p2")]
    [InlineData("p1 Person Ann", "p2 Person Ann", "p1, p2")]
    [InlineData("p1 Person Ann", "p1 Person;Politician Ann", "Article 'new' was refused: 'p1' is Person there and Person, Politician here")]
    [InlineData("p1 Person Ann", "p1 Company Ann", "p1, p1")]
    [InlineData("Person:ann Person Ann", "Person:ann Person Ann", "Person:ann")]
    [InlineData("Person:ann Person Ann", "p1 Person Ann", "Article 'new' was refused: 'p1' would be one with 'Person:ann', which is there by its name only")]
    [InlineData("p1 Person Ann", "Person:ann Person Ann", "p1")]
    [InlineData("p1 Person Ann_Lee|Lee", "Person:lee Person Lee", "p1")]
    [InlineData("p1 Person Ann/p2 Person Ann", "Person:ann Person Ann", "Person:ann, p1, p2")]
    [InlineData("Person:ann_lee Person Ann_Lee/Person:ann Person Ann", "Person:a Person Ann_Lee|Ann", "Article 'new' was refused: 'Person:a' may be 'Person:ann lee' or 'Person:ann', which are apart there")]
    [InlineData("Person:the_president Person the_president", "Person:the_president Person the_president", "Person:the president, Person:the president@new")]
    public void EntitiesAreJoinedAsIfLoadedTogether(string there, string comes, string expected)
    {
        var address = Graphs.AddressOf("rules");
        GraphPush.Run(Create("old", there), address);
        var store = Create("new", comes);
        var result = GraphAppend.Run(store, address, ProperName.Is);

        using var graph = PostgresGraph.Open(address);
        var keys = ListEntities(graph);
        Assert.Equal(expected, result.Refused is [var refused] ? $"Article {refused.Key} was refused: {refused.Reason}" : keys);

        // Once more is the same.
        GraphAppend.Run(store, address, ProperName.Is);
        Assert.Equal(keys, ListEntities(graph));
    }

    [SkippableTheory]
    [InlineData("text", "a, b", "")]
    [InlineData("Text", "a, b", "it is there with another text")]
    [InlineData("text", "a", "it is there with other annotations")]
    public void KnownArticlesAreSkippedOrRefused(string text, string mentions, string reason)
    {
        var address = Graphs.AddressOf("known");
        GraphPush.Run(
            new SmallNews().Entity("a", "Person", "A").Entity("b", "Person", "B").Article("one", "text", "a, b").Build(), address);
        var store = new SmallNews().Entity("a", "Person", "A").Entity("b", "Person", "B")
            .Article("one", text, mentions).Article("two", "text", "b").Build();
        var result = GraphAppend.Run(store, address);

        Assert.Equal((1, reason.Length == 0 ? 1 : 0), (result.Added, result.Known));
        Assert.Equal(reason, string.Concat(result.Refused.Select(article => article.Reason)));
    }

    /// <summary>A name that is there stays; another one is an alias, by which the entity is found.</summary>
    [SkippableFact]
    public void TheFirstNameStays()
    {
        var address = Graphs.AddressOf("firstname");
        GraphPush.Run(new SmallNews().Entity("a", "Person", "Ann Lee").Article("one", "text", "a").Build(), address);
        var result = GraphAppend.Run(
            new SmallNews().Entity("a", "Person", "A. Lee", ("born", Value.FromInteger(1960))).Article("two", "text", "a").Build(),
            address);

        using var graph = PostgresGraph.Open(address);
        Assert.Equal((1, 1), (result.Completed, result.Kept));
        Assert.Equal(
            ["'Ann Lee' | ['Ann Lee', 'A. Lee'] | 1960"],
            RowText.ReadAll(graph.Engine, "MATCH (p) WHERE p.name ~= 'a. lee' RETURN p.name, p.aliases, p.born"));
    }

    /// <summary>Labels, relations, properties, evidence and long texts that the tables have no room for yet.</summary>
    [SkippableTheory]
    [InlineData(null, 0)]
    [InlineData("key:3", 0)]
    [InlineData("key:2", 2)]
    public void TablesGrowWithWhatIsNew(string? partition, int shards)
    {
        using var second = shards > 0 ? PostgresCluster.RequireAnother() : null;
        ImmutableArray<GraphAddress> servers = second is null ? [] : [Graphs.AddressOf("roomgrown"), Graphs.AddressOf(second, "roomgrown")];
        var partitioning = partition is null ? null : Partitioning.Parse(partition);
        var (whole, grown) = (Graphs.AddressOf("roomwhole"), Graphs.AddressOf("roomgrown"));
        GraphPush.Run(AddNew(AddOld(new SmallNews())).Build(), whole);
        GraphPush.Run(AddOld(new SmallNews()).Build(), grown, partitioning, servers);
        for (var i = 0; i < 2; i++)
            Assert.Empty(
                GraphAppend.Run(AddNew(new SmallNews().Entity("a", "Person", "Ann").Entity("b", "Person", "Bob")).Build(), grown).Refused);

        Assert.Equal(TableRows.ReadAll(whole), TableRows.ReadAll(grown));
        using var graph = PostgresGraph.Open(grown);
        Assert.Equal(
            ["'long'"],
            RowText.ReadAll(graph.Engine, "MATCH (n {name: $name}) RETURN n.key", new Dictionary<string, Value> { ["name"] = Long }));
    }

    [SkippableFact]
    public void WhatTheTablesCannotHoldIsRefusedWhole()
    {
        var address = Graphs.AddressOf("otherkind");
        GraphPush.Run(
            new SmallNews().Entity("a", "Person", "A", ("born", Value.FromInteger(1960))).Article("one", "text", "a").Build(), address);
        var before = TableRows.ReadAll(address);
        var store = new SmallNews().Entity("b", "Person", "B", ("born", Value.FromString("1960"))).Article("two", "text", "b").Build();

        Assert.Equal(
            "Property 'born' of Person is Integer there and String here; push all articles together, without '--append'.",
            Assert.Throws<PostgresGraphException>(() => GraphAppend.Run(store, address)).Message);
        Assert.Equal(before, TableRows.ReadAll(address));
    }

    /// <summary>Numbers of nodes and relations are 32 bits in every process that asks.</summary>
    [SkippableFact]
    public void NumbersEndBeforeTheyAreTooLarge()
    {
        var address = Graphs.AddressOf("full");
        GraphPush.Run(Create("old", "a Person Ann"), address);
        using (var server = new Server(address))
        using (var connection = server.Open())
            connection.Execute("UPDATE \"full\"._graph SET relations = 2147483647");

        Assert.Equal(
            "A graph has at most 2,147,483,647 nodes and as many relations; push the rest as another one.",
            Assert.Throws<PostgresGraphException>(() => GraphAppend.Run(Create("new", "a Person Ann"), address)).Message);
    }

    [SkippableFact]
    public void AGraphThatIsNotThereIsNotAppendedTo() => Assert.StartsWith(
        "There is no graph 'notthere' in database 'postgres' on 127.0.0.1:",
        Assert.Throws<PostgresGraphException>(() => GraphAppend.Run(Create("new", "a Person Ann"), Graphs.AddressOf("notthere"))).Message,
        StringComparison.Ordinal);

    [SkippableFact]
    public void AnotherGraphTypeIsNotAppended()
    {
        GraphPush.Run(Create("old", "a Person Ann"), Graphs.AddressOf("untyped"));
        Assert.Equal(
            "The graph has another graph type than what is appended; name that one with '--schema'.",
            Assert.Throws<PostgresGraphException>(() => GraphAppend.Run(Graphs.Data, Graphs.AddressOf("untyped"))).Message);
    }

    private static string ListEntities(PostgresGraph graph) => string.Join(
        ", ", RowText.ReadAll(graph.Engine, "MATCH (n) WHERE NOT n:Article RETURN n.key AS k ORDER BY k").Select(key => key.Trim('\'')));

    private static SmallNews AddOld(SmallNews news) => news.Entity("a", "Person", "Ann").Entity("b", "Person", "Bob")
        .Article("one", "text", "a, a-KNOWS-b, b")
        .Fact("a", "LIKES", "b", ("much", Value.True))
        .Fact("a", "LIKES", "b", ("much", Value.True));

    private static SmallNews AddNew(SmallNews news) => news
        .Entity("c", "Person", "Cid", ("born", Value.FromDate(PartialDate.Parse("1960"))), ("tall", Value.FromFloat(1.8)))
        .Entity("long", "Person", Long.AsString()).Entity("d", "Dog Animal", "Dot", ("id", Value.FromInteger(7)))
        .Article("two", "other text", "c, d, a, long, c-OWNS-d, a-LIKES-c, b-KNOWS-a", ("url", Value.FromString("http://two")))
        .Fact("b", "LIKES", "a", ("since", Value.FromInteger(1999))).Fact("a", "OWNS", "d");

    /// <summary>An article that mentions all of the entities.</summary>
    private static GraphStore Create(string article, string entities)
    {
        var news = new SmallNews();
        var keys = new List<string>();
        foreach (var entity in entities.Split('/'))
        {
            var parts = entity.Split(' ').Select(part => part.Replace('_', ' ')).ToArray();
            news.Entity(parts[0], parts[1].Replace(';', ' '), parts[2]);
            keys.Add(parts[0]);
        }

        return news.Article(article, $"text of {article}", string.Join(", ", keys)).Build();
    }
}
