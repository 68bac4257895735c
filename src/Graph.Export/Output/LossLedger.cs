using System.Globalization;

namespace Graph.Export;

/// <summary>What a format cannot hold, counted by kind in the order it was met first.</summary>
public sealed class LossLedger
{
    private readonly Dictionary<string, Entry> counts = new(StringComparer.Ordinal);
    private readonly List<string> order = [];

    /// <summary>One more of a kind: <c>list, written as text</c>.</summary>
    public void Count(string one, string many, long count = 1)
    {
        if (count == 0)
            return;
        if (!counts.TryGetValue(many, out var entry))
            order.Add(many);
        counts[many] = new Entry(one, (entry?.Count ?? 0) + count);
    }

    /// <summary>Something that is said once.</summary>
    public void Note(string text)
    {
        if (counts.TryAdd(text, new Entry(text, 0)))
            order.Add(text);
    }

    /// <summary><c>48 lists, written as texts</c>, a line for each kind.</summary>
    public IEnumerable<string> Describe() => order.Select(many => counts[many] switch
    {
        { Count: 0 } note => note.One,
        { Count: 1 } single => $"1 {single.One}",
        var entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Count:N0} {many}"),
    });

    private sealed record Entry(string One, long Count);
}
