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

    // An array by key is small where the keys fill a good part of it.
    private const int LargestSpread = 4;
    private const int RowsPerTask = 1 << 12;

    private readonly Dictionary<long, int> sparse = [];
    private readonly Utf8Interner strings = new();
    private readonly List<int> handles = [];
    private int[] dense = [];

    /// <summary>Adds nodes whose handles follow one another. Returns the rows whose key is missing, or is taken already.</summary>
    public IReadOnlyList<int> Add(PropertyColumn keys, int firstHandle)
    {
        if (keys is IntegerColumn integers)
            return AddIntegers(integers, firstHandle);
        var refused = new List<int>();
        for (var row = 0; row < keys.Count; row++)
        {
            if (!TryAdd(keys.GetValue(row), firstHandle + row))
                refused.Add(row);
        }

        return refused;
    }

    /// <summary>The handle that each row of a column refers to, or <see cref="NotFound"/>.</summary>
    public int[] Find(PropertyColumn references) => references switch
    {
        IntegerColumn integerReferences => FindIntegers(integerReferences),
        StringColumn stringReferences => FindStrings(stringReferences),
        _ => FindValues(references),
    };

    private List<int> AddIntegers(IntegerColumn keys, int firstHandle)
    {
        Reserve(keys.Bounds, keys.Count);
        var refused = new List<int>();
        for (var row = 0; row < keys.Count; row++)
        {
            if (!keys.HasValue(row) || !TryAdd(keys.Values[row], firstHandle + row))
                refused.Add(row);
        }

        return refused;
    }

    private bool TryAdd(Value key, int handle)
    {
        if (key.IsInteger)
            return TryAdd(key.AsInteger(), handle);
        if (key.Kind != ValueKind.String)
            return false;
        if (TryParse(key.AsString(), out var integer))
            return TryAdd(integer, handle);
        if (strings.Intern(Encoding.UTF8.GetBytes(key.AsString())) != handles.Count)
            return false;
        handles.Add(handle);
        return true;
    }

    private bool TryAdd(long key, int handle)
    {
        if ((ulong)key >= (ulong)dense.Length)
            return sparse.TryAdd(key, handle);
        if (dense[key] != NotFound)
            return false;
        dense[key] = handle;
        return true;
    }

    /// <summary>Makes room for the keys of a table where they are dense, and moves those there that are known already.</summary>
    private void Reserve(IntegerBounds bounds, int count)
    {
        if (bounds.Minimum < 0
            || bounds.Maximum < dense.Length
            || bounds.Maximum / LargestSpread > dense.Length + (long)count
            || bounds.Maximum >= Array.MaxLength)
            return;
        var known = dense.Length;
        Array.Resize(ref dense, (int)bounds.Maximum + 1);
        dense.AsSpan(known).Fill(NotFound);
        for (var key = known; key < dense.Length && sparse.Count > 0; key++)
        {
            if (sparse.Remove(key, out var handle))
                dense[key] = handle;
        }
    }

    private int[] FindIntegers(IntegerColumn references)
    {
        var found = new int[references.Count];
        Parallel.For(0, (found.Length + RowsPerTask - 1) / RowsPerTask, task =>
        {
            var start = task * RowsPerTask;
            FindIntegers(references, start, found.AsSpan(start, Math.Min(RowsPerTask, found.Length - start)));
        });
        return found;
    }

    private void FindIntegers(IntegerColumn references, int start, Span<int> found)
    {
        Span<long> values = stackalloc long[RowsPerTask];
        references.Values.CopyTo(start, values[..found.Length]);
        for (var i = 0; i < found.Length; i++)
            found[i] = references.HasValue(start + i) ? Find(values[i]) : NotFound;
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

    private int Find(long key) => (ulong)key < (ulong)dense.Length ? dense[key] : sparse.GetValueOrDefault(key, NotFound);

    private int Find(string key)
    {
        if (TryParse(key, out var integer))
            return Find(integer);
        var id = strings.Find(Encoding.UTF8.GetBytes(key));
        return id < 0 ? NotFound : handles[id];
    }

    // Only the plain form, so that '007' and '7' are different keys.
    private static bool TryParse(string key, out long integer) =>
        long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out integer)
        && integer.ToString(CultureInfo.InvariantCulture) == key;
}
