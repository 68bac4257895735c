using System.Numerics;
using System.Runtime.InteropServices;

namespace Graph.Core;

/// <summary>The least and the greatest of many integers, a vector at a time.</summary>
internal static class Extremes
{
    /// <summary>The greatest value of the type below the least one where there are no values.</summary>
    public static (T Minimum, T Maximum) Find<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
        var (least, greatest) = (new Vector<T>(T.MaxValue), new Vector<T>(T.MinValue));
        foreach (var vector in vectors)
            (least, greatest) = (Vector.Min(least, vector), Vector.Max(greatest, vector));

        var (minimum, maximum) = (T.MaxValue, T.MinValue);
        for (var i = 0; i < Vector<T>.Count; i++)
            (minimum, maximum) = (T.Min(minimum, least[i]), T.Max(maximum, greatest[i]));
        foreach (var value in values[(vectors.Length * Vector<T>.Count)..])
            (minimum, maximum) = (T.Min(minimum, value), T.Max(maximum, value));
        return (minimum, maximum);
    }
}
