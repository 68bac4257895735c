namespace Graph.Annotations;

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
