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
    private readonly List<(int Source, string Target, string Type, SourcePlace Place)> found = [];

    public void Add(int mention, IReadOnlyDictionary<string, string> attributes, SourcePlace place)
    {
        if (attributes.GetValueOrDefault("ID") is { Length: > 0 } id)
            mentions.TryAdd(id, mention);
        var types = Split(attributes.GetValueOrDefault(Types));
        foreach (var (index, target) in Split(attributes.GetValueOrDefault(Targets)).Index())
            found.Add((mention, target, types.ElementAtOrDefault(index) ?? types.LastOrDefault() ?? Same, place));
    }

    public ImmutableArray<RelationAnnotation> Read()
    {
        var result = ImmutableArray.CreateBuilder<RelationAnnotation>();
        foreach (var (source, target, type, place) in found)
        {
            if (!mentions.TryGetValue(target, out var other))
                log.Report(ReadingDiagnostics.UnknownReference(place, target, NearestName.Find(target, mentions.Keys)));
            else
                result.Add(new RelationAnnotation($"r{result.Count + 1}", type, new MentionArgument(source), new MentionArgument(other), place)
                {
                    IsCoreference = type == Same,
                });
        }

        return result.ToImmutable();
    }

    private static string[] Split(string? list) => (list ?? "").Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
}
