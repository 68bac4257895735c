using System.Xml.Linq;
using static Graph.Annotations.TeiFormat;

namespace Graph.Annotations;

/// <summary>The entries of <c>listPerson</c>, <c>listPlace</c> and <c>listOrg</c>, and the relations between them.</summary>
/// <param name="names">The mentions of the text by the xml:id of their names, between which relations may hold.</param>
internal sealed class TeiAuthorities(XmlFile xml, string? articleId, IReadOnlyDictionary<string, int>? names = null)
{
    public static readonly XName Id = XNamespace.Xml + "id";

    /// <summary>The annotation type of an entry is that of the names it has in texts.</summary>
    private static readonly Dictionary<string, string> NameElements = new(StringComparer.Ordinal)
    {
        ["person"] = "persName",
        ["personGrp"] = "persName",
        ["place"] = "placeName",
        ["org"] = "orgName",
    };

    private static readonly string[] Lists = ["listEvent", "listObject", "listNym"];

    /// <summary>What an entry says of its entity in words or by a value.</summary>
    private static readonly HashSet<string> Descriptions =
        ["occupation", "sex", "gender", "nationality", "residence", "faith", "education", "floruit", "socecStatus", "langKnowledge", "age",
            "trait", "state", "event", "desc", "location", "population"];

    private static readonly HashSet<string> NameParts =
    [
        "persName", "placeName", "orgName", "name", "geogName", "settlement", "country", "region"
    ];

    public ImmutableArray<EntityDescription> Read(XElement scope)
    {
        var ids = GetIds(scope);
        return
        [
            .. scope.Descendants().Where(IsEntry).Select(CreateDescription),
            .. ListAffiliations(scope).Where(pair => !ids.Contains(pair.Target.TrimStart('#')))
                .Select(pair => DescribeElsewhere(pair.Affiliation, pair.Target, ids)),
            .. DescribeLinkedEnds(scope),
        ];
    }

    /// <summary>The ids that entries of this scope define.</summary>
    public static IReadOnlySet<string> GetIds(XElement scope) =>
        scope.Descendants().Where(IsEntry).Select(entry => (string?)entry.Attribute(Id)).OfType<string>().ToHashSet(StringComparer.Ordinal);

    public IEnumerable<RelationAnnotation> ReadRelations(XElement scope, IReadOnlySet<string> localIds) =>
        ReadListed(scope, localIds).Concat(ReadAffiliations(scope, localIds));

    /// <summary>Who belongs to what, from when to when, in which role.</summary>
    private IEnumerable<RelationAnnotation> ReadAffiliations(XElement scope, IReadOnlySet<string> localIds)
    {
        foreach (var (affiliation, target) in ListAffiliations(scope))
        {
            yield return new RelationAnnotation(
                "",
                "affiliation",
                new EntityArgument(GetEntityId(affiliation.Parent!), xml.GetPlace(affiliation)),
                ToArgument(target, affiliation, localIds),
                xml.GetPlace(affiliation))
            {
                Properties = [.. GetAttributes(affiliation, "role", "from", "to", "when")],
            };
        }
    }

    private static IEnumerable<(XElement Affiliation, string Target)> ListAffiliations(XElement scope) =>
        from affiliation in scope.Descendants(Namespace + "affiliation")
        where affiliation.Parent is { } entry && IsEntry(entry)
        from target in TeiReference.Split((string?)affiliation.Attribute("ref"))
        where EntityLink.FromAddress(target) is null
        select (affiliation, target);

    /// <summary>An organization whose list is another file, which may not be there; it is called by the words, if any.</summary>
    private EntityDescription DescribeElsewhere(XElement affiliation, string target, IReadOnlySet<string> localIds) => new(
        TeiReference.GetEntityId(target, localIds, articleId),
        NameElements["org"],
        TeiBody.Normalize(affiliation.Value) is { Length: > 0 } words ? [words] : [],
        xml.GetPlace(affiliation));

    private static IEnumerable<KeyValuePair<string, Value>> GetAttributes(XElement element, params string[] names) =>
        names
            .Where(name => (string?)element.Attribute(name) is { Length: > 0 })
            .Select(name =>
                KeyValuePair.Create(name, ReadValue((string)element.Attribute(name)!, isDate: name is "from" or "to" or "when")));

    private static Value ReadValue(string text, bool isDate) =>
        isDate && PartialDate.TryParse(text, out var date, out _) ? Value.FromDate(date) : Value.FromString(text);

