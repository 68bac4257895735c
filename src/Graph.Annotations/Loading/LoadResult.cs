namespace Graph.Annotations;

public sealed record LoadResult(GraphStore Store, LoadSummary Summary, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Each kind of diagnostic with how often it was reported; the first few of each are among the diagnostics.</summary>
    public ImmutableArray<DiagnosticTotal> DiagnosticTotals { get; init; } = [];

    /// <summary>Which mentions became which entity, and why.</summary>
    public IdentityReport Identities { get; init; } = new([], []);

    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}

/// <summary>What was read, counted by annotation types as they stand in the files.</summary>
/// <param name="Triggers">brat T lines that are triggers of events; not counted as mentions.</param>
/// <param name="SurfaceMismatches">Mentions whose recorded surface differs from the text at their span.</param>
/// <param name="SkippedFiles">Files of no known format, as the user named them, ordinal.</param>
public sealed record LoadSummary(
    int Articles,
    int Mentions,
    int Triggers,
    int Entities,
    int Relations,
    int Events,
    ImmutableSortedDictionary<string, int> MentionsByType,
    ImmutableSortedDictionary<string, int> RelationsByType,
    ImmutableSortedDictionary<string, int> EventsByType,
    int Malformed,
    int SurfaceMismatches,
    ImmutableArray<string> SkippedFiles)
{
    /// <summary>The skipped files with what the nearest format lacked in each.</summary>
    public ImmutableArray<SkippedFile> Skipped { get; init; } = [];

    /// <summary>How many files each format has read.</summary>
    public ImmutableSortedDictionary<string, int> FilesByFormat { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>The types of what <see cref="Triggers"/> counts.</summary>
    public ImmutableSortedDictionary<string, int> TriggersByType { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>The names in <see cref="Others"/> of what the files have and the graph has not.</summary>
    public ImmutableArray<string> Losses { get; init; } = [];

    /// <summary>What was read or left out beside these, by name, such as <c>coreference chains</c> or <c>nested mentions</c>.</summary>
    public ImmutableSortedDictionary<string, int> Others { get; init; } = ImmutableSortedDictionary<string, int>.Empty;
}
