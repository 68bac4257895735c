using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Graph.Core;

/// <summary>
/// Any value of the query language, in 16 bytes: a payload of 64 bits, and a reference that is either
/// the value itself (string, date, list, map, path) or a tag that names the kind of the payload.
/// Nodes and edges are ids of the store that the query runs on.
/// Of the four kinds of equality that the language has, <see cref="Equals(Value)"/> is equivalence, so that sets and dictionaries of values
/// hold what DISTINCT keeps; for the others see <see cref="ValueComparer"/>.
/// </summary>
[JsonConverter(typeof(ValueJsonConverter))]
public readonly struct Value : IEquatable<Value>
{
    private static readonly KindTag BooleanTag = new(ValueKind.Boolean);
    private static readonly KindTag IntegerTag = new(ValueKind.Integer);
    private static readonly KindTag FloatTag = new(ValueKind.Float);
    private static readonly KindTag NodeTag = new(ValueKind.Node);
    private static readonly KindTag EdgeTag = new(ValueKind.Edge);

    private readonly object? reference;
    private readonly long bits;

    private Value(object? reference, long bits)
    {
        this.reference = reference;
        this.bits = bits;
    }

    public static Value Null => default;

    public static Value True => FromBoolean(true);

    public static Value False => FromBoolean(false);

    public ValueKind Kind => reference switch
    {
        null => ValueKind.Null,
        KindTag tag => tag.Kind,
        string => ValueKind.String,
        ListValue => ValueKind.List,
        PartialDate => ValueKind.Date,
        MapValue => ValueKind.Map,
        TemporalValue temporal => temporal.Kind,
        DurationValue => ValueKind.Duration,
        PointValue => ValueKind.Point,
        _ => ValueKind.Path,
    };

    public bool IsNull => reference is null;

    /// <summary>Whether another value is this one, not only an equal one; a list is not looked into.</summary>
    public bool IsSame(Value other) => ReferenceEquals(reference, other.reference) && bits == other.bits;

    public bool IsTrue => ReferenceEquals(reference, BooleanTag) && bits != 0;

    public bool IsFalse => ReferenceEquals(reference, BooleanTag) && bits == 0;

    public bool IsInteger => ReferenceEquals(reference, IntegerTag);

    public bool IsFloat => ReferenceEquals(reference, FloatTag);

    public bool IsNumber => IsInteger || IsFloat;

    public bool IsNode => ReferenceEquals(reference, NodeTag);

    /// <summary>A local time, time, local date time or date time; a date is none.</summary>
    public bool IsTemporal => reference is TemporalValue;

    public bool IsEdge => ReferenceEquals(reference, EdgeTag);

    public static Value FromBoolean(bool value) => new(BooleanTag, value ? 1 : 0);

    /// <summary>Null for an unknown truth value.</summary>
    public static Value FromBoolean(bool? value) => value is null ? Null : FromBoolean(value.Value);

    public static Value FromInteger(long value) => new(IntegerTag, value);

    public static Value FromFloat(double value) => new(FloatTag, BitConverter.DoubleToInt64Bits(value));

    public static Value FromString(string? value) => new(value, 0);

    public static Value FromDate(PartialDate? value) => new(value, 0);

    public static Value FromTemporal(TemporalValue value) => new(value, 0);

    public static Value FromDuration(DurationValue value) => new(value, 0);

    public static Value FromPoint(PointValue value) => new(value, 0);

    public static Value FromNode(int id) => new(NodeTag, id);

    public static Value FromEdge(int id) => new(EdgeTag, id);

    public static Value FromPath(PathValue value) => new(value, 0);

    public static Value FromMap(MapValue value) => new(value, 0);

    public static Value FromList(ListValue value) => new(value, 0);

    public static Value FromList(params ReadOnlySpan<Value> items) => new(new ListValue(items.ToArray()), 0);

    public bool AsBoolean() => Expect(BooleanTag) != 0;

    public long AsInteger() => Expect(IntegerTag);

    public double AsFloat() => BitConverter.Int64BitsToDouble(Expect(FloatTag));

    /// <summary>An integer or a float, widened to float.</summary>
    public double AsNumber() => IsInteger ? bits : AsFloat();

    public int AsNode() => (int)Expect(NodeTag);

    public int AsEdge() => (int)Expect(EdgeTag);

    public string AsString() => (string)reference!;

    public PartialDate AsDate() => (PartialDate)reference!;

    /// <summary>A local time, time, local date time or date time.</summary>
    public TemporalValue AsTemporal() => (TemporalValue)reference!;

    public DurationValue AsDuration() => (DurationValue)reference!;

    public PointValue AsPoint() => (PointValue)reference!;

    public ListValue AsList() => (ListValue)reference!;

    public MapValue AsMap() => (MapValue)reference!;

    public PathValue AsPath() => (PathValue)reference!;

    /// <summary>Equivalence, as DISTINCT and grouping have it: null is the same as null, <c>1</c> as <c>1.0</c>.</summary>
    public bool Equals(Value other) => ValueEquivalence.AreEquivalent(this, other);

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <summary>The same in every process.</summary>
    public override int GetHashCode() => ValueEquivalence.GetHash(this);

    public static bool operator ==(Value left, Value right) => left.Equals(right);

    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <summary>A rendering for debuggers and test failures; results are rendered with the store's names.</summary>
    public override string ToString() => ValueText.Format(this);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Expect(KindTag tag) =>
        ReferenceEquals(reference, tag) ? bits : throw new InvalidCastException($"A {Kind} is not a {tag.Kind}.");

    private sealed class KindTag(ValueKind kind)
    {
        public ValueKind Kind => kind;
    }
}
