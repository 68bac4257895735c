using System.Runtime.CompilerServices;

namespace Graph.Core;

/// <summary>The column of a property over consecutive elements, its memory found once.</summary>
internal sealed class ColumnPart
{
    /// <summary>Of no element.</summary>
    public static readonly ColumnPart Empty = new();

    private readonly DirectMemory<byte> validity;
    private readonly DirectMemory<byte> bytes;
    private readonly DirectMemory<ushort> words;
    private readonly DirectMemory<short> shorts;
    private readonly DirectMemory<int> integers;
    private readonly DirectMemory<long> longs;
    private readonly DirectMemory<double> floats;
    private readonly bool isComplete;
    private readonly IntegerWidth width;
    private readonly int count;

    private ColumnPart()
    {
    }

    public ColumnPart(int start, PropertyColumn column)
    {
        (Start, count, Column) = (start, column.Count, column);
        isComplete = column.Validity.IsComplete;
        (HasIntegers, HasAllIntegers) = (column is IntegerColumn, column is IntegerColumn && isComplete);
        validity = new DirectMemory<byte>(column.Validity.Memory);
        switch (column)
        {
            case FloatColumn values: floats = new DirectMemory<double>(values.Memory); break;
            case BooleanColumn values: bytes = new DirectMemory<byte>(values.Memory); break;
        }

        if (GetVector(column) is not { } vector)
            return;
        width = vector.Width;
        switch (vector)
        {
            case IntegerVector<byte> values: bytes = values.Direct; break;
            case IntegerVector<ushort> values: words = values.Direct; break;
            case IntegerVector<short> values: shorts = values.Direct; break;
            case IntegerVector<int> values: integers = values.Direct; break;
            case IntegerVector<long> values: longs = values.Direct; break;
        }
    }

    public int Start { get; }

    public int End => Start + count;

    /// <summary>Null for elements without the property.</summary>
    public PropertyColumn? Column { get; }

    public bool HasIntegers { get; }

    /// <summary>Each element has an integer.</summary>
    public bool HasAllIntegers { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(int element) => (uint)(element - Start) < (uint)count;

    /// <summary>Whether an element of the part has a value; none of the empty part does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasValue(int element) =>
        isComplete || (Column is not null && (validity[(element - Start) >> 3] & (1 << ((element - Start) & 7))) != 0);

    /// <summary>The integer, or the id in a dictionary.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ReadInteger(int element) => width switch
    {
        IntegerWidth.Byte => bytes[element - Start],
        IntegerWidth.UInt16 => words[element - Start],
        IntegerWidth.Int16 => shorts[element - Start],
        IntegerWidth.Int32 => integers[element - Start],
        _ => longs[element - Start],
    };

    public double ReadFloat(int element) => floats[element - Start];

    public bool ReadBit(int element) => (bytes[(element - Start) >> 3] & (1 << ((element - Start) & 7))) != 0;

    private static IntegerVector? GetVector(PropertyColumn column) => column switch
    {
        IntegerColumn integers => integers.Values,
        StringColumn strings => strings.Ids,
        DateColumn dates => dates.Ids,
        _ => null,
    };
}
