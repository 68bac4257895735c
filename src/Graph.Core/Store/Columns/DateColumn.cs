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
    private readonly Lazy<PartialDate[]> dates;
    private readonly Lazy<int[]> starts;
    private readonly Lazy<int[]> ends;
    private readonly Lazy<bool> areAllDifferent;
    private readonly Lazy<bool> areDays;

    internal DateDictionary(StringDictionary texts)
    {
        Texts = texts;
        dates = new Lazy<PartialDate[]>(() => ReadAll(texts));
        starts = new Lazy<int[]>(() => Array.ConvertAll(dates.Value, date => date.Start.DayNumber));
        ends = new Lazy<int[]>(() => Array.ConvertAll(dates.Value, date => date.End.DayNumber));
        areAllDifferent = new Lazy<bool>(FindAllDifferent);
        areDays = new Lazy<bool>(() => Array.TrueForAll(dates.Value, date => date.Precision == DatePrecision.Day));
    }

    public int Count => Texts.Count;

    /// <summary>The first day of each date, as <see cref="CalendarDay.DayNumber"/>.</summary>
    public ReadOnlySpan<int> Starts => starts.Value;

    /// <summary>The last day of each date, as <see cref="CalendarDay.DayNumber"/>.</summary>
    public ReadOnlySpan<int> Ends => ends.Value;

    /// <summary>Whether no two dates are equal, each being written in one way only.</summary>
    public bool AreAllDifferent => areAllDifferent.Value;

    /// <summary>Whether every date is one day and written as such, so that its day number says all of it.</summary>
    public bool AreDays => areDays.Value;

    /// <summary>The dates as written; not sorted as strings.</summary>
    public StringDictionary Texts { get; }

    public PartialDate GetDate(int id) => dates.Value[id];

    /// <summary>Equal dates stand beside each other.</summary>
    private bool FindAllDifferent()
    {
        for (var id = 1; id < Count; id++)
        {
            if (PartialDate.AreEqual(GetDate(id - 1), GetDate(id)))
                return false;
        }

        return true;
    }

    private static PartialDate[] ReadAll(StringDictionary texts)
    {
        var dates = new PartialDate[texts.Count];
        for (var id = 0; id < dates.Length; id++)
        {
            dates[id] = PartialDate.TryParse(texts.GetString(id), out var date, out var reason)
                ? date
                : throw new InvalidDataException($"A stored date is no date: {reason}.");
        }

        return dates;
    }
}
