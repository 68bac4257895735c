using System.Text.Json;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>Which of the further fields of a mention name its entry in a knowledge base.</summary>
internal static class JsonLinks
{
    private static readonly string[] Items = ["qid", "kbid", "wikiid", "entityid", "link", "entitylink", "kblink", "uri", "kburi", "ref",
        "linkedentity", "bestqid", "labelqid"];
    private static readonly string[] Titles = ["wikipedia", "wikipediatitle", "wikititle", "wikipediapage", "wikiname"];

    private static readonly string[] Numbered = ["geonames", "pleiades"];

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
                    property => links.Exists(found => found.Key == property.Key) && Read(property.Key, property.Value) is not null),
            };
    }

    private static IEnumerable<EntityLink> ReadAll(string name, Value value)
    {
        if (Read(name, value) is { } link)
            return [link];
        if (value.Kind == ValueKind.List)
            return value.AsList().SelectMany(item => IsAddress(item) ? [Read(name, item)] : ReadEntry(item)).OfType<EntityLink>();
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
                .Select(pair => Read(JsonText.GetName(pair), JsonText.ToValue(pair.Value)))
                .OfType<EntityLink>()];
    }

    /// <summary>An item of Wikidata, a title of Wikipedia, or the address of either; null for anything else.</summary>
    private static EntityLink? Read(string name, Value value)
    {
        if (value.Kind is not (ValueKind.String or ValueKind.Integer))
            return null;
        var text = (value.Kind == ValueKind.String ? value.AsString() : value.ToString()).Trim();
        if (EntityLink.IsNothing(text))
            return null;
        if (text.StartsWith("http", StringComparison.Ordinal))
            return EntityLink.FromAddress(text) is { } link && IsKnown(link.Authority) ? link : null;
        var plain = SpanNames.Normalize(name);
        if (Regex.IsMatch(text, "^Q[1-9][0-9]*$", RegexOptions.CultureInvariant))
            return Items.Contains(plain) || plain.Contains("wikidata", StringComparison.Ordinal)
                ? new EntityLink(EntityLink.Wikidata, text)
                : null;
        // An entry by its number: 'geonameid', 'gaztag_geonameid', 'pleiades_id'.
        if (text.All(char.IsAsciiDigit) && text.TrimStart('0').Length > 0)
            return Array.Find(Numbered, gazetteer => plain.Contains(gazetteer.TrimEnd('s'), StringComparison.Ordinal)) is { } authority
                ? new EntityLink(authority, text)
                : null;
        return value.Kind == ValueKind.String && Titles.Contains(plain) && !text.All(char.IsAsciiDigit)
            ? new EntityLink(EntityLink.Wikipedia, text.Replace(' ', '_'))
            : null;
    }

    private static bool IsKnown(string authority) =>
        authority is EntityLink.Wikidata or "dbpedia.org" || authority.EndsWith(".wikipedia.org", StringComparison.Ordinal)
        || authority.EndsWith(".dbpedia.org", StringComparison.Ordinal);
}
