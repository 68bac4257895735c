namespace Graph.Query.Execution;

/// <summary>
/// The codes of several columns, for each row as two numbers: those of all columns but the last are numbered together. A column that has no
/// codes gets numbers by its values.
/// </summary>
/// <param name="most">How many columns there are at the most.</param>
internal sealed class SourceCodes(int most)
{
    private readonly GroupTable?[] byValue = new GroupTable?[most];
    private readonly CodeMap?[] together = new CodeMap?[most];

    // What each number of the columns up to one stands for: that of the columns before, and the column's own code.
    private readonly List<(long Before, long Code)>?[] parts = new List<(long, long)>?[most];

    /// <summary>What is remembered, in bytes.</summary>
    public long Bytes => byValue.Sum(table => table is null ? 0 : table.Count * table.BytesPerGroup)
        + together.Sum(map => map?.Bytes ?? 0)
        + parts.Sum(list => list is null ? 0 : list.Count * 16L);

    /// <summary>Forgets all numbers, as the codes of other columns come.</summary>
    public void Clear()
    {
        Array.Clear(byValue);
        Array.Clear(together);
        Array.Clear(parts);
    }

    /// <summary>The exact codes of columns that have them: the last one's as they are, those of the others numbered together.</summary>
    /// <param name="sources">Two or more columns.</param>
    /// <returns>False where a column has none after all.</returns>
    public bool TryReadExact(Column[] sources, Span<long> first, Span<long> second)
    {
        var last = sources.Length - 1;
        if (!sources[0].TryGetExactCodes(first) || !sources[last].TryGetExactCodes(second))
            return false;

        var codes = last > 1 ? new long[first.Length] : [];
        for (var source = 1; source < last; source++)
        {
            if (!sources[source].TryGetExactCodes(codes))
                return false;
            Combine(together[source] ??= new CodeMap(), first, codes, parts[source] ??= []);
        }

        return true;
    }

    /// <summary>The exact code of a column but the last one, from what all of these were numbered.</summary>
    /// <param name="before">How many columns were numbered together.</param>
    public long GetCode(long number, int source, int before)
    {
        for (var column = before - 1; column > source; column--)
            number = parts[column]![(int)number].Before;
        return source == 0 ? number : parts[source]![(int)number].Code;
    }

    /// <param name="sources">Two or more columns.</param>
    /// <param name="first">The numbers of all but the last column.</param>
    /// <param name="second">The codes of the last column.</param>
    /// <returns>False where no column has codes, so that the values are better numbered at once.</returns>
    public bool TryRead(Column[] sources, Span<long> first, Span<long> second)
    {
        var hasCodes = new bool[sources.Length];
        hasCodes[0] = sources[0].TryGetCodes(first);
        var codes = sources.Length > 2 ? new long[first.Length] : [];
        for (var source = 1; source < sources.Length; source++)
        {
            var target = source == sources.Length - 1 ? second : codes;
            hasCodes[source] = sources[source].TryGetCodes(target);
            if (source == 1 && !hasCodes[0] && !hasCodes[1] && sources.Length == 2)
                return false;
            if (source == 1 && !hasCodes[0])
                NumberValues(sources[0], 0, first);
            if (!hasCodes[source])
                NumberValues(sources[source], source, target);
            if (source < sources.Length - 1)
                Combine(together[source] ??= new CodeMap(), first, codes, parts: null);
        }

        return true;
    }

    private void NumberValues(Column column, int source, Span<long> numbers)
    {
        var table = byValue[source] ??= new GroupTable(1);
        for (var row = 0; row < numbers.Length; row++)
        {
            var value = column[row];
            numbers[row] = table.FindOrAdd(new ReadOnlySpan<Value>(in value));
        }
    }

    /// <param name="parts">Takes what each new number stands for; null where nobody asks.</param>
    private static void Combine(CodeMap map, Span<long> numbers, ReadOnlySpan<long> codes, List<(long Before, long Code)>? parts)
    {
        for (var row = 0; row < numbers.Length; row++)
        {
            var number = map.Find(numbers[row], codes[row]);
            if (number < 0)
            {
                map.Add(numbers[row], codes[row], number = map.Count);
                parts?.Add((numbers[row], codes[row]));
            }

            numbers[row] = number;
        }
    }
}
