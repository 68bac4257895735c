namespace Graph.Annotations;

/// <summary>
/// Names within names: those of one type are a sequence of their own, and those of one type within each other are as many.
/// </summary>
internal sealed class NestedTags
{
    private readonly OrderedDictionary<(string Type, int Depth), TagSequence> sequences = new();

    public IEnumerable<TaggedRun> Runs =>
        sequences.Values.SelectMany(sequence => sequence.Runs).OrderBy(run => run.First).ThenByDescending(run => run.Last);

    public void Add(int token, IEnumerable<string> tags)
    {
        var found = new Dictionary<(string Type, int Depth), string>();
        // What goes on began before what begins here, and lies around it.
        foreach (var group in tags.Where(tag => tag.Length > 2).GroupBy(tag => tag[2..], StringComparer.Ordinal))
        {
            foreach (var (depth, tag) in group.OrderBy(tag => tag[0] is 'B' or 'S' or 'U').Index())
                found[(group.Key, depth)] = tag;
        }

        foreach (var key in found.Keys)
            sequences.TryAdd(key, new TagSequence());
        foreach (var (key, sequence) in sequences)
            sequence.Add(token, found.GetValueOrDefault(key, "O"));
    }

    public void Break()
    {
        foreach (var sequence in sequences.Values)
            sequence.Break();
    }
}
