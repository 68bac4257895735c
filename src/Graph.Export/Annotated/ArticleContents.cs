namespace Graph.Export;

/// <summary>A place in an article that names an entity.</summary>
/// <param name="Edge">The <c>MENTIONS</c> edge.</param>
/// <param name="Fragments">The parts of the span in text order.</param>
internal sealed record ArticleMention(int Edge, int Node, ImmutableArray<TextSpan> Fragments)
{
    /// <summary>From the first to the last part.</summary>
    public TextSpan Span { get; } = TextSpan.FromBounds(Fragments[0].Start, Fragments[^1].End);
}

/// <summary>What one article says, in the order of its text.</summary>
/// <param name="Events">The nodes of the events that it tells of, with where it does.</param>
/// <param name="Facts">The edges that it says, mentions apart.</param>
internal sealed record ArticleContents(
    int Article,
    string Key,
    string Text,
    ImmutableArray<ArticleMention> Mentions,
    ImmutableArray<(int Node, TextSpan Span)> Events,
    ImmutableArray<int> Facts);
