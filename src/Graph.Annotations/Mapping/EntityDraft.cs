namespace Graph.Annotations;

/// <summary>What the mentions and descriptions of one entity say of it, until its name and type are chosen.</summary>
internal sealed class EntityDraft
{
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
    public void Choose(Func<string, int> getOrder)
    {
        var ordered = labelCounts.Keys.OrderByDescending(label => labelCounts[label]).ThenBy(getOrder)
            .ThenBy(label => label, StringComparer.Ordinal).ToList();
        Type = ordered[0];
        Labels = [.. ordered.Concat(OtherLabels).Where(label => label.Length > 0).Distinct(StringComparer.Ordinal)];
        Name = AliasName ?? EntityLabel ?? describedNames.FirstOrDefault() ?? ChooseSurface();
    }

    public ImmutableArray<EntitySurface> GetSurfaces() =>
        [.. surfaces.Select(surface => new EntitySurface(surface.Key.Surface, surface.Key.Label, surface.Key.Language, surface.Count))];

    /// <summary>
    /// The most frequent proper name; where there is none, the most frequent phrase that is no pronoun; else the most frequent word.
    /// </summary>
    private string ChooseSurface()
    {
        return MostFrequent(surfaces.Where(surface => Pronouns.IsNameLike(surface.Key.Surface, surface.Folded)))
            ?? MostFrequent(surfaces.Where(surface => !Pronouns.Contains(surface.Folded)))
            ?? MostFrequent(surfaces)
            ?? "";
    }

    private static string? MostFrequent(IEnumerable<CountedSurface> candidates) => candidates
        .GroupBy(surface => surface.Key.Surface, StringComparer.Ordinal)
        .MaxBy(group => group.Sum(surface => surface.Count))?.Key;

    private readonly record struct CountedSurface(SurfaceKey Key, int Count, string Folded);
}
