namespace Graph.Annotations;

internal enum MentionKind
{
    /// <summary>Names an entity.</summary>
    Entity,

    /// <summary>The words that tell of an event; evidence of the event, no entity of its own.</summary>
    Trigger,

    /// <summary>Read and counted, but not loaded, as the settings of the corpus say.</summary>
    LeftOut,
}

/// <summary>What the words of a mention are.</summary>
internal enum MentionForm
{
    /// <summary>The format does not say.</summary>
    Unknown,

    Name,

    /// <summary>A phrase about something that has a name or none, such as <c>the president</c>.</summary>
    Description,

    Pronoun,
}

internal static class MentionForms
{
    /// <summary>The form by the codes of LitBank and BookNLP.</summary>
    public static MentionForm Read(string? code) => code switch
    {
        "PROP" => MentionForm.Name,
        "NOM" => MentionForm.Description,
        "PRON" => MentionForm.Pronoun,
        _ => MentionForm.Unknown,
    };
}

/// <summary>A span of an article that names something.</summary>
/// <param name="Id">As the file calls it; unique among the mentions of the article.</param>
/// <param name="Types">Annotation types as they stand in the file, the one that counts first; may be empty strings.</param>
/// <param name="Fragments">The parts of the span in text order; more than one for a discontinuous mention.</param>
internal sealed record Mention(string Id, ImmutableArray<string> Types, ImmutableArray<TextSpan> Fragments, SourcePlace Place)
{
    public MentionKind Kind { get; init; }

    public MentionForm Form { get; init; }

    /// <summary>The index of the mention of another layer over the same words, of which this one only says more.</summary>
    public int? SameAs { get; init; }

    /// <summary>The annotation layer where it is not the one that counts as mentions, such as <c>nested</c>.</summary>
    public string? Layer { get; init; }

    /// <summary>The id of the entity, where the article gives one; the same in all articles.</summary>
    public string? EntityId { get; init; }

    /// <summary>What the file calls the entity itself, whatever the text calls it here.</summary>
    public string? EntityLabel { get; init; }

    public ImmutableArray<EntityLink> Links { get; init; } = [];

    /// <summary>The surface recorded with the mention, where it differs from the text.</summary>
    public string? RecordedSurface { get; init; }

    /// <summary>0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary><c>literal</c> or <c>metonymic</c>, where the format tells them apart.</summary>
    public string? Sense { get; init; }

    public Properties Properties { get; init; } = [];

    /// <summary>From the first to the last fragment.</summary>
    public TextSpan Span => TextSpan.FromBounds(Fragments[0].Start, Fragments[^1].End);

    public string Type => Types[0];
}

/// <summary>A link to a knowledge base, such as <c>wikidata</c> with <c>Q159</c>.</summary>
/// <param name="Authority">Lower case.</param>
internal sealed record EntityLink(string Authority, string Id, double? Confidence = null)
{
    public const string Wikidata = "wikidata";
    public const string Wikipedia = "wikipedia";

    /// <summary>Titles of Wikipedia without the percent codes that some exports write.</summary>
    public string Id { get; init; } = Authority == Wikipedia ? Uri.UnescapeDataString(Id) : Id;

    public string Key => $"{Authority}:{Id}";

    /// <summary>How annotators write that they looked and found nothing.</summary>
    public static bool IsNothing(string id)
    {
        var word = id[(id.AsSpan().LastIndexOfAny('/', ':') + 1)..].Trim(' ', '-');
        return word is "" or "_" or "Q0" or "?"
            || word.ToUpperInvariant() is "NULL" or "NIL" or "NME" or "NONE" or "NA" or "NAN" or "UNKNOWN"
            || id.Trim() is "N/A" or "n/a" or "-1";
    }

    /// <summary>A link out of a field that holds an address or an item of Wikidata; null for anything else.</summary>
    public static EntityLink? FromField(string field) =>
        field.Length > 1 && field[0] == 'Q' && field[1] is >= '1' and <= '9' && field.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0
            ? new EntityLink(Wikidata, field)
            : field.StartsWith("http", StringComparison.Ordinal) ? FromAddress(field) : null;

    /// <summary>
    /// A link out of an address, <c>https://www.wikidata.org/wiki/Q159</c>, or out of an id with the short name of its knowledge base,
    /// <c>gnd:118540238</c>; null for anything else.
    /// </summary>
    public static EntityLink? FromAddress(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return null;
        if (uri.Scheme is not ("http" or "https"))
            return KnowledgeBases.FromShortId(uri);
        if (KnowledgeBases.FromAddress(uri) is { } known)
            return known;

        var host = uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
        var id = uri.AbsolutePath.Trim('/').Split('/')[^1];
        return host == "wikidata.org" ? new EntityLink(Wikidata, id) : new EntityLink(host, uri.PathAndQuery.Trim('/'));
    }
}

/// <summary>Mentions that an annotator says are about the same thing.</summary>
/// <param name="IsTransitive">Chains that share a mention are one chain by the format's own definition.</param>
internal sealed record CoreferenceChain(string Id, ImmutableArray<int> Mentions, SourcePlace Place, bool IsTransitive = false)
{
    /// <summary>At the place of its first mention; of those that are named twice one counts.</summary>
    /// <param name="members">One at least.</param>
    public static CoreferenceChain Create(string id, IEnumerable<int> members, IReadOnlyList<Mention> mentions)
    {
        ImmutableArray<int> distinct = [.. members.Distinct()];
        return new CoreferenceChain(id, distinct, mentions[distinct[0]].Place);
    }
}

/// <summary>An entity as an authority list or an article's header describes it.</summary>
internal sealed record EntityDescription(string Id, string Type, ImmutableArray<string> Names, SourcePlace Place)
{
    public ImmutableArray<EntityLink> Links { get; init; } = [];

    public Properties Properties { get; init; } = [];
}
