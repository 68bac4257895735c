namespace Graph.Annotations;

/// <summary>One feature structure of a CAS. Features are texts; a reference is the id of another structure.</summary>
/// <param name="Type">The full type name, <c>webanno.custom.Span</c>.</param>
internal sealed record FeatureStructure(string Id, string Type, SourcePlace Place)
{
    private static readonly ImmutableArray<string> None = [];

    /// <summary>Null for a structure that is not on the text.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>In the order of the file; a feature without a value is not there.</summary>
    public IReadOnlyList<KeyValuePair<string, ImmutableArray<string>>> Features { get; init; } = [];

    public string ShortType => Type[(Type.LastIndexOf('.') + 1)..];

    public ImmutableArray<string> GetAll(string feature) =>
        Features.FirstOrDefault(pair => pair.Key == feature) is { Key: not null } found ? found.Value : None;

    public string? Get(string feature) => GetAll(feature) is [var first, ..] ? first : null;
}

/// <summary>One view of a CAS: a text and the structures that are indexed on it. Offsets are UTF-16 units.</summary>
internal sealed class Cas(
    string name, string text, IReadOnlyList<FeatureStructure> members, IReadOnlyDictionary<string, FeatureStructure> all)
{
    public string Name => name;

    public string Text => text;

    public IReadOnlyList<FeatureStructure> Members => members;

    /// <summary>Any structure, also one that is not indexed itself, such as the link of a slot.</summary>
    public FeatureStructure? Find(string id) => all.GetValueOrDefault(id);

    /// <summary>A structure that is not indexed itself and has a span of the text.</summary>
    public FeatureStructure? FindOnText(string id) =>
        Find(id) is { Span: { } span } structure && span.Start >= 0 && span.Length >= 0 && span.End <= text.Length ? structure : null;
}
