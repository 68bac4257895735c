using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Graph.Core;

/// <summary>Values as the types of C#, for generated code.</summary>
public static class TypedValues
{
    /// <summary>The value, which the graph type says is always there.</summary>
    /// <exception cref="MissingPropertyException">The data violates the graph type.</exception>
    public static Value Require(this Value value, string name) => value.IsNull ? throw new MissingPropertyException(name) : value;

    public static string? AsNullableString(this Value value) => value.IsNull ? null : value.AsString();

    public static bool? AsNullableBoolean(this Value value) => value.IsNull ? null : value.AsBoolean();

    public static long? AsNullableInteger(this Value value) => value.IsNull ? null : value.AsInteger();

    public static double? AsNullableNumber(this Value value) => value.IsNull ? null : value.AsNumber();

    public static PartialDate? AsNullableDate(this Value value) => value.IsNull ? null : value.AsDate();

    public static TypedList<string> AsStrings(this Value value) => new(value, static item => item.AsString());

    public static TypedList<bool> AsBooleans(this Value value) => new(value, static item => item.AsBoolean());

    public static TypedList<long> AsIntegers(this Value value) => new(value, static item => item.AsInteger());

    public static TypedList<double> AsNumbers(this Value value) => new(value, static item => item.AsNumber());

    public static TypedList<PartialDate> AsDates(this Value value) => new(value, static item => item.AsDate());

    public static Value FromNullable(bool? value) => Value.FromBoolean(value);

    public static Value FromNullable(long? value) => value is null ? Value.Null : Value.FromInteger(value.Value);

    public static Value FromNullable(double? value) => value is null ? Value.Null : Value.FromFloat(value.Value);

    /// <summary>A node as a parameter.</summary>
    /// <exception cref="ArgumentException">It is a node of another graph.</exception>
    public static Value FromNode(GraphStore store, AnyNode node) => ReferenceEquals(node.Store, store)
        ? Value.FromNode(node.NodeId)
        : throw new ArgumentException("The node belongs to another graph than the one that is asked.", nameof(node));

    /// <summary>A relation as a parameter.</summary>
    /// <exception cref="ArgumentException">It is a relation of another graph.</exception>
    public static Value FromEdge(GraphStore store, AnyEdge edge) => ReferenceEquals(edge.Store, store)
        ? Value.FromEdge(edge.EdgeId)
        : throw new ArgumentException("The relation belongs to another graph than the one that is asked.", nameof(edge));

    /// <summary>A path as a parameter.</summary>
    /// <exception cref="ArgumentException">It is a path of another graph.</exception>
    public static Value FromPath(GraphStore store, AnyPath path) => ReferenceEquals(path.Store, store)
        ? Value.FromPath(path.Value)
        : throw new ArgumentException("The path belongs to another graph than the one that is asked.", nameof(path));

    /// <exception cref="ArgumentException">It is another time than one of day without an offset.</exception>
    public static Value FromLocalTime(TemporalValue time) => FromTemporal(time, ValueKind.LocalTime, "a local time");

    /// <exception cref="ArgumentException">It is another time than one of day with an offset.</exception>
    public static Value FromTime(TemporalValue time) => FromTemporal(time, ValueKind.Time, "a zoned time");

    /// <exception cref="ArgumentException">It is another time than a day and a time without an offset.</exception>
    public static Value FromLocalDateTime(TemporalValue time) => FromTemporal(time, ValueKind.LocalDateTime, "a local datetime");

    /// <exception cref="ArgumentException">It is another time than a day and a time with an offset.</exception>
    public static Value FromDateTime(TemporalValue time) => FromTemporal(time, ValueKind.DateTime, "a zoned datetime");

    /// <summary>A list value of the items, or null for no list.</summary>
    public static Value FromItems<T>(IEnumerable<T>? items, Func<T, Value> convert) =>
        items is null ? Value.Null : Value.FromList(new ListValue([.. items.Select(convert)]));

    /// <summary>What was given for a parameter that takes no null, though a caller without nullable types may pass one.</summary>
    /// <param name="owner">Whose parameter it is, such as <c>the query 'Cast'</c>.</param>
    /// <exception cref="ArgumentNullException">It is null; the message names the parameter and the owner.</exception>
    public static T Given<T>([NotNull] T? value, string parameter, string owner)
        where T : class => value ?? throw new ArgumentNullException(parameter, $"'{parameter}' of {owner} cannot be null, nor hold null.");

    private static Value FromTemporal(TemporalValue time, ValueKind kind, string description) => time.Kind == kind
        ? Value.FromTemporal(time)
        : throw new ArgumentException($"The query takes {description}, and '{time}' is none.", nameof(time));
}

/// <summary>A property that the graph type declares NOT NULL has no value in the data.</summary>
public sealed class MissingPropertyException(string name)
    : InvalidOperationException($"'{name}' has no value here, though the graph type says NOT NULL.")
{
    public string Name => name;
}

/// <summary>A list of the store, seen with items of one type; empty where there is none. Equal to one with equal items.</summary>
public readonly struct TypedList<T> : IReadOnlyList<T>, IEquatable<TypedList<T>>
{
    private readonly ListValue? items;
    private readonly Func<Value, T>? read;

    /// <param name="value">A list, or null.</param>
    public TypedList(Value value, Func<Value, T> read)
    {
        items = value.IsNull ? null : value.AsList();
        this.read = read;
    }

    public int Count => items?.Count ?? 0;

    public T this[int index] => items is null || read is null ? throw new ArgumentOutOfRangeException(nameof(index)) : read(items[index]);

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(TypedList<T> other)
    {
        if (Count != other.Count)
            return false;
        for (var i = 0; i < Count; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(this[i], other[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is TypedList<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        for (var i = 0; i < Count; i++)
            hash.Add(this[i]);
        return hash.ToHashCode();
    }

    public static bool operator ==(TypedList<T> left, TypedList<T> right) => left.Equals(right);

    public static bool operator !=(TypedList<T> left, TypedList<T> right) => !left.Equals(right);

    /// <summary><c>[a, b]</c>, the items as they print themselves.</summary>
    public override string ToString() => $"[{string.Join(", ", this.Select(static item => Print(item)))}]";

    private static string? Print(T item) => item is null ? "null" : item is IFormattable number
        ? number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)
        : item.ToString();
}
