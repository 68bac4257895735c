using Graph.Generator.CodeModel;
using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Generator.CSharp;

/// <summary>The types of the query language as C# has them.</summary>
internal static class QueryTypes
{
    /// <summary>The type of a column; nodes of a pattern that must match, values and lists apart, it may be null.</summary>
    public static string ColumnType(QueryMember column) => column.Node switch
    {
        { IsOptional: true } node => $"{node.Name}?",
        { } node => node.Name,
        null => ColumnType(column.Type),
    };

    /// <summary>The call on a typed row that reads a column.</summary>
    public static string Read(QueryMember column, int index) => column.Node switch
    {
        { IsOptional: true } node => $"row.OptionalNode<{node.Name}>({index})",
        { } node => $"row.Node<{node.Name}>({index})",
        null => $"row.{Reader(column.Type)}({index})",
    };

    private static string ColumnType(StaticType type) => type switch
    {
        { Kind: TypeKind.List, Element: { } element } when ItemName(element.Kind) is { } item => $"TypedList<{item}?>",
        { Kind: TypeKind.List } => "TypedList<Value>",
        _ when ItemName(type.Kind) is { } item => $"{item}?",
        { Kind: TypeKind.Map } => "MapValue?",
        { Kind: TypeKind.Path } => "PathValue?",
        _ => "Value",
    };

    private static string Reader(StaticType type) => type switch
    {
        { Kind: TypeKind.List, Element: { } element } when ItemName(element.Kind) is not null => $"{element.Kind}s",
        { Kind: TypeKind.List } => "List",
        { Kind: TypeKind.Map or TypeKind.Path } => type.Kind.ToString(),
        _ => ItemName(type.Kind) is null ? "Any" : type.Kind.ToString(),
    };

    public static string ParameterType(StaticType type) => type switch
    {
        { Kind: TypeKind.List, Element: { } element } => $"IEnumerable<{ParameterType(element)}>",
        { Kind: TypeKind.Number } => "double",
        { Kind: TypeKind.Map } => "MapValue",
        { Kind: TypeKind.Path } => "PathValue",
        _ => ItemName(type.Kind) ?? "Value",
    };

    /// <summary>Turns a parameter into an expression of type Value.</summary>
    public static string Write(StaticType type, string parameter) => type switch
    {
        { Kind: TypeKind.List, Element: { } element } => $"TypedValues.FromItems({parameter}, static item => {Write(element, "item")})",
        { Kind: TypeKind.Number } => $"Value.FromFloat({parameter})",
        { Kind: TypeKind.Node } => $"Value.FromNode({parameter}.NodeId)",
        { Kind: TypeKind.Edge } => $"Value.FromEdge({parameter}.EdgeId)",
        { Kind: TypeKind.Map or TypeKind.Path } => $"Value.From{type.Kind}({parameter})",
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
