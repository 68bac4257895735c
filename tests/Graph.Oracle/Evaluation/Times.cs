using NodaTime;
using NodaTime.Text;

namespace Graph.Oracle.Evaluation;

/// <summary>
/// Dates with times, times of day and durations, by NodaTime: of texts in the extended form, and what is computed with them.
/// </summary>
internal static class Times
{
    private const long PerSecond = NodaConstants.NanosecondsPerSecond;
    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private static readonly int EpochDay = CalendarDay.From(1970, 1, 1).DayNumber;

    // What the clock says cannot be compared.
    public static Value? Call(string name, Value[] a) => a.Length == 0 ? throw new TooLargeException() : CallWith(name, a);

    private static Value? CallWith(string name, Value[] a) => name switch
    {
        "duration" => ToDuration(a[0]),
        "format" => Format(a[0], a[1].AsString()),
        "localdatetime" =>
            Convert(a[0], ReadLocal, time => TemporalValue.FromLocalDateTime(DayOf(time.Date), time.TimeOfDay.NanosecondOfDay)),
        "datetime" => Convert(a[0], ReadZoned, time => FromZoned(time)),
        "localtime" =>
            Convert(
                a[0], text => Expect(LocalTimePattern.ExtendedIso.Parse(text)), time => TemporalValue.FromLocalTime(time.NanosecondOfDay)),
        "time" =>
            Convert(
                a[0], text => Expect(OffsetTimePattern.ExtendedIso.Parse(text)),
                time => TemporalValue.FromTime(time.NanosecondOfDay, time.Offset.Seconds)),
        "localdatetime.truncate" => Truncate(a[0].AsString(), a[1]),
        "date.truncate" => TruncateDate(a[0].AsString(), a[1]),
        "duration.between" => Between(a, (from, to, days) => days ? Split(from, to) : Elapsed(from, to)),
        "duration.inMonths" => Between(a, (from, to, days) => FromParts(days ? Months(from, to) : 0, 0, 0)),
        "duration.inDays" => Between(a, (from, to, days) => FromParts(0, days ? Days(from, to) : 0, 0)),
        "duration.inSeconds" => Between(a, (from, to, _) => Elapsed(from, to)),
        _ => null,
    };

    /// <summary>The operators on durations; null where none is an operand.</summary>
    public static Value? Operate(string sign, Value left, Value right) => (sign, left.Kind, right.Kind) switch
    {
        ("+", ValueKind.Duration, ValueKind.Duration) => FromDuration(left.AsDuration(), right.AsDuration(), 1),
        ("-", ValueKind.Duration, ValueKind.Duration) => FromDuration(left.AsDuration(), right.AsDuration(), -1),
        ("+", ValueKind.Duration, _) => Add(right, left.AsDuration(), 1),
        ("+", _, ValueKind.Duration) => Add(left, right.AsDuration(), 1),
        ("-", _, ValueKind.Duration) => Add(left, right.AsDuration(), -1),
        ("*", ValueKind.Duration, ValueKind.Integer) => FromDuration(DurationValue.Zero, left.AsDuration(), right.AsInteger()),
        ("*", ValueKind.Integer, ValueKind.Duration) => FromDuration(DurationValue.Zero, right.AsDuration(), left.AsInteger()),
        _ => null,
    };

    public static Value Component(Value value, string name)
    {
        if (value.Kind == ValueKind.Duration)
            return OfDuration(value.AsDuration(), name);
        var time = value.AsTemporal();
        var clock = LocalTime.FromNanosecondsSinceMidnight(time.NanosecondOfDay);
        return name switch
        {
            "year" when time.HasDay => Value.FromInteger(DateOf(time.Day).Year),
            "month" when time.HasDay => Value.FromInteger(DateOf(time.Day).Month),
            "day" when time.HasDay => Value.FromInteger(DateOf(time.Day).Day),
            "ordinalDay" when time.HasDay => Value.FromInteger(DateOf(time.Day).DayOfYear),
            "week" when time.HasDay => Value.FromInteger(NodaTime.Calendars.WeekYearRules.Iso.GetWeekOfWeekYear(DateOf(time.Day))),
            "hour" => Value.FromInteger(clock.Hour),
            "minute" => Value.FromInteger(clock.Minute),
            "second" => Value.FromInteger(clock.Second),
            "offsetSeconds" when time.HasOffset => Value.FromInteger(time.Offset),
            _ => Value.Null,
        };
    }

