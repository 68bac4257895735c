using System.Collections;

namespace Graph.Core;

/// <summary>An immutable list of values; the array given is owned by the list.</summary>
public sealed class ListValue(Value[] items) : IReadOnlyList<Value>
{
    public static readonly ListValue Empty = new([]);

    public int Count => items.Length;

    public Value this[int index] => items[index];

    public ReadOnlySpan<Value> Span => items;

    public IEnumerator<Value> GetEnumerator() => ((IEnumerable<Value>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}
