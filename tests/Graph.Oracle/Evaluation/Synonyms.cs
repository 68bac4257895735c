namespace Graph.Oracle.Evaluation;

/// <summary>
/// Functions that are others by another name, with another answer for what they cannot take, or for each element of a list.
/// </summary>
internal static class Synonyms
{
    public static Value? Call(string name, Value[] a) => name switch
    {
        "char_length" or "character_length" => Value.FromInteger(Texts.Points(a[0]).Length),
        "isEmpty" => Value.FromBoolean(CountParts(a[0]) == 0),
        "toSet" => Value.FromList([.. Distinct(Functions.ExpectList(a[0]))]),
        "isNaN" => Value.FromBoolean(Numbers.IsNaN(Numbers.Expect(a[0]))),
        "pow" => Numbers.Power(a[0], a[1]),
        "toBooleanOrNull" or "toIntegerOrNull" or "toFloatOrNull" or "toStringOrNull" => OrNull(name[..^"OrNull".Length], a[0]),
        "toBooleanList" or "toIntegerList" or "toFloatList" or "toStringList" =>
            Value.FromList([.. Functions.ExpectList(a[0]).Select(item => OrNull(name[..^"List".Length], item))]),
        _ => null,
    };

    private static int CountParts(Value value) => value.Kind switch
    {
        ValueKind.String => value.AsString().Length,
        ValueKind.Map => value.AsMap().Count,
        _ => Functions.ExpectList(value).Count,
    };

    private static List<Value> Distinct(IEnumerable<Value> items)
    {
        var kept = new List<Value>();
        foreach (var item in items)
        {
            if (!kept.Exists(other => Equality.AreEquivalent(other, item)))
                kept.Add(item);
        }

        return kept;
    }

    private static Value OrNull(string name, Value value)
    {
        try
        {
            return value.IsNull ? Value.Null : Conversions.Call(name, [value])!.Value;
        }
        catch (ExpectedErrorException)
        {
            return Value.Null;
        }
    }
}
