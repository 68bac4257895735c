using System.Buffers;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Graph.Cli.Sessions;

/// <summary>Times and sizes with their units, as <c>--timeout</c> and <c>--max-memory</c> take them.</summary>
internal static class LimitParser
{
    /// <summary>What a time is, for messages.</summary>
    public const string TimeForm = "a time such as 500ms, 10s or 2m";

    // Longer than anybody waits, and far below where a time overflows.
    private const double LongestTime = 1e15;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    public static TimeSpan? ParseTime(ArgumentResult result) => Require<TimeSpan>(result, ParseTime(result.Tokens[0].Value), TimeForm);

    public static long? ParseSize(ArgumentResult result) =>
        Require<long>(
            result,
            Parse(result.Tokens[0].Value, GetBytes, long.MaxValue) is { } bytes ? (long)bytes : null,
            "a size such as 512MB or 2GB");

    /// <summary>Null for a text that is no time, or one that is too long to be meant.</summary>
    public static TimeSpan? ParseTime(string text) =>
        Parse(text, GetMilliseconds, LongestTime / 10_000) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;

    private static T? Require<T>(ArgumentResult result, T? value, string expected)
        where T : struct
    {
        if (value is null)
            result.AddError($"'{result.Tokens[0].Value}' is not {expected}.");
        return value;
    }

    private static double? Parse(string text, Func<string, double?> getUnit, double limit)
    {
        var digits = text.AsSpan().IndexOfAnyExcept(NumberCharacters);
        var number = digits < 0 ? text : text[..digits];
        if (double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) && count > 0
            && getUnit(text[number.Length..].Trim()) is { } unit && count * unit < limit)
            return count * unit;

        return null;
    }

    private static double? GetMilliseconds(string unit) => unit switch
    {
        "ms" => 1,
        "s" or "" => 1000,
        "m" or "min" => 60_000,
        _ => null,
    };

    private static double? GetBytes(string unit) => unit.ToUpperInvariant() switch
    {
        "" or "B" => 1,
        "KB" or "K" => 1 << 10,
        "MB" or "M" => 1 << 20,
        "GB" or "G" => 1 << 30,
        _ => null,
    };
}
