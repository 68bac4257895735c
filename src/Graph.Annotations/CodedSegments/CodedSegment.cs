namespace Graph.Annotations;

/// <summary>A part of a document with its codes.</summary>
/// <param name="Key">What rows of one segment have in common, where several have one id; else null.</param>
/// <param name="Paths">The codes that stand below others, with these.</param>
/// <param name="Start">Code points, or the number of a paragraph, as the words show.</param>
/// <param name="Line">Counted from 0, where each line of the document is a text.</param>
internal sealed record CodedSegment(
    string Document, string? Key, ImmutableArray<string> Codes, ImmutableArray<string> Paths, string? Words, long? Start, long? End,
        long? Line, SourcePlace Place)
{
    public Properties Properties { get; init; } = [];

    public ImmutableArray<EntityLink> Links { get; init; } = [];

    /// <summary>The same with the codes of a further row.</summary>
    public CodedSegment With(CodedSegment other) => this with
    {
        Codes = [.. Codes.Union(other.Codes, StringComparer.Ordinal)],
        Paths = [.. Paths.Union(other.Paths, StringComparer.Ordinal)],
    };
}