    /// <summary>The place of a value in the order of its kind: by instant, then from west to east, then by zone.</summary>
    public static int Compare(TemporalValue left, TemporalValue right)
    {
        var order = Instant(left).CompareTo(Instant(right));
        if (order == 0)
            order = left.Offset.CompareTo(right.Offset);
        return order != 0 ? order : string.CompareOrdinal(left.Zone, right.Zone);
    }

    public static int Compare(DurationValue left, DurationValue right)
    {
        var order = Average(left).CompareTo(Average(right));
        if (order == 0)
            order = left.Months.CompareTo(right.Months);
        return order != 0 ? order : left.Days.CompareTo(right.Days);
    }

    private static Value OfDuration(DurationValue duration, string name) => name switch
    {
        "months" => Value.FromInteger(duration.Months),
        "days" => Value.FromInteger(duration.Days),
        "seconds" => Value.FromInteger(duration.Seconds),
        "hours" => Value.FromInteger(duration.Seconds / 3600),
        _ => Value.Null,
    };

    private static Int128 Instant(TemporalValue time) =>
        ((Int128)(time.HasDay ? time.Day.DayNumber : 0) * NodaConstants.NanosecondsPerDay)
            + time.NanosecondOfDay - ((Int128)time.Offset * PerSecond);

    private static Int128 Average(DurationValue duration) =>
        ((((Int128)duration.Months * 2_629_746) + ((Int128)duration.Days * 86_400) + duration.Seconds) * PerSecond) + duration.Nanoseconds;

    /// <summary>The patterns that random queries hold: what is not the same on the first and the last day of a date is not known.</summary>
    private static Value Format(Value value, string pattern)
    {
        if (value.Kind != ValueKind.Date)
            throw new ExpectedErrorException("only dates are formatted here");
        var (first, last) = (Write(value.AsDate().Start, pattern), Write(value.AsDate().End, pattern));
        return first == last ? Value.FromString(first) : Value.Null;
    }

    private static string Write(CalendarDay day, string pattern) =>
        day.Year == 0
            ? throw new TooLargeException()
            : new DateTime(day.Year, day.Month, day.Day).ToString(pattern, System.Globalization.CultureInfo.InvariantCulture);

    private static Value ToDuration(Value value)
    {
        if (value.Kind == ValueKind.Duration)
            return value;
        if (value.Kind != ValueKind.String)
            throw new ExpectedErrorException($"{value} is no duration");
        var period = Expect(PeriodPattern.Roundtrip.Parse(value.AsString()));
        var nanoseconds = (((((Int128)period.Hours * 60) + period.Minutes) * 60) + period.Seconds) * PerSecond;
        return Value.FromDuration(FromParts((period.Years * 12L) + period.Months, (period.Weeks * 7L) + period.Days, nanoseconds));
    }

    private static Value Convert<T>(Value value, Func<string, T> read, Func<T, TemporalValue> create) => value.Kind == ValueKind.String
        ? Value.FromTemporal(create(read(value.AsString())))
        : throw new ExpectedErrorException($"{value} is no text");

    private static LocalDateTime ReadLocal(string text) => Expect(LocalDateTimePattern.ExtendedIso.Parse(text));

    private static ZonedDateTime ReadZoned(string text)
    {
        var bracket = text.IndexOf('[', StringComparison.Ordinal);
        var time = Expect(OffsetDateTimePattern.ExtendedIso.Parse(bracket < 0 ? text : text[..bracket]));
        return bracket < 0 ? time.InFixedZone() : time.ToInstant().InZone(DateTimeZoneProviders.Tzdb[text[(bracket + 1)..^1]]);
    }

    private static T Expect<T>(ParseResult<T> result) => result.Success ? result.Value : throw new ExpectedErrorException("no such time");

    private static Value Truncate(string unit, Value value)
    {
        if (IsPartial(value))
            return IsSameFor(unit, value.AsDate())
                ? Value.FromTemporal(TemporalValue.FromLocalDateTime(DayOf(Truncate(unit, DateOf(value.AsDate().Start))), 0))
                : Value.Null;
        var local = ToLocal(value) ?? throw new ExpectedErrorException($"{value} has no day");
        var time = unit == "hour" ? new LocalTime(local.Hour, 0) : LocalTime.Midnight;
        var date = unit == "hour" ? local.Date : Truncate(unit, local.Date);
        return Value.FromTemporal(TemporalValue.FromLocalDateTime(DayOf(date), time.NanosecondOfDay));
    }

