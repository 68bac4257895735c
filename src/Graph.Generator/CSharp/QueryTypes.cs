using Graph.Generator.CodeModel;
using Graph.Generator.Nullability;
using Graph.Query.Types;

namespace Graph.Generator.CSharp;

/// <summary>The types of the query language as C# has them.</summary>
internal static class QueryTypes
{
    /// <summary>The type of a column; with a question mark only where it can be null.</summary>
    public static string ColumnType(QueryMember column)
    {
        var name = TypeName(column);
        return column.Presence.IsSure || name == "Value" ? name : $"{name}?";
    }

    /// <summary>Whether the column is a struct that is never null, so that the lack of a row needs a type of its own.</summary>
    public static bool IsSureStruct(QueryMember column) =>
        column.Presence.IsSure
        && (column.Node is not null || column.Type.Kind is not (TypeKind.String or TypeKind.Date or TypeKind.Map))
        && TypeName(column) != "Value";

    /// <summary>The expression that reads a column of <c>row</c>.</summary>
    public static string Read(QueryMember column, int index)
    {
        var any = $"row.Any({index})";
        if (TypeName(column) == "Value")
            return any;
        if (column.Type.Kind == TypeKind.List)
            return ReadList(column, index);

        var present = $"{any}.Require({CSharpText.Literal(column.Text)})";
        return column.Type.Kind switch
        {
            TypeKind.Node when column.Presence.IsSure => $"row.Node<{TypeName(column)}>({index})",
            TypeKind.Node => $"row.OptionalNode<{TypeName(column)}>({index})",
            TypeKind.Edge when column.Presence.IsSure => $"row.RequiredEdge({index})",
            TypeKind.Path when column.Presence.IsSure => $"row.RequiredPath({index})",
            TypeKind.Float or TypeKind.Number when column.Presence.IsSure => $"{present}.AsNumber()",
            TypeKind.Number => $"row.Float({index})",
            _ when column.Presence.IsSure => $"{present}.As{column.Type.Kind}()",
            _ => $"row.{column.Type.Kind}({index})",
        };
    }

    public static string ParameterType(QueryMember parameter)
    {
        var name = ParameterType(parameter.Type);
        return parameter.Presence.IsSure || name == "Value" ? name : $"{name}?";
    }

    /// <summary>Turns a parameter into an expression of type Value.</summary>
    public static string Write(QueryMember parameter) => parameter.Presence.IsSure || ParameterType(parameter.Type) is "Value"
        ? Write(parameter.Type, parameter.Name)
        : $"{parameter.Name} is null ? Value.Null : {Write(parameter.Type, IsClass(parameter.Type) ? parameter.Name : $"{parameter.Name}.Value")}";

    private static string ReadList(QueryMember column, int index)
    {
        var items = column.Type.Element is { } element && ItemName(element.Kind) is not null ? $"{element.Kind}s" : "Values";
        var reader = $"{(column.Presence.AreItemsSure ? "" : "Optional")}{items}";
        return column.Presence.IsSure ? $"row.{reader}({index})" : $"row.IsNull({index}) ? null : row.{reader}({index})";
    }

    private static string TypeName(QueryMember column) => column switch
    {
        { Node: { } node } => node,
        { Type: { Kind: TypeKind.List, Element: { } element }, Presence: var presence } when ItemName(element.Kind) is { } item =>
            $"TypedList<{item}{(presence.AreItemsSure ? "" : "?")}>",
        { Type.Kind: TypeKind.List } => "TypedList<Value>",
        { Type.Kind: TypeKind.Map } => "MapValue",
        { Type.Kind: TypeKind.Path } => "AnyPath",
        { Type.Kind: TypeKind.Number } => "double",
        _ => ItemName(column.Type.Kind) ?? "Value",
    };

    private static string ParameterType(StaticType type) => type switch
    {
        { Kind: TypeKind.List, Element: { } element } => $"IEnumerable<{ParameterType(element)}>",
        { Kind: TypeKind.Number } => "double",
        { Kind: TypeKind.Map } => "MapValue",
        { Kind: TypeKind.Path } => "AnyPath",
        _ => ItemName(type.Kind) ?? "Value",
    };

    private static bool IsClass(StaticType type) => type.Kind is TypeKind.String or TypeKind.Date or TypeKind.Map or TypeKind.List;

    /// <summary>Elements are passed only to the graph that they are in.</summary>
    private static bool IsOfGraph(StaticType type) =>
        type.Kind is TypeKind.Node or TypeKind.Edge or TypeKind.Path || (type is { Kind: TypeKind.List, Element: { } element } && IsOfGraph(element));

    private static string Write(StaticType type, string parameter) => type switch
    {
        { Kind: TypeKind.List, Element: { } element } => $"TypedValues.FromItems({parameter}, {(IsOfGraph(element) ? "" : "static ")}item => {Write(element, "item")})",
        { Kind: TypeKind.Number } => $"Value.FromFloat({parameter})",
        { Kind: TypeKind.Node or TypeKind.Edge or TypeKind.Path } => $"TypedValues.From{type.Kind}(graph.Store, {parameter})",
        { Kind: TypeKind.Map } => $"Value.FromMap({parameter})",
        _ => ItemName(type.Kind) is null ? parameter : $"Value.From{type.Kind}({parameter})",
    };

    private static string? ItemName(TypeKind kind) => kind switch
    {
        TypeKind.String => "string",
        TypeKind.Boolean => "bool",
        TypeKind.Integer => "long",
        TypeKind.Float => "double",
        TypeKind.Date => "PartialDate",
        TypeKind.Node => "AnyNode",
        TypeKind.Edge => "AnyEdge",
        _ => null,
    };
}
