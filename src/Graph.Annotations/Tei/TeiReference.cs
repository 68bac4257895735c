using System.Xml.Linq;
using static Graph.Annotations.TeiFormat;

namespace Graph.Annotations;

/// <summary>What <c>@ref</c> and <c>@key</c> of a name point at: an entity of an authority list, or an entry of a knowledge base.</summary>
internal static class TeiReference
{
    private static readonly string[] Others = ["corresp", "sameAs", "nymRef"];

    // What translations and editions correspond to is words, and not who they are about.
    private static readonly HashSet<string> Words =
    [
        "p", "ab", "s", "seg", "w", "pc", "div", "l", "lg", "u", "head", "note", "pb", "lb", "cb", "milestone", "anchor", "span", "zone",
        "line",
    ];

    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];

    /// <param name="localIds">The ids that the file itself defines; they mean nothing outside it.</param>
    /// <param name="words">The ids of parts of the text.</param>
    public static (string? EntityId, ImmutableArray<EntityLink> Links) Read(
        XElement name, IReadOnlySet<string> localIds, IReadOnlySet<string> words, string articleId, ReadingLog log)
    {
        string? entityId = null;
        var links = ImmutableArray.CreateBuilder<EntityLink>();
        foreach (var target in GetTargets(name, words))
        {
            if (EntityLink.FromAddress(target) is { } link)
                links.Add(link);
            else if (entityId is null)
                entityId = GetEntityId(target, localIds, articleId);
            else if (entityId != GetEntityId(target, localIds, articleId))
                log.CountLoss("names that refer to several entities, of which the first counts");
        }

        return (entityId, links.ToImmutable());
    }

    /// <summary>
    /// <c>#p1</c>, <c>persons.xml#p1</c> and <c>p1</c> are all the entity <c>p1</c>, told apart by article where the article defines it.
    /// </summary>
    public static string GetEntityId(string target, IReadOnlySet<string> localIds, string? articleId)
    {
        var id = target[(target.IndexOf('#') + 1)..];
        return articleId is not null && localIds.Contains(id) ? $"{articleId}#{id}" : id;
    }

    public static IEnumerable<string> Split(string? targets) => (targets ?? "").Split(Blanks, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The ids of parts of the text, where names may correspond to such in another language.</summary>
    public static HashSet<string> ListWords(XElement root, IReadOnlyList<TeiName> names) =>
        !names.Any(name => Others.Any(other => name.Element.Attribute(other) is not null))
            ? []
            : root.Elements(Namespace + "text").Descendants()
                .Where(element => Words.Contains(element.Name.LocalName))
                .Select(element => (string?)element.Attribute(TeiAuthorities.Id))
                .OfType<string>()
                .ToHashSet(StringComparer.Ordinal);

    /// <summary>The ids of names that other names say they stand for, <c>corresp="#p1"</c>: these are entities of the text.</summary>
    public static HashSet<string> ListNamesReferredTo(IReadOnlyList<TeiName> names, IReadOnlySet<string> words)
    {
        var ids = names.Select(name => (string?)name.Element.Attribute(TeiAuthorities.Id))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        if (ids.Count > 0)
            ids.IntersectWith(names
                .SelectMany(name => GetTargets(name.Element, words))
                .Select(target => target[(target.IndexOf('#') + 1)..]));
        return ids;
    }

    /// <summary>What a name refers to; where it has no reference, what it corresponds to, if that is no part of the text.</summary>
    private static IEnumerable<string> GetTargets(XElement name, IReadOnlySet<string> words)
    {
        var own = Split((string?)name.Attribute("ref")).Concat((string?)name.Attribute("key") is { Length: > 0 } key ? [key] : []).ToList();
        return own.Count > 0
            ? own
            : Others.SelectMany(other => Split((string?)name.Attribute(other))).Where(target => !words.Contains(target.TrimStart('#')));
    }
}
