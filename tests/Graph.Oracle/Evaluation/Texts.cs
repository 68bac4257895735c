using System.Text;
using System.Text.RegularExpressions;

namespace Graph.Oracle.Evaluation;

/// <summary>Functions and tests of strings; positions count code points.</summary>
internal static class Texts
{
    // The letters with marks that the generated graphs and queries use.
    private static readonly Dictionary<char, char> Unmarked = new() { ['é'] = 'e', ['É'] = 'E', ['ü'] = 'u', ['Ü'] = 'U' };

    public static Value? Call(string name, Value[] a) => name switch
    {
        "STARTS WITH" => Test(a, (text, part) => text.StartsWith(part, StringComparison.Ordinal)),
        "ENDS WITH" => Test(a, (text, part) => text.EndsWith(part, StringComparison.Ordinal)),
        "CONTAINS" => Test(a, (text, part) => text.Contains(part, StringComparison.Ordinal)),
        "=~" => Test(a, Matches),
        "~=" => Value.FromBoolean(AreFoldedEqual(a[0], a[1])),
        "left" => Part(a[0], 0, Position(a[1])),
        "right" => Part(a[0], Math.Max(0, Points(a[0]).Length - Position(a[1])), long.MaxValue),
        "substring" => Part(a[0], Position(a[1]), a.Length > 2 ? Position(a[2]) : long.MaxValue),
        "lTrim" when a.Length == 1 => Value.FromString(Expect(a[0]).TrimStart()),
        "rTrim" when a.Length == 1 => Value.FromString(Expect(a[0]).TrimEnd()),
        "trim" => Value.FromString(Expect(a[0]).Trim()),
        "btrim" when a.Length == 1 => Value.FromString(Expect(a[0]).Trim()),
        "lower" => Value.FromString(Expect(a[0]).ToLowerInvariant()),
        "upper" => Value.FromString(Expect(a[0]).ToUpperInvariant()),
        "toLower" => Value.FromString(Expect(a[0]).ToLowerInvariant()),
        "toUpper" => Value.FromString(Expect(a[0]).ToUpperInvariant()),
        "fold" => Value.FromString(Fold(Expect(a[0]))),
        "normalize" => Value.FromString(Normalize(Expect(a[0]), a.Length > 1 ? Expect(a[1]) : "NFC")),
        "IS NORMALIZED" =>
            a[0].Kind == ValueKind.String ? Value.FromBoolean(Normalize(a[0].AsString(), a[1].AsString()) == a[0].AsString()) : Value.Null,
        "levenshtein" => Value.FromInteger(Changes(Points(a[0]), Points(a[1]))),
        "similarity" =>
            Value.FromFloat(
                Math.Max(Points(a[0]).Length, Points(a[1]).Length) is > 0 and var longest
                    ? 1 - ((double)Changes(Points(a[0]), Points(a[1])) / longest)
                    : 1),
        "replace" => Replace(Expect(a[0]), Expect(a[1]), Expect(a[2])),
        "lTrim" => Value.FromString(TrimStart(Expect(a[0]), Expect(a[1]))),
        "rTrim" => Value.FromString(Reverse(TrimStart(Reverse(Expect(a[0])), Expect(a[1])))),
        "btrim" => Value.FromString(Reverse(TrimStart(Reverse(TrimStart(Expect(a[0]), Expect(a[1]))), Expect(a[1])))),
        "split" when a[1].Kind == ValueKind.List => a[1].AsList().Count == 0
            ? Value.FromList(a[0])
            : Value.FromList([.. Expect(a[0]).Split([.. a[1].AsList().Select(Expect)], StringSplitOptions.None).Select(Value.FromString)]),
        "split" => Split(Expect(a[0]), Expect(a[1])),
        _ => null,
    };

    public static Rune[] Points(Value text) => [.. Expect(text).EnumerateRunes()];

    public static Value Join(Rune[] points) => Value.FromString(string.Concat(points.Select(point => point.ToString())));

    public static bool? AreFoldedEqual(Value left, Value right) =>
        left.Kind == ValueKind.String && right.Kind == ValueKind.String ? Fold(left.AsString()) == Fold(right.AsString()) : null;

    private static string Expect(Value value) =>
        value.Kind == ValueKind.String ? value.AsString() : throw new ExpectedErrorException($"{value} is no string");

    /// <summary>With the marks as letters of their own, or as a part of the letters before them.</summary>
    private static string Normalize(string text, string form) => Unmarked.Aggregate(text, (each, pair) =>
    {
        var apart = $"{pair.Value}{(pair.Key is 'é' or 'É' ? '\u0301' : '\u0308')}";
        return form is "NFD" or "NFKD" ? each.Replace($"{pair.Key}", apart) : each.Replace(apart, $"{pair.Key}");
    });

    /// <summary>The fewest points to put in, leave out or exchange; by the last point of both, and so only for short texts.</summary>
    private static int Changes(Rune[] left, Rune[] right)
    {
        var known = new Dictionary<(int, int), int>();
        return Changes(left.Length, right.Length);

        int Changes(int i, int j)
        {
            if (i == 0 || j == 0)
                return i + j;
            if (known.TryGetValue((i, j), out var found))
                return found;
            var fewest = Math.Min(
                Math.Min(Changes(i - 1, j), Changes(i, j - 1)) + 1, Changes(i - 1, j - 1) + (left[i - 1] == right[j - 1] ? 0 : 1));
            return known[(i, j)] = fewest;
        }
    }

    private static string TrimStart(string text, string points) =>
        string.Concat(text.EnumerateRunes().SkipWhile(points.EnumerateRunes().Contains).Select(point => point.ToString()));

    private static string Reverse(string text) => string.Concat(text.EnumerateRunes().Reverse().Select(point => point.ToString()));

    private static long Position(Value value)
    {
        var position = Lists.ExpectInteger(value);
        return position >= 0 ? position : throw new ExpectedErrorException("a negative position");
    }

    private static Value Part(Value text, long start, long length) =>
        Join([.. Points(text).Where((_, position) => position >= start && position - start < length)]);

    private static Value Test(Value[] a, Func<string, string, bool> test) =>
        a[0].Kind == ValueKind.String && a[1].Kind == ValueKind.String
            ? Value.FromBoolean(test(a[0].AsString(), a[1].AsString()))
            : Value.Null;

    private static bool Matches(string text, string pattern)
    {
        try
        {
            var match = Regex.Match(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant);
            return match.Success;
        }
        catch (RegexParseException)
        {
            throw new ExpectedErrorException("no regular expression");
        }
    }

    private static string Fold(string text)
    {
        var letters = text.Where(letter => letter is not ('\u0301' or '\u0308'))
            .Select(letter => char.ToLowerInvariant(Unmarked.GetValueOrDefault(letter, letter)));
        return string.Join(' ', string.Concat(letters).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static Value Replace(string text, string from, string to) =>
        Value.FromString(from.Length == 0 ? text : string.Join(to, text.Split(from)));

    private static Value Split(string text, string separator) => separator.Length == 0
        ? Value.FromList([.. text.EnumerateRunes().Select(point => Value.FromString(point.ToString()))])
        : Value.FromList([.. text.Split(separator).Select(Value.FromString)]);
}
