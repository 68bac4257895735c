namespace Graph.Query.Functions;

/// <summary>The map that a time is made from, with the values that it is made from where a part is not given.</summary>
internal readonly ref struct TemporalFields
{
    private const long NanosecondsPerMinute = 60 * TemporalValue.NanosecondsPerSecond;
    private const long NanosecondsPerHour = 60 * NanosecondsPerMinute;

    private static readonly string[] DayFields =
        ["year", "month", "day", "week", "dayOfWeek", "quarter", "dayOfQuarter", "ordinalDay"];

    private static readonly string[] TimeFields = ["hour", "minute", "second", "millisecond", "microsecond", "nanosecond"];

    private readonly string function;
    private readonly MapValue map;

    /// <param name="sources">The fields that give a whole value to start from: <c>date</c>, <c>time</c>, <c>datetime</c>; and the
    /// zone.</param>
    /// <exception cref="QueryException">The map has a key that is no part of such a value.</exception>
    public TemporalFields(string function, MapValue map, bool hasDay, bool hasTime, params ReadOnlySpan<string> sources)
    {
        this.function = function;
        this.map = map;
        string[] known = [.. hasDay ? DayFields : [], .. hasTime ? TimeFields : [], .. sources];
        foreach (var entry in map.Span)
        {
            if (Array.IndexOf(known, entry.Key) < 0)
                throw TemporalErrors.UnknownField(function, entry.Key, known);
        }
    }

    /// <summary>A field without a value makes the whole unknown.</summary>
    public bool HasNull
    {
        get
        {
            foreach (var entry in map.Span)
            {
                if (entry.Value.IsNull)
                    return true;
            }

            return false;
        }
    }

    public bool Has(string field) => map.TryGet(field, out _);

    public Value this[string field] => map[field];

    /// <exception cref="QueryException">The field is no integer.</exception>
    public long? Integer(string field)
    {
        if (!map.TryGet(field, out var value))
            return null;
        return value.IsInteger ? value.AsInteger() : throw RuntimeErrors.WrongArgument($"{field} of {function}", "an integer", value);
    }

    /// <summary>The zone that is asked for, or null.</summary>
    public Zone? Zone()
    {
        if (!map.TryGet("timezone", out var value))
            return null;
        return value.Kind == ValueKind.String
            ? Functions.Zone.Parse(value.AsString())
            : throw RuntimeErrors.WrongArgument($"timezone of {function}", "a string", value);
    }

    /// <summary>The day that the fields say, by month, week, quarter or ordinal, and for the rest that of a day to start from.</summary>
    /// <exception cref="QueryException">There is no such day, or parts of it are missing.</exception>
    public CalendarDay Day(CalendarDay? start)
    {
        var (byWeek, byQuarter, byOrdinal) = (Has("week") || Has("dayOfWeek"), Has("quarter") || Has("dayOfQuarter"), Has("ordinalDay"));
        var byMonth = Has("month") || (Has("day") && !byQuarter);
        if ((byWeek ? 1 : 0) + (byQuarter ? 1 : 0) + (byOrdinal ? 1 : 0) + (byMonth ? 1 : 0) > 1)
            throw TemporalErrors.NoSuchDay("month, week, quarter and ordinal day cannot be mixed");
        if (start is null && !Has("year"))
            throw TemporalErrors.FieldNeeds(function, FirstField() ?? "hour", "year");

        if (byWeek)
            return DayOfWeek(start);
        if (byQuarter)
            return DayOfQuarter(start);
        return byOrdinal ? DayOfYear(start) : DayOfMonth(start);
    }

    /// <summary>The time of day that the fields say, and for the rest that of a time to start from.</summary>
    /// <param name="start">In nanoseconds; null where a time begins with the hour.</param>
    /// <param name="kept">Nanoseconds of a truncated second, which smaller parts are added to.</param>
    public long Time(long? start, long kept = 0)
    {
        if (start is null)
            CheckOrder();
        var from = start ?? 0;
        var hour = Part("hour", 23) ?? (from / NanosecondsPerHour);
        var minute = Part("minute", 59) ?? (from / NanosecondsPerMinute % 60);
        var second = Part("second", 59) ?? (from / TemporalValue.NanosecondsPerSecond % 60);
        var fraction = Fraction(kept) ?? (from % TemporalValue.NanosecondsPerSecond);
        return (hour * NanosecondsPerHour) + (minute * NanosecondsPerMinute) + (second * TemporalValue.NanosecondsPerSecond) + fraction;
    }

    // The smaller parts have less room where a larger one is given: 123 ms, 456 us, 789 ns.
    private long? Fraction(long kept)
    {
        var (hasMilli, hasMicro) = (Has("millisecond") || kept >= 1_000_000, Has("microsecond") || kept % 1_000_000 >= 1000);
        var milli = Part("millisecond", 999);
        var micro = Part("microsecond", hasMilli ? 999 : 999_999);
        var nano = Part("nanosecond", hasMicro ? 999 : hasMilli ? 999_999 : 999_999_999);
        if (milli is null && micro is null && nano is null)
            return null;
        return ((milli ?? 0) * 1_000_000) + ((micro ?? 0) * 1000) + (nano ?? 0) + (milli is null ? kept : 0);
    }

    private void CheckOrder()
    {
        if (!Has("hour") && (Has("minute") || Has("second") || HasFraction))
            throw TemporalErrors.FieldNeeds(function, "minute", "hour");
        if (!Has("minute") && (Has("second") || HasFraction))
            throw TemporalErrors.FieldNeeds(function, "second", "minute");
        if (!Has("second") && HasFraction)
            throw TemporalErrors.FieldNeeds(function, "nanosecond", "second");
    }

    private string? FirstField()
    {
        foreach (var entry in map.Span)
        {
            if (Array.IndexOf(DayFields, entry.Key) >= 0)
                return entry.Key;
        }

        return null;
    }

    private bool HasFraction => Has("millisecond") || Has("microsecond") || Has("nanosecond");

    private long? Part(string field, long highest)
    {
        var value = Integer(field);
        if (value < 0 || value > highest)
            throw TemporalErrors.FieldOutOfRange(field, value.Value, 0, highest);
        return value;
    }

    private CalendarDay DayOfWeek(CalendarDay? start)
    {
        var from = start is { } day ? Calendar.GetWeek(day) : (Year: 0, Week: 1);
        var (year, week) = (Integer("year") ?? from.Year, Integer("week") ?? from.Week);
        var dayOfWeek = Integer("dayOfWeek") ?? (start is { } known ? Calendar.DayOfWeek(known) : 1);
        return Calendar.TryCreateWeek(year, week, dayOfWeek, out var result)
            ? result
            : throw TemporalErrors.NoSuchDay(string.Create(null, $"year {year}, week {week}, day of week {dayOfWeek}"));
    }

    private CalendarDay DayOfQuarter(CalendarDay? start)
    {
        var year = Integer("year") ?? start!.Value.Year;
        var quarter = Integer("quarter") ?? (start is { } day ? Calendar.Quarter(day) : 1);
        if (start is { } known && !Has("dayOfQuarter") && quarter is >= 1 and <= 4)
        {
            var month = ((quarter - 1) * 3) + ((known.Month - 1) % 3) + 1;
            return Create(year, month, Integer("day") ?? Math.Min(known.Day, LastDay(year, month)));
        }

        var dayOfQuarter = Integer("dayOfQuarter") ?? Integer("day") ?? 1;
        return Calendar.TryCreateQuarter(year, quarter, dayOfQuarter, out var result)
            ? result
            : throw TemporalErrors.NoSuchDay(string.Create(null, $"year {year}, quarter {quarter}, day of quarter {dayOfQuarter}"));
    }

    private CalendarDay DayOfYear(CalendarDay? start)
    {
        var (year, ordinal) = (Integer("year") ?? start!.Value.Year, Integer("ordinalDay")!.Value);
        return Calendar.TryCreateOrdinal(year, ordinal, out var result)
            ? result
            : throw TemporalErrors.NoSuchDay(string.Create(null, $"day {ordinal} of year {year}"));
    }

    private CalendarDay DayOfMonth(CalendarDay? start)
    {
        if (start is null && Has("day") && !Has("month"))
            throw TemporalErrors.FieldNeeds(function, "day", "month");
        var year = Integer("year") ?? start!.Value.Year;
        var month = Integer("month") ?? start?.Month ?? 1;
        return Create(year, month, Integer("day") ?? (start is { } day ? Math.Min(day.Day, LastDay(year, month)) : 1));
    }

    private static int LastDay(long year, long month) => year is >= 0 and <= CalendarDay.MaximumYear && month is >= 1 and <= 12
        ? CalendarDay.DaysInMonth((int)year, (int)month)
        : 31;

    private static CalendarDay Create(long year, long month, long day) => Calendar.TryCreate(year, month, day, out var result)
        ? result
        : throw TemporalErrors.NoSuchDay(string.Create(null, $"year {year}, month {month}, day {day}"));
}
