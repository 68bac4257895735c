namespace Graph.News.Tests;

public sealed class GeneratedApiTests
{
    private static readonly NewsGraph News = SmallNews.Build();

    [Fact]
    public void PropertiesAreReadWhereTheyStand()
    {
        var freedonia = News.FindCountry("freedonia")!.Value;

        Assert.Equal(("freedonia", "Freedonia", "FR", null), (freedonia.Key, freedonia.Name, freedonia.Iso, freedonia.Wikidata));
        Assert.Equal(["Fredonia", "Freedonië"], freedonia.Aliases);
        Assert.Equal("Freedonia", freedonia.ToString());
        Assert.Empty(News.FindCountry("sylvania")!.Value.Aliases);
        Assert.Equal(4000, News.FindCity("marx")!.Value.Population);
        Assert.Equal("1890-10-02", News.FindPerson("firefly")!.Value.Born!.Text);
    }

    [Fact]
    public void SetsAndLookupsKeepToTheirLabel()
    {
        Assert.Equal(["Freedonia", "Sylvania"], News.Countries.Select(country => country.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["Freedonia", "Marx", "Sylvania"], News.Places.Select(place => place.Name).Order(StringComparer.Ordinal));
        Assert.Equal((5, 2, 0), (News.Actors.Count, News.Countries.Count, News.Companies.Count));
        Assert.Null(News.FindPerson("freedonia"));
        Assert.Equal("freedonia", Assert.Single(News.FindActorsByName("Freedonia")).Key);
        Assert.Empty(News.FindPeopleByName("Freedonia"));
        Assert.Equal("freedonia", Assert.Single(News.Actors.Search("FREEDONIE")).Key);
        Assert.Empty(News.People.Search("freedonia"));
        Assert.Equal("a1", Assert.Single(News.FindArticlesByTitle("Soldiers on their way")).Key);
    }

    [Fact]
    public void TraversalsYieldNodesOrEdges()
    {
        var freedonia = News.FindCountry("freedonia")!.Value;

        Assert.Equal(["Marx", "Sylvania"], freedonia.SentTroopsTo().Select(place => place.Name).Order(StringComparer.Ordinal));
        Assert.Equal("Freedonia", Assert.Single(News.FindCity("marx")!.Value.GetsTroopsFrom()).Name);
        var sent = freedonia.SentTroopsTo().Edges.Single(edge => edge.Troops == 500);
        Assert.Equal(("2022-01-05", "Freedonia", "Marx", null), (sent.On!.Text, sent.Source.Name, sent.Target.Name, sent.Certainty));
        Assert.Equal(new TextSpan(0, 35), sent.Evidence!.Value.Span);
        Assert.Equal("Freedonia sent 500 soldiers to Marx", sent.Quote);
        Assert.Equal("Freedonia sent 500 soldiers to Marx.", sent.Sentence);
        Assert.Null(Assert.Single(News.LeadsEdges).Sentence);
        Assert.Equal("firefly", Assert.Single(News.LeadsEdges).ClaimedBy);
        Assert.Empty(News.FindCountry("sylvania")!.Value.SentTroopsTo());
    }

    [Fact]
    public void RelationsThatShareALabelKeepTheirEndsApart()
    {
        Assert.Equal("League", Assert.Single(News.FindCountry("freedonia")!.Value.PartOfOrganization()).Name);
        Assert.Empty(News.FindCountry("freedonia")!.Value.PartOfPlace());
        Assert.Equal("Marx", Assert.Single(News.FindCountry("sylvania")!.Value.HasPartPlace()).Name);
        Assert.Single(News.PartOfPlaceEdges);
    }

    [Fact]
    public void ViewsConvertToWhatTheyAre()
    {
        Actor actor = News.FindCountry("freedonia")!.Value;
        Entity entity = actor;

        Assert.True(entity.TryAs(out Country country));
        Assert.False(entity.TryAs(out Person _));
        Assert.Equal(News.FindCountry("freedonia")!.Value, country);
        Assert.Equal("Freedonia of League", Describe(country));
    }

    [Fact]
    public void LoopsAllocateNothing()
    {
        var freedonia = News.FindCountry("freedonia")!.Value;
        Walk(freedonia);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var steps = Walk(freedonia);
        Assert.Equal((0L, 10), (GC.GetAllocatedBytesForCurrentThread() - before, steps));
    }

    private static int Walk(Country country)
    {
        var steps = 0;
        foreach (var place in country.SentTroopsTo())
            steps += place.NodeId >= 0 ? 1 : 0;
        foreach (var edge in country.SentTroopsTo().Edges)
            steps += edge.EdgeId >= 0 ? 1 : 0;
        foreach (var organization in country.MemberOf())
        {
            foreach (var member in organization.HasMember())
                steps += member.NodeId >= 0 ? 1 : 0;
        }

        foreach (var _ in News.Countries)
            steps++;
        foreach (var _ in News.MemberOfEdges)
            steps++;
        return steps;
    }

    private static string Describe<T>(T actor)
        where T : struct, IActor => $"{actor.Name} of {actor.MemberOf().First().Name}";
}
