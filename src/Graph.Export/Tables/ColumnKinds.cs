namespace Graph.Export;

/// <summary>Finds the kind of a column, and its values as that kind.</summary>
internal static class ColumnKinds
{
    public static ColumnKind Find(IEnumerable<Value> values)
    {
        ColumnKind? found = null;
        foreach (var value in values)
        {
            if (!value.IsNull)
                found = found is null ? Of(value) : Join(found.Value, Of(value));
            if (found == ColumnKind.Text)
                break;
        }

        return found ?? ColumnKind.Text;
    }

    /// <summary>Of a stored column; without looking at its values where it holds one kind.</summary>
    public static ColumnKind Find(PropertyColumn column) => column.Kind switch
    {
        ValueKind.Boolean => ColumnKind.Boolean,
        ValueKind.Integer => ColumnKind.Integer,
        ValueKind.Float => ColumnKind.Float,
        ValueKind.List => ColumnKind.TextList,
        null => Find(Enumerable.Range(0, column.Count).Select(column.GetValue)),
        _ => ColumnKind.Text,
    };

    public static ColumnKind Join(ColumnKind left, ColumnKind right)
    {
        if (left == right)
            return left;
        return left is ColumnKind.Integer or ColumnKind.Float && right is ColumnKind.Integer or ColumnKind.Float
            ? ColumnKind.Float
            : ColumnKind.Text;
    }

    public static IEnumerable<string> ListTexts(Value list) => list.Kind == ValueKind.List ? list.AsList().Select(PlainText.Format) : [];

    private static ColumnKind Of(Value value) => value.Kind switch
    {
        ValueKind.Boolean => ColumnKind.Boolean,
        ValueKind.Integer => ColumnKind.Integer,
        ValueKind.Float => ColumnKind.Float,
        ValueKind.List => ColumnKind.TextList,
        _ => ColumnKind.Text,
    };
}
