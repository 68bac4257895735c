namespace Graph.Annotations;

/// <summary>What the mentions and descriptions of one entity say of it, until its name and type are chosen.</summary>
internal sealed class EntityDraft
{
    private const int ManyNames = 10;

    private readonly List<CountedSurface> surfaces = [];
    private readonly Dictionary<string, int> labelCounts = new(StringComparer.Ordinal);
    private readonly List<string> describedNames = [];

    public string Key { get; set; } = "";

    public string Name { get; private set; } = "";

    public string Type { get; private set; } = "";

    /// <summary>The type first, then the other labels that mentions carry, the frequent ones first.</summary>
    public ImmutableArray<string> Labels { get; private set; } = [];

    /// <summary>Labels beside the main one of a mention.</summary>
    public SortedSet<string> OtherLabels { get; } = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> LabelCounts => labelCounts;

    public List<KeyValuePair<string, Value>> Properties { get; } = [];

    public string? EntityLabel { get; set; }

    public string? AliasName { get; set; }

    /// <summary>Where a description of it stands, else the first article that mentions it.</summary>
    public FilePlace? Place { get; set; }

    public GraphNode? Node { get; set; }

    /// <summary>Something mentions or describes it; an id that facts only refer to is no entity.</summary>
    public bool Exists => surfaces.Count > 0 || labelCounts.Count > 0;

    /// <summary>Every form that the texts and descriptions use, each once.</summary>
    public IEnumerable<string> Aliases =>
        describedNames.Concat(surfaces.Select(surface => surface.Key.Surface)).Distinct(StringComparer.Ordinal);

    public void Add(SurfaceKey key, int count, string folded)
    {
        surfaces.Add(new CountedSurface(key, count, folded));
        labelCounts[key.Label] = labelCounts.GetValueOrDefault(key.Label) + count;
    }

    public void Describe(EntityDescription description, string label, SurfaceTable table)
    {
        Place = Place is { Line: > 1 } ? Place : FilePlace.From(description.Place);
        describedNames.AddRange(description.Names.Where(name => table.Fold(name).Length > 0));
        labelCounts.TryAdd(label, 0);
        // The same words in every article are one statement.
        foreach (var property in description.Properties)
        {
            if (!Properties.Exists(present => present.Key == property.Key && PropertyValues.AreSame(present.Value, property.Value)))
                Properties.Add(property);
        }
    }

    /// <param name="getOrder">The place of a label in the graph type, which breaks ties.</param>
    /// <param name="isChain">Whether an annotator put the mentions together, and nothing else says what they are.</param>
    /// <param name="id">How facts call it, where nothing else does.</param>
    public void Choose(Func<string, int> getOrder, bool isChain, string? id)
    {
        var ordered = labelCounts.Keys.OrderBy(label => label.Length == 0).ThenByDescending(label => labelCounts[label]).ThenBy(getOrder)
            .ThenBy(label => label, StringComparer.Ordinal).ToList();
        Type = ordered[0];
        Labels = [.. ordered.Concat(OtherLabels).Where(label => label.Length > 0).Distinct(StringComparer.Ordinal)];
        Name = AliasName ?? EntityLabel ?? describedNames.FirstOrDefault() ?? ChooseSurface(isChain) ?? id ?? "";
    }

    public ImmutableArray<EntitySurface> GetSurfaces() =>
        [.. surfaces.GroupBy(surface => surface.Key with { Form = MentionForm.Unknown })
            .Select(group =>
                new EntitySurface(group.Key.Surface, group.Key.Label, group.Key.Language, group.Sum(surface => surface.Count)))];

    /// <summary>Reasons to look at whether all of this is one thing.</summary>
    public IEnumerable<string> FindDoubts()
    {
        var names = surfaces.Select(surface => surface.Folded).Distinct(StringComparer.Ordinal).Count();
        if (names >= ManyNames)
            yield return $"{names} names";
        var types = labelCounts.Keys.Count(label => label.Length > 0);
        if (types > 1)
            yield return $"{types} types";
        if (surfaces.Count > 0
            && surfaces.TrueForAll(surface => NameForms.Find(surface.Key, surface.Folded, isChained: true) != MentionForm.Name))
            yield return "no proper name";
    }

    /// <summary>
    /// The most frequent proper name; where there is none, the longest phrase of a chain, else the most frequent; pronouns where all are.
    /// </summary>
    private string? ChooseSurface(bool isChain)
    {
        var forms = surfaces.ToLookup(surface => NameForms.Find(surface.Key, surface.Folded, isChained: true));
        var descriptions = forms[MentionForm.Description].ToList();
        return MostFrequent(forms[MentionForm.Name])
            ?? (isChain ? descriptions.Select(surface => surface.Key.Surface).MaxBy(surface => surface.Length) : MostFrequent(descriptions))
            ?? MostFrequent(surfaces);
    }

    private static string? MostFrequent(IEnumerable<CountedSurface> candidates) => candidates
        .GroupBy(surface => surface.Key.Surface, StringComparer.Ordinal)
        .MaxBy(group => group.Sum(surface => surface.Count))?.Key;

    private readonly record struct CountedSurface(SurfaceKey Key, int Count, string Folded);
}
