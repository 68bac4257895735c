using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>Conversions that give null for what cannot be converted, and those of every element of a list.</summary>
internal static class ConversionFunctions
{
    private static readonly ValueKind[] Texts =
    [
        ValueKind.String, ValueKind.Integer, ValueKind.Float, ValueKind.Boolean, ValueKind.Date, ValueKind.LocalTime, ValueKind.Time,
        ValueKind.LocalDateTime, ValueKind.DateTime, ValueKind.Duration,
    ];

    private static readonly Conversion[] Conversions =
    [
        new("toBoolean", StaticType.Boolean, [ValueKind.Boolean, ValueKind.Integer, ValueKind.String], ScalarFunctions.ToBoolean),
        new(
            "toInteger",
            StaticType.Integer,
            [ValueKind.Integer, ValueKind.Float, ValueKind.Boolean, ValueKind.String],
            ScalarFunctions.ToIntegerOrNull),
        new("toFloat", StaticType.Float, [ValueKind.Float, ValueKind.Integer, ValueKind.String], ScalarFunctions.ToFloat),
        new("toString", StaticType.String, Texts, (_, a) => Value.FromString(ScalarFunctions.ToText("toString", a[0]))),
    ];

    public static readonly ImmutableArray<Function> All = [.. Conversions.SelectMany(Create)];

    private sealed record Conversion(string Name, StaticType Type, ValueKind[] Kinds, FunctionBody Convert)
    {
        public Value OrNull(ExecutionState context, Value value) =>
            Array.IndexOf(Kinds, value.Kind) >= 0 ? Convert(context, [value]) : Value.Null;
    }

    private static IEnumerable<Function> Create(Conversion conversion)
    {
        yield return new Function(
            $"{conversion.Name}OrNull", [Signature.Of(conversion.Type, StaticType.Any)], (context, a) => conversion.OrNull(context, a[0]));

        var ofList = $"{conversion.Name}List";
        yield return new Function(ofList, [Signature.Of(StaticType.ListOf(conversion.Type), StaticType.AnyList)], (context, a) =>
            a[0].Kind == ValueKind.List
                ? ConvertAll(context, conversion, a[0].AsList())
                : throw RuntimeErrors.InvalidArgument(ofList, a[0]));
    }

    private static Value ConvertAll(ExecutionState context, Conversion conversion, ListValue list)
    {
        var items = new Value[list.Count];
        for (var i = 0; i < items.Length; i++)
            items[i] = conversion.OrNull(context, list[i]);
        return Value.FromList(new ListValue(items));
    }
}
