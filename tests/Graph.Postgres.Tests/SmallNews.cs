namespace Graph.Postgres.Tests;

/// <summary>Articles and what they speak of, without files.</summary>
internal sealed class SmallNews
{
    private readonly GraphBuilder builder = new();
    private readonly Dictionary<string, int> entities = new(StringComparer.Ordinal);

    /// <param name="key">Of the entity; what stands before its name is added where there is one article only.</param>
    public SmallNews Entity(string key, string labels, string name, params (string Key, Value Value)[] more)
    {
        string[] names = name.Split('|');
        entities[key] = builder.AddNode(labels.Split(' '),
        [
            new("key", Value.FromString(key)), new("name", Value.FromString(names[0])),
            new("aliases", Value.FromList([.. names.Select(Value.FromString)])),
            .. more.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)),
        ]);
        return this;
    }

    /// <param name="mentions">Keys of entities; <c>a-KNOWS-b</c> states a fact between two.</param>
    public SmallNews Article(string key, string text, string mentions, params (string Key, Value Value)[] more)
    {
        var article = builder.AddNode(["Article"],
        [
            new("key", Value.FromString(key)), new("published", Value.FromDate(PartialDate.Parse("2022-01"))),
            .. more.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)),
        ]);
        builder.SetText(article, text, [new TextSpan(0, text.Length)]);
        var evidence = new Evidence(article, new TextSpan(0, 1));
        foreach (var mention in mentions.Split(", "))
        {
            if (mention.Split('-') is [var source, var type, var target])
                builder.AddEdge(type, entities[source], entities[target], [], evidence);
            else
                builder.AddEdge("MENTIONS", article, entities[mention], [], evidence);
        }

        return this;
    }

    /// <summary>A fact that no article states.</summary>
    public SmallNews Fact(string source, string type, string target, params (string Key, Value Value)[] properties)
    {
        builder.AddEdge(type, entities[source], entities[target], properties.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
        return this;
    }

    public GraphStore Build() => builder.Build();
}