    private IEnumerable<RelationAnnotation> ReadListed(XElement scope, IReadOnlySet<string> localIds)
    {
        foreach (var relation in scope.Descendants(Namespace + "relation"))
        {
            var type = (string?)relation.Attribute("name") ?? (string?)relation.Attribute("type") ?? "relation";
            foreach (var (source, target) in GetPairs(relation))
            {
                yield return new RelationAnnotation(
                    (string?)relation.Attribute(Id) ?? "",
                    type,
                    ToArgument(source, relation, localIds),
                    ToArgument(target, relation, localIds),
                    xml.GetPlace(relation))
                {
                    Properties = [.. GetAttributes(relation, "from", "to", "when"), .. GetDescriptions(relation)],
                };
            }
        }
    }

    /// <summary>
    /// Counts relations that name no two partners, entries that nothing can refer to, and what entries say that is not taken.
    /// </summary>
    public static void CountUnread(XElement scope, ReadingLog log)
    {
        log.CountLoss("relations without two ends", scope.Descendants(Namespace + "relation").Count(relation => !GetPairs(relation).Any()));
        var entries = scope
            .Descendants()
            .Where(element => element.Name.Namespace == Namespace && NameElements.ContainsKey(element.Name.LocalName))
            .ToList();
        log.CountLoss("entries of lists without xml:id", entries.Count(entry => !IsEntry(entry)));
        foreach (var other in scope
            .Descendants()
            .Where(element => Lists.Contains(element.Name.LocalName))
            .SelectMany(list => list.Elements())
            .Where(entry => entry.Attribute(Id) is not null && !NameElements.ContainsKey(entry.Name.LocalName))
            .CountBy(entry => entry.Name.LocalName))
            log.CountLoss($"'{other.Key}' entries of lists", other.Value);
        foreach (var part in entries
            .Where(IsEntry)
            .SelectMany(entry => entry.Elements())
            .Where(part => !IsTaken(part))
            .CountBy(part => part.Name.LocalName))
            log.CountLoss($"'{part.Key}' in entries of lists", part.Value);
    }

    public static bool IsInList(XElement element) =>
        element
            .Ancestors()
            .Any(above => above.Name.LocalName is "listPerson" or "listPlace" or "listOrg" or "standOff"
                || Lists.Contains(above.Name.LocalName));

    private static bool IsTaken(XElement part) =>
        NameParts.Contains(part.Name.LocalName)
        || NameElements.ContainsKey(part.Name.LocalName)
        || part.Name.LocalName is "idno" or "note" or "birth" or "death" or "affiliation" or "listPerson" or "listPlace" or "listOrg"
            or "listRelation"
        || GetDescription(part) is not null;

    /// <summary>Each active with each passive partner; mutual partners each with every later one.</summary>
    private static IEnumerable<(string Source, string Target)> GetPairs(XElement relation)
    {
        var passive = TeiReference.Split((string?)relation.Attribute("passive")).ToList();
        foreach (var source in TeiReference.Split((string?)relation.Attribute("active")))
        {
            foreach (var target in passive)
                yield return (source, target);
        }

        var mutual = TeiReference.Split((string?)relation.Attribute("mutual")).ToList();
        for (var i = 0; i < mutual.Count; i++)
        {
            for (var j = i + 1; j < mutual.Count; j++)
                yield return (mutual[i], mutual[j]);
        }
    }

    private Argument ToArgument(string target, XElement relation, IReadOnlySet<string> localIds)
    {
        if (EntityLink.FromAddress(target) is { } link)
            return new EntityArgument(link.Key, xml.GetPlace(relation));
        var id = target.TrimStart('#');
        return names is not null && !localIds.Contains(id) && names.TryGetValue(id, out var mention)
            ? new MentionArgument(mention)
            : new EntityArgument(TeiReference.GetEntityId(target, localIds, articleId), xml.GetPlace(relation));
    }

    /// <summary>Entities of knowledge bases at ends of relations that no entry of the same file has as its own.</summary>
    private IEnumerable<EntityDescription> DescribeLinkedEnds(XElement scope)
    {
        var entries = scope.Descendants().Where(IsEntry).Select(GetEntityId).ToHashSet(StringComparer.Ordinal);
        return
            from relation in scope.Descendants(Namespace + "relation")
            from pair in GetPairs(relation)
            from target in new[] { pair.Source, pair.Target }
            let link = EntityLink.FromAddress(target)
            where link is not null && entries.Add(link.Key)
            select new EntityDescription(link.Key, "", [], xml.GetPlace(relation)) { Links = [link] };
    }

    /// <summary>What an entry is referred to by: its own id, or the knowledge base's where it has none.</summary>
    private string GetEntityId(XElement entry) =>
        (string?)entry.Attribute(Id) is not { } id ? ListLinks(entry).First().Key : articleId is null ? id : $"{articleId}#{id}";

