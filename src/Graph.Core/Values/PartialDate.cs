using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Graph.Core;

public enum DatePrecision : byte
{
    Day,
    Month,
    Year,
    Interval,
}

/// <summary>
/// A day that is known to lie between two days: a year, a month, a day, or an interval of them (EDTF level 0). Prints as it was written.
/// Dates are equal if they cover the same days, however they are written; in order they stand by first day, a year before its months.
/// </summary>
[JsonConverter(typeof(PartialDateJsonConverter))]
[SuppressMessage("Design", "CA1036",
    Justification = "Whether one date is before another may be open, which IsLess says and an operator could not.")]
public sealed class PartialDate : IEquatable<PartialDate>, IComparable<PartialDate>, IComparable, IParsable<PartialDate>
{
    private string? text;

    /// <param name="text">Null for a day, which is written in one way only, and only when somebody asks for it.</param>
    internal PartialDate(CalendarDay start, CalendarDay end, DatePrecision precision, string? text)
    {
        Start = start;
        End = end;
        Precision = precision;
        this.text = text;
    }

    /// <summary>The first possible day.</summary>
    public CalendarDay Start { get; }

    /// <summary>The last possible day, inclusive.</summary>
    public CalendarDay End { get; }

    /// <summary>As it was written: two dates with a slash between them are an interval, even where both are the same.</summary>
    public DatePrecision Precision { get; }

    public string Text => text ??= Start.ToString();

    /// <summary>The year, where it is known.</summary>
    public int? Year => Start.Year == End.Year ? Start.Year : null;

    /// <summary>The month, where it and the year are known.</summary>
    public int? Month => Year is not null && Start.Month == End.Month ? Start.Month : null;

    /// <summary>The day of the month, where the date is known to the day.</summary>
    public int? Day => Start == End ? Start.Day : null;

    /// <summary>Reads <c>2022</c>, <c>2022-01</c>, <c>2022-01-05</c> or two of these with a slash between; else says why not.</summary>
    /// <param name="reason">Completes the sentence "'2022-13' is no date: ...", without a full stop.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out PartialDate? date, [NotNullWhen(false)] out string? reason) =>
        PartialDateParser.TryParse(text, out date, out reason);

    public static PartialDate FromDay(CalendarDay day) => new(day, day, DatePrecision.Day, null);

    /// <summary>Written as the year or month that the days are, where they are one, else as an interval.</summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public static PartialDate FromDays(CalendarDay start, CalendarDay end)
    {
        if (end < start)
            throw new ArgumentException("The last day is before the first.");
        if (start == end)
            return FromDay(start);

        var endsMonth = start.Day == 1 && end.Day == CalendarDay.DaysInMonth(end.Year, end.Month) && start.Year == end.Year;
        if (endsMonth && start.Month == end.Month)
            return new PartialDate(start, end, DatePrecision.Month, start.ToString()[..7]);
        return endsMonth && start.Month == 1 && end.Month == 12
            ? new PartialDate(start, end, DatePrecision.Year, start.ToString()[..4])
            : new PartialDate(start, end, DatePrecision.Interval, $"{start}/{end}");
    }

    /// <summary>Same first and same last day.</summary>
    public static bool AreEqual(PartialDate left, PartialDate right) => left.Start == right.Start && left.End == right.End;

    /// <summary>Whether the day of the left is before that of the right; null where the intervals leave it open.</summary>
    public static bool? IsLess(PartialDate left, PartialDate right)
    {
        if (left.End < right.Start)
            return true;
        return left.Start >= right.End || AreEqual(left, right) ? false : null;
    }

    /// <summary>Defined by itself, as it knows more than "less or equal": intervals that touch in one day are in order.</summary>
    public static bool? IsLessOrEqual(PartialDate left, PartialDate right)
    {
        if (left.End <= right.Start || AreEqual(left, right))
            return true;
        return left.Start > right.End ? false : null;
    }

    public static bool Overlaps(PartialDate left, PartialDate right) => left.Start <= right.End && right.Start <= left.End;

    /// <summary>Whether every day of the left is one of the right.</summary>
    public static bool Within(PartialDate left, PartialDate right) => right.Start <= left.Start && left.End <= right.End;

    /// <summary>The total order: by first day, then the longer interval first, so that a year stands before its months.</summary>
    public static int Compare(PartialDate left, PartialDate right)
    {
        var order = left.Start.CompareTo(right.Start);
        return order != 0 ? order : right.End.CompareTo(left.End);
    }

    /// <summary>Reads a date as <see cref="TryParse(string, out PartialDate, out string)"/> does.</summary>
    /// <param name="provider">Does not matter: dates are written in one way everywhere.</param>
    /// <exception cref="FormatException">The text is no date; the message says why.</exception>
    public static PartialDate Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var date, out string? reason) ? date : throw new FormatException($"'{s}' is no date: {reason}.");
    }

    /// <summary>Reads a date, or gives false for a text that is none.</summary>
    /// <param name="provider">Does not matter: dates are written in one way everywhere.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out PartialDate result)
    {
        result = null;
        return s is not null && TryParse(s, out result, out string? _);
    }

    /// <summary>The date of one day.</summary>
    public static implicit operator PartialDate(DateOnly day) => FromDay(CalendarDay.From(day.Year, day.Month, day.Day));

    public bool Equals(PartialDate? other) => other is not null && AreEqual(this, other);

    public override bool Equals(object? obj) => Equals(obj as PartialDate);

    public override int GetHashCode() => HashCode.Combine(Start, End);

    /// <summary>By first day, then the longer interval first; null stands before all.</summary>
    public int CompareTo(PartialDate? other) => other is null ? 1 : Compare(this, other);

    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        PartialDate other => CompareTo(other),
        _ => throw new ArgumentException("A date can be compared with a date only.", nameof(obj)),
    };

    public override string ToString() => Text;
}
