namespace Graph.Annotations;

/// <summary>Which of the further fields of a mention name its entry in a knowledge base.</summary>
internal static class JsonLinks
{
    // Objects that have an address for each knowledge base.
    private static readonly string[] Holders = ["links", "lod", "externallinks", "identifiers"];

    /// <summary>Takes the links out of the properties of a mention.</summary>
    public static Mention Take(Mention mention)
    {
        if (mention.Properties.IsEmpty)
            return mention;
        var links = mention.Properties
            .SelectMany(property => ReadAll(property.Key, property.Value).Select(link => (property.Key, Link: link)))
            .ToList();
        return links.Count == 0
            ? mention
            : mention with
            {
                Links = mention.Links.AddRange(links.Select(found => found.Link).DistinctBy(link => link.Key)),
                // What holds several may say more than the links that are known.
                Properties = mention.Properties.RemoveAll(
                    property => links.Exists(found => found.Key == property.Key)
                        && LinkFields.Read(property.Key, property.Value) is not null),
            };
    }

    private static IEnumerable<EntityLink> ReadAll(string name, Value value)
    {
        if (LinkFields.Read(name, value) is { } link)
            return [link];
        if (value.Kind == ValueKind.List)
            return value.AsList()
                .SelectMany(item => IsAddress(item) ? [LinkFields.Read(name, item)] : ReadEntry(item))
                .OfType<EntityLink>();
        return value.Kind == ValueKind.String && value.AsString() is ['{', ..] text && Holders.Contains(SpanNames.Normalize(name))
            ? ReadObject(text)
            : [];
    }

    /// <summary>BigBio's <c>{"db_name": "MESH", "db_id": "D003110"}</c>.</summary>
    private static List<EntityLink?> ReadEntry(Value value)
    {
        using var entry = value.Kind == ValueKind.String && value.AsString() is ['{', ..] text ? TableRecords.TryParse(text) : null;
        return entry?.RootElement.Text("db_name") is { Length: > 0 } name
            && entry.RootElement.Text("db_id") is { Length: > 0 } id
            && !EntityLink.IsNothing(id)
            ? [new EntityLink(name.ToLowerInvariant(), id)]
            : [];
    }

    private static bool IsAddress(Value value) =>
        value.Kind == ValueKind.String && value.AsString().StartsWith("http", StringComparison.Ordinal);

    /// <summary>Such as <c>{"wikipedia": "https://...", "wikidata": "https://..."}</c>.</summary>
    private static List<EntityLink> ReadObject(string text)
    {
        using var holder = TableRecords.TryParse(text);
        return holder is null || !holder.RootElement.IsObject()
            ? []
            : [.. holder.RootElement
                .EnumerateObject()
                .Select(pair => LinkFields.Read(JsonText.GetName(pair), JsonText.ToValue(pair.Value)))
                .OfType<EntityLink>()];
    }
}
