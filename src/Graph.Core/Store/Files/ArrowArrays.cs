using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace Graph.Core;

/// <summary>
/// The columns of the store as Arrow arrays over the same memory. Strings with ids and dates are dictionary arrays, lists are lists,
/// and a column that mixes kinds is a struct with a field for each kind.
/// </summary>
internal static class ArrowArrays
{
    /// <summary>What the items of a list are called.</summary>
    public const string ItemField = "item";

    public static ArrayData Create(PropertyColumn column) => column switch
    {
        IntegerColumn integers => Create(integers.Values, integers.Validity),
        FloatColumn floats => Create(DoubleType.Default, floats.Count, floats.Validity, ByteView<double>.Of(floats.Memory)),
        BooleanColumn booleans => Create(BooleanType.Default, booleans.Count, booleans.Validity, booleans.Memory),
        StringColumn { Ids: { } ids } strings => CreateDictionary(ids, strings.Dictionary, strings.Validity),
        StringColumn strings => CreateStrings(strings.Dictionary.OffsetMemory, strings.Dictionary.BlobMemory, strings.Validity),
        DateColumn dates => CreateDictionary(dates.Ids, dates.Dictionary.Texts, dates.Validity),
        TemporalColumn temporals => CreateDictionary(temporals.Ids, temporals.Texts, temporals.Validity),
        ListColumn lists => CreateList(lists.OffsetMemory, Create(lists.Items), lists.Validity),
        MixedColumn mixed =>
            CreateStruct(mixed.Count, mixed.Validity, [.. mixed.Parts.Select(part => (part.Kind!.Value.ToString(), Create(part)))]),
        _ => throw new UnreachableException(),
    };

    public static ArrayData Create(IntegerVector values, Validity validity = default) =>
        Create(GetArrowType(values.Width), values.Count, validity, values.Bytes);

    public static ArrayData Create(ReadOnlyMemory<int> values) =>
        Create(Int32Type.Default, values.Length, default, ByteView<int>.Of(values));

    public static ArrayData CreateStrings(ReadOnlyMemory<int> offsets, ReadOnlyMemory<byte> blob, Validity validity = default) =>
        new(
            StringType.Default,
            offsets.Length - 1,
            CountNulls(offsets.Length - 1, validity),
            0,
            [ToBuffer(validity), new ArrowBuffer(ByteView<int>.Of(offsets)), new ArrowBuffer(blob)]);

    public static ArrayData CreateList(ReadOnlyMemory<int> offsets, ArrayData items, Validity validity = default)
    {
        var type = new ListType(new Field(ItemField, items.DataType, nullable: true));
        var count = offsets.Length - 1;
        return new ArrayData(
            type, count, CountNulls(count, validity), 0, [ToBuffer(validity), new ArrowBuffer(ByteView<int>.Of(offsets))], [items]);
    }

    public static ArrayData CreateStruct(int count, Validity validity, params (string Name, ArrayData Data)[] fields)
    {
        var type = new StructType([.. fields.Select(field => new Field(field.Name, field.Data.DataType, nullable: true))]);
        return new ArrayData(type, count, CountNulls(count, validity), 0, [ToBuffer(validity)], [.. fields.Select(field => field.Data)]);
    }

    /// <summary>True where there is something, and null elsewhere.</summary>
    public static ArrayData CreatePresence(int count, Validity validity)
    {
        var bits = new byte[BitSet.GetByteCount(count)];
        bits.AsSpan().Fill(byte.MaxValue);
        return Create(BooleanType.Default, count, validity, bits);
    }

    public static ArrayData CreateSpans(SpanLists spans) => CreateList(
        spans.Offsets, CreateStruct(spans.Starts.Count, default, ("start", Create(spans.Starts)), ("length", Create(spans.Lengths))));

    /// <summary>The bytes that an array takes on disk, padding left out.</summary>
    public static long GetLength(ArrayData data) =>
        data.Buffers.Sum(buffer => (long)buffer.Length)
        + (data.Children ?? []).Sum(GetLength)
        + (data.Dictionary is null ? 0 : GetLength(data.Dictionary));

    private static ArrayData CreateDictionary(IntegerVector ids, StringDictionary dictionary, Validity validity)
    {
        var type = new DictionaryType(GetArrowType(ids.Width), StringType.Default, ordered: dictionary.IsSorted);
        var strings = CreateStrings(dictionary.OffsetMemory, dictionary.BlobMemory);
        return new ArrayData(
            type, ids.Count, CountNulls(ids.Count, validity), 0, [ToBuffer(validity), new ArrowBuffer(ids.Bytes)], null, strings);
    }

    private static ArrayData Create(IArrowType type, int count, Validity validity, ReadOnlyMemory<byte> values) =>
        new(type, count, CountNulls(count, validity), 0, [ToBuffer(validity), new ArrowBuffer(values)]);

    private static ArrowBuffer ToBuffer(Validity validity) => validity.IsComplete ? ArrowBuffer.Empty : new ArrowBuffer(validity.Memory);

    private static int CountNulls(int count, Validity validity)
    {
        if (validity.IsComplete)
            return 0;
        var bits = validity.Bits;
        var present = 0;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bits))
            present += BitOperations.PopCount(word);
        foreach (var part in bits[(bits.Length & ~7)..])
            present += BitOperations.PopCount(part);
        return count - present;
    }

    private static IArrowType GetArrowType(IntegerWidth width) => width switch
    {
        IntegerWidth.Byte => UInt8Type.Default,
        IntegerWidth.UInt16 => UInt16Type.Default,
        IntegerWidth.Int16 => Int16Type.Default,
        IntegerWidth.Int32 => Int32Type.Default,
        IntegerWidth.Int64 => Int64Type.Default,
        _ => throw new UnreachableException(),
    };
}
