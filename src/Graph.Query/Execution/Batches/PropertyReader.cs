namespace Graph.Query.Execution;

/// <summary>
/// One property of all nodes, or of all edges: a column for each label set or relation type, found once per query. Beside values it gives
/// codes: numbers that are equal only for equivalent values, so that rows can be grouped and compared without making values.
/// </summary>
internal sealed partial class PropertyReader
{
    /// <summary>The code of a row without a value.</summary>
    public const long NullCode = long.MinValue;

    private readonly PropertySection[] sections;
    private readonly OrderForm form;
    private readonly StringColumn? onlyStrings;
    private readonly DateDictionary? onlyDates;
    private readonly TextNumbers texts;
    private readonly bool areStrings;

    private PropertyReader(IEnumerable<(int Start, int End, PropertyColumn? Column)> sections)
    {
        this.sections = [.. sections.Select((section, index) => new PropertySection(index, section.Start, section.End, section.Column))];
        IsCoded = this.sections.All(section => section.IsCoded);
        HasIntegerCodes = this.sections.All(section => section.HasIntegerCodes);
        form = FindOrderForm(this.sections);
        ValueCount = CountValues(this.sections);
        var filled = this.sections.Where(section => section.HasColumn).ToList();
        onlyStrings = filled.Count == 1 ? filled[0].Strings : null;
        onlyDates = filled.Count == 1 ? filled[0].Dates?.Dictionary : null;
        texts = new TextNumbers(this.sections);
        areStrings = filled.TrueForAll(section => section.Strings is not null);
        NumberForm = filled.Select(section => section.NumberForm).Distinct().ToList() is [var only] ? only : NumberForm.Other;
    }

    /// <summary>How many different values repeat over the rows; 0 where they are no strings or dates, or hardly repeat.</summary>
    public int ValueCount { get; }

    /// <summary>Whether <see cref="GetCodes"/> can be asked.</summary>
    public bool IsCoded { get; }

    public NumberForm NumberForm { get; }

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

    /// <summary>The column of one label set or relation type.</summary>
    public PropertySection this[int section] => sections[section];

    /// <summary>Whether there are no values but strings.</summary>
    public bool AreStrings => areStrings;

    /// <summary>Codes that tell values of different label sets or relation types apart even where they are equivalent.</summary>
    public void GetCodes(ReadOnlySpan<int> ids, Span<long> codes) =>
        ForEachRun(ids, codes, NullCode, static (section, run, target) => section.GetCodes(run, target));

    /// <summary>The values themselves, <see cref="NullCode"/> for none.</summary>
    public void GetIntegers(ReadOnlySpan<int> ids, Span<long> integers) =>
        ForEachRun(ids, integers, NullCode, static (section, run, target) => section.GetValues(run, target));

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

    /// <summary>Holds each row's value against the items of a list; false, and nothing done, where a column holds other kinds.</summary>
    public bool TryTestMembership(ReadOnlySpan<int> ids, Membership membership, Span<Truth> truths)
    {
        if (!Array.TrueForAll(sections, section => section.AllowsMembership))
            return false;

        ForEachRun(ids, truths, membership.Missing, (section, run, target) => section.TestMembership(run, membership, target));
        return true;
    }

    /// <summary>Integers and floats as floats; false, and nothing done, where a column holds other kinds.</summary>
    public bool TryGetNumbers(ReadOnlySpan<int> ids, Span<double> numbers, Span<bool> isPresent)
    {
        if (!Array.TrueForAll(sections, section => section.AreNumbers))
            return false;

        ForEachRun(ids, numbers, 0.0, static (section, run, target) => section.GetNumbers(run, target));
        FindPresent(ids, isPresent);
        return true;
    }

    /// <summary>The number of each row's value, <see cref="ValueCount"/> for null; one value may have several numbers.</summary>
    public void GetValueNumbers(ReadOnlySpan<int> ids, Span<int> numbers)
    {
        var first = 0;
        var firstNumbers = new int[sections.Length];
        for (var i = 0; i < sections.Length; i++)
        {
            firstNumbers[i] = first;
            first += sections[i].ValueCount;
        }

        ForEachRun(
            ids,
            numbers,
            ValueCount,
            (section, run, target) => section.GetValueNumbers(run, firstNumbers[section.Index], ValueCount, target));
    }

    private static int CountValues(PropertySection[] sections)
    {
        const int RowsAValue = 4;
        const int MostValues = 1 << 20;
        var values = sections.Sum(section => (long)section.ValueCount);
        var rows = sections.Sum(section => (long)section.RowCount);
        return Array.TrueForAll(sections, section => section.HasValueNumbers) && values <= MostValues && values * RowsAValue <= rows
            ? (int)values
            : 0;
    }

