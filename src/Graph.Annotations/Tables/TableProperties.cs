namespace Graph.Annotations;

/// <summary>Columns as the graph type declares them.</summary>
internal static class TableProperties
{
    /// <param name="getPlace">The place of a row of the column.</param>
    public static PropertyColumn Convert(
        PropertyColumn column, PropertyDefinition? definition, GraphTypeRules rules, Func<int, FilePlace> getPlace)
    {
        if (definition is null || (!definition.Type.IsList && column.Kind == GetKind(definition.Type.Scalar)))
            return column;
        var values = new Value[column.Count];
        for (var row = 0; row < values.Length; row++)
            values[row] = rules.Convert(column.GetValue(row), definition, getPlace(row));
        return PropertyColumn.Create(column.Key, values);
    }

    /// <summary>The values as text; what is text already stays as it is.</summary>
    public static PropertyColumn ToText(PropertyColumn column) => column.Kind == ValueKind.String ? column : ToText(column, column.Key, "");

    /// <summary>The values as text behind a prefix; a row without a value stays without.</summary>
    public static PropertyColumn ToText(PropertyColumn column, string key, string prefix)
    {
        if (column is IntegerColumn integers)
            return PropertyColumn.CreateTexts(key, prefix, integers);
        var values = new Value[column.Count];
        for (var row = 0; row < values.Length; row++)
            values[row] = GetText(column, row) is { } text ? Value.FromString(prefix + text) : Value.Null;
        return PropertyColumn.Create(key, values);
    }

    /// <summary>A cell as text, null for an empty one.</summary>
    public static string? GetText(PropertyColumn column, int row) => column.GetValue(row) switch
    {
        { IsNull: true } => null,
        { Kind: ValueKind.String } text => text.AsString(),
        var value => ValueText.Format(value),
    };

    private static ValueKind GetKind(ScalarType scalar) => scalar switch
    {
        ScalarType.Boolean => ValueKind.Boolean,
        ScalarType.Integer => ValueKind.Integer,
        ScalarType.Float => ValueKind.Float,
        ScalarType.Date => ValueKind.Date,
        _ => ValueKind.String,
    };
}
