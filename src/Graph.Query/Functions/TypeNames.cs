using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>The type of a value as Cypher 25 writes it: <c>LIST&lt;INTEGER NOT NULL> NOT NULL</c>.</summary>
internal static class TypeNames
{
    public static string Of(Value value) => value.IsNull ? "NULL" : $"{Name(value)} NOT NULL";

    private static string Name(Value value) =>
        value.Kind == ValueKind.List ? $"LIST<{OfItems(value.AsList())}>" : $"{TypeLattice.Of(value.Kind)}";

    // As Cypher 25 orders the types of a union.
    private static readonly ImmutableArray<TypeKind> Order =
    [
        TypeKind.Boolean, TypeKind.String, TypeKind.Integer, TypeKind.Float, TypeKind.Date, TypeKind.LocalTime, TypeKind.Time,
        TypeKind.LocalDateTime,
        TypeKind.DateTime, TypeKind.Duration, TypeKind.Point, TypeKind.Node, TypeKind.Edge, TypeKind.Map, TypeKind.List, TypeKind.Path,
    ];

    // Each type of an element once; lists by what they hold.
    private static string OfItems(ListValue list)
    {
        var names = new HashSet<(int Place, string Name)>();
        var hasNull = false;
        foreach (var item in list.Span)
        {
            hasNull |= item.IsNull;
            if (!item.IsNull)
                names.Add((Order.IndexOf(TypeLattice.Of(item.Kind).Kind), Name(item)));
        }

        if (names.Count == 0)
            return hasNull ? "NULL" : "NOTHING";
        var ordered = names.OrderBy(type => type.Place).ThenBy(type => type.Name, StringComparer.Ordinal);
        return string.Join(" | ", ordered.Select(type => hasNull ? type.Name : $"{type.Name} NOT NULL"));
    }
}
