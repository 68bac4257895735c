namespace Graph.Query.Functions;

/// <summary>Times and points in time from texts, from maps of their parts, and from one another.</summary>
internal static class TemporalConstruction
{
    /// <summary>What is known of a value: its day, its time, its zone.</summary>
    /// <param name="Day">The first day, where only a month or a year is known.</param>
    /// <param name="LastDay">The last day it may be, where that is another.</param>
    private readonly record struct Source(CalendarDay? Day, long? Time, Zone? Zone, CalendarDay? LastDay = null)
    {
        public bool IsUnknown => LastDay is not null;
    }

    public static Value Date(string function, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Date:
                return value;
            case ValueKind.String:
                return Value.FromDate(ParseDate(value.AsString()));
            case ValueKind.Map:
                var fields = new TemporalFields(function, value.AsMap(), hasDay: true, hasTime: false, "date", "datetime", "timezone");
                var source = ReadSources(function, fields);
                return fields.HasNull || FindDay(fields, source) is not { } found ? Value.Null : OfDay(found);
            default:
                return Read(function, value, needsDay: true) is { IsUnknown: false } other ? OfDay(other.Day!.Value) : Value.Null;
        }
    }

    public static Value OfDay(CalendarDay day) => Value.FromDate(PartialDate.FromDay(day));

    /// <summary>A partial date as it is written, or a day in any form of ISO 8601.</summary>
    public static bool TryParseDate(string text, out PartialDate? date, out string? reason)
    {
        if (PartialDate.TryParse(text, out date, out reason))
            return true;
        if (text.Contains('T', StringComparison.Ordinal) || !TemporalParser.TryParse(text, isTime: false, out var parts))
            return false;

        // The basic form of a month says no more than the extended one.
        if (text.Length == 6 && text.All(char.IsAsciiDigit))
            return PartialDate.TryParse($"{text.AsSpan(0, 4)}-{text.AsSpan(4)}", out date, out reason);
        date = PartialDate.FromDay(parts.Day!.Value);
        return true;
    }

    public static Value LocalTime(string function, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.String:
                var parts = Parse(value.AsString(), isTime: true, "local time", "21:40:32.142");
                return parts is { Offset: null, Zone: null }
                    ? Value.FromTemporal(TemporalValue.FromLocalTime(parts.NanosecondOfDay!.Value))
                    : throw TemporalErrors.Unreadable(value.AsString(), "local time", "21:40:32.142");
            case ValueKind.Map:
                var fields = new TemporalFields(function, value.AsMap(), hasDay: false, hasTime: true, "time", "datetime", "timezone");
                var source = ReadSources(function, fields);
                return fields.HasNull || source.IsUnknown
                    ? Value.Null
                    : Value.FromTemporal(TemporalValue.FromLocalTime(fields.Time(source.Time)));
            default:
                return Value.FromTemporal(TemporalValue.FromLocalTime(Read(function, value, needsTime: true).Time!.Value));
        }
    }

    public static Value Time(string function, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.String:
                var parts = Parse(value.AsString(), isTime: true, "time", "21:40:32+01:00");
                return parts.Zone is null
                    ? Value.FromTemporal(TemporalValue.FromTime(parts.NanosecondOfDay!.Value, parts.Offset ?? 0))
                    : throw TemporalErrors.Unreadable(value.AsString(), "time", "21:40:32+01:00");
            case ValueKind.Map:
                var fields = new TemporalFields(function, value.AsMap(), hasDay: false, hasTime: true, "time", "datetime", "timezone");
                var source = ReadSources(function, fields);
                return fields.HasNull || source.IsUnknown
                    ? Value.Null
                    : Value.FromTemporal(TimeInZone(fields.Time(source.Time), source, fields.Zone()));
            default:
                var other = Read(function, value, needsTime: true);
                return Value.FromTemporal(TimeInZone(other.Time!.Value, other, null));
        }
    }

    public static Value LocalDateTime(string function, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.String:
                var parts = Parse(value.AsString(), isTime: false, "local date time", "2015-07-21T21:40:32.142");
                return parts is { Offset: null, Zone: null }
                    ? Value.FromTemporal(TemporalValue.FromLocalDateTime(parts.Day!.Value, parts.NanosecondOfDay ?? 0))
                    : throw TemporalErrors.Unreadable(value.AsString(), "local date time", "2015-07-21T21:40:32.142");
            case ValueKind.Map:
                var fields = new TemporalFields(
                    function, value.AsMap(), hasDay: true, hasTime: true, "date", "time", "datetime", "timezone");
                var source = ReadSources(function, fields);
                return fields.HasNull || FindDay(fields, source) is not { } found
                    ? Value.Null
                    : Value.FromTemporal(TemporalValue.FromLocalDateTime(found, fields.Time(source.Time)));
            default:
                return Read(function, value, needsDay: true) is { IsUnknown: false } other
                    ? Value.FromTemporal(TemporalValue.FromLocalDateTime(other.Day!.Value, other.Time ?? 0))
                    : Value.Null;
        }
    }

    public static Value DateTime(string function, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.String:
                return Value.FromTemporal(ParseDateTime(value.AsString()));
            case ValueKind.Map:
                return DateTimeOfFields(function, value.AsMap());
            default:
                return Read(function, value, needsDay: true) is { IsUnknown: false } other
                    ? Value.FromTemporal((other.Zone ?? Zone.Utc).AtWall(other.Day!.Value, other.Time ?? 0))
                    : Value.Null;
        }
    }

    /// <summary>Cuts a value off at a unit, then sets the fields of a map.</summary>
    public static Value Truncate(string function, ValueKind kind, Value unitValue, Value value, Value map)
    {
        var (hasDay, hasTime) = (kind is ValueKind.Date or ValueKind.LocalDateTime or ValueKind.DateTime, kind != ValueKind.Date);
        var unit = TemporalUnits.Find(function, unitValue, hasDay, hasTime);
        if (map.Kind != ValueKind.Map)
            throw RuntimeErrors.WrongArgument($"The last argument of {function}", "a map", map);
        var fields = new TemporalFields(function, map.AsMap(), hasDay, hasTime, "timezone");
        var source = Read(function, value, needsDay: hasDay, needsTime: hasTime && !hasDay);
        if (fields.HasNull)
            return Value.Null;
        var found = hasDay ? FindDay(fields, source, unit) : source.Day;
        if (hasDay && found is null)
            return Value.Null;

        var time = TemporalUnits.Truncate(source.Time ?? 0, unit);
        var kept = unit is "millisecond" or "microsecond" ? time % TemporalValue.NanosecondsPerSecond : 0;
        if (kind == ValueKind.Date)
            return OfDay(found!.Value);

        time = fields.Time(time, kept);
        var zone = fields.Zone() ?? source.Zone ?? Zone.Utc;
        return Value.FromTemporal(kind switch
        {
            ValueKind.LocalTime => TemporalValue.FromLocalTime(time),
            ValueKind.Time => TimeInZone(time, source with { Zone = zone }, null),
            ValueKind.LocalDateTime => TemporalValue.FromLocalDateTime(found!.Value, time),
            _ => zone.AtWall(found!.Value, time),
        });
    }

    /// <summary>
    /// The day that is made of a source, cut off at a unit where there is one; null where it depends on what is not known.
    /// </summary>
    private static CalendarDay? FindDay(TemporalFields fields, Source source, string? unit = null)
    {
        var day = FindDay(fields, source.Day, unit);
        return source.LastDay is null || FindDay(fields, source.LastDay, unit) == day ? day : null;
    }

    private static CalendarDay FindDay(TemporalFields fields, CalendarDay? start, string? unit) =>
        fields.Day(unit is null ? start : TemporalUnits.Truncate(start!.Value, unit));

    private static PartialDate ParseDate(string text) =>
        TryParseDate(text, out var date, out var reason) ? date! : throw RuntimeErrors.InvalidDate(text, reason!);

    private static TemporalParts Parse(string text, bool isTime, string type, string example) =>
        TemporalParser.TryParse(text, isTime, out var parts) ? parts : throw TemporalErrors.Unreadable(text, type, example);

    private static TemporalValue ParseDateTime(string text)
    {
        var parts = Parse(text, isTime: false, "date time", "2015-07-21T21:40:32+02:00");
        var (day, time) = (parts.Day!.Value, parts.NanosecondOfDay ?? 0);
        if (parts.Zone is null)
            return TemporalValue.FromDateTime(day, time, parts.Offset ?? 0, null);

        var zone = Zone.Parse(parts.Zone);
        if (parts.Offset is not { } offset)
            return zone.AtWall(day, time);
        var value = zone.Convert(TemporalValue.FromDateTime(day, time, offset, null));
        return value.Offset == offset ? value : throw TemporalErrors.OffsetOutsideZone(text, parts.Zone);
    }

    private static Value DateTimeOfFields(string function, MapValue map)
    {
        var fields = new TemporalFields(
            function, map, hasDay: true, hasTime: true, "date", "time", "datetime", "timezone", "epochSeconds", "epochMillis");
        if (fields.HasNull)
            return Value.Null;
        var zone = fields.Zone();
        if (fields.Has("epochSeconds") || fields.Has("epochMillis"))
            return Value.FromTemporal(OfEpoch(fields, zone ?? Zone.Utc));

        var source = ReadSources(function, fields);
        if (FindDay(fields, source) is not { } found)
            return Value.Null;
        var value = (source.Zone ?? zone ?? Zone.Utc).AtWall(found, fields.Time(source.Time));
        return Value.FromTemporal(source.Zone is not null && zone is { } asked ? asked.Convert(value) : value);
    }

    private static TemporalValue OfEpoch(TemporalFields fields, Zone zone)
    {
        var nanosecond = fields.Integer("nanosecond") ?? 0;
        if (fields.Integer("epochSeconds") is { } seconds)
            return AtEpoch(zone, seconds, nanosecond);
        var (second, millisecond) = Clock.FloorDivide(fields.Integer("epochMillis")!.Value, 1000);
        return AtEpoch(zone, second, (millisecond * 1_000_000) + nanosecond);
    }

    /// <summary>A point in time by the seconds since 1970 and nanoseconds, of any number.</summary>
    public static TemporalValue AtEpoch(Zone zone, long seconds, long nanoseconds)
    {
        var (carried, nanosecond) = Clock.FloorDivide(nanoseconds, TemporalValue.NanosecondsPerSecond);
        return zone.AtInstant(Arithmetic.Add(seconds, carried), nanosecond);
    }

    // A time that has a zone is converted to the one that is asked for, and one without is in it.
    private static TemporalValue TimeInZone(long time, Source source, Zone? asked)
    {
        var zone = source.Zone ?? asked ?? Zone.Utc;
        var day = source.Day ?? CalendarDay.From(1970, 1, 1);
        var wall = zone.AtWall(day, time);
        var value = TemporalValue.FromTime(time, wall.Offset);
        return source.Zone is not null && asked is { } other ? other.ConvertTime(value, wall.EpochSeconds) : value;
    }

    private static Source ReadSources(string function, TemporalFields fields)
    {
        if (fields.HasNull)
            return default;
        if (fields.Has("datetime"))
        {
            if (fields.Has("date") || fields.Has("time"))
                throw TemporalErrors.FieldBeside(function, "datetime", fields.Has("date") ? "date" : "time");
            return Read(function, fields["datetime"], needsDay: true);
        }

        var date = fields.Has("date") ? Read(function, fields["date"], needsDay: true) : default;
        var time = fields.Has("time") ? Read(function, fields["time"], needsTime: true) : default;
        return new Source(date.Day, time.Time, time.Zone, date.LastDay);
    }

    private static Source Read(string function, Value value, bool needsDay = false, bool needsTime = false)
    {
        if (value.Kind == ValueKind.Date && !needsTime)
        {
            var date = value.AsDate();
            return new Source(date.Start, null, null, date.Start == date.End ? null : date.End);
        }

        if (!value.IsTemporal)
            throw RuntimeErrors.InvalidArgument(function, value);
        var temporal = value.AsTemporal();
        if (needsDay && !temporal.HasDay)
            throw RuntimeErrors.InvalidArgument(function, value);
        return new Source(temporal.HasDay ? temporal.Day : null, temporal.NanosecondOfDay, Zone.Of(temporal));
    }
}
