using System.Collections;

namespace Graph.Core;

/// <summary>An immutable map with string keys; entries keep the order they were written in, and each key occurs once.</summary>
public sealed class MapValue(KeyValuePair<string, Value>[] entries) : IReadOnlyCollection<KeyValuePair<string, Value>>
{
    public static readonly MapValue Empty = new([]);

    public int Count => entries.Length;

    public ReadOnlySpan<KeyValuePair<string, Value>> Span => entries;

    /// <summary>The value of a key, or null where the map does not have it.</summary>
    public Value this[string key] => TryGet(key, out var value) ? value : Value.Null;

    public bool TryGet(string key, out Value value)
    {
        foreach (var entry in entries)
        {
            if (entry.Key == key)
            {
                value = entry.Value;
                return true;
            }
        }

        value = Value.Null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, Value>>)entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => entries.GetEnumerator();
}
