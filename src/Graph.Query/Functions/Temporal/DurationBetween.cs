namespace Graph.Query.Functions;

/// <summary>
/// What lies between two times. A value without a day is taken on the day of the other, one without a time at midnight, and one without
/// a zone in the zone of the other; the second is then read on a clock of the first.
/// </summary>
internal static class DurationBetween
{
    /// <summary>Whole months, then whole days, then seconds.</summary>
    public static Value Between(Value left, Value right) => Compute("duration.between", left, right, (from, to, hasDays) =>
    {
        if (!hasDays)
            return Seconds(from, to);
        var months = MonthsBetween(from, to);
        var afterMonths = TemporalArithmetic.AddToDateTime(from, new DurationValue(months, 0, 0, 0));
        var days = DaysBetween(afterMonths, to);
        var rest = Seconds(TemporalArithmetic.AddToDateTime(afterMonths, new DurationValue(0, days, 0, 0)), to);
        return new DurationValue(months, days, rest.Seconds, rest.Nanoseconds);
    });

    public static Value InMonths(Value left, Value right) => Compute("duration.inMonths", left, right, (from, to, hasDays) =>
        hasDays ? new DurationValue(MonthsBetween(from, to), 0, 0, 0) : DurationValue.Zero);

    public static Value InDays(Value left, Value right) => Compute("duration.inDays", left, right, (from, to, hasDays) =>
        hasDays ? new DurationValue(0, DaysBetween(from, to), 0, 0) : DurationValue.Zero);

    public static Value InSeconds(Value left, Value right) =>
        Compute("duration.inSeconds", left, right, (from, to, _) => Seconds(from, to));

    /// <param name="hasDays">Both sides have a day of their own.</param>
    private delegate DurationValue Measure(TemporalValue from, TemporalValue to, bool hasDays);

    private static Value Compute(string function, Value left, Value right, Measure measure)
    {
        Check(function, left);
        Check(function, right);

        // How much lies between days that are not known is not known.
        if (IsPartial(left) || IsPartial(right))
            return Value.Null;

        var (leftDay, rightDay) = (DayOf(left), DayOf(right));
        var day = leftDay ?? rightDay ?? CalendarDay.From(1970, 1, 1);
        var (leftZone, rightZone) = (ZoneOf(left), ZoneOf(right));
        var from = Place(leftDay ?? day, TimeOf(left), leftZone ?? rightZone);
        var to = Place(rightDay ?? day, TimeOf(right), rightZone ?? leftZone);
        if (leftZone is { } zone && rightZone is not null)
            to = zone.Convert(to);
        return Value.FromDuration(measure(from, to, leftDay is not null && rightDay is not null));
    }

    private static void Check(string function, Value value)
    {
        if (value.Kind != ValueKind.Date && !value.IsTemporal)
            throw RuntimeErrors.InvalidArgument(function, value);
    }

    private static bool IsPartial(Value value) => value.Kind == ValueKind.Date && value.AsDate().Start != value.AsDate().End;

    private static CalendarDay? DayOf(Value value) =>
        value.Kind == ValueKind.Date ? value.AsDate().Start : value.AsTemporal().HasDay ? value.AsTemporal().Day : null;

    private static long TimeOf(Value value) => value.Kind == ValueKind.Date ? 0 : value.AsTemporal().NanosecondOfDay;

    private static Zone? ZoneOf(Value value) => value.Kind == ValueKind.Date ? null : Zone.Of(value.AsTemporal());

    private static TemporalValue Place(CalendarDay day, long time, Zone? zone) =>
        zone is { } known ? known.AtWall(day, time) : TemporalValue.FromLocalDateTime(day, time);

    private static long MonthsBetween(TemporalValue from, TemporalValue to)
    {
        var day = WholeDay(from, to);
        var (first, last) = (Packed(from.Day), Packed(day));
        return (last - first) / 32;
    }

    private static long DaysBetween(TemporalValue from, TemporalValue to) => WholeDay(from, to).DayNumber - from.Day.DayNumber;

    // The last day that is whole: a day that the time of day does not reach is none.
    private static CalendarDay WholeDay(TemporalValue from, TemporalValue to)
    {
        var (days, time) = (to.Day.CompareTo(from.Day), to.NanosecondOfDay.CompareTo(from.NanosecondOfDay));
        var step = days > 0 && time < 0 ? -1 : days < 0 && time > 0 ? 1 : 0;
        return new CalendarDay(to.Day.DayNumber + step);
    }

    // Months in steps of 32 days, so that the difference of two is a whole number of months only where the day is reached.
    private static long Packed(CalendarDay day) => ((((day.Year * 12L) + day.Month) - 1) * 32) + day.Day;

    private static DurationValue Seconds(TemporalValue from, TemporalValue to)
    {
        var nanoseconds =
            (to.NanosecondOfDay % TemporalValue.NanosecondsPerSecond) - (from.NanosecondOfDay % TemporalValue.NanosecondsPerSecond);
        var (carried, rest) = Clock.FloorDivide(nanoseconds, TemporalValue.NanosecondsPerSecond);
        return new DurationValue(0, 0, to.EpochSeconds - from.EpochSeconds + carried, (int)rest);
    }
}
