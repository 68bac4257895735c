using System.Text;
using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>Strings. Positions count code points from 0; comparison is ordinal, case by the invariant culture.</summary>
internal static class StringFunctions
{
    public static readonly ImmutableArray<Function> All =
    [
        new("left", [Signature.Of(StaticType.String, StaticType.String, StaticType.Integer)], Left) { TextKernel = TextKernels.Left },
        new("right", [Signature.Of(StaticType.String, StaticType.String, StaticType.Integer)], Right) { TextKernel = TextKernels.Right },
        new("lTrim", [.. OfString, OfTwoStrings], (_, a) => Trim("lTrim", a, atStart: true, atEnd: false))
        {
            TextKernel = TextKernels.TrimStart
        },
        new("rTrim", [.. OfString, OfTwoStrings], (_, a) => Trim("rTrim", a, atStart: false, atEnd: true))
        {
            TextKernel = TextKernels.TrimEnd
        },
        new("trim", OfString, (_, a) => Convert("trim", a[0], text => text.Trim())) { TextKernel = TextKernels.Trim },
        new("toLower", OfString, (_, a) => Convert("toLower", a[0], text => text.ToLowerInvariant())) { TextKernel = TextKernels.Lower },
        new("toUpper", OfString, (_, a) => Convert("toUpper", a[0], text => text.ToUpperInvariant())) { TextKernel = TextKernels.Upper },
        new("lower", OfString, (_, a) => Convert("lower", a[0], text => text.ToLowerInvariant())) { TextKernel = TextKernels.Lower },
        new("upper", OfString, (_, a) => Convert("upper", a[0], text => text.ToUpperInvariant())) { TextKernel = TextKernels.Upper },
        new("btrim", [.. OfString, OfTwoStrings], (_, a) => Trim("btrim", a, atStart: true, atEnd: true)) { TextKernel = TextKernels.Trim },
        new("char_length", OfText, (_, a) => Value.FromInteger(CodePoints.Count(ExpectString("char_length", a[0])))),
        new("character_length", OfText, (_, a) => Value.FromInteger(CodePoints.Count(ExpectString("character_length", a[0])))),
        new("normalize", [.. OfString, Signature.Of(StaticType.String, StaticType.String, StaticType.String)], Normalize),
        new("fold", OfString, (_, a) => Convert("fold", a[0], NameFolding.Fold)),
        new("levenshtein", [Signature.Of(StaticType.Integer, StaticType.String, StaticType.String)], TextSimilarity.GetDistance),
        new("similarity", [Signature.Of(StaticType.Float, StaticType.String, StaticType.String)], TextSimilarity.GetSimilarity),
        new(
            "replace",
            [new([StaticType.String, StaticType.String, StaticType.String, StaticType.Integer], _ => StaticType.String, OptionalCount: 1)],
            Replace) { TextKernel = TextKernels.Replace },
        new(
            "split",
            [
                Signature.Of(StaticType.ListOf(StaticType.String), StaticType.String, StaticType.String),
                Signature.Of(StaticType.ListOf(StaticType.String), StaticType.String, StaticType.AnyList),
            ],
            Split),
        new(
            "substring",
            [new([StaticType.String, StaticType.Integer, StaticType.Integer], _ => StaticType.String, OptionalCount: 1)],
            Substring) { TextKernel = TextKernels.Substring },
    ];

    private static ImmutableArray<Signature> OfText => [Signature.Of(StaticType.Integer, StaticType.String)];

    private static ImmutableArray<Signature> OfString => [Signature.Of(StaticType.String, StaticType.String)];

    private static Value Convert(string function, Value value, Func<string, string> convert) =>
        Value.FromString(convert(ExpectString(function, value)));

    private static Signature OfTwoStrings => Signature.Of(StaticType.String, StaticType.String, StaticType.String);

    // Without a second argument blanks are taken away, else any of its code points.
    private static Value Trim(string function, ReadOnlySpan<Value> arguments, bool atStart, bool atEnd)
    {
        var text = ExpectString(function, arguments[0]);
        if (arguments.Length == 1)
        {
            text = atStart ? text.TrimStart() : text;
            return Value.FromString(atEnd ? text.TrimEnd() : text);
        }

        var trimmed = ExpectString(function, arguments[1]).EnumerateRunes().ToHashSet();
        var points = text.EnumerateRunes().ToList();
        var start = atStart ? points.FindIndex(point => !trimmed.Contains(point)) : 0;
        var end = atEnd ? points.FindLastIndex(point => !trimmed.Contains(point)) : points.Count - 1;
        return Value.FromString(start < 0 || end < start ? "" : string.Concat(points[start..(end + 1)]));
    }

