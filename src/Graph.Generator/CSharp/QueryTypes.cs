using Graph.Generator.CodeModel;
using Graph.Generator.Nullability;
using Graph.Query.Types;

namespace Graph.Generator.CSharp;

/// <summary>The types of the query language as C# has them.</summary>
internal static class QueryTypes
{
    /// <summary>The type of a parameter that may be anything.</summary>
    private const string Argument = "QueryArgument";

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
        return parameter.Presence.IsSure || name == Argument ? name : $"{name}?";
    }

    /// <summary>Turns a parameter into an expression of type Value, which throws for a null that was not declared.</summary>
    /// <param name="owner">Whose parameter it is, for the message.</param>
    public static string Write(QueryMember parameter, string owner)
    {
        if (parameter.Presence.IsSure || ParameterType(parameter.Type) == Argument)
            return Write(parameter.Type, Given(parameter.Type, parameter.Name, parameter.Name, owner), parameter.Name, owner);

        // A class is known to be there in the other branch, a struct is its value.
        var present = IsClass(parameter.Type) ? parameter.Name : $"{parameter.Name}.Value";
        return $"{parameter.Name} is null ? Value.Null : {Write(parameter.Type, present, parameter.Name, owner)}";
    }

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
        _ => ItemName(type.Kind) ?? Argument,
    };

    private static bool IsClass(StaticType type) =>
        type is { Kind: TypeKind.String or TypeKind.Date or TypeKind.Map } or { Kind: TypeKind.List, Element: not null };

    /// <summary>Elements are passed only to the graph that they are in.</summary>
    private static bool IsOfGraph(StaticType type) =>
        type.Kind is TypeKind.Node or TypeKind.Edge or TypeKind.Path || ParameterType(type) == Argument || (type is { Kind: TypeKind.List, Element: { } element } && IsOfGraph(element));

    private static string Given(StaticType type, string expression, string parameter, string owner) =>
        IsClass(type) ? CSharpText.Given(expression, parameter, owner) : expression;

    /// <param name="given">The parameter, or an item of it, where it is not null.</param>
    private static string Write(StaticType type, string given, string parameter, string owner) => type switch
    {
        { Kind: TypeKind.List, Element: { } element } =>
            $"TypedValues.FromItems({given}, {(IsOfGraph(element) ? "" : "static ")}item => "
                + $"{Write(element, Given(element, "item", parameter, owner), parameter, owner)})",
        { Kind: TypeKind.Number } => $"Value.FromFloat({given})",
        { Kind: TypeKind.Node or TypeKind.Edge or TypeKind.Path } => $"TypedValues.From{type.Kind}(graph.Store, {given})",
        { Kind: TypeKind.Map } => $"Value.FromMap({given})",
        _ => ItemName(type.Kind) is null ? $"{given}.For(graph.Store)" : $"Value.From{type.Kind}({given})",
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
