namespace Graph.Annotations;

/// <summary>Why two mentions are one entity, in the order in which the rules are tried.</summary>
public enum IdentityRule
{
    /// <summary>The articles give both the same id.</summary>
    Id,

    /// <summary>Both are linked to the same item of a knowledge base.</summary>
    Link,

    /// <summary>An annotator put both into one chain.</summary>
    Coreference,

    /// <summary>A row of an alias file names the entity of that surface.</summary>
    Alias,

    /// <summary>Same type and same folded name.</summary>
    Name,

    /// <summary>A person's last name, in an article where only one person has it.</summary>
    LastName,
}

/// <summary>Which mentions became which entity, and by which rule.</summary>
/// <param name="Entities">In the order in which the files first mention them.</param>
/// <param name="Conflicts">Joins that a rule asked for and that were not made, as both sides are known to be different.</param>
public sealed record IdentityReport(ImmutableArray<EntityIdentity> Entities, ImmutableArray<IdentityConflict> Conflicts)
{
    private readonly Lazy<Dictionary<string, EntityIdentity>> byKey =
        new(() => Entities.ToDictionary(entity => entity.Key, StringComparer.Ordinal));

    /// <summary>The entity with a key, or null.</summary>
    public EntityIdentity? Find(string key) => byKey.Value.GetValueOrDefault(key);
}

/// <param name="Key">The canonical id.</param>
/// <param name="OriginalIds">Every id and link that the files give, such as <c>csto</c> and <c>wikidata:Q318693</c>, in order of
/// appearance.</param>
public sealed record EntityIdentity(
    string Key,
    string Name,
    string Type,
    ImmutableArray<string> OriginalIds,
    ImmutableArray<EntitySurface> Surfaces,
    ImmutableArray<IdentityJoin> Joins);

/// <summary>A form that the texts use, with the annotation label it came with.</summary>
/// <param name="Language">Of the articles, or null where they do not say.</param>
public sealed record EntitySurface(string Text, string Type, string? Language, int Mentions);

/// <summary>One join. <paramref name="Because"/> is the shared id, link, chain, alias row or name.</summary>
public sealed record IdentityJoin(IdentityRule Rule, string Left, string Right, string Because);

public sealed record IdentityConflict(IdentityRule Rule, string Left, string Right, string Because);
