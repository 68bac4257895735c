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

    private protected override Value GetPresentValue(int row) => Value.FromDate(Dictionary.GetDate((int)Ids[row]));
}

/// <summary>
/// Dates by id, each text once, in the total order and then by text. Dates that are written differently and cover the same days are
/// equal but have different ids.
/// </summary>
public sealed class DateDictionary
{
    private readonly ReadOnlyMemory<int> starts;
    private readonly ReadOnlyMemory<int> ends;
    private readonly PartialDate?[] dates;

    internal DateDictionary(ReadOnlyMemory<int> starts, ReadOnlyMemory<int> ends, StringDictionary texts)
    {
        this.starts = starts;
        this.ends = ends;
        Texts = texts;
        dates = new PartialDate?[texts.Count];
    }

    public int Count => dates.Length;

    /// <summary>The first day of each date, as <see cref="CalendarDay.DayNumber"/>.</summary>
    public ReadOnlySpan<int> Starts => starts.Span;

    /// <summary>The last day of each date, as <see cref="CalendarDay.DayNumber"/>.</summary>
    public ReadOnlySpan<int> Ends => ends.Span;

    /// <summary>The dates as written; not sorted as strings.</summary>
    public StringDictionary Texts { get; }

    internal ReadOnlyMemory<int> StartMemory => starts;

    internal ReadOnlyMemory<int> EndMemory => ends;

    public PartialDate GetDate(int id) => dates[id] ??= Read(Texts.GetString(id));

    private static PartialDate Read(string text) =>
        PartialDate.TryParse(text, out var date, out var reason) ? date : throw new InvalidDataException($"'{text}' is no date: {reason}.");
}
