namespace Graph.Core;

/// <summary>
/// The Gregorian calendar by its other countings: weeks and days of the year (ISO 8601), quarters, months that are added.
/// </summary>
public static class Calendar
{
    private const int DaysPerWeek = 7;

    // 0000-01-01, day 0, is a Saturday.
    private const int DayOfWeekOfDayZero = 6;

    private static readonly CalendarDay LastDay = CalendarDay.From(CalendarDay.MaximumYear, 12, 31);

    public static bool IsInRange(long dayNumber) => dayNumber >= 0 && dayNumber <= LastDay.DayNumber;

    public static bool TryCreate(long year, long month, long day, out CalendarDay result)
    {
        var exists = year is >= 0 and <= CalendarDay.MaximumYear && month is >= 1 and <= 12 && day >= 1
            && day <= CalendarDay.DaysInMonth((int)year, (int)month);
        result = exists ? CalendarDay.From((int)year, (int)month, (int)day) : default;
        return exists;
    }

    public static bool TryCreateOrdinal(long year, long ordinal, out CalendarDay result)
    {
        var exists = year is >= 0 and <= CalendarDay.MaximumYear && ordinal >= 1 && ordinal <= DaysInYear((int)year);
        result = exists ? new CalendarDay(CalendarDay.From((int)year, 1, 1).DayNumber + (int)ordinal - 1) : default;
        return exists;
    }

    /// <param name="dayOfWeek">From 1, Monday, to 7.</param>
    public static bool TryCreateWeek(long year, long week, long dayOfWeek, out CalendarDay result)
    {
        result = default;
        if (year is < 0 or > CalendarDay.MaximumYear || week < 1 || week > WeeksInYear((int)year) || dayOfWeek is < 1 or > DaysPerWeek)
            return false;
        var number = FirstMonday((int)year) + ((week - 1) * DaysPerWeek) + dayOfWeek - 1;
        result = IsInRange(number) ? new CalendarDay((int)number) : default;
        return IsInRange(number);
    }

    public static bool TryCreateQuarter(long year, long quarter, long dayOfQuarter, out CalendarDay result)
    {
        result = default;
        if (quarter is < 1 or > 4 || !TryCreate(year, FirstMonth(quarter), 1, out var first))
            return false;
        var next = quarter == 4
            ? CalendarDay.From((int)year, 12, 31).DayNumber + 1
            : CalendarDay.From((int)year, FirstMonth(quarter + 1), 1).DayNumber;
        var number = first.DayNumber + dayOfQuarter - 1;
        result = dayOfQuarter >= 1 && number < next ? new CalendarDay((int)number) : default;
        return dayOfQuarter >= 1 && number < next;
    }

    /// <summary>The last day of the month where the day does not exist there: a month after 31 January is the end of February.</summary>
    public static bool TryAddMonths(CalendarDay day, long months, out CalendarDay result)
    {
        result = default;
        const long Most = 12L * (CalendarDay.MaximumYear + 1);
        if (months is < -Most or > Most)
            return false;
        var (year, month) = Math.DivRem((day.Year * 12) + day.Month - 1 + months, 12);
        if (month < 0)
            (year, month) = (year - 1, month + 12);
        if (year is < 0 or > CalendarDay.MaximumYear)
            return false;
        result = CalendarDay.From((int)year, (int)month + 1, Math.Min(day.Day, CalendarDay.DaysInMonth((int)year, (int)month + 1)));
        return true;
    }

    public static int Quarter(CalendarDay day) => ((day.Month - 1) / 3) + 1;

    public static int DayOfQuarter(CalendarDay day) =>
        day.DayNumber - CalendarDay.From(day.Year, FirstMonth(Quarter(day)), 1).DayNumber + 1;

    public static int DayOfYear(CalendarDay day) => day.DayNumber - CalendarDay.From(day.Year, 1, 1).DayNumber + 1;

    /// <summary>From 1, Monday, to 7.</summary>
    public static int DayOfWeek(CalendarDay day) => ((day.DayNumber + DayOfWeekOfDayZero - 1) % DaysPerWeek) + 1;

    /// <summary>The year and week of ISO 8601; the first days of January may lie in the year before.</summary>
    public static (int Year, int Week) GetWeek(CalendarDay day)
    {
        var year = day.Year;
        if (day.DayNumber < FirstMonday(year))
            year--;
        else if (day.DayNumber >= FirstMonday(year) + (WeeksInYear(year) * DaysPerWeek))
            year++;
        return (year, (int)((day.DayNumber - FirstMonday(year)) / DaysPerWeek) + 1);
    }

    private static int FirstMonth(long quarter) => ((int)quarter * 3) - 2;

    private static int DaysInYear(int year) => CalendarDay.DaysInMonth(year, 2) + 337;

    private static int WeeksInYear(int year) => (int)((FirstMonday(year + 1) - FirstMonday(year)) / DaysPerWeek);

    /// <summary>The Monday of the week that holds 4 January. The years next to those of the calendar have one too.</summary>
    private static long FirstMonday(int year)
    {
        var fourth = DaysBefore(year) + 3;
        var dayOfWeek = ((fourth + DayOfWeekOfDayZero - 1) % DaysPerWeek + DaysPerWeek) % DaysPerWeek;
        return fourth - dayOfWeek;
    }

    private static long DaysBefore(int year) => year switch
    {
        < 0 => -365,
        > CalendarDay.MaximumYear => LastDay.DayNumber + 1L,
        _ => CalendarDay.From(year, 1, 1).DayNumber,
    };
}
