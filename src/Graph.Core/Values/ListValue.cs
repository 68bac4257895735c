using System.Collections;

namespace Graph.Core;

/// <summary>An immutable list of values, equal to one with equivalent items; the array given is owned by the list.</summary>
public sealed class ListValue(Value[] items) : IReadOnlyList<Value>, IEquatable<ListValue>
{
    public static readonly ListValue Empty = new([]);

    public int Count => items.Length;

    public Value this[int index] => items[index];

    public ReadOnlySpan<Value> Span => items;

    public IEnumerator<Value> GetEnumerator() => ((IEnumerable<Value>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    public bool Equals(ListValue? other) => other is not null && Value.FromList(this) == Value.FromList(other);

    public override bool Equals(object? obj) => Equals(obj as ListValue);

    public override int GetHashCode() => Value.FromList(this).GetHashCode();

    public override string ToString() => ValueText.Format(Value.FromList(this));
}
