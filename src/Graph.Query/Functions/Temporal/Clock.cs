namespace Graph.Query.Functions;

/// <summary>Days and times of day against seconds since 1970.</summary>
internal static class Clock
{
    private static readonly int EpochDay = CalendarDay.From(1970, 1, 1).DayNumber;

    /// <exception cref="QueryException">The day is outside the calendar.</exception>
    public static (CalendarDay Day, long NanosecondOfDay) FromSeconds(long seconds, long nanosecond)
    {
        var (days, second) = FloorDivide(seconds, TemporalValue.SecondsPerDay);
        return (Day(days + EpochDay), (second * TemporalValue.NanosecondsPerSecond) + nanosecond);
    }

    /// <exception cref="QueryException">The day is outside the calendar.</exception>
    public static CalendarDay Day(long dayNumber) =>
        Calendar.IsInRange(dayNumber) ? new CalendarDay((int)dayNumber) : throw TemporalErrors.OutsideCalendar();

    public static (long Quotient, long Remainder) FloorDivide(long dividend, long divisor)
    {
        var (quotient, remainder) = Math.DivRem(dividend, divisor);
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder);
    }
}
