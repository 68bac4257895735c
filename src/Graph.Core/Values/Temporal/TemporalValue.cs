namespace Graph.Core;

/// <summary>
/// A time of day or a point in time, with an offset from UTC or without. A point in time may also know the zone that its offset comes
/// from. Exact to the nanosecond; dates alone are <see cref="PartialDate"/>.
/// </summary>
public sealed class TemporalValue
{
    public const long NanosecondsPerSecond = 1_000_000_000;
    public const long NanosecondsPerDay = SecondsPerDay * NanosecondsPerSecond;
    public const long SecondsPerDay = 86_400;

    /// <summary>The offsets that ISO 8601 and the zones of the world know, in seconds.</summary>
    public const int LargestOffset = 18 * 3600;

    private static readonly int EpochDay = CalendarDay.From(1970, 1, 1).DayNumber;

    private TemporalValue(ValueKind kind, CalendarDay day, long nanosecondOfDay, int offset, string? zone)
    {
        Kind = kind;
        Day = day;
        NanosecondOfDay = nanosecondOfDay;
        Offset = offset;
        Zone = zone;
    }

    /// <summary>One of LocalTime, Time, LocalDateTime, DateTime.</summary>
    public ValueKind Kind { get; }

    /// <summary>The day on the wall; without meaning for times of day.</summary>
    public CalendarDay Day { get; }

    /// <summary>The time on the wall, from 0 to before <see cref="NanosecondsPerDay"/>.</summary>
    public long NanosecondOfDay { get; }

    /// <summary>Seconds that the wall is ahead of UTC; 0 where there is no offset.</summary>
    public int Offset { get; }

    /// <summary>The name of the zone in the time zone database; null for an offset alone.</summary>
    public string? Zone { get; }

    public bool HasDay => Kind is ValueKind.LocalDateTime or ValueKind.DateTime;

    public bool HasOffset => Kind is ValueKind.Time or ValueKind.DateTime;

    /// <summary><c>Z</c>, <c>+01:00</c>, <c>-02:05:07</c>.</summary>
    public string OffsetText => TemporalText.FormatOffset(Offset);

    /// <summary>Seconds since 1970-01-01T00:00 UTC, rounded down; of a wall without an offset as if it were UTC.</summary>
    public long EpochSeconds => ((long)(Day.DayNumber - EpochDay) * SecondsPerDay) + (NanosecondOfDay / NanosecondsPerSecond) - Offset;

    public static TemporalValue FromLocalTime(long nanosecondOfDay) => new(ValueKind.LocalTime, default, nanosecondOfDay, 0, null);

    public static TemporalValue FromTime(long nanosecondOfDay, int offset) => new(ValueKind.Time, default, nanosecondOfDay, offset, null);

    public static TemporalValue FromLocalDateTime(CalendarDay day, long nanosecondOfDay) =>
        new(ValueKind.LocalDateTime, day, nanosecondOfDay, 0, null);

    public static TemporalValue FromDateTime(CalendarDay day, long nanosecondOfDay, int offset, string? zone) =>
        new(ValueKind.DateTime, day, nanosecondOfDay, offset, zone);

    /// <summary>
    /// The total order of two values of one kind: by instant, then from west to east, then by the name of the zone. So only values that
    /// are alike in everything are equal.
    /// </summary>
    public static int Compare(TemporalValue left, TemporalValue right)
    {
        var order = left.HasDay ? left.EpochSeconds.CompareTo(right.EpochSeconds) : left.InstantOfDay.CompareTo(right.InstantOfDay);
        if (order == 0 && left.HasDay)
            order = (left.NanosecondOfDay % NanosecondsPerSecond).CompareTo(right.NanosecondOfDay % NanosecondsPerSecond);
        if (order == 0)
            order = left.Offset.CompareTo(right.Offset);
        return order != 0 ? order : string.CompareOrdinal(left.Zone, right.Zone);
    }

    /// <summary>As ISO 8601 writes it, seconds only where there are any: <c>2015-07-21T21:40:32.142+02:00[Europe/Stockholm]</c>.</summary>
    public override string ToString() => TemporalText.Format(this);

    private long InstantOfDay => NanosecondOfDay - (Offset * NanosecondsPerSecond);
}
