namespace Graph.Export;

/// <summary>Which words of FollowTheMoney stand for labels, properties and relation types; a test holds them against its model.</summary>
internal static class FollowTheMoneySchema
{
    /// <summary>The first label that a node has counts. A country acts in news, so it is a body; other places are addresses.</summary>
    private static readonly (string Label, string Schema)[] Schemata =
    [
        ("Article", "Article"), ("Event", "Event"), ("Person", "Person"), ("Company", "Company"), ("Government", "PublicBody"),
        ("Military", "PublicBody"),
        ("Police", "PublicBody"), ("Country", "PublicBody"), ("Organization", "Organization"), ("Place", "Address"),
        ("Actor", "LegalEntity"),
    ];

    private static readonly Dictionary<string, string> OfAll = new(StringComparer.Ordinal)
    {
        ["aliases"] = "alias", ["wikidata"] = "wikidataId", ["iso"] = "country", ["url"] = "sourceUrl",
    };

    private static readonly Dictionary<(string Schema, string Key), string> OfSome = new()
    {
        [("Person", "born")] = "birthDate", [("Person", "died")] = "deathDate", [("Person", "role")] = "position",
        [("Organization", "founded")] = "incorporationDate", [("Organization", "dissolved")] = "dissolutionDate",
        [("Article", "title")] = "title", [("Article", "published")] = "publishedAt", [("Article", "source")] = "publisher",
        [("Article", "language")] = "language",
        [("Event", "on")] = "date", [("Address", "kind")] = "summary",
    };

    /// <summary>ISO 639-1 to 639-3, of the languages that news corpora are in.</summary>
    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ar"] = "ara", ["bg"] = "bul", ["cs"] = "ces", ["da"] = "dan", ["de"] = "deu", ["el"] = "ell", ["en"] = "eng", ["es"] = "spa",
        ["et"] = "est", ["fa"] = "fas",
        ["fi"] = "fin", ["fr"] = "fra", ["he"] = "heb", ["hr"] = "hrv", ["hu"] = "hun", ["hy"] = "hye", ["it"] = "ita", ["ja"] = "jpn",
        ["ka"] = "kat", ["kk"] = "kaz",
        ["ko"] = "kor", ["ky"] = "kir", ["lt"] = "lit", ["lv"] = "lav", ["nl"] = "nld", ["no"] = "nor", ["pl"] = "pol", ["pt"] = "por",
        ["ro"] = "ron", ["ru"] = "rus",
        ["sk"] = "slk", ["sl"] = "slv", ["sr"] = "srp", ["sv"] = "swe", ["tg"] = "tgk", ["tr"] = "tur", ["uk"] = "ukr", ["uz"] = "uzb",
        ["zh"] = "zho",
    };

    public static string? FindSchema(IEnumerable<string> labels)
    {
        var all = labels.ToHashSet(StringComparer.Ordinal);
        return Schemata.FirstOrDefault(known => all.Contains(known.Label)).Schema;
    }

    public static bool IsLegalEntity(string schema) => schema is "Person" or "LegalEntity" || IsOrganization(schema);

    public static string? FindProperty(string schema, string key)
    {
        if (OfSome.TryGetValue((schema, key), out var property)
            || (IsOrganization(schema) && OfSome.TryGetValue(("Organization", key), out property)))
            return property;
        return OfAll.GetValueOrDefault(key);
    }

    public static string? FindLanguage(string tag) => tag.Length == 3 ? tag : Languages.GetValueOrDefault(tag.Split('-')[0]);

    /// <summary>The schema of a relation and its properties for both ends.</summary>
    public static (string Schema, string Source, string Target) FindLink(string type, string source, string target) => type switch
    {
        "MEMBER_OF" when IsLegalEntity(source) && IsOrganization(target) => ("Membership", "member", "organization"),
        "WORKS_FOR" when source == "Person" && IsOrganization(target) => ("Employment", "employee", "employer"),
        "LEADS" or "PRESIDENT_OF" or "COMMANDS" when IsLegalEntity(source) && IsOrganization(target) =>
            ("Directorship", "director", "organization"),
        _ => ("UnknownLink", "subject", "object"),
    };

    private static bool IsOrganization(string schema) => schema is "Organization" or "Company" or "PublicBody";
}
