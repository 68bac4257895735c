namespace Graph.Annotations;

/// <summary>A surface with the label and language that it was mentioned with, as one member of the pool.</summary>
/// <param name="Form">As the format says.</param>
internal readonly record struct SurfaceKey(
    int Member, string Label, string Surface, string? Language, MentionForm Form = MentionForm.Unknown);

/// <summary>How often each member was mentioned by which surface; in the order of first mentions.</summary>
internal sealed class SurfaceTable
{
    private readonly Dictionary<SurfaceKey, int> indexes = [];
    private readonly List<SurfaceKey> keys = [];
    private readonly List<int> counts = [];
    private readonly Dictionary<string, string> folded = new(StringComparer.Ordinal);

    public IReadOnlyList<SurfaceKey> Keys => keys;

    public int GetCount(int index) => counts[index];

    public void Add(SurfaceKey key)
    {
        if (indexes.TryGetValue(key, out var index))
        {
            counts[index]++;
            return;
        }

        indexes.Add(key, keys.Count);
        keys.Add(key);
        counts.Add(1);
    }

    /// <summary>The folded form of a surface, computed once per surface.</summary>
    public string Fold(string surface)
    {
        if (!folded.TryGetValue(surface, out var result))
            folded.Add(surface, result = NameFolding.Fold(surface));
        return result;
    }
}
