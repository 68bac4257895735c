using System.Globalization;

namespace Graph.Core;

/// <summary>
/// ISO 8601 durations: <c>P1Y2M10DT2H30M</c>, with weeks, with a sign for the whole or for each part, with a fraction in any part; and
/// the form that looks like a date, <c>P2012-02-02T14:37:21.545</c>.
/// </summary>
public static class DurationParser
{
    private const string DateUnits = "YMWD";
    private const string TimeUnits = "HMS";

    /// <exception cref="OverflowException">The duration is longer than any that can be held.</exception>
    public static bool TryParse(string text, out DurationValue duration)
    {
        duration = DurationValue.Zero;
        var isNegative = text.StartsWith('-');
        var body = text.AsSpan(isNegative || text.StartsWith('+') ? 1 : 0);
        if (body.Length < 2 || body[0] != 'P')
            return false;

        var parts = new DurationParts();
        if (!TryReadUnits(body[1..], ref parts) && !TryReadAsDate(body[1..].ToString(), ref parts))
            return false;
        duration = (isNegative ? parts.Multiply(-1) : parts).ToDuration();
        return true;
    }

    private static bool TryReadUnits(ReadOnlySpan<char> text, ref DurationParts parts)
    {
        var time = text.IndexOf('T');
        var dates = time < 0 ? text : text[..time];
        var times = time < 0 ? [] : text[(time + 1)..];
        var read = new DurationParts();
        if ((dates.IsEmpty && times.IsEmpty) || (time >= 0 && times.IsEmpty))
            return false;
        if (!TryReadUnits(dates, DateUnits, ref read) || !TryReadUnits(times, TimeUnits, ref read))
            return false;
        parts = read;
        return true;
    }

    private static bool TryReadUnits(ReadOnlySpan<char> text, string units, ref DurationParts parts)
    {
        var next = 0;
        while (!text.IsEmpty)
        {
            var length = text.IndexOfAny(units);
            if (length < 1 || !TryReadNumber(text[..length], out var number))
                return false;
            var unit = units.IndexOf(text[length]);
            if (unit < next)
                return false;
            Add(ref parts, units == DateUnits, units[unit], number);
            next = unit + 1;
            text = text[(length + 1)..];
        }

        return true;
    }

    private static bool TryReadNumber(ReadOnlySpan<char> text, out decimal number) => decimal.TryParse(
        text.ToString().Replace(',', '.'),
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
        CultureInfo.InvariantCulture,
        out number);

    private static void Add(ref DurationParts parts, bool isDate, char unit, decimal number) => parts = (isDate, unit) switch
    {
        (true, 'Y') => parts with { Months = parts.Months + (number * 12) },
        (true, 'M') => parts with { Months = parts.Months + number },
        (true, 'W') => parts with { Days = parts.Days + (number * 7) },
        (true, _) => parts with { Days = parts.Days + number },
        (false, 'H') => parts with { Seconds = parts.Seconds + (number * 3600) },
        (false, 'M') => parts with { Seconds = parts.Seconds + (number * 60) },
        _ => parts with { Seconds = parts.Seconds + number },
    };

    // The date is an amount, not a day: year, month and day may be 0, and no month is too short.
    private static bool TryReadAsDate(string text, ref DurationParts parts)
    {
        var reader = new TemporalReader(text);
        if (reader.CountDigits() is not (4 or 8) || !reader.TryReadNumber(4, out var years))
            return false;
        var isExtended = reader.TryTake('-');
        if (!reader.TryReadNumber(2, out var months) || (isExtended && !reader.TryTake('-')) || !reader.TryReadNumber(2, out var days))
            return false;

        var nanoseconds = 0L;
        if (!reader.IsAtEnd)
        {
            if (!reader.TryTake('T')
                || !TemporalParser.TryParse(text[reader.Position..], isTime: true, out var time)
                || time.Offset is not null)
                return false;
            nanoseconds = time.NanosecondOfDay!.Value;
        }

        parts = new DurationParts((years * 12m) + months, days, nanoseconds / (decimal)TemporalValue.NanosecondsPerSecond);
        return months <= 12 && days <= 31;
    }
}

/// <summary>
/// An amount of time with fractions. A part of a month becomes days of the average month, and a part of a day seconds; what is less than
/// a nanosecond is cut off.
/// </summary>
public readonly record struct DurationParts(decimal Months, decimal Days, decimal Seconds)
{
    /// <summary>Decimals of a second that are more than the rest of a division.</summary>
    private const int Decimals = 15;

    /// <exception cref="OverflowException">A number is too large.</exception>
    public static DurationParts From(DurationValue duration) =>
        new(duration.Months, duration.Days, duration.Seconds + (duration.Nanoseconds / (decimal)TemporalValue.NanosecondsPerSecond));

    /// <exception cref="OverflowException">A number is too large.</exception>
    public DurationParts Multiply(decimal factor) => new(Months * factor, Days * factor, Seconds * factor);

    public DurationParts Divide(decimal divisor) => new(Months / divisor, Days / divisor, Seconds / divisor);

    public static DurationParts operator +(DurationParts left, DurationParts right) =>
        new(left.Months + right.Months, left.Days + right.Days, left.Seconds + right.Seconds);

    /// <exception cref="OverflowException">A part is beyond the 64-bit integers.</exception>
    public DurationValue ToDuration()
    {
        var months = decimal.Truncate(Months);
        var days = Days + ((Months - months) * DurationValue.AverageSecondsPerMonth / TemporalValue.SecondsPerDay);
        var wholeDays = decimal.Truncate(days);
        // A third of a day is no decimal number, and what its digits lack is not to cost a nanosecond.
        var seconds = decimal.Round(Seconds + ((days - wholeDays) * TemporalValue.SecondsPerDay), Decimals);
        var nanoseconds = decimal.Truncate((seconds - decimal.Truncate(seconds)) * TemporalValue.NanosecondsPerSecond);
        var wholeSeconds = decimal.Truncate(seconds);
        if (nanoseconds < 0)
            (wholeSeconds, nanoseconds) = (wholeSeconds - 1, nanoseconds + TemporalValue.NanosecondsPerSecond);
        return new DurationValue(decimal.ToInt64(months), decimal.ToInt64(wholeDays), decimal.ToInt64(wholeSeconds), (int)nanoseconds);
    }
}
