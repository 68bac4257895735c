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

    /// <summary>What is remembered, in bytes.</summary>
    public long Bytes => byValue.Sum(table => table is null ? 0 : table.Count * table.BytesPerGroup) + together.Sum(map => map?.Bytes ?? 0);

    /// <summary>Forgets all numbers, as the codes of other columns come.</summary>
    public void Clear()
    {
        Array.Clear(byValue);
        Array.Clear(together);
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
                Combine(together[source] ??= new CodeMap(), first, codes);
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

    private static void Combine(CodeMap map, Span<long> numbers, ReadOnlySpan<long> codes)
    {
        for (var row = 0; row < numbers.Length; row++)
        {
            var number = map.Find(numbers[row], codes[row]);
            if (number < 0)
                map.Add(numbers[row], codes[row], number = map.Count);
            numbers[row] = number;
        }
    }
}
