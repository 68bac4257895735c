using System.Text.Json;

namespace Graph.News.Tests;

/// <summary>What System.Text.Json makes of nodes, relations, paths, dates and rows.</summary>
public sealed class NewsJsonTests
{
    private static readonly NewsGraph News = SmallNews.Build();

    [Fact]
    public void ANodeIsItsKeyLabelsAndProperties() => Assert.Equal(
        """{"key":"marx","labels":["Entity","Actor","Place","City"],"properties":{"key":"marx","name":"Marx","population":4000}}""",
        JsonSerializer.Serialize(News.FindCity("marx")!.Value));

    [Fact]
    public void ANodeIsTheSameThroughEveryType()
    {
        var city = News.FindCity("marx")!.Value;
        Assert.Equal(JsonSerializer.Serialize(city), JsonSerializer.Serialize<Place>(city));
        Assert.Equal(JsonSerializer.Serialize(city), JsonSerializer.Serialize<AnyNode>(city));
    }

    [Fact]
    public void ARelationHasTheKeysOfItsEnds()
    {
        const string Expected =
            """{"type":"SENT_TROOPS_TO","start":"freedonia","end":"marx","properties":{"on":"2022-01-05","troops":500}}""";
        var edge = News.SentTroopsToEdges.Single(edge => edge.Troops == 500);
        Assert.Equal(Expected, JsonSerializer.Serialize(edge));
        Assert.Equal(Expected, JsonSerializer.Serialize(new AnyEdge(edge.Store, edge.EdgeId)));
    }

    [Fact]
    public void APathIsItsNodesAndRelations()
    {
        var edge = News.SentTroopsToEdges.Single(edge => edge.Troops == 500);
        var path = new AnyPath(News.Store, new PathValue([edge.Source.NodeId, edge.Target.NodeId], [edge.EdgeId]));
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(path));
        Assert.Equal("marx", json.RootElement.GetProperty("nodes")[1].GetProperty("key").GetString());
        Assert.Equal("SENT_TROOPS_TO", json.RootElement.GetProperty("relationships")[0].GetProperty("type").GetString());
        Assert.Equal("(Freedonia)-[SENT_TROOPS_TO]->(Marx)", path.ToString());
    }

    [Fact]
    public void ADateIsItsTextBothWays()
    {
        var date = JsonSerializer.Deserialize<PartialDate>("\"2022-01\"")!;
        Assert.Equal("\"2022-01\"", JsonSerializer.Serialize(date));
        Assert.StartsWith(
            "'2022-13' is no date: there is no month 13.",
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PartialDate>("\"2022-13\"")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void RowsOfQueriesAreObjects() => Assert.Equal(
        """[{"Member":"Freedonia","Since":"1933"},{"Member":"Sylvania","Since":null}]""",
        JsonSerializer.Serialize(News.MembersOf("league")));

    [Fact]
    public void ValuesAreWhatTheyHold() => Assert.Equal(
        """[null,true,1,1.5,"Infinity","a","2022-01",[1],{"b":2}]""",
        JsonSerializer.Serialize(new[]
        {
            Value.Null, Value.True, Value.FromInteger(1), Value.FromFloat(1.5), Value.FromFloat(double.PositiveInfinity),
            Value.FromString("a"),
            Value.FromDate(PartialDate.Parse("2022-01")), Value.FromList(Value.FromInteger(1)),
            Value.FromMap(new MapValue([new("b", Value.FromInteger(2))])),
        }));

    [Fact]
    public void AGraphIsNotReadFromJson() =>
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<City>("{}"));
}
