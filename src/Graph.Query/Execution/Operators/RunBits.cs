using System.Numerics;

namespace Graph.Query.Execution;

/// <summary>
/// Which tables and directions have edges at the node of each row of a batch, a bit for each: nodes mostly have edges in few of many tables,
/// and looking through a table for all rows at once is much cheaper than for one row after another.
/// </summary>
internal sealed class RunBits
{
    private const int BitsAWord = 64;

    private readonly ulong[] words;
    private readonly int wordsARow;

    /// <param name="from">The node of each row; negative for none.</param>
    public RunBits(EdgeStep step, ReadOnlySpan<int> from)
    {
        wordsARow = ((step.Tables.Length * 2) + BitsAWord - 1) / BitsAWord;
        words = new ulong[wordsARow * from.Length];
        for (var table = 0; table < step.Tables.Length; table++)
        {
            if (step.FollowsOutgoing)
                Mark(step.Tables[table].Outgoing.View, table * 2, from);
            if (step.FollowsIncoming)
                Mark(step.Tables[table].Incoming.View, (table * 2) + 1, from);
        }
    }

    /// <summary>The first run of a row at or after a number, which is twice the table's and one more for incoming edges; -1 where there is none.</summary>
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
