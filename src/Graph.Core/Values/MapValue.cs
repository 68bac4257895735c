using System.Collections;
using System.Text.Json.Serialization;

namespace Graph.Core;

/// <summary>
/// An immutable map with string keys; entries keep the order they were written in, and each key occurs once. Equal to one with equivalent
/// entries in any order.
/// </summary>
[JsonConverter(typeof(MapJsonConverter))]
public sealed class MapValue(KeyValuePair<string, Value>[] entries)
    : IReadOnlyCollection<KeyValuePair<string, Value>>, IEquatable<MapValue>
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

    public bool Equals(MapValue? other) => other is not null && Value.FromMap(this) == Value.FromMap(other);

    public override bool Equals(object? obj) => Equals(obj as MapValue);

    public override int GetHashCode() => Value.FromMap(this).GetHashCode();

    public override string ToString() => ValueText.Format(Value.FromMap(this));
}
