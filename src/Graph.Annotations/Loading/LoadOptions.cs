namespace Graph.Annotations;

/// <param name="Type">The graph type to hold the data against, or null for an open graph.</param>
/// <param name="Strict">Refuse, as errors, what is otherwise kept and reported.</param>
public sealed record LoadOptions(GraphType? Type, bool Strict = false)
{
    /// <summary>Keep every diagnostic; else the first few of a kind, and how many there are.</summary>
    public bool AllDiagnostics { get; init; }

    /// <summary>The rules that join mentions to entities; all by default.</summary>
    public IdentityRules Identity { get; init; } = IdentityRules.All;

    /// <summary>A corpus file that applies to every path, in place of any <c>corpus.yaml</c> beside the files; or null.</summary>
    public string? CorpusFile { get; init; }

    /// <summary>Of documents that several annotated, the only annotator to read; null for what was curated, else all of them.</summary>
    public string? Annotator { get; init; }

    /// <summary>Two threads read files on one and take in articles on the other; one does both. The result is the same.</summary>
    public int Threads { get; init; } = Math.Min(2, Environment.ProcessorCount);

    /// <summary>Told after each article; called on the loading thread.</summary>
    public IProgress<LoadProgress>? Progress { get; init; }
}

/// <param name="File">The file being read, as the user named it.</param>
public readonly record struct LoadProgress(int Articles, int Mentions, int Relations, string File);
