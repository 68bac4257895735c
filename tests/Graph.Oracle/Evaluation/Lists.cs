namespace Graph.Oracle.Evaluation;

/// <summary>Functions of lists, some of strings too.</summary>
internal static class Lists
{
    public static Value? Call(string name, Value[] a) => name switch
    {
        "head" => Functions.ExpectList(a[0]).FirstOrDefault(),
        "last" => Functions.ExpectList(a[0]).LastOrDefault(),
        "tail" => Value.FromList([.. Functions.ExpectList(a[0]).Skip(1)]),
        "size" => Value.FromInteger(a[0].Kind == ValueKind.String ? Texts.Points(a[0]).Length : Functions.ExpectList(a[0]).Count),
        "reverse" when a[0].Kind == ValueKind.String => Texts.Join([.. Texts.Points(a[0]).Reverse()]),
        "reverse" => Value.FromList([.. Functions.ExpectList(a[0]).Reverse()]),
        "range" => Range(a),
        "[..]" => Slice(a[0], ExpectInteger(a[1]), ExpectInteger(a[2])),
        _ => null,
    };

    public static long ExpectInteger(Value value) =>
        value.IsInteger ? value.AsInteger() : throw new ExpectedErrorException($"{value} is no integer");

    private static Value Range(Value[] a)
    {
        var (from, to, step) = (ExpectInteger(a[0]), ExpectInteger(a[1]), a.Length > 2 ? ExpectInteger(a[2]) : 1);
        if (step == 0)
            throw new ExpectedErrorException("a step of zero");
        var items = new List<Value>();
        for (Int128 item = from; step > 0 ? item <= to : item >= to; item += step)
        {
            items.Add(Value.FromInteger((long)item));
            if (items.Count > 100_000)
                throw new TooLargeException();
        }

        return Value.FromList([.. items]);
    }

    private static Value Slice(Value target, long from, long to)
    {
        if (target.Kind == ValueKind.String)
            return Texts.Join(Slice(Texts.Points(target), from, to));
        return Value.FromList(Slice(Functions.ExpectList(target).ToArray(), from, to));
    }

    private static T[] Slice<T>(T[] items, long from, long to)
    {
        var start = from < 0 ? from + items.Length : from;
        var end = to < 0 ? to + items.Length : to;
        return [.. items.Where((_, position) => position >= start && position < end)];
    }
}
