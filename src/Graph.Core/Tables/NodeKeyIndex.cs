using System.Globalization;
using System.Text;

namespace Graph.Core;

/// <summary>
/// Finds nodes by their keys, as one table refers to the nodes of others. Keys are compared as text, so that an integer column and a
/// string column can name the same node.
/// </summary>
public sealed class NodeKeyIndex
{
    public const int NotFound = -1;

    // A table of all integers up to the largest is small where they are dense.
    private const int LargestSpread = 4;

    private readonly Dictionary<long, int> integers = [];
    private readonly Utf8Interner strings = new();
    private readonly List<int> handles = [];
    private int[] dense = [];

    /// <summary>Adds nodes whose handles follow one another. Returns the rows whose key is missing, or is taken already.</summary>
    public IReadOnlyList<int> Add(PropertyColumn keys, int firstHandle)
    {
        var refused = new List<int>();
        for (var row = 0; row < keys.Count; row++)
        {
            if (!TryAdd(keys.GetValue(row), firstHandle + row))
                refused.Add(row);
        }

        dense = CreateDense();
        return refused;
    }

    /// <summary>The handle that each row of a column refers to, or <see cref="NotFound"/>.</summary>
    public int[] Find(PropertyColumn references) => references switch
    {
        IntegerColumn integerReferences => FindIntegers(integerReferences),
        StringColumn stringReferences => FindStrings(stringReferences),
        _ => FindValues(references),
    };

    private bool TryAdd(Value key, int handle)
    {
        if (key.IsInteger)
            return integers.TryAdd(key.AsInteger(), handle);
        if (key.Kind != ValueKind.String)
            return false;
        if (TryParse(key.AsString(), out var integer))
            return integers.TryAdd(integer, handle);
        if (strings.Intern(Encoding.UTF8.GetBytes(key.AsString())) != handles.Count)
            return false;
        handles.Add(handle);
        return true;
    }

    private int[] CreateDense()
    {
        if (integers.Count == 0)
            return [];
        var (minimum, maximum) = (integers.Keys.Min(), integers.Keys.Max());
        if (minimum < 0 || maximum / LargestSpread > integers.Count || maximum >= Array.MaxLength)
            return [];
        var table = new int[maximum + 1];
        Array.Fill(table, NotFound);
        foreach (var (key, handle) in integers)
            table[key] = handle;
        return table;
    }

    private int[] FindIntegers(IntegerColumn references)
    {
        var found = new int[references.Count];
        var batch = new long[4096];
        for (var start = 0; start < found.Length; start += batch.Length)
        {
            var values = batch.AsSpan(0, Math.Min(batch.Length, found.Length - start));
            references.Values.CopyTo(start, values);
            for (var i = 0; i < values.Length; i++)
                found[start + i] = references.HasValue(start + i) ? Find(values[i]) : NotFound;
        }

        return found;
    }

    private int[] FindStrings(StringColumn references)
    {
        var dictionary = references.Dictionary;
        var byId = new int[dictionary.Count];
        for (var id = 0; id < byId.Length; id++)
            byId[id] = Find(dictionary.GetString(id));
        var found = new int[references.Count];
        for (var row = 0; row < found.Length; row++)
            found[row] = references.HasValue(row) ? byId[references.GetId(row)] : NotFound;
        return found;
    }

    private int[] FindValues(PropertyColumn references)
    {
        var found = new int[references.Count];
        for (var row = 0; row < found.Length; row++)
        {
            found[row] = references.GetValue(row) switch
            {
                { IsInteger: true } integer => Find(integer.AsInteger()),
                { Kind: ValueKind.String } text => Find(text.AsString()),
                _ => NotFound,
            };
        }

        return found;
    }

    private int Find(long key)
    {
        if (dense.Length > 0)
            return (ulong)key < (ulong)dense.Length ? dense[key] : NotFound;
        return integers.GetValueOrDefault(key, NotFound);
    }

    private int Find(string key)
    {
        if (TryParse(key, out var integer))
            return Find(integer);
        var id = strings.Find(Encoding.UTF8.GetBytes(key));
        return id < 0 ? NotFound : handles[id];
    }

    // Only the plain form, so that '007' and '7' are different keys.
    private static bool TryParse(string key, out long integer) =>
        long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out integer) && integer.ToString(CultureInfo.InvariantCulture) == key;
}
