using System.Globalization;

namespace Graph.Annotations;

/// <summary>
/// Gathers the structures, texts and views of a CAS; structures whose offsets do not fit their text are reported and left out.
/// </summary>
internal sealed class CasBuilder(SourcePlace start, ReadingLog log)
{
    private readonly Dictionary<string, FeatureStructure> structures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, string? Text)> sofas = new(StringComparer.Ordinal);
    private readonly List<(string Sofa, IEnumerable<string> Members)> views = [];

    /// <summary>Adds a structure from its features as they stand in the file, <c>begin</c> and <c>end</c> among them.</summary>
    public void Add(string id, string type, IReadOnlyList<KeyValuePair<string, ImmutableArray<string>>> features, SourcePlace place)
    {
        var structure = new FeatureStructure(id, type, place) { Features = features };
        if (!structures.TryAdd(id, WithSpan(structure)))
            log.ReportMalformed(ReadingDiagnostics.DuplicateId(place, id));
    }

    public void AddSofa(string id, string name, string? text) => sofas[id] = (name, text);

    public void AddView(string sofa, IEnumerable<string> members) => views.Add((sofa, members));

    /// <summary>The views that have a text; counts the structures that none of them has and none refers to.</summary>
    public IEnumerable<Cas> Build()
    {
        CountLoose();
        foreach (var (sofa, members) in views)
        {
            if (sofas.TryGetValue(sofa, out var found) && found.Text is { } text)
                yield return new Cas(
                    found.Name, text, [.. members.Select(Find).OfType<FeatureStructure>().Where(member => Fits(member, text))], structures);
            else if (sofas.ContainsKey(sofa))
                log.CountLoss("views without a text");
            else
                log.ReportMalformed(ReadingDiagnostics.UnknownReference(start, sofa));
        }
    }

    /// <summary>What no view lists is often a link or an array that another structure holds.</summary>
    private void CountLoose()
    {
        var listed = views.SelectMany(view => view.Members).ToHashSet(StringComparer.Ordinal);
        var loose = structures.Values.Where(structure => !listed.Contains(structure.Id) && !IsOwn(structure)).ToList();
        if (loose.Count == 0)
            return;

        var held = structures.Values
            .SelectMany(structure => structure.Features)
            .SelectMany(feature => feature.Value)
            .SelectMany(value => value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (type, count) in loose.Where(structure => !held.Contains(structure.Id)).CountBy(structure => structure.ShortType))
            log.CountLoss($"'{type}' in no view", count);
    }

    /// <summary>Arrays and the like, which say nothing by themselves.</summary>
    private static bool IsOwn(FeatureStructure structure) => structure.Type.StartsWith("uima.", StringComparison.Ordinal);

    private FeatureStructure? Find(string id)
    {
        if (structures.TryGetValue(id, out var structure))
            return structure;

        if (!sofas.ContainsKey(id))
            log.ReportMalformed(ReadingDiagnostics.UnknownReference(start, id));
        return null;
    }

    private bool Fits(FeatureStructure structure, string text)
    {
        if (structure.Span is not { } span || (span.Start >= 0 && span.Length >= 0 && span.End <= text.Length))
            return true;

        log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(structure.Place, span.Start, span.End, text.Length));
        return false;
    }

    private FeatureStructure WithSpan(FeatureStructure structure)
    {
        if (int.TryParse(structure.Get("begin"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var begin)
            && int.TryParse(structure.Get("end"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var end))
            return structure with { Span = TextSpan.FromBounds(begin, end) };
        if (structure.Get("begin") is not null || structure.Get("end") is not null)
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                structure.Place, $"annotation of '{structure.Type}'", "it needs 'begin' and 'end', both whole numbers"));
        return structure;
    }
}
