using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>What <c>@ref</c> and <c>@key</c> of a name point at: an entity of an authority list, or an entry of a knowledge base.</summary>
internal static class TeiReference
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];

    /// <param name="localIds">The ids that the file itself defines; they mean nothing outside it.</param>
    public static (string? EntityId, ImmutableArray<EntityLink> Links) Read(
        XElement name, IReadOnlySet<string> localIds, string articleId, ReadingLog log)
    {
        string? entityId = null;
        var links = ImmutableArray.CreateBuilder<EntityLink>();
        foreach (var target in GetTargets(name))
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

    private static IEnumerable<string> GetTargets(XElement name) =>
        Split((string?)name.Attribute("ref")).Concat((string?)name.Attribute("key") is { Length: > 0 } key ? [key] : []);
}
