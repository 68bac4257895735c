namespace Graph.Query.Functions;

/// <summary>
/// Durations added to times, to one another, and multiplied. Months are added first, then days, then seconds. What is known of a date
/// only as an interval stays one.
/// </summary>
internal static class TemporalArithmetic
{
    public static bool IsOperand(Value value) => value.IsTemporal || value.Kind is ValueKind.Date or ValueKind.Duration;

    /// <exception cref="QueryException">The values cannot be added.</exception>
    public static Value Add(Value left, Value right)
    {
        if (left.Kind == ValueKind.Duration && right.Kind == ValueKind.Duration)
            return Value.FromDuration(Compute("+", () => DurationParts.From(left.AsDuration()) + DurationParts.From(right.AsDuration())));
        if (left.Kind == ValueKind.Duration && IsOperand(right))
            return Add(right, left.AsDuration());
        return right.Kind == ValueKind.Duration && IsOperand(left)
            ? Add(left, right.AsDuration())
            : throw RuntimeErrors.WrongOperand("+", "a duration beside a date or time", left.Kind == ValueKind.Duration ? right : left);
    }

    /// <exception cref="QueryException">The values cannot be subtracted.</exception>
    public static Value Subtract(Value left, Value right)
    {
        if (right.Kind != ValueKind.Duration)
            throw RuntimeErrors.WrongOperand(
                "-", "a duration after a date, time or duration; duration.between(a, b) is what lies between two", right);
        if (left.Kind == ValueKind.Duration)
            return Value.FromDuration(Compute(
                "-", () => DurationParts.From(left.AsDuration()) + DurationParts.From(right.AsDuration()).Multiply(-1)));
        return IsOperand(left)
            ? Add(left, Compute("-", () => DurationParts.From(right.AsDuration()).Multiply(-1)))
            : throw RuntimeErrors.WrongOperand("-", "a date, time or duration before a duration", left);
    }

    /// <exception cref="QueryException">One of the values is no number, or the product is too long.</exception>
    public static Value Multiply(Value left, Value right)
    {
        var (duration, number) = left.Kind == ValueKind.Duration ? (left, right) : (right, left);
        if (duration.Kind != ValueKind.Duration || !number.IsNumber)
            throw RuntimeErrors.WrongOperand("*", "a number beside a duration", duration.Kind == ValueKind.Duration ? number : duration);
        return Value.FromDuration(Compute("*", () => DurationParts.From(duration.AsDuration()).Multiply(ToDecimal(number))));
    }

    /// <exception cref="QueryException">The divisor is no number, or is zero.</exception>
    public static Value Divide(Value left, Value right)
    {
        if (left.Kind != ValueKind.Duration || !right.IsNumber)
            throw RuntimeErrors.WrongOperand("/", "a duration before a number", left.Kind == ValueKind.Duration ? right : left);
        return right.AsNumber() == 0
            ? throw RuntimeErrors.DivisionByZero()
            : Value.FromDuration(Compute("/", () => DurationParts.From(left.AsDuration()).Divide(ToDecimal(right))));
    }

    public static DurationValue Negate(DurationValue duration) => Compute("-", () => DurationParts.From(duration).Multiply(-1));

    /// <summary>A duration from its parts, or the error of the operation where they are too large.</summary>
    public static DurationValue Compute(string operation, Func<DurationParts> compute)
    {
        try
        {
            return compute().ToDuration();
        }
        catch (OverflowException)
        {
            throw RuntimeErrors.Overflow(operation);
        }
    }

    /// <exception cref="OverflowException">The number is not finite or too large.</exception>
    public static decimal ToDecimal(Value number) => number.IsInteger ? number.AsInteger() : (decimal)number.AsFloat();

    private static Value Add(Value value, DurationValue duration) => value.Kind switch
    {
        ValueKind.Date => Value.FromDate(AddToDate(value.AsDate(), duration)),
        ValueKind.LocalTime => Value.FromTemporal(TemporalValue.FromLocalTime(AddToTime(value.AsTemporal(), duration))),
        ValueKind.Time => Value.FromTemporal(TemporalValue.FromTime(AddToTime(value.AsTemporal(), duration), value.AsTemporal().Offset)),
        _ => Value.FromTemporal(AddToDateTime(value.AsTemporal(), duration)),
    };

    /// <summary>Months and days are counted on the calendar of the zone, seconds as they pass.</summary>
    public static TemporalValue AddToDateTime(TemporalValue value, DurationValue duration)
    {
        var day = AddToDay(value.Day, duration.Months, duration.Days);
        var nanosecond = (value.NanosecondOfDay % TemporalValue.NanosecondsPerSecond) + duration.Nanoseconds;
        var (carried, rest) = Clock.FloorDivide(nanosecond, TemporalValue.NanosecondsPerSecond);
        if (Zone.Of(value) is { } zone)
        {
            var wall = zone.AtWall(day, value.NanosecondOfDay);
            return zone.AtInstant(Arithmetic.Add(Arithmetic.Add(wall.EpochSeconds, duration.Seconds), carried), rest);
        }

        var seconds = TemporalValue.FromLocalDateTime(day, value.NanosecondOfDay).EpochSeconds;
        var (sumDay, sumTime) = Clock.FromSeconds(Arithmetic.Add(Arithmetic.Add(seconds, duration.Seconds), carried), rest);
        return TemporalValue.FromLocalDateTime(sumDay, sumTime);
    }

    // Times of day go round; months and days change nothing.
    private static long AddToTime(TemporalValue value, DurationValue duration)
    {
        var seconds = duration.Seconds % TemporalValue.SecondsPerDay;
        var sum = value.NanosecondOfDay + (seconds * TemporalValue.NanosecondsPerSecond) + duration.Nanoseconds;
        return Clock.FloorDivide(sum, TemporalValue.NanosecondsPerDay).Remainder;
    }

    private static PartialDate AddToDate(PartialDate date, DurationValue duration)
    {
        // Whole days of the seconds count; what is left of a day does not.
        var seconds = duration.Seconds < 0 && duration.Nanoseconds > 0 ? duration.Seconds + 1 : duration.Seconds;
        var days = Arithmetic.Add(duration.Days, seconds / TemporalValue.SecondsPerDay);
        var start = AddToDay(date.Start, duration.Months, days);
        if (date.Start == date.End)
            return PartialDate.FromDay(start);

        // The day after the last one moves as the first one does, so that a month stays a month.
        var next = date.End.DayNumber + 1;
        var end = Calendar.IsInRange(next)
            ? new CalendarDay(AddToDay(new CalendarDay(next), duration.Months, days).DayNumber - 1)
            : AddToDay(date.End, duration.Months, days);
        return PartialDate.FromDays(start, end);
    }

    private static CalendarDay AddToDay(CalendarDay day, long months, long days)
    {
        if (!Calendar.TryAddMonths(day, months, out var moved))
            throw TemporalErrors.OutsideCalendar();
        return days is < -int.MaxValue or > int.MaxValue ? throw TemporalErrors.OutsideCalendar() : Clock.Day(moved.DayNumber + days);
    }
}
