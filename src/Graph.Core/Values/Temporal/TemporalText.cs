using System.Globalization;
using System.Text;

namespace Graph.Core;

/// <summary>Times and durations as ISO 8601 writes them, in the shortest form that reads back as the same value.</summary>
internal static class TemporalText
{
    private const int SecondsPerHour = 3600;
    private const int SecondsPerMinute = 60;

    public static string Format(TemporalValue value)
    {
        var text = new StringBuilder();
        if (value.HasDay)
            text.Append(value.Day.ToString()).Append('T');
        AppendTime(text, value.NanosecondOfDay);
        if (value.HasOffset)
            AppendOffset(text, value.Offset);
        if (value.Zone is { } zone)
            text.Append('[').Append(zone).Append(']');
        return text.ToString();
    }

    /// <summary><c>Z</c>, <c>+01:00</c>, <c>-02:05:07</c>.</summary>
    public static string FormatOffset(int offset)
    {
        var text = new StringBuilder();
        AppendOffset(text, offset);
        return text.ToString();
    }

    public static string Format(DurationValue value)
    {
        var text = new StringBuilder("P");
        AppendPart(text, value.Months / 12, 'Y');
        AppendPart(text, value.Months % 12, 'M');
        AppendPart(text, value.Days, 'D');
        if (value.Seconds != 0 || value.Nanoseconds != 0)
            AppendSeconds(text.Append('T'), value);
        return text.Length == 1 ? "PT0S" : text.ToString();
    }

    private static void AppendTime(StringBuilder text, long nanosecondOfDay)
    {
        var (second, fraction) = Math.DivRem(nanosecondOfDay, TemporalValue.NanosecondsPerSecond);
        text.Append(CultureInfo.InvariantCulture, $"{second / SecondsPerHour:00}:{second / SecondsPerMinute % 60:00}");
        if (second % SecondsPerMinute == 0 && fraction == 0)
            return;
        text.Append(CultureInfo.InvariantCulture, $":{second % SecondsPerMinute:00}");
        AppendFraction(text, fraction);
    }

    private static void AppendOffset(StringBuilder text, int offset)
    {
        if (offset == 0)
        {
            text.Append('Z');
            return;
        }

        var size = Math.Abs(offset);
        text.Append(offset < 0 ? '-' : '+');
        text.Append(CultureInfo.InvariantCulture, $"{size / SecondsPerHour:00}:{size / SecondsPerMinute % 60:00}");
        if (size % SecondsPerMinute != 0)
            text.Append(CultureInfo.InvariantCulture, $":{size % SecondsPerMinute:00}");
    }

    private static void AppendPart(StringBuilder text, long number, char unit)
    {
        if (number != 0)
            text.Append(CultureInfo.InvariantCulture, $"{number}").Append(unit);
    }

    // The seconds are rounded down, so a negative fraction is counted from the second above.
    private static void AppendSeconds(StringBuilder text, DurationValue value)
    {
        var isNegative = value.Seconds < 0;
        var (seconds, fraction) = isNegative && value.Nanoseconds > 0
            ? (value.Seconds + 1, TemporalValue.NanosecondsPerSecond - value.Nanoseconds)
            : (value.Seconds, value.Nanoseconds);
        AppendPart(text, seconds / SecondsPerHour, 'H');
        AppendPart(text, seconds / SecondsPerMinute % 60, 'M');
        seconds %= SecondsPerMinute;
        if (seconds == 0 && fraction == 0)
            return;
        if (isNegative && seconds == 0)
            text.Append('-');
        text.Append(CultureInfo.InvariantCulture, $"{seconds}");
        AppendFraction(text, fraction);
        text.Append('S');
    }

    private static void AppendFraction(StringBuilder text, long nanoseconds)
    {
        if (nanoseconds != 0)
            text.Append(string.Create(CultureInfo.InvariantCulture, $".{nanoseconds:000000000}").AsSpan().TrimEnd('0'));
    }
}
