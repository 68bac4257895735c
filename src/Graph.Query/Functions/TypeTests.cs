using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary><c>x IS :: TYPE</c>, for each type a function of its own. Null is of every type that does not say NOT NULL.</summary>
internal static class TypeTests
{
    public const string Name = "IS ::";

    public static Function Create(TypeSyntax type) =>
        new(Name, [Signature.Of(
            StaticType.Boolean,
            StaticType.Any)], (_, a) => Value.FromBoolean(Includes(type, a[0])), NullInNullOut: false)
        { TestedType = type };

    private static bool Includes(TypeSyntax type, Value value)
    {
        foreach (var alternative in type.Alternatives)
        {
            if (Includes(alternative, value))
                return true;
        }

        return false;
    }

    private static bool Includes(SimpleTypeSyntax type, Value value)
    {
        if (value.IsNull)
            return !type.IsNotNull && type.Name != "NOTHING";

        return type switch
        {
            { Name: "ANY", Element: { } alternatives } => Includes(alternatives, value),
            { Name: "ANY" } => true,
            { Name: "LIST" } => value.Kind == ValueKind.List && (type.Element is not { } element || AreOf(element, value.AsList())),
            { Name: "PROPERTY VALUE" } => IsProperty(value),
            _ => KindOf(type.Name) == value.Kind,
        };
    }

    private static bool AreOf(TypeSyntax element, ListValue list)
    {
        foreach (var item in list.Span)
        {
            if (!Includes(element, item))
                return false;
        }

        return true;
    }

    private static bool IsProperty(Value value)
    {
        if (value.Kind != ValueKind.List)
            return IsScalar(value.Kind);

        var list = value.AsList().Span;
        foreach (var item in list)
        {
            if (!IsScalar(item.Kind) || item.Kind != list[0].Kind)
                return false;
        }

        return true;
    }

    private static bool IsScalar(ValueKind kind) =>
        kind is not (ValueKind.Null or ValueKind.List or ValueKind.Map or ValueKind.Node or ValueKind.Edge or ValueKind.Path);

    private static ValueKind? KindOf(string name) => name switch
    {
        "BOOLEAN" => ValueKind.Boolean,
        "STRING" => ValueKind.String,
        "INTEGER" => ValueKind.Integer,
        "FLOAT" => ValueKind.Float,
        "DATE" => ValueKind.Date,
        "LOCAL TIME" => ValueKind.LocalTime,
        "ZONED TIME" => ValueKind.Time,
        "LOCAL DATETIME" => ValueKind.LocalDateTime,
        "ZONED DATETIME" => ValueKind.DateTime,
        "DURATION" => ValueKind.Duration,
        "POINT" => ValueKind.Point,
        "NODE" => ValueKind.Node,
        "RELATIONSHIP" => ValueKind.Edge,
        "PATH" => ValueKind.Path,
        "MAP" => ValueKind.Map,
        _ => null,
    };
}
