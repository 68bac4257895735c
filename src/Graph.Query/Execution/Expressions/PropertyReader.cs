namespace Graph.Query.Execution;

/// <summary>
/// One property of all nodes, or of all edges: a column for each label set or relation type, found once per query. Beside values it gives
/// codes: numbers that are equal only for equivalent values, so that rows can be grouped and compared without making values.
/// </summary>
internal sealed class PropertyReader
{
    /// <summary>The code of a row without a value.</summary>
    public const long NullCode = long.MinValue;

    private readonly PropertySection[] sections;

    private PropertyReader(IEnumerable<(int Start, int End, PropertyColumn? Column)> sections)
    {
        this.sections = [.. sections.Select((section, index) => new PropertySection(index, section.Start, section.End, section.Column))];
        IsCoded = this.sections.All(section => section.IsCoded);
        HasIntegerCodes = this.sections.All(section => section.HasIntegerCodes);
    }

    /// <summary>Whether <see cref="GetCodes"/> can be asked.</summary>
    public bool IsCoded { get; }

    /// <summary>Whether <see cref="GetIntegers"/> can be asked: every value is an integer.</summary>
    public bool HasIntegerCodes { get; }

    public static PropertyReader ForNodes(GraphStore store, string key) =>
        new(store.NodeRanges.Select(range => (range.Start, range.End, range.FindColumn(key))));

    public static PropertyReader ForEdges(GraphStore store, string key) =>
        new(store.EdgeTables.Select(table => (table.FirstEdge, table.EndEdge, table.FindColumn(key))));

    /// <param name="section">Where the last value stood; the next one mostly stands there too.</param>
    public Value Read(int id, ref int section)
    {
        // Several threads may read one column, so the place is taken once.
        var at = section;
        if (!sections[at].Contains(id))
            section = at = Find(id);
        return sections[at].Read(id);
    }

    /// <summary>Codes that tell values of different label sets or relation types apart even where they are equivalent.</summary>
    public void GetCodes(ReadOnlySpan<int> ids, Span<long> codes) =>
        ForEachRun(ids, codes, static (section, run, target) => section.GetCodes(run, target));

    /// <summary>The values themselves, <see cref="NullCode"/> for none.</summary>
    public void GetIntegers(ReadOnlySpan<int> ids, Span<long> integers) =>
        ForEachRun(ids, integers, static (section, run, target) => section.GetValues(run, target));

    /// <summary>Holds each row's value against a constant; false, and nothing done, where the columns do not allow it by codes.</summary>
    public bool TryCompare(ReadOnlySpan<int> ids, bool isConsecutive, CodeComparison comparison, Span<Truth> truths)
    {
        if (!Array.TrueForAll(sections, section => section.Allows(comparison)))
            return false;

        for (var start = 0; start < ids.Length;)
        {
            var end = FindRunEnd(ids, start, isConsecutive, out var section);
            if (section < 0)
                truths[start..end].Fill(Truth.Unknown);
            else
                sections[section].Compare(ids[start..end], isConsecutive, comparison, truths[start..end]);
            start = end;
        }

        return true;
    }

    private delegate void RunAction(PropertySection section, ReadOnlySpan<int> ids, Span<long> target);

    private void ForEachRun(ReadOnlySpan<int> ids, Span<long> target, RunAction action)
    {
        for (var start = 0; start < ids.Length;)
        {
            var end = FindRunEnd(ids, start, isConsecutive: false, out var section);
            if (section < 0)
                target[start..end].Fill(NullCode);
            else
                action(sections[section], ids[start..end], target[start..end]);
            start = end;
        }
    }

    /// <summary>The end of the rows that stand in one section; section -1 for rows of null.</summary>
    private int FindRunEnd(ReadOnlySpan<int> ids, int start, bool isConsecutive, out int section)
    {
        var end = start + 1;
        section = -1;
        if (ids[start] < 0)
        {
            while (end < ids.Length && ids[end] < 0)
                end++;
            return end;
        }

        section = Find(ids[start]);
        if (isConsecutive)
            return Math.Min(ids.Length, start + sections[section].End - ids[start]);

        while (end < ids.Length && sections[section].Contains(ids[end]))
            end++;
        return end;
    }

    private int Find(int id)
    {
        var low = 0;
        var high = sections.Length - 1;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (id < sections[middle].End)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
