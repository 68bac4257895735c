namespace Graph.Core;

/// <summary>Partial dates as ids of a dictionary in their total order.</summary>
public sealed class DateColumn : PropertyColumn
{
    internal DateColumn(string key, DateDictionary dictionary, IntegerVector ids, Validity validity)
        : base(key, ids.Count, validity)
    {
        Dictionary = dictionary;
        Ids = ids;
    }

    public override ValueKind? Kind => ValueKind.Date;

    public DateDictionary Dictionary { get; }

    /// <summary>The id of each row, 0 where there is no value.</summary>
    public IntegerVector Ids { get; }

    public override PropertyColumn Select(ReadOnlySpan<int> rows) =>
        new DateColumn(Key, Dictionary, Ids.Select(rows), Validity.Select(rows));

    private protected override Value GetPresentValue(int row) => Value.FromDate(Dictionary.GetDate((int)Ids[row]));
}

/// <summary>
/// Dates by id, each text once, in the total order and then by text. Dates that are written differently and cover the same days are
/// equal but have different ids. The texts are read when a date is first asked for.
/// </summary>
public sealed class DateDictionary
{
    // As YYYY-MM-DD; no other form has as many letters.
    private const int DayLength = 10;

    private readonly Lazy<PartialDate?[]> dates;
    private readonly Lazy<(int[] Starts, int[] Ends)> days;
    private readonly Lazy<bool> areAllDifferent;
    private readonly Lazy<bool> areDays;

    internal DateDictionary(StringDictionary texts)
    {
        Texts = texts;
        dates = new Lazy<PartialDate?[]>(() => new PartialDate?[texts.Count]);
        days = new Lazy<(int[], int[])>(ReadDays);
        areAllDifferent = new Lazy<bool>(FindAllDifferent);
        areDays = new Lazy<bool>(FindDays);
    }

    public int Count => Texts.Count;

    /// <summary>The first day of each date, as <see cref="CalendarDay.DayNumber"/>.</summary>
    public ReadOnlySpan<int> Starts => days.Value.Starts;

    /// <summary>The last day of each date, as <see cref="CalendarDay.DayNumber"/>.</summary>
    public ReadOnlySpan<int> Ends => days.Value.Ends;

    /// <summary>Whether no two dates are equal, each being written in one way only.</summary>
    public bool AreAllDifferent => areAllDifferent.Value;

    /// <summary>Whether every date is one day and written as such, so that its day number says all of it.</summary>
    public bool AreDays => areDays.Value;

    /// <summary>The dates as written; not sorted as strings.</summary>
    public StringDictionary Texts { get; }

    public PartialDate GetDate(int id) => dates.Value[id] ??= Parse(id);

    /// <summary>Equal dates stand beside each other.</summary>
    private bool FindAllDifferent()
    {
        var (starts, ends) = days.Value;
        for (var id = 1; id < Count; id++)
        {
            if (starts[id - 1] == starts[id] && ends[id - 1] == ends[id])
                return false;
        }

        return true;
    }

    private bool FindDays()
    {
        for (var id = 0; id < Count; id++)
        {
            if (Texts.GetUtf8(id).Length != DayLength)
                return false;
        }

        return true;
    }

    /// <summary>The days of all dates, without making a date or a text of those that are written as a day.</summary>
    private (int[] Starts, int[] Ends) ReadDays()
    {
        var starts = new int[Count];
        var ends = AreDays ? starts : new int[Count];
        for (var id = 0; id < starts.Length; id++)
        {
            if (PartialDateParser.TryReadDay(Texts.GetUtf8(id), out var day))
                starts[id] = ends[id] = day.DayNumber;
            else
                (starts[id], ends[id]) = (GetDate(id).Start.DayNumber, GetDate(id).End.DayNumber);
        }

        return (starts, ends);
    }

    private PartialDate Parse(int id) => PartialDate.TryParse(Texts.GetString(id), out var date, out var reason)
        ? date
        : throw new InvalidDataException($"A stored date is no date: {reason}.");
}
