using System.CommandLine.Parsing;
using System.Globalization;

namespace Graph.Cli.Commands;

/// <summary>Times and sizes with their units, as <c>--timeout</c> and <c>--max-memory</c> take them.</summary>
internal static class LimitParser
{
    public static TimeSpan? ParseTime(ArgumentResult result) =>
        Parse(result, GetMilliseconds, "a time such as 500ms, 10s or 2m") is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;

    public static long? ParseSize(ArgumentResult result) =>
        Parse(result, GetBytes, "a size such as 512MB or 2GB") is { } bytes ? (long)bytes : null;

    private static double? Parse(ArgumentResult result, Func<string, double?> getUnit, string expected)
    {
        var text = result.Tokens[0].Value;
        var digits = text.AsSpan().IndexOfAnyExcept("0123456789.");
        var number = digits < 0 ? text : text[..digits];
        if (double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) && count > 0
            && getUnit(text[number.Length..].Trim()) is { } unit && count * unit < long.MaxValue)
            return count * unit;

        result.AddError($"'{text}' is not {expected}.");
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
