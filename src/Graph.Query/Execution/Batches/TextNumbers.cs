namespace Graph.Query.Execution;

/// <summary>
/// Numbers for the strings of several columns, the same exactly where the strings are: what two labels call by one name is one value. A
/// string is looked at once, when a row with it is first met; several threads may ask.
/// </summary>
internal sealed class TextNumbers(PropertySection[] sections)
{
    // By section and id in its dictionary: the number and one, 0 for a string that was not met.
    private readonly int[]?[] known = new int[]?[sections.Length];
    private readonly Dictionary<ulong, int> byHash = [];
    private readonly List<(int Section, int Id)> first = [];
    private readonly Lock gate = new();

    /// <param name="ids">Of strings in the dictionary of a section, <see cref="PropertyReader.NullCode"/> for null, which stays; the
    /// numbers take their place.</param>
    public void Number(PropertySection section, Span<long> ids)
    {
        if (section.Strings is not { } strings)
            return;

        var numbers = Volatile.Read(ref known[section.Index]) ?? Create(section.Index, strings.Dictionary.Count);
        foreach (ref var id in ids)
        {
            if (id == PropertyReader.NullCode)
                continue;
            var number = Volatile.Read(ref numbers[id]);
            id = (number > 0 ? number : Add(numbers, section.Index, (int)id)) - 1;
        }
    }

    public Value Decode(int number)
    {
        lock (gate)
            return Value.FromString(sections[first[number].Section].Strings!.Dictionary.GetString(first[number].Id));
    }

    private int[] Create(int section, int count)
    {
        lock (gate)
            return known[section] ??= new int[count];
    }

    private int Add(int[] numbers, int section, int id)
    {
        lock (gate)
        {
            var number = FindOrAdd(section, id) + 1;
            Volatile.Write(ref numbers[id], number);
            return number;
        }
    }

    private int FindOrAdd(int section, int id)
    {
        var utf8 = GetUtf8(section, id);
        var hash = StableHash.Start(0).Add(utf8).Value64;
        for (; byHash.TryGetValue(hash, out var number); hash++)
        {
            if (GetUtf8(first[number].Section, first[number].Id).SequenceEqual(utf8))
                return number;
        }

        byHash.Add(hash, first.Count);
        first.Add((section, id));
        return first.Count - 1;
    }

    private ReadOnlySpan<byte> GetUtf8(int section, int id) => sections[section].Strings!.Dictionary.GetUtf8(id);
}
