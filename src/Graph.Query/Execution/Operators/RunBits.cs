using System.Numerics;

namespace Graph.Query.Execution;

/// <summary>
/// Which relation types and directions have edges at the node of each row of a batch, a bit for each: nodes mostly have edges of few of
/// many types, and looking through a type for all rows at once is much cheaper than for one row after another.
/// </summary>
internal sealed class RunBits
{
    private const int BitsAWord = 64;

    private readonly ulong[] words;
    private readonly int wordsARow;

    /// <param name="from">The node of each row; negative for none.</param>
    public RunBits(EdgeStep step, ReadOnlySpan<int> from)
    {
        wordsARow = (step.Runs.Length + BitsAWord - 1) / BitsAWord;
        words = new ulong[wordsARow * from.Length];
        var (first, last) = FindBounds(from);
        for (var run = 0; run < step.Runs.Length; run++)
        {
            var view = step.Runs[run].View;
            if (first <= last && view.CountEdges(first, last + 1) > 0)
                Mark(view, run, from);
        }
    }

    /// <summary>The first of the step's runs with edges, at or after a number; -1 where there is none.</summary>
    public int FindNext(int row, int run)
    {
        for (var word = run / BitsAWord; word < wordsARow; word++, run = word * BitsAWord)
        {
            var bits = words[(row * wordsARow) + word] & (ulong.MaxValue << (run % BitsAWord));
            if (bits != 0)
                return (word * BitsAWord) + BitOperations.TrailingZeroCount(bits);
        }

        return -1;
    }

    /// <summary>The smallest and the largest node.</summary>
    public static (int First, int Last) FindBounds(ReadOnlySpan<int> from)
    {
        var (first, last) = (int.MaxValue, -1);
        foreach (var node in from)
        {
            if (node < 0)
                continue;
            first = Math.Min(first, node);
            last = Math.Max(last, node);
        }

        return (first, last);
    }

    private void Mark(AdjacencyView view, int run, ReadOnlySpan<int> from)
    {
        var (word, bit) = (run / BitsAWord, 1UL << (run % BitsAWord));
        for (var row = 0; row < from.Length; row++)
        {
            if (from[row] >= 0 && view.GetRun(from[row]).Count > 0)
                words[(row * wordsARow) + word] |= bit;
        }
    }
}
