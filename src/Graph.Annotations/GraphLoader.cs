namespace Graph.Annotations;

/// <summary>Loads files and folders of annotated articles into one graph. The only door from files to a store.</summary>
public static class GraphLoader
{
    /// <param name="paths">Files or folders; folders are read recursively, in ordinal order of their names.</param>
    /// <exception cref="IOException">A path cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled between two articles.</exception>
    public static LoadResult Load(IReadOnlyList<string> paths, LoadOptions options, CancellationToken cancellation = default)
    {
        var session = new LoadSession(options, cancellation);
        foreach (var path in paths)
            session.Read(path);
        return session.Finish();
    }
}

/// <param name="Type">The graph type to hold the data against, or null for an open graph.</param>
/// <param name="Strict">Refuse, as errors, what is otherwise kept and reported.</param>
public sealed record LoadOptions(GraphType? Type, bool Strict = false)
{
    /// <summary>The rules that join mentions to entities; all by default.</summary>
    public IdentityRules Identity { get; init; } = IdentityRules.All;

    /// <summary>A corpus file that applies to every path, in place of any <c>corpus.yaml</c> beside the files; or null.</summary>
    public string? CorpusFile { get; init; }

    /// <summary>Two threads read files on one and take in articles on the other; one does both. The result is the same.</summary>
    public int Threads { get; init; } = Math.Min(2, Environment.ProcessorCount);

    /// <summary>Told after each article; called on the loading thread.</summary>
    public IProgress<LoadProgress>? Progress { get; init; }
}

/// <param name="File">The file being read, as the user named it.</param>
public readonly record struct LoadProgress(int Articles, int Mentions, int Relations, string File);

public sealed record LoadResult(GraphStore Store, LoadSummary Summary, ImmutableArray<Diagnostic> Diagnostics)
{
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
    /// <summary>The types of what <see cref="Triggers"/> counts.</summary>
    public ImmutableSortedDictionary<string, int> TriggersByType { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>What was read or left out beside these, by name, such as <c>coreference chains</c> or <c>nested mentions</c>.</summary>
    public ImmutableSortedDictionary<string, int> Others { get; init; } = ImmutableSortedDictionary<string, int>.Empty;
}
