namespace Graph.Core;

/// <summary>A day of the proleptic Gregorian calendar from 0000-01-01, which is day 0, to 9999-12-31.</summary>
public readonly record struct CalendarDay(int DayNumber) : IComparable<CalendarDay>
{
    public const int MaximumYear = 9999;

    // DateOnly begins with year 1; year 0 is a leap year like year 4.
    private const int DaysOfYearZero = 366;
    private const int LeapYear = 4;

    public int Year => DayNumber < DaysOfYearZero ? 0 : Date.Year;

    public int Month => Date.Month;

    public int Day => Date.Day;

    private DateOnly Date => DayNumber < DaysOfYearZero
        ? new DateOnly(LeapYear, 1, 1).AddDays(DayNumber)
        : DateOnly.FromDayNumber(DayNumber - DaysOfYearZero);

    public static CalendarDay From(int year, int month, int day) => year == 0
        ? new CalendarDay(new DateOnly(LeapYear, month, day).DayOfYear - 1)
        : new CalendarDay(new DateOnly(year, month, day).DayNumber + DaysOfYearZero);

    public static CalendarDay From(DateOnly date) => new(date.DayNumber + DaysOfYearZero);

    public static int DaysInMonth(int year, int month) => DateTime.DaysInMonth(year == 0 ? LeapYear : year, month);

    public int CompareTo(CalendarDay other) => DayNumber.CompareTo(other.DayNumber);

    /// <summary>As <c>YYYY-MM-DD</c>.</summary>
    public override string ToString() => string.Create(null, $"{Year:0000}-{Month:00}-{Day:00}");

    public static bool operator <(CalendarDay left, CalendarDay right) => left.DayNumber < right.DayNumber;

    public static bool operator >(CalendarDay left, CalendarDay right) => left.DayNumber > right.DayNumber;

    public static bool operator <=(CalendarDay left, CalendarDay right) => left.DayNumber <= right.DayNumber;

    public static bool operator >=(CalendarDay left, CalendarDay right) => left.DayNumber >= right.DayNumber;
}