    private static Value Normalize(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var text = ExpectString("normalize", arguments[0]);
        var form = arguments.Length > 1 ? ExpectString("normalize", arguments[1]) : "NFC";
        return Value.FromString(UnicodeNormalization.Normalize(text, ReadForm(form)));
    }

    /// <summary>Whether a text is its own normal form; null for what is no text.</summary>
    public static Value IsNormalized(Value text, Value form) => text.Kind == ValueKind.String
        ? Value.FromBoolean(UnicodeNormalization.Normalize(text.AsString(), ReadForm(form.AsString())) == text.AsString())
        : Value.Null;

    private static NormalizationForm ReadForm(string form) => form.ToUpperInvariant() switch
    {
        "NFC" => NormalizationForm.FormC,
        "NFD" => NormalizationForm.FormD,
        "NFKC" => NormalizationForm.FormKC,
        "NFKD" => NormalizationForm.FormKD,
        _ => throw RuntimeErrors.InvalidSetting("normalize", "The form", form, "NFC, NFD, NFKC or NFKD"),
    };

    private static Value Left(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var text = ExpectString("left", arguments[0]);
        return Value.FromString(CodePoints.Slice(text, 0, ExpectPosition("left", "The length", arguments[1])));
    }

    private static Value Right(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var text = ExpectString("right", arguments[0]);
        var length = ExpectPosition("right", "The length", arguments[1]);
        var count = CodePoints.Count(text);
        return Value.FromString(CodePoints.Slice(text, Math.Max(0, count - length), count));
    }

    private static Value Substring(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var text = ExpectString("substring", arguments[0]);
        var start = ExpectPosition("substring", "The start", arguments[1]);
        var length = arguments.Length > 2 ? ExpectPosition("substring", "The length", arguments[2]) : text.Length;
        return Value.FromString(CodePoints.Slice(text, start, start + Math.Min(length, text.Length)));
    }

    private static Value Replace(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var text = ExpectString("replace", arguments[0]);
        var from = ExpectString("replace", arguments[1]);
        var to = ExpectString("replace", arguments[2]);
        var limit = arguments.Length > 3 ? ExpectPosition("replace", "The limit", arguments[3]) : long.MaxValue;
        if (from.Length == 0)
            return arguments[0];

        if (to.Length > from.Length)
            context.Budget.Require(sizeof(char) * (text.Length + (Math.Min(limit, text.AsSpan().Count(from)) * (to.Length - from.Length))));
        var end = limit == long.MaxValue ? text.Length : FindEnd(text, from, limit);
        return Value.FromString(string.Concat(text[..end].Replace(from, to, StringComparison.Ordinal), text.AsSpan(end)));
    }

    /// <summary>The end of the last of so many occurrences.</summary>
    private static int FindEnd(string text, string sought, long count)
    {
        var end = 0;
        for (var found = 0L; found < count; found++)
        {
            var next = text.IndexOf(sought, end, StringComparison.Ordinal);
            if (next < 0)
                break;
            end = next + sought.Length;
        }

        return end;
    }

    private static Value Split(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var text = ExpectString("split", arguments[0]);
        if (arguments[1].Kind == ValueKind.List)
        {
            string[] separators = [.. arguments[1].AsList().Select(item => ExpectString("split", item))];

            // No separator at all would mean blanks.
            return separators.Length == 0
                ? Value.FromList(arguments[0])
                : Value.FromList([.. text.Split(separators, StringSplitOptions.None).Select(Value.FromString)]);
        }

        var separator = ExpectString("split", arguments[1]);
        var parts = separator.Length == 0 ? SplitCodePoints(text) : text.Split(separator);
        return Value.FromList(new ListValue(Array.ConvertAll(parts, Value.FromString)));
    }

    private static string[] SplitCodePoints(string text)
    {
        var parts = new string[CodePoints.Count(text)];
        var offset = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var length = CodePoints.GetOffset(text.AsSpan(offset), 1);
            parts[i] = text.Substring(offset, length);
            offset += length;
        }

        return parts;
    }

    private static string ExpectString(string function, Value value) =>
        value.Kind == ValueKind.String ? value.AsString() : throw RuntimeErrors.InvalidArgument(function, value, GetHint(value));

    /// <summary>Dates of tables are texts to whoever wrote them.</summary>
    private static string? GetHint(Value value) =>
        value.Kind == ValueKind.Date || value.IsTemporal || value.IsNumber ? "write toString(x)" : null;

    private static long ExpectPosition(string function, string argument, Value value)
    {
        if (!value.IsInteger)
            throw RuntimeErrors.InvalidArgument(function, value);

        return value.AsInteger() >= 0 ? value.AsInteger() : throw RuntimeErrors.OutOfRange(argument, function);
    }
}