    private static Value TruncateDate(string unit, Value value)
    {
        if (IsPartial(value))
            return IsSameFor(unit, value.AsDate())
                ? Value.FromDate(PartialDate.FromDay(DayOf(Truncate(unit, DateOf(value.AsDate().Start)))))
                : Value.Null;
        var local = ToLocal(value) ?? throw new ExpectedErrorException($"{value} has no day");
        return Value.FromDate(PartialDate.FromDay(DayOf(Truncate(unit, local.Date))));
    }

    private static LocalDate Truncate(string unit, LocalDate date) => unit switch
    {
        "year" => new LocalDate(date.Year, 1, 1),
        "quarter" => new LocalDate(date.Year, ((date.Month - 1) / 3 * 3) + 1, 1),
        "month" => new LocalDate(date.Year, date.Month, 1),
        "week" => date.PlusDays(1 - (int)date.DayOfWeek),
        _ => date,
    };

    /// <summary>Whether each day that a partial date may be has the same beginning of a unit.</summary>
    private static bool IsSameFor(string unit, PartialDate date) => Truncate(unit, DateOf(date.Start)) == Truncate(unit, DateOf(date.End));

    private static bool IsPartial(Value value) => value.Kind == ValueKind.Date && value.AsDate().Start != value.AsDate().End;

    private static LocalDateTime? ToLocal(Value value)
    {
        if (value.Kind == ValueKind.Date)
            return DateOf(value.AsDate().Start).AtMidnight();
        return value.IsTemporal && value.AsTemporal().HasDay
            ? DateOf(value.AsTemporal().Day) + LocalTime.FromNanosecondsSinceMidnight(value.AsTemporal().NanosecondOfDay)
            : null;
    }

    private static Value Between(Value[] a, Func<ZonedDateTime, ZonedDateTime, bool, DurationValue> measure)
    {
        foreach (var value in a)
        {
            if (value.Kind != ValueKind.Date && !value.IsTemporal)
                throw new ExpectedErrorException($"{value} is no time");
        }

        if (a.Any(IsPartial))
            return Value.Null;
        var (left, right) = (ToLocal(a[0]), ToLocal(a[1]));
        var day = left?.Date ?? right?.Date ?? Epoch;
        var (leftZone, rightZone) = (ZoneOf(a[0]), ZoneOf(a[1]));
        var from = (left ?? (day + TimeOf(a[0]))).InZoneLeniently(leftZone ?? rightZone ?? DateTimeZone.Utc);
        var to = (right ?? (day + TimeOf(a[1]))).InZoneLeniently(rightZone ?? leftZone ?? DateTimeZone.Utc);
        return Value.FromDuration(measure(from, to.WithZone(from.Zone), left is not null && right is not null));
    }

    private static LocalTime TimeOf(Value value) =>
        value.Kind == ValueKind.Date ? LocalTime.Midnight : LocalTime.FromNanosecondsSinceMidnight(value.AsTemporal().NanosecondOfDay);

    private static DateTimeZone? ZoneOf(Value value)
    {
        if (!value.IsTemporal || !value.AsTemporal().HasOffset)
            return null;
        return value.AsTemporal().Zone is { } name
            ? DateTimeZoneProviders.Tzdb[name]
            : DateTimeZone.ForOffset(Offset.FromSeconds(value.AsTemporal().Offset));
    }

    private static DurationValue Split(ZonedDateTime from, ZonedDateTime to)
    {
        var months = Months(from, to);
        var moved = (from.Date.PlusMonths(months) + from.TimeOfDay).InZoneLeniently(from.Zone);
        var days = Days(moved, to);
        var rest = Elapsed((moved.Date.PlusDays(days) + moved.TimeOfDay).InZoneLeniently(from.Zone), to);
        return new DurationValue(months, days, rest.Seconds, rest.Nanoseconds);
    }

    // A month is whole where its day of the month is reached.
    private static int Months(ZonedDateTime from, ZonedDateTime to)
    {
        var last = from.Date.PlusDays(Days(from, to));
        var months = ((last.Year - from.Year) * 12) + last.Month - from.Month;
        if (months > 0 && last.Day < from.Day)
            return months - 1;
        return months < 0 && last.Day > from.Day ? months + 1 : months;
    }

    private static int Days(ZonedDateTime from, ZonedDateTime to)
    {
        var days = Period.DaysBetween(from.Date, to.Date);
        if (days > 0 && to.TimeOfDay < from.TimeOfDay)
            return days - 1;
        return days < 0 && to.TimeOfDay > from.TimeOfDay ? days + 1 : days;
    }

