namespace Graph.Query.Types;

/// <summary>How static types relate: ANY above all, NULL below all, NUMBER above INTEGER and FLOAT, lists by their elements.</summary>
internal static class TypeLattice
{
    /// <summary>The least type that both fit; nulls are skipped.</summary>
    public static StaticType Join(StaticType left, StaticType right)
    {
        if (left == right || right.Kind == TypeKind.Null)
            return left;
        if (left.Kind == TypeKind.Null)
            return right;
        if (IsNumeric(left.Kind) && IsNumeric(right.Kind))
            return StaticType.Number;

        return left.Kind == TypeKind.List && right.Kind == TypeKind.List
            ? StaticType.ListOf(Join(ElementOf(left), ElementOf(right)))
            : StaticType.Any;
    }

    public static StaticType Join(IEnumerable<StaticType> types) => types.Aggregate(StaticType.Null, Join);

    /// <summary>Whether some value of a static type is of the wanted type. A list may be empty, so each may fit every other.</summary>
    public static bool CanBe(this StaticType actual, StaticType wanted)
    {
        if (actual.Kind == wanted.Kind || actual.Kind is TypeKind.Any or TypeKind.Null || wanted.Kind is TypeKind.Any or TypeKind.Null)
            return true;

        return (actual.Kind == TypeKind.Number && IsNumeric(wanted.Kind)) || (wanted.Kind == TypeKind.Number && IsNumeric(actual.Kind));
    }

    /// <summary>The type of a list's elements; ANY for what may be a list.</summary>
    public static StaticType ElementOf(StaticType type) => type.Kind switch
    {
        TypeKind.List => type.Element ?? StaticType.Any,
        TypeKind.Null => StaticType.Null,
        _ => StaticType.Any,
    };

    public static StaticType Of(ValueKind? kind) => kind switch
    {
        ValueKind.Null => StaticType.Null,
        ValueKind.Boolean => StaticType.Boolean,
        ValueKind.Integer => StaticType.Integer,
        ValueKind.Float => StaticType.Float,
        ValueKind.String => StaticType.String,
        ValueKind.Date => StaticType.Date,
        ValueKind.List => StaticType.AnyList,
        ValueKind.Map => StaticType.Map,
        ValueKind.Node => StaticType.Node,
        ValueKind.Edge => StaticType.Edge,
        ValueKind.Path => StaticType.Path,
        ValueKind.LocalTime => StaticType.LocalTime,
        ValueKind.Time => StaticType.Time,
        ValueKind.LocalDateTime => StaticType.LocalDateTime,
        ValueKind.DateTime => StaticType.DateTime,
        ValueKind.Duration => StaticType.Duration,
        ValueKind.Point => StaticType.Point,
        _ => StaticType.Any,
    };

    public static StaticType Of(PropertyType type)
    {
        var scalar = type.Scalar switch
        {
            ScalarType.String => StaticType.String,
            ScalarType.Boolean => StaticType.Boolean,
            ScalarType.Integer => StaticType.Integer,
            ScalarType.Float => StaticType.Float,
            ScalarType.Date => StaticType.Date,
            _ => StaticType.Any,
        };
        return type.IsList ? StaticType.ListOf(scalar) : scalar;
    }

    /// <summary>As a message names a value of the type: <c>an integer</c>.</summary>
    public static string Describe(this StaticType type) => type.Kind switch
    {
        TypeKind.Null => "null",
        TypeKind.Boolean => "a truth value",
        TypeKind.Number => "a number",
        TypeKind.Integer => "an integer",
        TypeKind.Float => "a float",
        TypeKind.String => "a string",
        TypeKind.Date => "a date",
        TypeKind.Map => "a map",
        TypeKind.Node => "a node",
        TypeKind.Edge => "a relation",
        TypeKind.Path => "a path",
        TypeKind.List => "a list",
        TypeKind.LocalTime => "a local time",
        TypeKind.Time => "a time",
        TypeKind.LocalDateTime => "a local date time",
        TypeKind.DateTime => "a date time",
        TypeKind.Duration => "a duration",
        TypeKind.Point => "a point",
        _ => "any value",
    };

    private static bool IsNumeric(TypeKind kind) => kind is TypeKind.Number or TypeKind.Integer or TypeKind.Float;
}
