using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>Which fields, features and attributes of a mention name its entry in a knowledge base, whatever the format.</summary>
internal static class LinkFields
{
    private static readonly string[] Items =
    [
        "qid", "kbid", "wikiid", "entityid", "link", "entitylink", "kblink", "uri", "kburi", "ref", "linkedentity", "bestqid", "labelqid",
    ];

    private static readonly string[] Titles = ["wikipedia", "wikipediatitle", "wikititle", "wikipediapage", "wikiname"];
    private static readonly string[] Numbered = ["geonames", "pleiades"];

    // Addresses elsewhere are something else: where a text was found, a picture.
    private static readonly string[] Hosts =
    [
        "wikipedia.org", "wikidata.org", "dbpedia.org", "geonames.org", "d-nb.info", "viaf.org", "yago-knowledge.org", "freebase.com",
        "pleiades.stoa.org", "babelnet.org",
    ];

    /// <summary>An item of Wikidata, a title of Wikipedia, an entry by its number, or an address of one; null for anything else.</summary>
    public static EntityLink? Read(string name, Value value)
    {
        if (value.Kind is not (ValueKind.String or ValueKind.Integer))
            return null;
        var text = (value.Kind == ValueKind.String ? value.AsString() : value.ToString()).Trim();
        if (!MayLink(name, text) || EntityLink.IsNothing(text))
            return null;
        if (text.StartsWith("http", StringComparison.Ordinal))
            return EntityLink.FromAddress(text) is { } link && IsKnown(link.Authority) ? link : null;
        var plain = string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        if (Regex.IsMatch(text, "^Q[1-9][0-9]*$", RegexOptions.CultureInvariant))
            return Items.Contains(plain) || plain.Contains("wikidata", StringComparison.Ordinal)
                ? new EntityLink(EntityLink.Wikidata, text)
                : null;
        var isNumber = text.All(char.IsAsciiDigit);
        // An entry by its number: 'geonameid', 'gaztag_geonameid', 'pleiades_id'.
        if (isNumber && text.TrimStart('0').Length > 0)
            return Array.Find(Numbered, gazetteer => plain.Contains(gazetteer.TrimEnd('s'), StringComparison.Ordinal)) is { } authority
                ? new EntityLink(authority, text)
                : null;
        return value.Kind == ValueKind.String && Titles.Contains(plain) && !isNumber
            ? new EntityLink(EntityLink.Wikipedia, text.Replace(' ', '_'))
            : null;
    }

    /// <summary>The mention with the links that its properties are; these are none any more.</summary>
    public static Mention Take(Mention mention)
    {
        if (!IsIn(mention))
            return mention;
        var links = mention.Properties.Select(property => Read(property.Key, property.Value)).OfType<EntityLink>();
        return mention with
        {
            Links = [.. mention.Links.Concat(links).DistinctBy(link => link.Key)],
            Properties = mention.Properties.RemoveAll(property => Read(property.Key, property.Value) is not null),
        };
    }

    public static bool IsIn(Mention mention)
    {
        foreach (var (key, value) in mention.Properties)
        {
            if (Read(key, value) is not null)
                return true;
        }

        return false;
    }

    /// <summary>Most properties are seen at once to be something else.</summary>
    private static bool MayLink(string name, string text) => text.Length > 0
        && (text[0] is 'h' or 'Q'
            || name.Contains("wiki", StringComparison.OrdinalIgnoreCase)
            || (char.IsAsciiDigit(text[0])
                && Numbered.Any(gazetteer => name.Contains(gazetteer[..^1], StringComparison.OrdinalIgnoreCase))));

    private static bool IsKnown(string authority) => KnowledgeBases.IsKnown(authority) || Hosts.Any(
        host => authority.EndsWith(host, StringComparison.Ordinal)
            && (authority.Length == host.Length || authority[^(host.Length + 1)] == '.'));
}
