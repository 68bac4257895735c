using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Graph.Core;

/// <summary>The column of a property over consecutive elements, its memory found once.</summary>
internal sealed unsafe class ColumnPart
{
    /// <summary>Of no element.</summary>
    public static readonly ColumnPart Empty = new();

    private readonly DirectMemory<byte> validity;
    private readonly GraphStore? store;

    // Where the values are, of whatever type: an array of a graph that was built, a mapped file otherwise.
    private readonly byte[]? array;
    private readonly byte* address;
    private readonly bool isComplete;
    private readonly IntegerWidth width;
    private readonly int count;

    // All elements or, where not each of them has an integer, none: one question instead of two.
    private readonly int integerCount;

    private ColumnPart()
    {
    }

    public ColumnPart(GraphStore store, int start, PropertyColumn column)
    {
        (this.store, Start, count, Column) = (store, start, column.Count, column);
        isComplete = column.Validity.IsComplete;
        HasIntegers = column is IntegerColumn;
        integerCount = HasIntegers && isComplete ? count : 0;
        validity = new DirectMemory<byte>(column.Validity.Memory);
        var vector = GetVector(column);
        width = vector?.Width ?? default;
        var needed = column is StringColumn { IsIdentity: true } ? 0 : count;
        address = (column, vector) switch
        {
            (FloatColumn values, _) => Locate(new DirectMemory<double>(values.Memory), count, out array),
            (BooleanColumn values, _) => Locate(new DirectMemory<byte>(values.Memory), (count + 7) >> 3, out array),
            (_, IntegerVector<byte> values) => Locate(values.Direct, needed, out array),
            (_, IntegerVector<ushort> values) => Locate(values.Direct, needed, out array),
            (_, IntegerVector<short> values) => Locate(values.Direct, needed, out array),
            (_, IntegerVector<int> values) => Locate(values.Direct, needed, out array),
            (_, IntegerVector<long> values) => Locate(values.Direct, needed, out array),
            _ => null,
        };
    }

    public int Start { get; }

    public int End => Start + count;

    /// <summary>Null for elements without the property.</summary>
    public PropertyColumn? Column { get; }

    public bool HasIntegers { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(int element) => (uint)(element - Start) < (uint)count;

    /// <summary>Whether an element is one of a part in which each has an integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasInteger(int element) => (uint)(element - Start) < (uint)integerCount;

    /// <summary>Whether an element of the part has a value; none of the empty part does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasValue(int element) =>
        isComplete || (Column is not null && (validity[(element - Start) >> 3] & (1 << ((element - Start) & 7))) != 0);

    /// <summary>The integer, or the id in a dictionary.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ReadInteger(int element)
    {
        ref var first = ref GetFirst();
        return width switch
        {
            IntegerWidth.Byte => Read<byte>(ref first, element - Start),
            IntegerWidth.UInt16 => Read<ushort>(ref first, element - Start),
            IntegerWidth.Int16 => Read<short>(ref first, element - Start),
            IntegerWidth.Int32 => Read<int>(ref first, element - Start),
            _ => Read<long>(ref first, element - Start),
        };
    }

    public double ReadFloat(int element) => Read<double>(ref GetFirst(), element - Start);

    public bool ReadBit(int element) => (Read<byte>(ref GetFirst(), (element - Start) >> 3) & (1 << ((element - Start) & 7))) != 0;

    /// <summary>Where the values begin.</summary>
    /// <exception cref="ObjectDisposedException">The graph was closed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte GetFirst()
    {
        if (array is { } built)
            return ref MemoryMarshal.GetArrayDataReference(built);
        store!.RequireOpen();
        return ref *address;
    }

    /// <summary>The value at an index that the part has: <see cref="Contains"/> was asked, so nothing is asked again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Read<T>(ref byte first, int index)
        where T : unmanaged => Unsafe.Add(ref Unsafe.As<byte, T>(ref first), index);

    private static byte* Locate<T>(DirectMemory<T> memory, int needed, out byte[]? array)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(memory.Length, needed);
        array = Unsafe.As<byte[]?>(memory.Array);
        return (byte*)memory.Address;
    }

    private static IntegerVector? GetVector(PropertyColumn column) => column switch
    {
        IntegerColumn integers => integers.Values,
        StringColumn strings => strings.Ids,
        DateColumn dates => dates.Ids,
        _ => null,
    };
}
