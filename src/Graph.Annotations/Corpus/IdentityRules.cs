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

/// <summary>Which rules may join mentions. Off means that the rule joins nothing; what it knows is still kept.</summary>
public sealed record IdentityRules
{
    public static readonly IdentityRules All = new();

    /// <summary>What <c>corpus.yaml</c> and the command line call the rules.</summary>
    public static ImmutableArray<KeyValuePair<string, IdentityRule>> Names { get; } =
    [
        new("id", IdentityRule.Id),
        new("link", IdentityRule.Link),
        new("coreference", IdentityRule.Coreference),
        new("alias", IdentityRule.Alias),
        new("name", IdentityRule.Name),
        new("lastName", IdentityRule.LastName),
    ];

    public ImmutableHashSet<IdentityRule> Disabled { get; init; } = [];

    public bool IsEnabled(IdentityRule rule) => !Disabled.Contains(rule);

    /// <summary>The rules that both have on.</summary>
    public IdentityRules And(IdentityRules other) =>
        other.Disabled.IsEmpty ? this : new IdentityRules { Disabled = Disabled.Union(other.Disabled) };
}