    private EntityDescription CreateDescription(XElement entry)
    {
        var names = entry.Elements().Where(part => NameParts.Contains(part.Name.LocalName)).Select(GetName).Where(name => name.Length > 0);
        return new EntityDescription(GetEntityId(entry), NameElements[entry.Name.LocalName], [.. names.Distinct()], xml.GetPlace(entry))
        {
            Links = [.. ListLinks(entry)],
            Properties = [.. GetDates(entry), .. GetNotes(entry), .. GetAffiliations(entry), .. GetDescriptions(entry)],
        };
    }

    /// <summary>The words of a name. Parts that touch each other in the file are words all the same.</summary>
    private static string GetName(XElement name) => name.Elements().Any() && !name.Nodes().OfType<XText>().Any()
        ? string.Join(' ', name.Elements().Select(part => TeiBody.Read([part])).Where(words => words.Length > 0))
        : TeiBody.Read(name.Nodes());

    private static IEnumerable<EntityLink> ListLinks(XElement entry) =>
        entry.Elements(Namespace + "idno").Select(ReadIdentifier).Concat(GetNameLinks(entry)).OfType<EntityLink>().Distinct();

    private static EntityLink? ReadIdentifier(XElement identifier)
    {
        var value = identifier.Value.Trim();
        if (value.Length == 0)
            return null;
        return EntityLink.FromAddress(value) ?? new EntityLink(((string?)identifier.Attribute("type") ?? "idno").ToLowerInvariant(), value);
    }

    private static IEnumerable<EntityLink?> GetNameLinks(XElement entry) =>
        entry
            .Elements()
            .Prepend(entry)
            .SelectMany(part => TeiReference.Split((string?)part.Attribute("ref")))
            .Select(EntityLink.FromAddress);

    /// <summary><c>birth</c> and <c>death</c> under the names that graph types of news use.</summary>
    private static IEnumerable<KeyValuePair<string, Value>> GetDates(XElement entry)
    {
        foreach (var (element, property) in new[] { ("birth", "born"), ("death", "died") })
        {
            if (entry.Element(Namespace + element) is { } found
                && ((found.Attribute("when") ?? found.Attribute("notBefore")) is not null || found.Element(Namespace + "date") is not null)
                && TeiFacts.GetDateText(found.Attribute("when") is null
                    ? found.Element(Namespace + "date") ?? found
                    : found) is { Length: > 0 } when)
                yield return KeyValuePair.Create(
                    property, PartialDate.TryParse(when, out var date, out _) ? Value.FromDate(date) : Value.FromString(when));
        }
    }

    private static IEnumerable<KeyValuePair<string, Value>> GetNotes(XElement entry) =>
        entry
            .Elements(Namespace + "note")
            .Where(note => TeiBody.Normalize(note.Value).Length > 0)
            .Select(note => KeyValuePair.Create("note", Value.FromString(TeiBody.Normalize(note.Value))));

    /// <summary>Those that name no entity of the file: by their words, else by the address.</summary>
    private static IEnumerable<KeyValuePair<string, Value>> GetAffiliations(XElement entry) =>
        entry
            .Elements(Namespace + "affiliation")
            .Where(affiliation =>
                !TeiReference.Split((string?)affiliation.Attribute("ref")).Any(target => EntityLink.FromAddress(target) is null))
            .Select(affiliation => TeiBody.Normalize(affiliation.Value) is { Length: > 0 } words
                ? words
                : (string?)affiliation.Attribute("ref") ?? "")
            .Where(words => words.Length > 0).Select(words => KeyValuePair.Create("affiliation", Value.FromString(words)));

    private static IEnumerable<KeyValuePair<string, Value>> GetDescriptions(XElement holder) =>
        holder
            .Elements()
            .Select(part => (part.Name.LocalName, Text: GetDescription(part)))
            .Where(part => part.Text is not null)
            .Select(part => KeyValuePair.Create(part.LocalName, Value.FromString(part.Text!)));

    private static string? GetDescription(XElement part) =>
        part.Name.Namespace == Namespace && Descriptions.Contains(part.Name.LocalName)
            ? TeiBody.Normalize(part.Value) is { Length: > 0 } words
                ? words
                : (string?)part.Attribute("value") ?? (string?)part.Attribute("when") ?? (string?)part.Attribute("key") : null;

    private static bool IsEntry(XElement element) =>
        element.Name.Namespace == Namespace
        && NameElements.ContainsKey(element.Name.LocalName)
        && (element.Attribute(Id) is not null || ListLinks(element).Any());
}