    private static DurationValue Elapsed(ZonedDateTime from, ZonedDateTime to) =>
        FromParts(0, 0, (Int128)(to.ToInstant() - from.ToInstant()).ToInt64Nanoseconds());

    private static DurationValue FromParts(long months, long days, Int128 nanoseconds)
    {
        var seconds = nanoseconds / PerSecond;
        if (nanoseconds % PerSecond < 0)
            seconds--;
        return new DurationValue(months, days, (long)seconds, (int)(nanoseconds - (seconds * PerSecond)));
    }

    private static Value FromDuration(DurationValue left, DurationValue right, long times)
    {
        var nanoseconds = ((Int128)left.Seconds * PerSecond)
            + left.Nanoseconds
            + (times * (((Int128)right.Seconds * PerSecond) + right.Nanoseconds));
        var (months, days) = (left.Months + (times * (Int128)right.Months), left.Days + (times * (Int128)right.Days));
        var isHeld = Fits(months) && Fits(days) && Fits(nanoseconds / PerSecond);
        return isHeld ? Value.FromDuration(FromParts((long)months, (long)days, nanoseconds)) : throw new ExpectedErrorException("overflow");
    }

    private static bool Fits(Int128 number) => number >= long.MinValue && number <= long.MaxValue;

    private static Value? Add(Value value, DurationValue duration, int sign)
    {
        var (months, days) = (sign * duration.Months, sign * duration.Days);
        var elapsed = sign * (((Int128)duration.Seconds * PerSecond) + duration.Nanoseconds);
        if (value.Kind == ValueKind.Date)
            return AddToDate(value.AsDate(), months, days + (long)(elapsed / NodaConstants.NanosecondsPerDay));
        if (!value.IsTemporal)
            return sign > 0 && value.Kind is (ValueKind.String or ValueKind.List)
                ? null
                : throw new ExpectedErrorException($"{value} is no time");

        var time = value.AsTemporal();
        if (!time.HasDay)
        {
            var round = (long)((((time.NanosecondOfDay + elapsed) % NodaConstants.NanosecondsPerDay)
                + NodaConstants.NanosecondsPerDay) % NodaConstants.NanosecondsPerDay);
            return Value.FromTemporal(time.HasOffset ? TemporalValue.FromTime(round, time.Offset) : TemporalValue.FromLocalTime(round));
        }

        var zone = ZoneOf(value) ?? DateTimeZone.Utc;
        var moved = (Move(DateOf(time.Day), months, days) + TimeOf(value)).InZoneLeniently(zone);
        var seconds = elapsed / PerSecond;
        if (Int128.Abs(seconds) > 400_000_000_000)
            throw new ExpectedErrorException("outside the calendar");
        var sum = moved.Plus(Duration.FromSeconds((long)seconds) + Duration.FromNanoseconds((long)(elapsed % PerSecond)));
        return Value.FromTemporal(
            time.HasOffset ? FromZoned(sum) : TemporalValue.FromLocalDateTime(DayOf(sum.Date), sum.TimeOfDay.NanosecondOfDay));
    }

    private static Value AddToDate(PartialDate date, long months, long days)
    {
        var start = DayOf(Move(DateOf(date.Start), months, days));
        if (date.Start == date.End)
            return Value.FromDate(PartialDate.FromDay(start));
        return Value.FromDate(PartialDate.FromDays(start, DayOf(Move(DateOf(date.End).PlusDays(1), months, days).PlusDays(-1))));
    }

    private static LocalDate Move(LocalDate date, long months, long days) => Math.Abs(months) < 100_000 && Math.Abs(days) < 3_000_000
        ? date.PlusMonths((int)months).PlusDays((int)days)
        : throw new ExpectedErrorException("outside the calendar");

    private static TemporalValue FromZoned(ZonedDateTime time) => TemporalValue.FromDateTime(
        DayOf(time.Date), time.TimeOfDay.NanosecondOfDay, time.Offset.Seconds,
        DateTimeZoneProviders.Tzdb.Ids.Contains(time.Zone.Id) && time.Zone.Id != "UTC" ? time.Zone.Id : null);

    private static LocalDate DateOf(CalendarDay day) => Epoch.PlusDays(day.DayNumber - EpochDay);

    private static CalendarDay DayOf(LocalDate date)
    {
        if (date.Year is < 0 or > 9999)
            throw new ExpectedErrorException("outside the calendar");
        return new CalendarDay(Period.DaysBetween(Epoch, date) + EpochDay);
    }
}
