using Graph.Generator.CodeModel;
using Graph.Generator.Nullability;
using Graph.Query.Types;

namespace Graph.Generator.CSharp;

/// <summary>The types of the query language as C# has them.</summary>
internal static class QueryTypes
{
    /// <summary>The type of a parameter that may be anything.</summary>
    private const string Argument = "QueryArgument";

    /// <summary>The type of a column of which no type of C# is known.</summary>
    private const string AnyValue = "Value";

    private static readonly MemberType AnyType = new(TypeKind.Any);

    /// <summary>The type of a column; with a question mark only where it can be null.</summary>
    public static string ColumnType(QueryMember column) => TypeName(column.Type, column.Presence);

    /// <summary>Whether the column is a struct that is never null, so that the lack of a row needs a type of its own.</summary>
    public static bool IsSureStruct(QueryMember column) =>
        column.Presence.IsSure
        && column.Type.Kind is not (TypeKind.String or TypeKind.Date or TypeKind.Map)
        && TypeName(column.Type) != AnyValue;

    /// <summary>The expression that reads a column of <c>row</c>.</summary>
    public static string Read(QueryMember column, int index)
    {
        var any = $"row.Any({index})";
        if (TypeName(column.Type) == AnyValue)
            return any;
        if (column.Type.Kind == TypeKind.List)
            return ReadList(column, index);

        var present = $"{any}.Require({CSharpText.Literal(column.Text)})";
        return column.Type.Kind switch
        {
            TypeKind.Node when column.Presence.IsSure => $"row.Node<{TypeName(column.Type)}>({index})",
            TypeKind.Node => $"row.OptionalNode<{TypeName(column.Type)}>({index})",
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
        var element = column.Type.Element ?? AnyType;
        var item = column.Presence.Item;
        var reader = FindListReader(element) is { } name
            ? $"row.{(item.IsSure ? "" : "Optional")}{name}({index})"
            : $"row.List<{TypeName(element, item)}>({index}, {ReadItems(element, item, depth: 1)})";
        return column.Presence.IsSure ? reader : $"row.IsNull({index}) ? null : {reader}";
    }

    /// <summary>The member of a row that reads a list of the items; null for those that have none.</summary>
    private static string? FindListReader(MemberType element) => element switch
    {
        { Node: not null } or { Kind: TypeKind.List or TypeKind.Map or TypeKind.Path } => null,
        { Kind: TypeKind.Number } => "Floats",
        _ => ItemName(element.Kind) is null ? "Values" : $"{element.Kind}s",
    };

    /// <summary>A function from a store and an item to what the item is in C#.</summary>
    /// <param name="depth">Of the lists around the item, so that each has names of its own.</param>
    private static string ReadItems(MemberType type, Presence presence, int depth)
    {
        var (store, item) = ($"store{depth}", $"item{depth}");
        var read = type.Kind switch
        {
            TypeKind.List =>
                $"TypedRow.ListOf<{ItemType(type, presence)}>({store}, {item}, "
                    + $"{ReadItems(type.Element ?? AnyType, presence.Item, depth + 1)})",

            // As a type argument, a struct is found behind a query that has its name.
            TypeKind.Node => $"TypedRow.NodeOf<{TypeName(type)}>({store}, {item})",
            TypeKind.Edge => $"new AnyEdge({store}, {item}.AsEdge())",
            TypeKind.Path => $"new AnyPath({store}, {item}.AsPath())",
            TypeKind.Float or TypeKind.Number => $"{item}.AsNumber()",
            _ => TypeName(type) == AnyValue ? item : $"{item}.As{type.Kind}()",
        };
        var isSure = presence.IsSure || TypeName(type) == AnyValue;
        return $"static ({store}, {item}) => {(isSure ? read : $"{item}.IsNull ? null : {read}")}";
    }

    /// <summary>With a question mark only where it can be null.</summary>
    private static string TypeName(MemberType type, Presence presence)
    {
        var name = type.Kind == TypeKind.List ? $"TypedList<{ItemType(type, presence)}>" : TypeName(type);
        return presence.IsSure || name == AnyValue ? name : $"{name}?";
    }

    private static string ItemType(MemberType list, Presence presence) => TypeName(list.Element ?? AnyType, presence.Item);

    private static string TypeName(MemberType type) => type switch
    {
        { Node: { } node } => node,
        { Kind: TypeKind.List } => "TypedList",
        { Kind: TypeKind.Map } => "MapValue",
        { Kind: TypeKind.Path } => "AnyPath",
        { Kind: TypeKind.Number } => "double",
        _ => ItemName(type.Kind) ?? AnyValue,
    };

    private static string ParameterType(MemberType type) => type switch
    {
        { Kind: TypeKind.List, Element: { } element } => $"IEnumerable<{ParameterType(element)}>",
        { Kind: TypeKind.Number } => "double",
        { Kind: TypeKind.Map } => "MapValue",
        { Kind: TypeKind.Path } => "AnyPath",
        { Kind: TypeKind.Duration } => "DurationValue",
        { Kind: TypeKind.Point } => "PointValue",
        _ when IsTime(type) => "TemporalValue",
        _ => ItemName(type.Kind) ?? Argument,
    };

    private static bool IsTime(MemberType type) =>
        type.Kind is TypeKind.LocalTime or TypeKind.Time or TypeKind.LocalDateTime or TypeKind.DateTime;

    private static bool IsClass(MemberType type) => IsTime(type)
        || type is { Kind: TypeKind.String or TypeKind.Date or TypeKind.Map or TypeKind.Duration or TypeKind.Point }
            or { Kind: TypeKind.List, Element: not null };

    /// <summary>Elements are passed only to the graph that they are in.</summary>
    private static bool IsOfGraph(MemberType type) =>
        type.Kind is TypeKind.Node or TypeKind.Edge or TypeKind.Path
        || ParameterType(type) == Argument
        || (type is { Kind: TypeKind.List, Element: { } element } && IsOfGraph(element));

    private static string Given(MemberType type, string expression, string parameter, string owner) =>
        IsClass(type) ? CSharpText.Given(expression, parameter, owner) : expression;

    /// <param name="given">The parameter, or an item of it, where it is not null.</param>
    private static string Write(MemberType type, string given, string parameter, string owner) => type switch
    {
        { Kind: TypeKind.List, Element: { } element } =>
            $"TypedValues.FromItems({given}, {(IsOfGraph(element) ? "" : "static ")}item => "
                + $"{Write(element, Given(element, "item", parameter, owner), parameter, owner)})",
        { Kind: TypeKind.Number } => $"Value.FromFloat({given})",
        { Kind: TypeKind.Node or TypeKind.Edge or TypeKind.Path } => $"TypedValues.From{type.Kind}(graph.Store, {given})",
        { Kind: TypeKind.Map or TypeKind.Duration or TypeKind.Point } => $"Value.From{type.Kind}({given})",
        _ when IsTime(type) => $"TypedValues.From{type.Kind}({given})",
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
