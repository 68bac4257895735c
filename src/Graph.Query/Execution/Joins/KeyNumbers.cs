namespace Graph.Query.Execution;

/// <summary>Numbers for tuples of values, each value in a column of its own. Rows of which a value equals nothing have none.</summary>
internal sealed class KeyNumbers(int width)
{
    private readonly ValueNumbers[] columns = [.. Enumerable.Range(0, width).Select(_ => new ValueNumbers())];
    private readonly PairNumbers[] pairs = [.. Enumerable.Range(0, Math.Max(0, width - 1)).Select(_ => new PairNumbers())];

    public int Width => width;

    /// <summary>How many tuples have a number: one where there are no columns.</summary>
    public int Count => width switch
    {
        0 => 1,
        1 => columns[0].Count,
        _ => pairs[^1].Count,
    };

    public long Bytes => columns.Sum(column => column.Bytes) + pairs.Sum(pair => pair.Bytes);

    /// <param name="memos">For each column, what <see cref="ValueNumbers.Read"/> remembers of one side.</param>
    public int[] Read(ReadOnlySpan<Column> keys, CodeMemo[] memos, bool adds, int count)
    {
        var numbers = new int[count];
        if (width == 0)
            return numbers;

        columns[0].Read(keys[0], memos[0], adds, numbers);
        var next = width > 1 ? new int[count] : [];
        for (var column = 1; column < width; column++)
        {
            columns[column].Read(keys[column], memos[column], adds, next);
            Combine(pairs[column - 1], numbers, next, adds);
        }

        return numbers;
    }

    private static void Combine(PairNumbers pairs, int[] numbers, int[] next, bool adds)
    {
        for (var row = 0; row < numbers.Length; row++)
        {
            if (numbers[row] < 0 || next[row] < 0)
            {
                numbers[row] = -1;
                continue;
            }

            numbers[row] = adds ? pairs.FindOrAdd(numbers[row], next[row]) : pairs.Find(numbers[row], next[row]);
        }
    }
}

/// <summary>Reads the keys of one side of a join.</summary>
internal sealed class KeyReader(KeyNumbers keys, ImmutableArray<CompiledExpression> expressions, bool adds)
{
    private readonly CodeMemo[] memos = [.. Enumerable.Range(0, keys.Width).Select(_ => new CodeMemo())];

    /// <summary>The number of each row's key; -1 for one that equals none.</summary>
    public int[] Read(ExecutionState state, Batch batch)
    {
        var columns = new Column[expressions.Length];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = expressions[i].Evaluate(state, batch);
        return keys.Read(columns, memos, adds, batch.Count);
    }
}
