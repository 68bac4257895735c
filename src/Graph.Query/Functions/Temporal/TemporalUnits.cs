namespace Graph.Query.Functions;

/// <summary>The units that times are cut off at.</summary>
internal static class TemporalUnits
{
    private static readonly string[] DayUnits = ["millennium", "century", "decade", "year", "weekYear", "quarter", "month", "week", "day"];

    private static readonly KeyValuePair<string, long>[] TimeUnits =
    [
        new("hour", 3600 * TemporalValue.NanosecondsPerSecond),
        new("minute", 60 * TemporalValue.NanosecondsPerSecond),
        new("second", TemporalValue.NanosecondsPerSecond),
        new("millisecond", 1_000_000),
        new("microsecond", 1000),
    ];

    /// <summary>The unit as it is written in any case.</summary>
    /// <param name="hasDay">Units of the calendar are known too, not only those of a day.</param>
    /// <param name="hasTime">Units of a day are known.</param>
    /// <exception cref="QueryException">There is no such unit.</exception>
    public static string Find(string function, Value unit, bool hasDay, bool hasTime)
    {
        if (unit.Kind != ValueKind.String)
            throw RuntimeErrors.WrongArgument($"The unit of {function}", "a string", unit);
        string[] known = [.. hasDay ? DayUnits : ["day"], .. hasTime ? TimeUnits.Select(entry => entry.Key) : []];
        return Array.Find(known, name => name.Equals(unit.AsString(), StringComparison.OrdinalIgnoreCase))
            ?? throw TemporalErrors.UnknownUnit(function, unit.AsString(), known);
    }

    /// <exception cref="QueryException">The week begins before the calendar.</exception>
    public static CalendarDay Truncate(CalendarDay day, string unit) => unit switch
    {
        "millennium" => CalendarDay.From(day.Year / 1000 * 1000, 1, 1),
        "century" => CalendarDay.From(day.Year / 100 * 100, 1, 1),
        "decade" => CalendarDay.From(day.Year / 10 * 10, 1, 1),
        "year" => CalendarDay.From(day.Year, 1, 1),
        "weekYear" => Calendar.TryCreateWeek(Calendar.GetWeek(day).Year, 1, 1, out var first)
            ? first
            : throw TemporalErrors.OutsideCalendar(),
        "quarter" => CalendarDay.From(day.Year, (Calendar.Quarter(day) * 3) - 2, 1),
        "month" => CalendarDay.From(day.Year, day.Month, 1),
        "week" => Clock.Day(day.DayNumber - Calendar.DayOfWeek(day) + 1),
        _ => day,
    };

    public static long Truncate(long nanosecondOfDay, string unit)
    {
        var size = Array.Find(TimeUnits, entry => entry.Key == unit).Value;
        return size == 0 ? 0 : nanosecondOfDay - (nanosecondOfDay % size);
    }
}
