namespace Graph.Query.Selection;

/// <summary>Nodes by the value of a property, where every column of the property has an index or is in order.</summary>
internal static class ValueIndex
{
    public static bool Covers(GraphStore store, NodeSelection nodes, string key) =>
        store.NodeRanges.Where(range => nodes.Contains(range.Start)).All(range => range.FindColumn(key) is null
            or StringColumn { HasIndex: true }
            or IntegerColumn { Bounds.IsAscending: true });

    /// <summary>Adds the nodes whose property equals the value, ascending.</summary>
    /// <param name="key">Null for the number of a node, which <c>id(n)</c> gives.</param>
    public static void Find(GraphStore store, NodeSelection nodes, string? key, Value value, List<int> found)
    {
        if (key is null)
        {
            if (ToInteger(value) is { } node && node >= 0 && node < store.NodeCount && nodes.Contains(store.GetRange((int)node).Start))
                found.Add((int)node);
            return;
        }

        foreach (var range in store.NodeRanges)
        {
            if (!nodes.Contains(range.Start))
                continue;

            switch (range.FindColumn(key))
            {
                case StringColumn strings when value.Kind == ValueKind.String:
                    foreach (var row in strings.FindRows(value.AsString()))
                        found.Add(range.Start + row);
                    break;
                case IntegerColumn integers when ToInteger(value) is { } number:
                    var rows = integers.FindRows(number);
                    for (var row = rows.Start; row < rows.End; row++)
                        found.Add(range.Start + row);
                    break;
            }
        }
    }

    /// <summary>The integer that a number equals, if any: <c>1.0</c> finds <c>1</c>.</summary>
    public static long? ToInteger(Value value)
    {
        if (value.IsInteger)
            return value.AsInteger();

        // 2^63 itself is the first float above the integers.
        return value.IsFloat
            && value.AsFloat() is var number
            && number == Math.Floor(number)
            && number is >= -9223372036854775808.0 and < 9223372036854775808.0
            ? (long)number
            : null;
    }
}
