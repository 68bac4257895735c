namespace Graph.Core;

/// <summary>What a text says of a point in time; what it does not say is null.</summary>
public readonly record struct TemporalParts(CalendarDay? Day, long? NanosecondOfDay, int? Offset, string? Zone);

/// <summary>
/// ISO 8601 dates and times, in the extended form and the basic one: calendar, week, quarter and ordinal dates, times down to the
/// nanosecond, offsets, and the name of a zone in square brackets.
/// </summary>
public static class TemporalParser
{
    private const long NanosecondsPerMinute = 60 * TemporalValue.NanosecondsPerSecond;

    /// <summary>Reads a date, a time, or both with a <c>T</c> between.</summary>
    /// <param name="isTime">The text has no date.</param>
    public static bool TryParse(string text, bool isTime, out TemporalParts parts)
    {
        var reader = new TemporalReader(text);
        CalendarDay? day = null;
        parts = default;
        if (!isTime)
        {
            if (!TryReadDay(ref reader, out var read))
                return false;
            day = read;
            if (reader.IsAtEnd)
            {
                parts = new TemporalParts(day, null, null, null);
                return true;
            }

            if (!reader.TryTake('T'))
                return false;
        }

        if (!TryReadTime(ref reader, out var time) || !TryReadOffset(ref reader, out var offset) || !TryReadZone(ref reader, out var zone))
            return false;
        parts = new TemporalParts(day, time, offset, zone);
        return reader.IsAtEnd;
    }

    /// <summary>Reads <c>Z</c>, <c>+01</c>, <c>+0100</c>, <c>+01:00</c>, <c>+01:00:30</c>; seconds ahead of UTC.</summary>
    public static bool TryParseOffset(string text, out int offset)
    {
        var reader = new TemporalReader(text);
        var isRead = TryReadOffset(ref reader, out var read) && reader.IsAtEnd;
        offset = read ?? 0;
        return isRead && read is not null;
    }

    /// <summary>A value as <see cref="TemporalValue.ToString"/> writes it, with the offset that it says.</summary>
    internal static TemporalValue? ParseStored(string text, ValueKind kind)
    {
        if (!TryParse(text, kind is ValueKind.LocalTime or ValueKind.Time, out var parts) || parts.NanosecondOfDay is not { } time)
            return null;

        return (kind, parts.Day, parts.Offset) switch
        {
            (ValueKind.LocalTime, _, null) => TemporalValue.FromLocalTime(time),
            (ValueKind.Time, _, { } offset) => TemporalValue.FromTime(time, offset),
            (ValueKind.LocalDateTime, { } day, null) => TemporalValue.FromLocalDateTime(day, time),
            (ValueKind.DateTime, { } day, { } offset) => TemporalValue.FromDateTime(day, time, offset, parts.Zone),
            _ => null,
        };
    }

    // The number of digits tells the basic forms apart: 2015, 201507, 2015202, 20150721.
    private static bool TryReadDay(ref TemporalReader reader, out CalendarDay day)
    {
        day = default;
        var digits = reader.CountDigits();
        if (digits is not (4 or 6 or 7 or 8) || !reader.TryReadNumber(4, out var year))
            return false;

        return digits switch
        {
            6 => reader.TryReadNumber(2, out var month) && Calendar.TryCreate(year, month, 1, out day),
            7 => reader.TryReadNumber(3, out var ordinal) && Calendar.TryCreateOrdinal(year, ordinal, out day),
            8 =>
                reader.TryReadNumber(2, out var month)
                && reader.TryReadNumber(2, out var number)
                && Calendar.TryCreate(year, month, number, out day),
            _ => TryReadAfterYear(ref reader, year, out day),
        };
    }

