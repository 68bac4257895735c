using Graph.Query.Syntax;

namespace Graph.Oracle.Evaluation;

/// <summary><c>IS :: TYPE</c>, and the type of a value as <c>valueType</c> writes it.</summary>
internal static class Types
{
    // Cypher 25 writes the parts of a union in this order.
    private static readonly string[] Union =
    [
        "BOOLEAN", "STRING", "INTEGER", "FLOAT", "DATE", "LOCAL TIME", "ZONED TIME", "LOCAL DATETIME", "ZONED DATETIME", "DURATION",
        "POINT", "NODE", "RELATIONSHIP", "MAP", "LIST", "PATH",
    ];

    public static bool Includes(TypeSyntax type, Value value) => type.Alternatives.Any(alternative => Includes(alternative, value));

    public static string Describe(Value value)
    {
        if (value.IsNull)
            return "NULL";
        return $"{(value.Kind == ValueKind.List ? $"LIST<{DescribeItems(value.AsList())}>" : NameOf(value))} NOT NULL";
    }

    private static bool Includes(SimpleTypeSyntax type, Value value) => type.Name switch
    {
        "NOTHING" => false,
        _ when value.IsNull => !type.IsNotNull,
        "ANY" => type.Element is null || Includes(type.Element, value),
        "LIST" => value.Kind == ValueKind.List && value.AsList().All(item => type.Element is null || Includes(type.Element, item)),
        "PROPERTY VALUE" => value.Kind == ValueKind.List
            ? value.AsList().All(IsScalar) && value.AsList().Select(NameOf).Distinct().Count() <= 1
            : IsScalar(value),
        _ => NameOf(value) == type.Name,
    };

    private static bool IsScalar(Value value) =>
        !(value.IsNull || value.IsNode || value.IsEdge || value.Kind is ValueKind.List or ValueKind.Map or ValueKind.Path);

    private static string DescribeItems(ListValue list)
    {
        var present = list
            .Where(item => !item.IsNull)
            .Select(item => Describe(item)[..^" NOT NULL".Length])
            .Distinct()
            .OrderBy(name => Array.IndexOf(Union, name.StartsWith("LIST<", StringComparison.Ordinal) ? "LIST" : name))
            .ThenBy(name => name, StringComparer.Ordinal)
            .ToList();
        var hasNull = list.Any(item => item.IsNull);
        if (present.Count == 0)
            return hasNull ? "NULL" : "NOTHING";
        return string.Join(" | ", present.Select(name => hasNull ? name : $"{name} NOT NULL"));
    }

    private static string NameOf(Value value) => value.Kind switch
    {
        ValueKind.Edge => "RELATIONSHIP",
        ValueKind.LocalTime => "LOCAL TIME",
        ValueKind.Time => "ZONED TIME",
        ValueKind.LocalDateTime => "LOCAL DATETIME",
        ValueKind.DateTime => "ZONED DATETIME",
        var kind => kind.ToString().ToUpperInvariant(),
    };
}
