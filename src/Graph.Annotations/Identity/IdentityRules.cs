namespace Graph.Annotations;

/// <summary>Which rules may join mentions. Off means that the rule joins nothing; what it knows is still kept.</summary>
public sealed record IdentityRules
{
    public static readonly IdentityRules All = new();

    public ImmutableHashSet<IdentityRule> Disabled { get; init; } = [];

    public bool IsEnabled(IdentityRule rule) => !Disabled.Contains(rule);
}
