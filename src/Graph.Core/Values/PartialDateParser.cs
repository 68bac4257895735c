using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Graph.Core;

/// <summary>EDTF level 0 (ISO 8601-2) without times: dates of one, two or three parts, and closed intervals of two such dates.</summary>
internal static class PartialDateParser
{
    private const string Form = "write YYYY, YYYY-MM or YYYY-MM-DD, or two of these with '/' between them";

    public static bool TryParse(string text, [NotNullWhen(true)] out PartialDate? date, [NotNullWhen(false)] out string? reason)
    {
        reason = FindUnsupported(text);
        date = reason is null ? Parse(text, out reason) : null;
        return date is not null;
    }

    private static PartialDate? Parse(string text, out string? reason)
    {
        var slash = text.IndexOf('/');
        if (slash < 0)
            return ParseSingle(text, out reason);

        var start = ParseSingle(text[..slash], out reason);
        if (start is null)
            return null;
        var end = ParseSingle(text[(slash + 1)..], out reason);
        if (end is null)
            return null;
        if (end.End >= start.Start)
            return new PartialDate(start.Start, end.End, DatePrecision.Interval, text);
        reason = "the interval ends before it starts";
        return null;
    }

    private static string? FindUnsupported(string text)
    {
        if (text.AsSpan().IndexOfAny("?~%X") >= 0)
            return "uncertain and unspecified parts ('?', '~', '%', 'X') belong to EDTF levels 1 and 2, and only level 0 is read";
        if (text.Contains("..", StringComparison.Ordinal) || text is ['/', ..] or [.., '/'])
            return "an interval needs both ends; open ends belong to EDTF level 1, and only level 0 is read";
        return text.AsSpan().IndexOfAny('T', ':') >= 0 ? "a date has no time of day here" : null;
    }

    private static PartialDate? ParseSingle(string text, out string? reason)
    {
        reason = Form;
        if (text.Length is not (4 or 7 or 10) || !TryReadNumber(text, 0, 4, out var year))
            return null;
        if (text.Length == 4)
            return Create(year, 1, 1, 12, 31, DatePrecision.Year, text, out reason);
        if (text[4] != '-' || !TryReadNumber(text, 5, 2, out var month))
            return null;
        if (month is < 1 or > 12)
        {
            reason = $"there is no month {text[5..7]}";
            return null;
        }

        var lastDay = CalendarDay.DaysInMonth(year, month);
        if (text.Length == 7)
            return Create(year, month, 1, month, lastDay, DatePrecision.Month, text, out reason);
        if (text[7] != '-' || !TryReadNumber(text, 8, 2, out var day))
            return null;
        if (day >= 1 && day <= lastDay)
            return Create(year, month, day, month, day, DatePrecision.Day, text, out reason);
        reason = $"{text[..7]} has no day {text[8..]}";
        return null;
    }

    /// <summary>A day that is written as <c>YYYY-MM-DD</c> in ASCII; false for any other text.</summary>
    public static bool TryReadDay(ReadOnlySpan<byte> text, out CalendarDay day)
    {
        day = default;
        if (text is not [_, _, _, _, (byte)'-', _, _, (byte)'-', _, _]
            || !TryReadNumber(text[..4], out var year)
            || !TryReadNumber(text[5..7], out var month)
            || !TryReadNumber(text[8..], out var number)
            || month is < 1 or > 12
            || number < 1
            || number > CalendarDay.DaysInMonth(year, month))
            return false;

        day = CalendarDay.From(year, month, number);
        return true;
    }

    private static PartialDate Create(
        int year, int month, int day, int endMonth, int endDay, DatePrecision precision, string text, out string? reason)
    {
        reason = null;
        return new PartialDate(CalendarDay.From(year, month, day), CalendarDay.From(year, endMonth, endDay), precision, text);
    }

    private static bool TryReadNumber(string text, int start, int length, out int number) =>
        int.TryParse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryReadNumber(ReadOnlySpan<byte> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
