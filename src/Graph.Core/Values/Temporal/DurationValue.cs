namespace Graph.Core;

/// <summary>
/// An amount of time in months, days and seconds, which do not turn into one another: a month has no fixed number of days, and a day no
/// fixed number of seconds. Each part has its own sign.
/// </summary>
public sealed class DurationValue
{
    /// <summary>The seconds of the 400 years of the calendar, divided by their months.</summary>
    public const long AverageSecondsPerMonth = 2_629_746;

    /// <param name="nanoseconds">From 0 to 999,999,999, also where the seconds are negative.</param>
    public DurationValue(long months, long days, long seconds, int nanoseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nanoseconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(nanoseconds, TemporalValue.NanosecondsPerSecond);
        (Months, Days, Seconds, Nanoseconds) = (months, days, seconds, nanoseconds);
    }

    public static DurationValue Zero { get; } = new(0, 0, 0, 0);

    public long Months { get; }

    public long Days { get; }

    /// <summary>Rounded down; <see cref="Nanoseconds"/> is what is added to it.</summary>
    public long Seconds { get; }

    public int Nanoseconds { get; }

    /// <summary>Whether all parts are the same: a day is not 24 hours.</summary>
    public static bool AreEqual(DurationValue left, DurationValue right) =>
        left.Months == right.Months && left.Days == right.Days && left.Seconds == right.Seconds && left.Nanoseconds == right.Nanoseconds;

    /// <summary>A total order for sorting: by length with months and days of average length, then by the parts.</summary>
    public static int Compare(DurationValue left, DurationValue right)
    {
        var order = left.AverageSeconds.CompareTo(right.AverageSeconds);
        if (order == 0)
            order = left.Nanoseconds.CompareTo(right.Nanoseconds);
        if (order == 0)
            order = left.Months.CompareTo(right.Months);
        return order != 0 ? order : left.Days.CompareTo(right.Days);
    }

    /// <summary>As ISO 8601 writes it, with a sign for each part: <c>P1Y2M10DT-2H</c>.</summary>
    public override string ToString() => TemporalText.Format(this);

    private Int128 AverageSeconds => ((Int128)Months * AverageSecondsPerMonth) + ((Int128)Days * TemporalValue.SecondsPerDay) + Seconds;
}
