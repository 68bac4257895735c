namespace Graph.Annotations;

/// <summary>Keys of one kind of node: the second of a name is called <c>name#2</c>, the third <c>name#3</c>.</summary>
internal sealed class UniqueKeys
{
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    // Thousands of records may have one id, so the numbers that are gone are not tried again.
    private readonly Dictionary<string, int> lastNumbers = new(StringComparer.Ordinal);

    /// <summary>Takes a key; false where it is gone.</summary>
    public bool TryTake(string key) => used.Add(key);

    /// <summary>Takes a key, with a number where it is gone.</summary>
    public string Take(string wanted)
    {
        if (used.Add(wanted))
            return wanted;

        var number = lastNumbers.GetValueOrDefault(wanted, 1);
        string key;
        do
            key = $"{wanted}#{++number}";
        while (!used.Add(key));
        lastNumbers[wanted] = number;
        return key;
    }
}
