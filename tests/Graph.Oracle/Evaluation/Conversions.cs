using System.Globalization;

namespace Graph.Oracle.Evaluation;

/// <summary>Functions that make one kind of value from another, and dates.</summary>
internal static class Conversions
{
    public static Value? Call(string name, Value[] a) => name switch
    {
        "toString" => Value.FromString(ToText(a[0])),
        "toBoolean" => ToBoolean(a[0]),
        "toInteger" => ToInteger(a[0]),
        "toFloat" => ToFloat(a[0]),
        "date" => ToDate(a[0]),
        "overlaps" => Compare(a, (x, y) => x.Start <= y.End && y.Start <= x.End),
        "within" => Compare(a, (x, y) => y.Start <= x.Start && x.End <= y.End),
        _ => null,
    };

    public static string ToText(Value value) => value.Kind switch
    {
        ValueKind.String => value.AsString(),
        ValueKind.Boolean => value.IsTrue ? "true" : "false",
        ValueKind.Integer => value.AsInteger().ToString(CultureInfo.InvariantCulture),
        ValueKind.Float => FloatText(value.AsFloat()),
        ValueKind.Date => value.AsDate().Text,
        ValueKind.Point => value.ToString(),
        ValueKind.Duration => value.AsDuration().ToString(),
        _ when value.IsTemporal => value.AsTemporal().ToString(),
        _ => throw new ExpectedErrorException($"{value} has no text"),
    };

    private static string FloatText(double number)
    {
        if (double.IsNaN(number))
            return "NaN";
        if (double.IsInfinity(number))
            return number > 0 ? "Infinity" : "-Infinity";
        var text = number.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant().Replace("e+", "e");
        return text.Contains('.') || text.Contains('e') ? text : $"{text}.0";
    }

    private static Value ToBoolean(Value value)
    {
        if (value.Kind == ValueKind.Boolean)
            return value;
        if (value.IsInteger)
            return Value.FromBoolean(value.AsInteger() != 0);
        if (value.Kind != ValueKind.String)
            throw new ExpectedErrorException($"{value} is no truth value");
        return value.AsString().Trim().ToLowerInvariant() switch
        {
            "true" => Value.True,
            "false" => Value.False,
            _ => Value.Null,
        };
    }

    private static Value ToInteger(Value value) => value.Kind switch
    {
        ValueKind.Integer => value,
        ValueKind.Boolean => Value.FromInteger(value.IsTrue ? 1 : 0),
        ValueKind.Float => Numbers.Truncate(value.AsFloat()) ?? throw new ExpectedErrorException("overflow"),
        ValueKind.String => long.TryParse(value.AsString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var integer)
            ? Value.FromInteger(integer)
            : ParseFloat(value.AsString()) is { } number ? Numbers.Truncate(number) ?? Value.Null : Value.Null,
        _ => throw new ExpectedErrorException($"{value} is no integer"),
    };

    private static Value ToFloat(Value value) => value.Kind switch
    {
        ValueKind.Integer or ValueKind.Float => Value.FromFloat(value.AsNumber()),
        ValueKind.String => ParseFloat(value.AsString()) is { } number ? Value.FromFloat(number) : Value.Null,
        _ => throw new ExpectedErrorException($"{value} is no float"),
    };

    private static double? ParseFloat(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Value ToDate(Value value)
    {
        if (value.Kind == ValueKind.Date)
            return value;
        return value.Kind == ValueKind.String && PartialDate.TryParse(value.AsString(), out var date, out _)
            ? Value.FromDate(date)
            : throw new ExpectedErrorException($"{value} is no date");
    }

    private static Value Compare(Value[] a, Func<PartialDate, PartialDate, bool> compare) =>
        a[0].Kind == ValueKind.Date && a[1].Kind == ValueKind.Date
            ? Value.FromBoolean(compare(a[0].AsDate(), a[1].AsDate()))
            : throw new ExpectedErrorException("no dates");
}