    /// <summary>The value of one of <see cref="TryGetExactCodes"/>.</summary>
    public Value Decode(long code)
    {
        if (HasIntegerCodes)
            return Value.FromInteger(code);
        if (onlyDates is not null)
            return Value.FromDate(onlyDates.GetDate((int)code));
        if (!areStrings)
            return Value.FromDate(PartialDate.FromDay(new CalendarDay((int)code)));
        return onlyStrings is null ? texts.Decode((int)code) : Value.FromString(onlyStrings.Dictionary.GetString((int)code));
    }

    /// <summary>The string of a code.</summary>
    public Value DecodeText(long code) => sections[PropertySection.FindIndex(code)].DecodeText(code);

    /// <summary>Tests strings in their UTF-8; false, and nothing done, where a column holds other kinds.</summary>
    public bool TryTestText(ReadOnlySpan<int> ids, TextTest test, Span<Truth> truths)
    {
        if (!areStrings)
            return false;

        ForEachRun(ids, truths, Truth.Unknown, (section, run, target) => section.TestText(run, test, target));
        return true;
    }

    /// <summary>Whether <see cref="TryGetExactCodes"/> gives codes.</summary>
    public bool HasExactCodes => HasIntegerCodes || areStrings || (onlyDates is null ? AreDays : onlyDates.AreAllDifferent);

    /// <summary>Whether there are values, and all are dates of one day.</summary>
    public bool AreDays => form == OrderForm.Days && Array.TrueForAll(sections, section => section.AreDays);

    /// <summary>The day number of each date, <see cref="NullCode"/> for none; only where <see cref="AreDays"/>.</summary>
    public void GetDays(ReadOnlySpan<int> ids, Span<long> days) =>
        ForEachRun(ids, days, NullCode, static (section, run, target) => section.GetDays(run, target));

    /// <summary>Whether exact codes stand in the order of their values.</summary>
    public bool AreExactCodesOrdered =>
        HasIntegerCodes
        || onlyStrings is { IsIdentity: false, Dictionary.IsSorted: true }
        || (onlyDates is null ? AreDays : onlyDates.AreAllDifferent);

    /// <summary>
    /// Numbers that are equal exactly where the values are; false, and nothing done, where the columns do not tell it by numbers.
    /// </summary>
    public bool TryGetExactCodes(ReadOnlySpan<int> ids, Span<long> codes)
    {
        if (!HasExactCodes)
            return false;

        if (HasIntegerCodes || onlyStrings is not null || onlyDates is not null)
            GetIntegers(ids, codes);
        else if (areStrings)
            ForEachRun(ids, codes, NullCode, GetTextNumbers);
        else
            GetDays(ids, codes);
        return true;
    }

    /// <summary>Code points of each string; false, and nothing done, where a column holds other kinds.</summary>
    public bool TryGetTextSizes(ReadOnlySpan<int> ids, Span<long> sizes)
    {
        if (!areStrings)
            return false;

        ForEachRun(ids, sizes, NullCode, static (section, run, target) => section.GetTextSizes(run, target));
        return true;
    }

    /// <summary>Which rows have a value.</summary>
    public void FindPresent(ReadOnlySpan<int> ids, Span<bool> isPresent) =>
        ForEachRun(ids, isPresent, false, static (section, run, target) => section.FindPresent(run, target));

    /// <param name="section">Where the last string stood; the next one mostly stands there too.</param>
    public bool TryGetUtf8(int id, ref int section, out ReadOnlySpan<byte> utf8)
    {
        utf8 = default;
        if (id < 0)
            return false;

        // As several threads may read one column.
        var at = section;
        if (!sections[at].Contains(id))
            section = at = Find(id);
        return sections[at].TryGetUtf8(id, out utf8);
    }

    private bool TryGetUtf8(int id, out ReadOnlySpan<byte> utf8)
    {
        utf8 = default;
        return id >= 0 && sections[Find(id)].TryGetUtf8(id, out utf8);
    }

    private Value Read(int id) => id < 0 ? Value.Null : sections[Find(id)].Read(id);

    private void GetTextNumbers(PropertySection section, ReadOnlySpan<int> ids, Span<long> numbers)
    {
        section.GetValues(ids, numbers);
        texts.Number(section, numbers);
    }

    private delegate void RunAction<T>(PropertySection section, ReadOnlySpan<int> ids, Span<T> target);

    private void ForEachRun<T>(ReadOnlySpan<int> ids, Span<T> target, T missing, RunAction<T> action)
    {
        for (var start = 0; start < ids.Length;)
        {
            var end = FindRunEnd(ids, start, isConsecutive: false, out var section);
            if (section < 0)
                target[start..end].Fill(missing);
            else
                action(sections[section], ids[start..end], target[start..end]);
            start = end;
        }
    }

    /// <summary>The end of the rows that stand in one section; section -1 for rows of null.</summary>
    public int FindRunEnd(ReadOnlySpan<int> ids, int start, bool isConsecutive, out int section)
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

        var length = ids[end..].IndexOfAnyExceptInRange(sections[section].Start, sections[section].End - 1);
        return length < 0 ? ids.Length : end + length;
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
