namespace Graph.Annotations;

/// <summary>What a reader gives, one after the other: an article, or entities that a file describes without an article.</summary>
internal abstract record AnnotationRecord;

/// <summary>Entities of an authority list: known by their id, with names and properties, mentioned nowhere in the file itself.</summary>
internal sealed record AuthorityList(ImmutableArray<EntityDescription> Entities) : AnnotationRecord
{
    /// <summary>What the list says of two of them, between ids; no article says it.</summary>
    public ImmutableArray<RelationAnnotation> Relations { get; init; } = [];
}

/// <summary>
/// One article as its annotators left it, whatever the format. All spans are UTF-16 units of <see cref="Text"/>, end exclusive;
/// mentions and events are referred to by their index here.
/// </summary>
internal sealed record AnnotatedArticle(ArticleMetadata Metadata, string Text) : AnnotationRecord
{
    public ImmutableArray<Mention> Mentions { get; init; } = [];

    public ImmutableArray<RelationAnnotation> Relations { get; init; } = [];

    public ImmutableArray<EventAnnotation> Events { get; init; } = [];

    public ImmutableArray<CoreferenceChain> Chains { get; init; } = [];

    /// <summary>What the article says of entities beside mentioning them; the authority list of a header.</summary>
    public ImmutableArray<EntityDescription> Entities { get; init; } = [];

    /// <summary>The sentences of the format; default where it has none and the splitter decides.</summary>
    public ImmutableArray<TextSpan> Sentences { get; init; }

    public ImmutableArray<ArticleNote> Notes { get; init; } = [];

    /// <summary>The file that the article was read from.</summary>
    public required AnnotationFile File { get; init; }

    /// <summary>Where it begins in its file; null where that is the file's begin.</summary>
    public FilePlace? Place { get; init; }
}

/// <summary>Null where the format does not say.</summary>
internal sealed record ArticleMetadata(
    string? Id = null,
    string? Title = null,
    PartialDate? Published = null,
    string? Source = null,
    string? Language = null,
    string? Url = null)
{
    /// <summary>The values of this one, and those of the other where this one has none.</summary>
    public ArticleMetadata Or(ArticleMetadata other) => new(
        Id ?? other.Id, Title ?? other.Title, Published ?? other.Published, Source ?? other.Source, Language ?? other.Language, Url
            ?? other.Url);
}

/// <summary>A remark of an annotator or editor; never part of the article's own text.</summary>
/// <param name="Target">The id of the annotation it is about, or null for the article.</param>
internal sealed record ArticleNote(string Text, string? Target, TextSpan? Span = null);
