using System.Globalization;
using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>
/// Conversions and what fits no other topic. Conversions accept any static type: what cannot be converted shows at run time.
/// </summary>
internal static class ScalarFunctions
{
    public static readonly ImmutableArray<Function> All =
    [
        new("coalesce", [new([StaticType.Any], CommonType, IsVariadic: true)], Coalesce, NullInNullOut: false),
        new("exists", [Signature.Of(StaticType.Boolean, StaticType.Any)], (_, a) => Value.FromBoolean(!a[0].IsNull), NullInNullOut: false),
        new("nullIf", [Signature.Of(Signature.SameAsFirst, StaticType.Any, StaticType.Any)], (_, a) =>
            ValueComparer.AreEqual(a[0], a[1]) == true ? Value.Null : a[0], NullInNullOut: false),
        new(
            "valueType",
            [Signature.Of(StaticType.String, StaticType.Any)],
            (_, a) => Value.FromString(TypeNames.Of(a[0])),
            NullInNullOut: false),
        new("toBoolean", [Signature.Of(StaticType.Boolean, StaticType.Any)], ToBoolean),
        new("toInteger", [Signature.Of(StaticType.Integer, StaticType.Any)], ToInteger),
        new("toFloat", [Signature.Of(StaticType.Float, StaticType.Any)], ToFloat) { FloatKernel = number => number },
        new("toString", [Signature.Of(StaticType.String, StaticType.Any)], (_, a) => Value.FromString(ToText("toString", a[0]))),
    ];

    /// <summary>
    /// A string as it is, numbers and truth values as the language writes them, dates as they were written, times as ISO 8601 writes them.
    /// </summary>
    public static string ToText(string function, Value value) => value.Kind switch
    {
        ValueKind.String => value.AsString(),
        ValueKind.Date => value.AsDate().Text,
        ValueKind.Duration => value.AsDuration().ToString(),
        ValueKind.Point => value.AsPoint().ToString(),
        _ when value.IsTemporal => value.AsTemporal().ToString(),
        ValueKind.Integer or ValueKind.Float or ValueKind.Boolean => ValueText.Format(value),
        _ => throw RuntimeErrors.InvalidArgument(function, value),
    };

    private static StaticType CommonType(ImmutableArray<StaticType> arguments)
    {
        var known = arguments.Where(type => type.Kind != TypeKind.Null).Distinct().ToList();
        return known.Count switch
        {
            0 => StaticType.Null,
            1 => known[0],
            _ when known.All(type => type.Kind is TypeKind.Integer or TypeKind.Float or TypeKind.Number) => StaticType.Number,
            _ => StaticType.Any,
        };
    }

    private static Value Coalesce(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        foreach (var argument in arguments)
        {
            if (!argument.IsNull)
                return argument;
        }

        return Value.Null;
    }

    public static Value ToBoolean(ExecutionState context, ReadOnlySpan<Value> arguments) => arguments[0].Kind switch
    {
        ValueKind.Boolean => arguments[0],
        ValueKind.Integer => Value.FromBoolean(arguments[0].AsInteger() != 0),
        ValueKind.String => ParseBoolean(arguments[0].AsString().AsSpan().Trim()),
        _ => throw RuntimeErrors.InvalidArgument("toBoolean", arguments[0]),
    };

    private static Value ParseBoolean(ReadOnlySpan<char> text)
    {
        if (text.Equals("true", StringComparison.OrdinalIgnoreCase))
            return Value.True;

        return text.Equals("false", StringComparison.OrdinalIgnoreCase) ? Value.False : Value.Null;
    }

    private static Value ToInteger(ExecutionState context, ReadOnlySpan<Value> arguments) => arguments[0].Kind switch
    {
        ValueKind.Integer => arguments[0],
        ValueKind.Float => Truncate(arguments[0].AsFloat()) ?? throw RuntimeErrors.Overflow("toInteger"),
        ValueKind.Boolean => Value.FromInteger(arguments[0].IsTrue ? 1 : 0),
        ValueKind.String => ParseInteger(arguments[0].AsString()),
        _ => throw RuntimeErrors.InvalidArgument("toInteger", arguments[0]),
    };

    /// <summary>Null also for a float that is no 64-bit integer.</summary>
    public static Value ToIntegerOrNull(ExecutionState context, ReadOnlySpan<Value> arguments) =>
        arguments[0].IsFloat ? Truncate(arguments[0].AsFloat()) ?? Value.Null : ToInteger(context, arguments);

    private static Value ParseInteger(string text)
    {
        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var integer))
            return Value.FromInteger(integer);

        return TryParseFloat(text, out var number) ? Truncate(number) ?? Value.Null : Value.Null;
    }

    // 2^63 is the first float beyond the integers; NaN fails both comparisons.
    private static Value? Truncate(double number) =>
        number is >= long.MinValue and < 9223372036854775808.0 ? Value.FromInteger((long)number) : null;

    public static Value ToFloat(ExecutionState context, ReadOnlySpan<Value> arguments) => arguments[0].Kind switch
    {
        ValueKind.Float => arguments[0],
        ValueKind.Integer => Value.FromFloat(arguments[0].AsInteger()),
        ValueKind.String => TryParseFloat(arguments[0].AsString(), out var number) ? Value.FromFloat(number) : Value.Null,
        _ => throw RuntimeErrors.InvalidArgument("toFloat", arguments[0]),
    };

    private static bool TryParseFloat(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
