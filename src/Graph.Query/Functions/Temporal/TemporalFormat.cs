using System.Globalization;
using System.Text;

namespace Graph.Query.Functions;

/// <summary>
/// <c>format(x, 'dd MMM yyyy')</c>: dates and times by a pattern of letters, as Cypher 25 takes it from Java. Names of months and days are
/// English. What is not known of a partial date cannot be written, and gives null.
/// </summary>
internal static class TemporalFormat
{
    private const string Letters = "yuMLdDEeaHhKkmsSnQqwYVOxXZ";

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static Value Format(ReadOnlySpan<Value> arguments)
    {
        var value = arguments[0];
        if (value.Kind is not (ValueKind.Date or ValueKind.Duration) && !value.IsTemporal)
            throw RuntimeErrors.WrongOperand("format", "a date, a time or a duration", value);
        if (arguments.Length == 1)
            return Value.FromString(ScalarFunctions.ToText("format", value));
        if (arguments[1].Kind != ValueKind.String)
            throw RuntimeErrors.WrongOperand("format", "a pattern such as 'yyyy-MM-dd'", arguments[1]);
        if (value.Kind == ValueKind.Duration)
            throw RuntimeErrors.WrongOperand("format with a pattern", "a date or a time", value);
        return Value.FromString(Write(value, arguments[1].AsString()));
    }

    private static string? Write(Value value, string pattern)
    {
        var text = new StringBuilder();
        for (var position = 0; position < pattern.Length;)
        {
            var sign = pattern[position];
            if (sign == '\'')
            {
                position = WriteQuoted(text, pattern, position);
                continue;
            }

            var end = position + 1;
            if (!char.IsAsciiLetter(sign))
            {
                text.Append(sign);
            }
            else
            {
                while (end < pattern.Length && pattern[end] == sign)
                    end++;
                if (WriteField(value, sign, end - position) is not { } field)
                    return null;
                text.Append(field);
            }

            position = end;
        }

        return text.ToString();
    }

    // Two quotes are one, also between quotes.
    private static int WriteQuoted(StringBuilder text, string pattern, int open)
    {
        for (var position = open + 1; position < pattern.Length; position++)
        {
            var isQuote = pattern[position] == '\'';
            var isDouble = isQuote && position + 1 < pattern.Length && pattern[position + 1] == '\'';
            if (isQuote && position == open + 1)
                return AppendQuote(text, position);
            if (isQuote && !isDouble)
                return position + 1;
            text.Append(pattern[position]);
            position += isDouble ? 1 : 0;
        }

        throw RuntimeErrors.InvalidSetting("format", "The pattern", pattern, "one whose quotes are closed");
    }

    private static int AppendQuote(StringBuilder text, int position)
    {
        text.Append('\'');
        return position + 1;
    }

    private static string? WriteField(Value value, char letter, int count) => letter switch
    {
        'y' or 'u' => Year(Part(value, "year"), count),
        'Y' => Year(Part(value, "weekYear"), count),
        'M' or 'L' => Name(Part(value, "month"), Months, count),
        'Q' or 'q' => count < 3 ? Number(Part(value, "quarter"), count) : Prefixed("Q", Part(value, "quarter")),
        'w' => Number(Part(value, "week"), count),
        'd' => Number(Part(value, "day"), count),
        'D' => Number(Part(value, "ordinalDay"), count),
        'E' => Name(Part(value, "dayOfWeek"), Days, Math.Max(count, 3)),
        'e' => Number(Part(value, "dayOfWeek"), count),
        'H' => Number(Part(value, "hour"), count),
        'k' => Number(Part(value, "hour") is { } hour ? (hour == 0 ? 24 : hour) : null, count),
        'h' => Number(Part(value, "hour") is { } hour ? ((hour + 11) % 12) + 1 : null, count),
        'K' => Number(Part(value, "hour") % 12, count),
        'a' => Part(value, "hour") is { } hour ? hour < 12 ? "AM" : "PM" : null,
        'm' => Number(Part(value, "minute"), count),
        's' => Number(Part(value, "second"), count),
        'S' => Part(value, "nanosecond") is { } fraction ? Digits(fraction, 9).PadRight(count, '0')[..count] : null,
        'n' => Number(Part(value, "nanosecond"), count),
        'V' => Text(value, "timezone"),
        'x' or 'X' or 'Z' or 'O' => Text(value, "offset"),
        _ =>
            throw RuntimeErrors.InvalidSetting(
                "format",
                $"'{letter}' in the pattern",
                new string(letter, count),
                $"one of {string.Join(' ', Letters.ToArray())}, or text in quotes"),
    };

    private static long? Part(Value value, string name) =>
        TemporalComponents.Get(value, name) is { IsInteger: true } part ? part.AsInteger() : null;

    private static string? Text(Value value, string name) =>
        TemporalComponents.Get(value, name) is { Kind: ValueKind.String } part ? part.AsString() : null;

    private static string? Year(long? year, int count) => count == 2 ? Number(year % 100, 2) : Number(year, count);

    private static string? Number(long? number, int count) => number is null ? null : Digits(number.Value, count);

    private static string? Prefixed(string prefix, long? number) => number is null ? null : $"{prefix}{Digits(number.Value, 1)}";

    // One or two letters are digits, three the front of the name, four the name, five its first letter.
    private static string? Name(long? number, string[] names, int count) => number is not { } index ? null : count switch
    {
        < 3 => Digits(index, count),
        3 => names[index - 1][..3],
        5 => names[index - 1][..1],
        _ => names[index - 1],
    };

    private static string Digits(long number, int count) => number.ToString(CultureInfo.InvariantCulture).PadLeft(count, '0');
}
