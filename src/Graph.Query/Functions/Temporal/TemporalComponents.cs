using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>The parts of dates, times and durations that are read by name, as in <c>x.year</c>.</summary>
internal static class TemporalComponents
{
    private static readonly string[] DayNames =
    [
        "year", "quarter", "month", "week", "weekYear", "day", "ordinalDay", "dayOfWeek", "weekDay", "dayOfQuarter",
    ];

    private static readonly string[] TimeNames = ["hour", "minute", "second", "millisecond", "microsecond", "nanosecond"];
    private static readonly string[] OffsetNames = ["timezone", "offset", "offsetMinutes", "offsetSeconds"];
    private static readonly string[] EpochNames = ["epochSeconds", "epochMillis"];
    private static readonly string[] DateNames = ["start", "end", "precision"];

    private static readonly string[] DurationNames =
    [
        "years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds", "nanoseconds",
        "quartersOfYear", "monthsOfQuarter", "monthsOfYear", "daysOfWeek", "minutesOfHour", "secondsOfMinute", "millisecondsOfSecond",
        "microsecondsOfSecond", "nanosecondsOfSecond",
    ];

    /// <summary>The names of the parts of a type; none where it has no parts.</summary>
    public static IEnumerable<string> NamesOf(TypeKind kind) => kind switch
    {
        TypeKind.Date => [.. DayNames, .. DateNames],
        TypeKind.LocalTime => TimeNames,
        TypeKind.Time => [.. TimeNames, .. OffsetNames],
        TypeKind.LocalDateTime => [.. DayNames, .. TimeNames],
        TypeKind.DateTime => [.. DayNames, .. TimeNames, .. OffsetNames, .. EpochNames],
        TypeKind.Duration => DurationNames,
        _ => [],
    };

    /// <summary>The type of a part, or null where the type has no such part.</summary>
    public static StaticType? FindType(TypeKind kind, string name)
    {
        if (!NamesOf(kind).Contains(name))
            return null;
        return name switch
        {
            "start" or "end" => StaticType.Date,
            "precision" or "timezone" or "offset" => StaticType.String,
            _ => StaticType.Integer,
        };
    }

    /// <summary>Null where the value has no such part, or where it is not known of a partial date.</summary>
    public static Value Get(Value value, string name) => value.Kind switch
    {
        ValueKind.Date => OfDate(value.AsDate(), name),
        ValueKind.Duration => OfDuration(value.AsDuration(), name),
        _ => OfTemporal(value.AsTemporal(), name),
    };

    private static Value OfDate(PartialDate date, string name) => name switch
    {
        "start" => Value.FromDate(PartialDate.FromDay(date.Start)),
        "end" => Value.FromDate(PartialDate.FromDay(date.End)),
        "precision" => Value.FromString(date.Precision.ToString().ToLowerInvariant()),
        "year" => FromInteger(date.Year),
        "month" => FromInteger(date.Month),
        "quarter" => date.Year is not null && Calendar.Quarter(date.Start) == Calendar.Quarter(date.End)
            ? FromInteger(Calendar.Quarter(date.Start))
            : Value.Null,
        "weekYear" => Calendar.GetWeek(date.Start).Year == Calendar.GetWeek(date.End).Year
            ? FromInteger(Calendar.GetWeek(date.Start).Year)
            : Value.Null,
        "week" => Calendar.GetWeek(date.Start) == Calendar.GetWeek(date.End) ? FromInteger(Calendar.GetWeek(date.Start).Week) : Value.Null,
        _ => date.Start == date.End ? FromInteger(OfDay(date.Start, name)) : Value.Null,
    };

    private static Value OfTemporal(TemporalValue value, string name)
    {
        if (value.HasDay && OfDay(value.Day, name) is { } part)
            return FromInteger(part);
        if (OfTime(value.NanosecondOfDay, name) is { } time)
            return FromInteger(time);
        return value.HasOffset ? OfOffset(value, name) : Value.Null;
    }

    private static long? OfDay(CalendarDay day, string name) => name switch
    {
        "year" => day.Year,
        "quarter" => Calendar.Quarter(day),
        "month" => day.Month,
        "week" => Calendar.GetWeek(day).Week,
        "weekYear" => Calendar.GetWeek(day).Year,
        "day" => day.Day,
        "ordinalDay" => Calendar.DayOfYear(day),
        "dayOfWeek" or "weekDay" => Calendar.DayOfWeek(day),
        "dayOfQuarter" => Calendar.DayOfQuarter(day),
        _ => null,
    };

    private static long? OfTime(long nanosecondOfDay, string name)
    {
        var (second, nanosecond) = Math.DivRem(nanosecondOfDay, TemporalValue.NanosecondsPerSecond);
        return name switch
        {
            "hour" => second / 3600,
            "minute" => second / 60 % 60,
            "second" => second % 60,
            "millisecond" => nanosecond / 1_000_000,
            "microsecond" => nanosecond / 1000,
            "nanosecond" => nanosecond,
            _ => null,
        };
    }

    private static Value OfOffset(TemporalValue value, string name) => name switch
    {
        "timezone" => Value.FromString(value.Zone ?? value.OffsetText),
        "offset" => Value.FromString(value.OffsetText),
        "offsetMinutes" => Value.FromInteger(value.Offset / 60),
        "offsetSeconds" => Value.FromInteger(value.Offset),
        "epochSeconds" when value.HasDay => Value.FromInteger(value.EpochSeconds),
        "epochMillis" when value.HasDay =>
            Value.FromInteger((value.EpochSeconds * 1000) + (value.NanosecondOfDay % TemporalValue.NanosecondsPerSecond / 1_000_000)),
        _ => Value.Null,
    };

    private static Value OfDuration(DurationValue duration, string name) => name switch
    {
        "years" => Value.FromInteger(duration.Months / 12),
        "quarters" => Value.FromInteger(duration.Months / 3),
        "months" => Value.FromInteger(duration.Months),
        "weeks" => Value.FromInteger(duration.Days / 7),
        "days" => Value.FromInteger(duration.Days),
        "quartersOfYear" => Value.FromInteger(duration.Months / 3 % 4),
        "monthsOfQuarter" => Value.FromInteger(duration.Months % 3),
        "monthsOfYear" => Value.FromInteger(duration.Months % 12),
        "daysOfWeek" => Value.FromInteger(duration.Days % 7),
        _ => FromInteger(OfSeconds(duration.Seconds, duration.Nanoseconds, name)),
    };

    private static long? OfSeconds(long seconds, int nanoseconds, string name) => name switch
    {
        "hours" => seconds / 3600,
        "minutes" => seconds / 60,
        "seconds" => seconds,
        "milliseconds" => InUnit(seconds, nanoseconds, 1000),
        "microseconds" => InUnit(seconds, nanoseconds, 1_000_000),
        "nanoseconds" => InUnit(seconds, nanoseconds, TemporalValue.NanosecondsPerSecond),
        "minutesOfHour" => seconds / 60 % 60,
        "secondsOfMinute" => seconds % 60,
        "millisecondsOfSecond" => nanoseconds / 1_000_000,
        "microsecondsOfSecond" => nanoseconds / 1000,
        "nanosecondsOfSecond" => nanoseconds,
        _ => null,
    };

    private static long InUnit(long seconds, int nanoseconds, long perSecond) =>
        Arithmetic.Add(Arithmetic.Multiply(seconds, perSecond), nanoseconds / (TemporalValue.NanosecondsPerSecond / perSecond));

    private static Value FromInteger(long? number) => number is null ? Value.Null : Value.FromInteger(number.Value);
}
