namespace Graph.Annotations;

/// <summary>
/// From the annotation types of a corpus to the labels and relation types of the graph; what is not listed keeps its name.
/// </summary>
internal sealed class LabelMapping
{
    public static readonly LabelMapping Identity = new();

    private static readonly string[] PersonTypes = ["Person", "PERSON", "person", "PER", "Persoon", "PersonName"];

    public ImmutableDictionary<string, string> Types { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableDictionary<string, string> Relations { get; init; } = ImmutableDictionary<string, string>.Empty;

    public string MapType(string type) => Types.GetValueOrDefault(type, type);

    public string MapRelation(string type) => Relations.GetValueOrDefault(type, type);

    public bool IsPerson(string type) => PersonTypes.Contains(MapType(type)) || PersonTypes.Contains(type);
}
