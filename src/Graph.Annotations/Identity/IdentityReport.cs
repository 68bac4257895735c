namespace Graph.Annotations;

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
    ImmutableArray<IdentityJoin> Joins)
{
    public int Mentions => Surfaces.Sum(surface => surface.Mentions);

    /// <summary>Reasons to look at whether all of this is one thing, such as <c>3 types</c>; empty for none.</summary>
    public ImmutableArray<string> Doubts { get; init; } = [];
}

/// <summary>A form that the texts use, with the annotation label it came with.</summary>
/// <param name="Language">Of the articles, or null where they do not say.</param>
public sealed record EntitySurface(string Text, string Type, string? Language, int Mentions);

/// <summary>One join. <paramref name="Because"/> is the shared id, link, chain, alias row or name.</summary>
public sealed record IdentityJoin(IdentityRule Rule, string Left, string Right, string Because);

public sealed record IdentityConflict(IdentityRule Rule, string Left, string Right, string Because);
