using System.Numerics;
using System.Runtime.InteropServices;

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

    /// <summary>The name of the file that the values are mapped from; null for those in memory.</summary>
    internal abstract string? Segment { get; }

    public abstract long this[int index] { get; }

    /// <summary>Widens the values from an index on until the target is full.</summary>
    public abstract void CopyTo(int start, Span<long> target);

    /// <summary>Widens the values from an index on until the target is full; only for vectors that hold ids, counts and offsets.</summary>
    public abstract void CopyTo(int start, Span<int> target);

    /// <summary>Widens the values at <c>rows[i] - firstRow</c>.</summary>
    public abstract void Gather(ReadOnlySpan<int> rows, int firstRow, Span<long> target);

    /// <summary>Widens the values at <c>rows[i] - firstRow</c>; only for vectors that hold ids, counts and offsets.</summary>
    public abstract void Gather(ReadOnlySpan<int> rows, int firstRow, Span<int> target);

    /// <summary>Whether each value from an index on lies from <paramref name="low"/> to <paramref name="high"/>, both inside.</summary>
    public abstract void TestInterval(int start, long low, long high, Span<bool> isInside);

    /// <summary>
    /// Whether the values at <c>rows[i] - firstRow</c> lie from <paramref name="low"/> to <paramref name="high"/>, both inside.
    /// </summary>
    public abstract void TestInterval(ReadOnlySpan<int> rows, int firstRow, long low, long high, Span<bool> isInside);

    /// <summary>The values at the given indexes.</summary>
    public abstract IntegerVector Select(ReadOnlySpan<int> indexes);

    internal abstract IntegerBounds FindBounds(Validity validity);

    /// <summary>Vectors one after the other, in the narrowest width that holds them all.</summary>
    internal static IntegerVector Concatenate(IReadOnlyList<IntegerVector> parts)
    {
        var count = parts.Sum(part => part.Count);
        var bounds = parts.Where(part => part.Count > 0).Select(part => part.FindBounds(default)).ToList();
        var width = bounds.Count == 0 ? IntegerWidth.Byte : GetWidth(bounds.Min(part => part.Minimum), bounds.Max(part => part.Maximum));
        return width switch
        {
            IntegerWidth.Byte => Concatenate<byte>(parts, count),
            IntegerWidth.UInt16 => Concatenate<ushort>(parts, count),
            IntegerWidth.Int16 => Concatenate<short>(parts, count),
            IntegerWidth.Int32 => Concatenate<int>(parts, count),
            _ => Concatenate<long>(parts, count),
        };
    }

    private protected abstract void CopyTo<TTarget>(Span<TTarget> target)
        where TTarget : unmanaged, IBinaryInteger<TTarget>;

    private static IntegerVector<T> Concatenate<T>(IReadOnlyList<IntegerVector> parts, int count)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var values = new T[count];
        var start = 0;
        foreach (var part in parts)
        {
            part.CopyTo(values.AsSpan(start, part.Count));
            start += part.Count;
        }

        return new IntegerVector<T>(values);
    }

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
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var (minimum, maximum) = Extremes.Find(values);
        return (T.Min(minimum, T.Zero), T.Max(maximum, T.Zero));
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

    internal override string? Segment => MappedSegment.NameOf(values);

    internal DirectMemory<T> Direct => new(values);

    public override long this[int index] => long.CreateTruncating(values.Span[index]);

    public override IntegerVector Select(ReadOnlySpan<int> indexes)
    {
        var source = values.Span;
        var selected = new T[indexes.Length];
        for (var i = 0; i < indexes.Length; i++)
            selected[i] = source[indexes[i]];
        return new IntegerVector<T>(selected);
    }

    internal override IntegerBounds FindBounds(Validity validity)
    {
        var source = values.Span;
        var (minimum, maximum) = validity.IsComplete ? Extremes.Find(source) : FindPresent(source, validity);
        return new IntegerBounds(
            long.CreateTruncating(minimum), long.CreateTruncating(maximum), validity.IsComplete && IsAscending(source));
    }

    private static (T Minimum, T Maximum) FindPresent(ReadOnlySpan<T> source, Validity validity)
    {
        var (minimum, maximum) = (T.MaxValue, T.MinValue);
        for (var i = 0; i < source.Length; i++)
        {
            if (validity[i])
                (minimum, maximum) = (T.Min(minimum, source[i]), T.Max(maximum, source[i]));
        }

        return (minimum, maximum);
    }

    private static bool IsAscending(ReadOnlySpan<T> source)
    {
        for (var i = 1; i < source.Length; i++)
        {
            if (source[i] < source[i - 1])
                return false;
        }

        return !source.IsEmpty;
    }

    private protected override void CopyTo<TTarget>(Span<TTarget> target)
    {
        var source = values.Span;
        for (var i = 0; i < source.Length; i++)
            target[i] = TTarget.CreateTruncating(source[i]);
    }

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

    public override void TestInterval(int start, long low, long high, Span<bool> isInside)
    {
        if (!TryNarrow(low, high, out var least, out var most))
        {
            isInside.Clear();
            return;
        }

        var source = values.Span.Slice(start, isInside.Length);
        var tested = typeof(T) == typeof(byte)
            ? TestBytes(MemoryMarshal.AsBytes(source), byte.CreateTruncating(least), byte.CreateTruncating(most), isInside)
            : 0;
        for (var i = tested; i < source.Length; i++)
            isInside[i] = source[i] >= least && source[i] <= most;
    }

    public override void TestInterval(ReadOnlySpan<int> rows, int firstRow, long low, long high, Span<bool> isInside)
    {
        if (!TryNarrow(low, high, out var least, out var most))
        {
            isInside.Clear();
            return;
        }

        var source = values.Span;
        for (var i = 0; i < rows.Length; i++)
        {
            var value = source[rows[i] - firstRow];
            isInside[i] = value >= least && value <= most;
        }
    }

    /// <summary>The interval in the vector's own width; false where no value can lie in it.</summary>
    private static bool TryNarrow(long low, long high, out T least, out T most)
    {
        (least, most) = (T.CreateSaturating(low), T.CreateSaturating(high));
        return low <= high && low <= long.CreateSaturating(T.MaxValue) && high >= long.CreateSaturating(T.MinValue);
    }

    /// <summary>Many bytes at a time; returns how many were tested.</summary>
    private static int TestBytes(ReadOnlySpan<byte> source, byte low, byte high, Span<bool> isInside)
    {
        var target = MemoryMarshal.AsBytes(isInside);
        var (lows, highs) = (new Vector<byte>(low), new Vector<byte>(high));
        var i = 0;
        for (; i <= source.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            var chunk = new Vector<byte>(source[i..]);
            var inside = Vector.GreaterThanOrEqual(chunk, lows) & Vector.LessThanOrEqual(chunk, highs);
            (inside & Vector<byte>.One).CopyTo(target[i..]);
        }

        return i;
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
