using Graph.Annotations;
using QuikGraph.Algorithms;

namespace Graph.News.Tests;

/// <summary>The class of a graph: how one comes by it, what it refuses, and that it can be shared.</summary>
public sealed class NewsGraphTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-news-").FullName;

    private string Stored => Path.Combine(folder, "news.graph");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void AStoredGraphOpensAndCloses()
    {
        GraphFile.Write(SmallNews.Build().Store, Stored);
        var news = NewsGraph.Open(Stored);
        var freedonia = news.FindCountry("freedonia")!.Value;
        var places = freedonia.SentTroopsTo();
        var walk = places.GetEnumerator();
        Assert.True(walk.MoveNext());
        Assert.Equal("Freedonia", freedonia.Name);

        news.Dispose();
        news.Dispose();

        Assert.Throws<ObjectDisposedException>(() => freedonia.Name);
        Assert.Throws<ObjectDisposedException>(() => walk.Current.Name);
        Assert.Throws<ObjectDisposedException>(() => places.Count());
        Assert.Throws<ObjectDisposedException>(() => news.Countries.Count);
        Assert.Throws<ObjectDisposedException>(() => news.FindCountry("freedonia"));
        Assert.Throws<ObjectDisposedException>(() => news.MembersOf("league"));
        Directory.Delete(Stored, recursive: true);
    }

    [Fact]
    public void ArticlesLoadIntoIt()
    {
        using var news = NewsGraph.Load([Repository.GetPath("data")], out var loaded);

        Assert.Equal(9, loaded.Summary.Articles);
        Assert.Equal(9, news.Articles.Count);
        Assert.Equal("Kazachstan", news.FindCountry("kazakhstan")!.Value.Name);
        Assert.Equal(news.Countries.Count, NewsGraph.Load(Repository.GetPath("data")).Countries.Count);
    }

    [Fact]
    public void WhatIsNotThereIsNotLoaded() =>
        Assert.ThrowsAny<Exception>(() => NewsGraph.Load(Path.Combine(folder, "nothing")));

    [Fact]
    public void AnotherCorpusIsRefusedWithWhatDiffers()
    {
        var file = Path.Combine(folder, "films.md");
        File.WriteAllText(file, """
            ---
            id: films
            title: Films
            ---

            [Ann]{.Person #ann} and [Rain]{.Movie #rain}, [Norway]{.Country #norway}.

            ```facts
            (#ann)-[:ACTED_IN {part: 'x'}]->(#rain)
            (#norway)-[:PRESIDENT_OF]->(#norway)
            (#ann)-[:LEADS {colour: 'red', sinc: '1990'}]->(#norway)
            ```
            """);
        var exception = Assert.Throws<GraphLoadException>(() => NewsGraph.Load(file));
        var messages = exception.Errors.Select(error => error.Message).ToList();
        Assert.StartsWith(
            "In 6 places the files are not as the graph type 'News' that the code was generated for.", exception.Message,
            StringComparison.Ordinal);
        Assert.Contains(messages, message => message.StartsWith("No label 'Movie' in graph type 'News'", StringComparison.Ordinal));
        Assert.Contains(
            messages, message => message.StartsWith("No relation type 'ACTED_IN' in graph type 'News'", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.StartsWith("No property 'colour' of 'LEADS'", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.StartsWith("No property 'sinc' of 'LEADS'", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.StartsWith("A 'PRESIDENT_OF' cannot go from", StringComparison.Ordinal));
        Assert.Contains($"{file}:11:", exception.Message, StringComparison.Ordinal);

        using var all = NewsGraph.Load([file], out var loaded);
        Assert.Equal("Ann", Assert.Single(all.People).Name);
        Assert.False(loaded.HasErrors);
    }

    [Fact]
    public void AStoredGraphIsNotLoadedAsArticles()
    {
        GraphFile.Write(SmallNews.Build().Store, Stored);
        var exception = Assert.Throws<IOException>(() => NewsGraph.Load(Stored));
        Assert.EndsWith("is a stored graph; open it instead of loading it.", exception.Message, StringComparison.Ordinal);

        using var above = NewsGraph.Load([folder], out var loaded);
        Assert.Empty(loaded.Summary.Skipped);
    }

    [Theory]
    [InlineData(null, "it was made without a graph type; give 'News' when it is built or loaded")]
    [InlineData("CREATE GRAPH TYPE Other AS { (:Artikle), (:Entity => {key STRING, name STRING NOT NULL}) }", "it has no node type (:Article), but one (:Artikle)")]
    [InlineData("CREATE GRAPH TYPE Other AS { (:Entity => {key STRING, name STRING NOT NULL}) }", "'key' of (:Entity) may be missing in it and is NOT NULL in the code")]
    [InlineData("CREATE GRAPH TYPE Other AS { (:Entity => {key STRING NOT NULL, name INTEGER NOT NULL}) }", "'name' of (:Entity) is INTEGER in it and STRING in the code")]
    [InlineData("CREATE GRAPH TYPE Other AS { (:Article), (:Entity) }", "(:Article) has no property 'key' in it")]
    [InlineData("CREATE GRAPH TYPE Other AS { (:Article), (:Entity), (:Article)-[:MENTIONS]->(:Article) }", "it has no edge type (:Article)-[:MENTIONS]->(:Entity), but (:Article)-[:MENTIONS]->(:Article)")]
    public void AnotherGraphTypeIsRefusedWithWhatDiffers(string? schema, string difference)
    {
        var type = schema is null ? null : Graph.Query.Schema.SchemaReader.Read(new SourceText(schema)).Type!;
        var exception = Assert.Throws<GraphTypeException>(() => new NewsGraph(new GraphBuilder(type).Build()));
        Assert.Contains(difference, exception.Differences);
        Assert.StartsWith(
            "The graph is not of the graph type 'News' that the code was generated for: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AStoredGraphOfAnotherTypeIsRefusedToo()
    {
        GraphFile.Write(new GraphBuilder().Build(), Stored);
        Assert.Throws<GraphTypeException>(() => NewsGraph.Open(Stored));
    }

    [Fact]
    public void QuikGraphRunsOnIt()
    {
        var news = SmallNews.Build();
        var (start, end) = (news.FindPerson("firefly")!.Value.NodeId, news.FindAlliance("league")!.Value.NodeId);
        var graph = news.ToQuikGraph("PRESIDENT_OF", "MEMBER_OF");

        Assert.True(graph.ShortestPathsDijkstra(edge => 1, start)(end, out var path));
        Assert.Equal(["PRESIDENT_OF", "MEMBER_OF"], path.Select(edge => new AnyEdge(news.Store, edge.Id).RelationType));
        Assert.Equal(news.Store.EdgeCount, news.ToQuikGraph().EdgeCount);
        Assert.Equal(0, news.ToQuikGraph("ATTACKED").EdgeCount);
        var exception = Assert.Throws<ArgumentException>(() => news.ToQuikGraph("MEMBER_OFF"));
        Assert.StartsWith(
            "No relation 'MEMBER_OFF' in graph type 'News'. Did you mean 'MEMBER_OF'?", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyThreadsMayShareIt()
    {
        GraphFile.Write(SmallNews.Build().Store, Stored);
        using var news = NewsGraph.Open(Stored);
        Parallel.For(0, 500, _ =>
        {
            Assert.Equal("Freedonia", news.FindCountry("freedonia")!.Value.Name);
            Assert.Equal(2, news.MembersOf("league").Count);
            Assert.Equal(3, news.Entities.Sum(entity => entity is { Key: "marx" } ? 3 : 0));
            Assert.All(news.LeadsEdges, edge => Assert.Equal("Rufus Firefly", edge.Source.Name));
        });
    }

    [Fact]
    public async Task TraversalsLiveInAsyncAndIteratorMethods()
    {
        var news = SmallNews.Build();
        var names = new List<string>();
        foreach (var place in news.FindCountry("freedonia")!.Value.SentTroopsTo())
        {
            await Task.Yield();
            names.Add(place.Name);
        }

        Assert.Equal(names, Names(news));

        static IEnumerable<string> Names(NewsGraph news)
        {
            foreach (var edge in news.FindCountry("freedonia")!.Value.SentTroopsTo().Edges)
                yield return edge.Target.Name;
        }
    }

    [Fact]
    public void ABuilderRefusesWhatIsNotItsOwn()
    {
        var (news, other) = (new NewsBuilder(), new NewsBuilder());
        var person = news.AddPerson("a", "A");
        var stranger = other.AddPerson("a", "A");
        var country = news.AddCountry("a", "A");

        var exception = Assert.Throws<ArgumentException>(() => news.AddPerson("a", "Another"));
        Assert.StartsWith("There is a node :Person with the key 'a' already.", exception.Message, StringComparison.Ordinal);
        exception = Assert.Throws<ArgumentException>(() => news.AddPresidentOf(stranger, country));
        Assert.Equal("The Person was added to another builder than the one it is used with.", exception.Message);
        Assert.Throws<ArgumentException>(() => news.AddPresidentOf(default(NodeHandle<Person>), country));
        news.AddPresidentOf(person, country);
        Assert.Equal((1, 1), (news.Build().Store.EdgeCount, other.Build().People.Count));
    }
}
