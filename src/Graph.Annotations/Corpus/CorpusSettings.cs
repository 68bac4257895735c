namespace Graph.Annotations;

/// <summary>
/// How a corpus is to be read: what <c>corpus.yaml</c> says of the files of its folder and below. Everything may be left out.
/// </summary>
internal sealed record CorpusSettings
{
    public static readonly CorpusSettings Default = new();

    /// <summary>The name of the only format to look for; null for detection.</summary>
    public string? Format { get; init; }

    /// <summary>What articles are that do not say it themselves.</summary>
    public ArticleMetadata Metadata { get; init; } = new();

    public LabelMapping Mapping { get; init; } = LabelMapping.Identity;

    /// <summary>What the settings name of the annotations, to be held against them.</summary>
    public ImmutableArray<NamedSetting> Names { get; init; } = [];

    /// <summary>Relation types that join both ends.</summary>
    public ImmutableHashSet<string> Coreference { get; init; } = [];

    /// <summary>Mentions below this confidence are left out and counted; those without one count as certain.</summary>
    public double MentionThreshold { get; init; }

    public double RelationThreshold { get; init; }

    /// <summary>The layers to load beside the main one; null for all.</summary>
    public ImmutableHashSet<string>? Layers { get; init; }

    public IdentityRules Identity { get; init; } = IdentityRules.All;

    public TokenColumns? Columns { get; init; }

    /// <summary>Where the texts of standoff annotations are, from the folder of the settings.</summary>
    public string? Texts { get; init; }

    /// <summary>The folder of the settings.</summary>
    public string? TextsFolder { get; init; }

    /// <summary>The only annotator to read, of documents that several annotated.</summary>
    public string? Annotator { get; init; }

    /// <summary>Read by the format that it is for.</summary>
    public YamlSection? Json { get; init; }

    /// <summary>Which files of this folder are tables.</summary>
    public YamlSection? Tables { get; init; }
}

/// <summary>
/// Which columns of a file with one token a line are what: numbers counted from 0, from the end where negative, or names of its first line.
/// </summary>
/// <param name="Tags">The first is the main one, the others are layers of their names.</param>
internal sealed record TokenColumns(string? Token, ImmutableArray<string> Tags);

/// <summary>A type or layer that a section of the settings names.</summary>
internal sealed record NamedSetting(string Section, string Name, SourcePlace Place);
