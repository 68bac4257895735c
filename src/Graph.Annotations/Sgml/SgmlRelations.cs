namespace Graph.Annotations;

/// <summary>
/// What HAREM says of two names: <c>COREL</c> lists the ids of others, <c>TIPOREL</c> the kind of each. <c>ident</c> is the same entity.
/// </summary>
internal sealed class SgmlRelations(ReadingLog log)
{
    public const string Targets = "COREL";
    public const string Types = "TIPOREL";
    private const string Same = "ident";

    private static readonly char[] Blanks = [' ', '\t', '\r', '\n', '|'];
    private readonly Dictionary<string, int> mentions = new(StringComparer.Ordinal);
    private readonly List<(string Source, string Target, string Type, SourcePlace Place)> links = [];
    private readonly List<(int Source, string Target, string Type, SourcePlace Place)> found = [];

    public void Add(int mention, IReadOnlyDictionary<string, string> attributes, SourcePlace place)
    {
        if (attributes.GetValueOrDefault("ID") is { Length: > 0 } id)
            mentions.TryAdd(id, mention);
        var types = Split(attributes.GetValueOrDefault(Types));
        foreach (var (index, target) in Split(attributes.GetValueOrDefault(Targets)).Index())
            found.Add((mention, target, types.ElementAtOrDefault(index) ?? types.LastOrDefault() ?? Same, place));
    }

    /// <summary>An element that is a link of SpatialML between two places; false for any other.</summary>
    public bool TryAddLink(string name, IReadOnlyDictionary<string, string> attributes, SourcePlace place)
    {
        if (name is not ("LINK" or "RLINK")
            || attributes.GetValueOrDefault("SOURCE") is not { Length: > 0 } source
                || attributes.GetValueOrDefault("TARGET") is not { Length: > 0 } target)
            return false;
        links.Add((source, target, attributes.GetValueOrDefault("LINKTYPE") ?? attributes.GetValueOrDefault("DIRECTION") ?? name, place));
        return true;
    }

    public ImmutableArray<RelationAnnotation> Read()
    {
        var result = ImmutableArray.CreateBuilder<RelationAnnotation>();
        foreach (var (source, target, type, place) in links)
        {
            if (mentions.TryGetValue(source, out var from) && mentions.TryGetValue(target, out var to))
                result.Add(new RelationAnnotation($"l{result.Count + 1}", type, new MentionArgument(from), new MentionArgument(to), place));
            else
                log.Report(ReadingDiagnostics.UnknownReference(place, mentions.ContainsKey(source) ? target : source));
        }

        foreach (var (source, target, type, place) in found)
        {
            if (!mentions.TryGetValue(target, out var other))
                log.Report(ReadingDiagnostics.UnknownReference(place, target, NearestName.Find(target, mentions.Keys)));
            else
                result.Add(
                    new RelationAnnotation($"r{result.Count + 1}", type, new MentionArgument(source), new MentionArgument(other), place)
                    {
                        IsCoreference = type == Same,
                    });
        }

        return result.ToImmutable();
    }

    private static string[] Split(string? list) => (list ?? "").Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
}
