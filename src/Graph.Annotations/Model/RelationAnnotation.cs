namespace Graph.Annotations;

/// <summary>What stands at an end of a relation or in a role of an event.</summary>
internal abstract record Argument;

internal sealed record MentionArgument(int Index) : Argument;

internal sealed record EventArgument(int Index) : Argument;

/// <summary>An entity by its id, which may be mentioned in another article.</summary>
internal sealed record EntityArgument(string Id, SourcePlace Place) : Argument;

/// <summary>A fact between two things.</summary>
/// <param name="Id">As the file calls it, or a number.</param>
internal sealed record RelationAnnotation(string Id, string Type, Argument Source, Argument Target, SourcePlace Place)
{
    /// <summary>The parts of the span that says it; empty where the annotation has none of its own.</summary>
    public ImmutableArray<TextSpan> Fragments { get; init; } = [];

    public FactStatus Status { get; init; } = FactStatus.Asserted;

    public Properties Properties { get; init; } = [];

    /// <summary>Says that both ends are the same entity; it joins them and is no edge.</summary>
    public bool IsCoreference { get; init; }

    /// <summary>The annotation layer where it is not the one that counts as relations.</summary>
    public string? Layer { get; init; }
}

/// <summary>A fact with any number of participants.</summary>
/// <param name="Trigger">The index of the mention that tells of it, or null.</param>
internal sealed record EventAnnotation(string Id, string Type, int? Trigger, ImmutableArray<Participant> Participants, SourcePlace Place)
{
    public ImmutableArray<TextSpan> Fragments { get; init; } = [];

    /// <summary>Where else the article tells of the same event.</summary>
    public ImmutableArray<TextSpan> Repeated { get; init; } = [];

    public FactStatus Status { get; init; } = FactStatus.Asserted;

    public Properties Properties { get; init; } = [];
}

/// <param name="Role">Without the number that tells repeated roles apart.</param>
internal sealed record Participant(string Role, Argument Argument)
{
    /// <summary>The span that says it; null for that of the event with the argument.</summary>
    public TextSpan? Span { get; init; }

    public Properties Properties { get; init; } = [];
}

/// <summary>How far the article itself stands behind a fact.</summary>
/// <param name="Certainty">Null for a plain assertion; else such as <c>claimed</c>, <c>speculated</c>, <c>negated</c>.</param>
/// <param name="Confidence">0 to 1, of the annotation.</param>
/// <param name="ClaimedBy">Whom the article attributes it to.</param>
internal sealed record FactStatus(string? Certainty = null, double? Confidence = null, Argument? ClaimedBy = null)
{
    public static readonly FactStatus Asserted = new();

    public const string Claimed = "claimed";

    public const string Speculated = "speculated";

    public const string Negated = "negated";
}
