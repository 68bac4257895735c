using System.Numerics;

namespace Graph.Core;

/// <summary>A sequence of integers in the narrowest of five widths; see <see cref="IntegerVector{T}"/> for the values themselves.</summary>
public abstract class IntegerVector
{
    private protected IntegerVector(int count, IntegerWidth width)
    {
        Count = count;
        Width = width;
    }

    public static readonly IntegerVector Empty = new IntegerVector<byte>(ReadOnlyMemory<byte>.Empty);

    public int Count { get; }

    internal IntegerWidth Width { get; }

    internal abstract ReadOnlyMemory<byte> Bytes { get; }

    public abstract long this[int index] { get; }

    /// <summary>Widens the values from an index on until the target is full.</summary>
    public abstract void CopyTo(int start, Span<long> target);

    /// <summary>Widens the values from an index on until the target is full; only for vectors that hold ids, counts and offsets.</summary>
    public abstract void CopyTo(int start, Span<int> target);

    /// <summary>Widens the values at <c>rows[i] - firstRow</c>.</summary>
    public abstract void Gather(ReadOnlySpan<int> rows, int firstRow, Span<long> target);

    /// <summary>Widens the values at <c>rows[i] - firstRow</c>; only for vectors that hold ids, counts and offsets.</summary>
    public abstract void Gather(ReadOnlySpan<int> rows, int firstRow, Span<int> target);

    public static IntegerVector Narrow(ReadOnlySpan<long> values)
    {
        var (minimum, maximum) = FindBounds(values);
        return GetWidth(minimum, maximum) switch
        {
            IntegerWidth.Byte => Convert<long, byte>(values),
            IntegerWidth.UInt16 => Convert<long, ushort>(values),
            IntegerWidth.Int16 => Convert<long, short>(values),
            IntegerWidth.Int32 => Convert<long, int>(values),
            _ => new IntegerVector<long>(values.ToArray()),
        };
    }

    public static IntegerVector Narrow(ReadOnlySpan<int> values)
    {
        var (minimum, maximum) = FindBounds(values);
        return GetWidth(minimum, maximum) switch
        {
            IntegerWidth.Byte => Convert<int, byte>(values),
            IntegerWidth.UInt16 => Convert<int, ushort>(values),
            IntegerWidth.Int16 => Convert<int, short>(values),
            _ => new IntegerVector<int>(values.ToArray()),
        };
    }

    internal static IntegerWidth GetWidth(long minimum, long maximum) => minimum switch
    {
        >= 0 when maximum <= byte.MaxValue => IntegerWidth.Byte,
        >= short.MinValue when maximum <= short.MaxValue => IntegerWidth.Int16,
        >= 0 when maximum <= ushort.MaxValue => IntegerWidth.UInt16,
        >= int.MinValue when maximum <= int.MaxValue => IntegerWidth.Int32,
        _ => IntegerWidth.Int64,
    };

    private static (T Minimum, T Maximum) FindBounds<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryInteger<T>
    {
        var (minimum, maximum) = (T.Zero, T.Zero);
        foreach (var value in values)
        {
            minimum = T.Min(minimum, value);
            maximum = T.Max(maximum, value);
        }

        return (minimum, maximum);
    }

    private static IntegerVector<TNarrow> Convert<TWide, TNarrow>(ReadOnlySpan<TWide> values)
        where TWide : unmanaged, IBinaryInteger<TWide>
        where TNarrow : unmanaged, IBinaryInteger<TNarrow>, IMinMaxValue<TNarrow>
    {
        var narrow = new TNarrow[values.Length];
        for (var i = 0; i < narrow.Length; i++)
            narrow[i] = TNarrow.CreateTruncating(values[i]);
        return new IntegerVector<TNarrow>(narrow);
    }
}

/// <typeparam name="T">One of <c>byte</c>, <c>ushort</c>, <c>short</c>, <c>int</c>, <c>long</c>.</typeparam>
public sealed class IntegerVector<T> : IntegerVector
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly ReadOnlyMemory<T> values;

    internal IntegerVector(ReadOnlyMemory<T> values)
        : base(values.Length, GetWidth(long.CreateSaturating(T.MinValue), long.CreateSaturating(T.MaxValue))) => this.values = values;

    /// <summary>The values as they are stored; take the span once per batch.</summary>
    public ReadOnlySpan<T> Span => values.Span;

    internal override ReadOnlyMemory<byte> Bytes => ByteView<T>.Of(values);

    public override long this[int index] => long.CreateTruncating(values.Span[index]);

    public override void CopyTo(int start, Span<long> target)
    {
        var source = values.Span.Slice(start, target.Length);
        for (var i = 0; i < source.Length; i++)
            target[i] = long.CreateTruncating(source[i]);
    }

    public override void CopyTo(int start, Span<int> target)
    {
        var source = values.Span.Slice(start, target.Length);
        for (var i = 0; i < source.Length; i++)
            target[i] = int.CreateTruncating(source[i]);
    }

    public override void Gather(ReadOnlySpan<int> rows, int firstRow, Span<long> target)
    {
        var source = values.Span;
        for (var i = 0; i < rows.Length; i++)
            target[i] = long.CreateTruncating(source[rows[i] - firstRow]);
    }

    public override void Gather(ReadOnlySpan<int> rows, int firstRow, Span<int> target)
    {
        var source = values.Span;
        for (var i = 0; i < rows.Length; i++)
            target[i] = int.CreateTruncating(source[rows[i] - firstRow]);
    }

}

internal enum IntegerWidth : byte
{
    Byte,
    UInt16,
    Int16,
    Int32,
    Int64,
}
