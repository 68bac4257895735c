using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>What the values of expressions are in one graph: of a property without a declared type, what its columns hold.</summary>
internal static class StoredTypes
{
    /// <param name="store">Null where nothing is known but the declared types.</param>
    public static TypeKind Of(BoundExpression expression, GraphStore? store) =>
        store is not null
            && expression is BoundProperty { Type.Kind: TypeKind.Any, Target: BoundReference { Variable.Type.Kind: var element } } property
            ? FindKind(ListColumns(element, property.Key, store))
            : expression.Type.Kind;

    /// <summary>The columns of a property, whatever the labels.</summary>
    public static List<PropertyColumn> ListColumns(TypeKind element, string key, GraphStore store) =>
    [
        .. (element switch
        {
            TypeKind.Node => store.NodeRanges.Select(range => range.FindColumn(key)),
            TypeKind.Edge => store.EdgeTables.Select(table => table.FindColumn(key)),
            _ => [],
        }).OfType<PropertyColumn>(),
    ];

    private static TypeKind FindKind(List<PropertyColumn> columns)
    {
        TypeKind[] kinds = [.. columns.Select(GetKind).Distinct()];
        return kinds is [var only] ? only : TypeKind.Any;
    }

    private static TypeKind GetKind(PropertyColumn column) => column switch
    {
        StringColumn => TypeKind.String,
        IntegerColumn => TypeKind.Integer,
        FloatColumn => TypeKind.Float,
        BooleanColumn => TypeKind.Boolean,
        DateColumn => TypeKind.Date,
        _ => TypeKind.Any,
    };
}
