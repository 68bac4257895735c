namespace Graph.Query.Functions;

/// <summary>Access to elements: <c>x[i]</c>, <c>x[a..b]</c>, <c>x IN list</c>.</summary>
internal static class ElementAccess
{
    /// <summary>An element by position (negative from the end, null outside), an entry by key, or a property by name.</summary>
    public static Value GetItem(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var (target, index) = (arguments[0], arguments[1]);
        return target.Kind switch
        {
            ValueKind.List => GetElement(target.AsList(), ExpectIndex("[]", index)),
            ValueKind.Map when index.Kind != ValueKind.String => throw RuntimeErrors.MapKeyIsNoString(index.Kind),
            ValueKind.Map => target.AsMap()[index.AsString()],
            ValueKind.Node or ValueKind.Edge when index.Kind == ValueKind.String => PropertyAccess.Get(context, target, index.AsString()),
            ValueKind.Node or ValueKind.Edge => throw RuntimeErrors.WrongOperand("[]", "the name of a property", index),
            _ => throw RuntimeErrors.WrongOperand("[]", "a list, a map, a node or a relation", target),
        };
    }

    /// <summary>The part from one position up to, not including, another; negative positions count from the end.</summary>
    public static Value GetSlice(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var (target, from, to) = (arguments[0], ExpectIndex("[..]", arguments[1]), ExpectIndex("[..]", arguments[2]));
        switch (target.Kind)
        {
            case ValueKind.List:
                var items = target.AsList().Span;
                var (start, end) = GetBounds(from, to, items.Length);
                return Value.FromList(items[start..end]);
            case ValueKind.String:
                var text = target.AsString();
                var (first, last) = GetBounds(from, to, CodePoints.Count(text));
                return Value.FromString(CodePoints.Slice(text, first, last));
            default:
                throw RuntimeErrors.WrongOperand("[..]", "a list or a string", target);
        }
    }

    /// <summary>True if one element is equal, else null if the answer is unknown for one, else false; null for a null list.</summary>
    public static Value IsIn(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var (item, list) = (arguments[0], arguments[1]);
        if (list.IsNull)
            return Value.Null;

        if (list.Kind != ValueKind.List)
            throw RuntimeErrors.WrongOperand("IN", "a list", list);

        bool? result = false;
        foreach (var candidate in list.AsList().Span)
        {
            switch (ValueComparer.AreEqual(item, candidate))
            {
                case true:
                    return Value.True;
                case null:
                    result = null;
                    break;
            }
        }

        return Value.FromBoolean(result);
    }

    private static Value GetElement(ListValue list, long index)
    {
        var position = index < 0 ? index + list.Count : index;
        return (ulong)position < (ulong)list.Count ? list[(int)position] : Value.Null;
    }

    private static (int Start, int End) GetBounds(long from, long to, int count)
    {
        var start = (int)Math.Clamp(from < 0 ? from + count : from, 0, count);
        var end = (int)Math.Clamp(to < 0 ? to + count : to, 0, count);
        return (start, Math.Max(start, end));
    }

    private static long ExpectIndex(string sign, Value value) =>
        value.IsInteger ? value.AsInteger() : throw RuntimeErrors.WrongOperand(sign, "an integer", value);
}
