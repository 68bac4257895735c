using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>Which of the further fields of a mention name its entry in a knowledge base.</summary>
internal static class JsonLinks
{
    private static readonly string[] Items = ["qid", "kbid", "wikiid", "entityid", "link", "entitylink", "kblink", "uri", "kburi", "ref", "linkedentity"];
    private static readonly string[] Titles = ["wikipedia", "wikipediatitle", "wikititle", "wikipediapage", "wikiname"];

    private static readonly string[] Numbered = ["geonames", "pleiades"];

    /// <summary>Takes the links out of the properties of a mention.</summary>
    public static Mention Take(Mention mention)
    {
        if (mention.Properties.IsEmpty)
            return mention;
        var links = mention.Properties.Select(property => (property.Key, Link: Read(property.Key, property.Value)))
            .Where(found => found.Link is not null).ToList();
        return links.Count == 0
            ? mention
            : mention with
            {
                Links = mention.Links.AddRange(links.Select(found => found.Link!).DistinctBy(link => link.Key)),
                Properties = mention.Properties.RemoveAll(property => links.Exists(found => found.Key == property.Key)),
            };
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
            return Items.Contains(plain) || plain.Contains("wikidata", StringComparison.Ordinal) ? new EntityLink(EntityLink.Wikidata, text) : null;
        // An entry by its number: 'geonameid', 'gaztag_geonameid', 'pleiades_id'.
        if (text.All(char.IsAsciiDigit) && text.TrimStart('0').Length > 0)
            return Array.Find(Numbered, gazetteer => plain.Contains(gazetteer.TrimEnd('s'), StringComparison.Ordinal)) is { } authority ? new EntityLink(authority, text) : null;
        return value.Kind == ValueKind.String && Titles.Contains(plain) && !text.All(char.IsAsciiDigit) ? new EntityLink(EntityLink.Wikipedia, text.Replace(' ', '_')) : null;
    }

    private static bool IsKnown(string authority) =>
        authority is EntityLink.Wikidata or "dbpedia.org" || authority.EndsWith(".wikipedia.org", StringComparison.Ordinal)
        || authority.EndsWith(".dbpedia.org", StringComparison.Ordinal);
}
