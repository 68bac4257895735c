namespace Graph.Terminal;

/// <summary>
/// What was entered before, oldest first, and the walk through it; an entry that was changed in passing keeps its change until Enter.
/// </summary>
public sealed class History(IEnumerable<string> entries)
{
    private readonly List<string> entries = [.. entries];
    private readonly Dictionary<int, string> drafts = [];
    private int position = -1;

    public IReadOnlyList<string> Entries => entries;

    /// <summary>Adds an entry; false for a blank one and for the same as the last.</summary>
    public bool Add(string entry)
    {
        Rewind();
        if (string.IsNullOrWhiteSpace(entry) || (entries.Count > 0 && entries[^1] == entry))
            return false;

        entries.Add(entry);
        return true;
    }

    /// <summary>Back to the line that is being written.</summary>
    public void Rewind()
    {
        drafts.Clear();
        position = -1;
    }

    /// <summary>The entry before, or null at the oldest.</summary>
    public string? Previous(string current) => Go(Position - 1, current);

    /// <summary>The entry after, or null on the line that is being written.</summary>
    public string? Next(string current) => Go(Position + 1, current);

    /// <summary>The newest entry up to <paramref name="from"/> that contains the text, or -1.</summary>
    public int Search(string text, int from)
    {
        for (var index = Math.Min(from, entries.Count - 1); index >= 0; index--)
        {
            if (entries[index].Contains(text, StringComparison.OrdinalIgnoreCase))
                return index;
        }

        return -1;
    }

    private int Position => position < 0 ? entries.Count : position;

    private string? Go(int target, string current)
    {
        if (target < 0 || target > entries.Count)
            return null;

        drafts[Position] = current;
        position = target;
        return drafts.TryGetValue(target, out var draft) ? draft : target < entries.Count ? entries[target] : "";
    }
}
