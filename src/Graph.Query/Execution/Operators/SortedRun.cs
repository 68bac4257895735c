using System.Numerics;
using System.Runtime.CompilerServices;

namespace Graph.Query.Execution;

/// <summary>Neighbours stand in ascending order, so the edges to one of them are found by binary search.</summary>
internal static class SortedRun
{
    /// <summary>The part of a run that leads to a node; several parallel edges do.</summary>
    public static Range32 Find(ReadOnlySpan<int> neighbours, Range32 run, int node)
    {
        var start = run.Start + LowerBound(neighbours[run.Start..run.End], node);
        var end = start;
        while (end < run.End && neighbours[end] == node)
            end++;
        return new Range32(start, end);
    }

    /// <summary>The part of a run that leads to nodes from the start of a range to before its end.</summary>
    public static Range32 Find(ReadOnlySpan<int> neighbours, Range32 run, Range32 nodes)
    {
        var within = neighbours[run.Start..run.End];
        return new Range32(run.Start + LowerBound(within, nodes.Start), run.Start + LowerBound(within, nodes.End));
    }

    /// <summary>The first position whose value is not before the given one.</summary>
    public static int LowerBound<T>(ReadOnlySpan<T> sorted, T value)
        where T : INumber<T>
    {
        // The length alone says how often it is halved: what is read steers no branch, which would be guessed wrong every other time.
        var low = 0;
        var count = sorted.Length;
        while (count > 1)
        {
            var half = count >> 1;
            low += half & -Unsafe.BitCast<bool, byte>(sorted[low + half - 1] < value);
            count -= half;
        }

        return count == 1 && sorted[low] < value ? low + 1 : low;
    }
}