    private static bool TryReadAfterYear(ref TemporalReader reader, int year, out CalendarDay day)
    {
        var isExtended = reader.TryTake('-');
        if (reader.TryTake('W'))
            return TryReadWeek(ref reader, year, isExtended, out day);
        if (reader.TryTake('Q'))
            return TryReadQuarter(ref reader, year, isExtended, out day);
        if (!isExtended)
            return Calendar.TryCreate(year, 1, 1, out day);

        day = default;
        if (reader.CountDigits() == 3)
            return reader.TryReadNumber(3, out var ordinal) && Calendar.TryCreateOrdinal(year, ordinal, out day);
        if (!reader.TryReadNumber(2, out var month))
            return false;
        var number = 1;
        return (!reader.TryTake('-') || reader.TryReadNumber(2, out number)) && Calendar.TryCreate(year, month, number, out day);
    }

    private static bool TryReadWeek(ref TemporalReader reader, int year, bool isExtended, out CalendarDay day)
    {
        day = default;
        if (!reader.TryReadNumber(2, out var week))
            return false;
        var dayOfWeek = 1;
        var hasDay = isExtended ? reader.TryTake('-') : char.IsAsciiDigit(reader.Current);
        return (!hasDay || reader.TryReadNumber(1, out dayOfWeek)) && Calendar.TryCreateWeek(year, week, dayOfWeek, out day);
    }

    private static bool TryReadQuarter(ref TemporalReader reader, int year, bool isExtended, out CalendarDay day)
    {
        day = default;
        if (!reader.TryReadNumber(1, out var quarter))
            return false;
        var dayOfQuarter = 1;
        var hasDay = isExtended ? reader.TryTake('-') : char.IsAsciiDigit(reader.Current);
        return (!hasDay || reader.TryReadNumber(2, out dayOfQuarter)) && Calendar.TryCreateQuarter(year, quarter, dayOfQuarter, out day);
    }

    private static bool TryReadTime(ref TemporalReader reader, out long time)
    {
        time = 0;
        if (!reader.TryReadNumber(2, out var hour) || hour > 23)
            return false;
        var (minute, second, fraction) = (0, 0, 0L);
        var isExtended = reader.TryTake(':');
        if (isExtended || char.IsAsciiDigit(reader.Current))
        {
            if (!reader.TryReadNumber(2, out minute) || minute > 59)
                return false;
            var hasSecond = isExtended ? reader.TryTake(':') : char.IsAsciiDigit(reader.Current);
            if (hasSecond && (!reader.TryReadNumber(2, out second) || second > 59))
                return false;
            if (hasSecond && (reader.TryTake('.') || reader.TryTake(',')) && !reader.TryReadFraction(out fraction))
                return false;
        }

        time = (((hour * 60L) + minute) * NanosecondsPerMinute) + (second * TemporalValue.NanosecondsPerSecond) + fraction;
        return true;
    }

    private static bool TryReadOffset(ref TemporalReader reader, out int? offset)
    {
        offset = null;
        if (reader.TryTake('Z'))
        {
            offset = 0;
            return true;
        }

        var isNegative = reader.TryTake('-');
        if (!isNegative && !reader.TryTake('+'))
            return true;
        if (!reader.TryReadNumber(2, out var hours))
            return false;
        var (minutes, seconds) = (0, 0);
        var isExtended = reader.TryTake(':');
        if ((isExtended || char.IsAsciiDigit(reader.Current)) && !reader.TryReadNumber(2, out minutes))
            return false;
        var hasSeconds = isExtended ? reader.TryTake(':') : char.IsAsciiDigit(reader.Current);
        if (hasSeconds && !reader.TryReadNumber(2, out seconds))
            return false;

        var size = (hours * 3600) + (minutes * 60) + seconds;
        offset = isNegative ? -size : size;
        return minutes < 60 && seconds < 60 && size <= TemporalValue.LargestOffset;
    }

    private static bool TryReadZone(ref TemporalReader reader, out string? zone)
    {
        zone = null;
        if (!reader.TryTake('['))
            return true;
        zone = reader.ReadUntil(']').ToString();
        return zone.Length > 0 && reader.TryTake(']');
    }
}
