namespace Graph.Query.Types;

public enum TypeKind : byte
{
    Any,
    Null,
    Boolean,

    /// <summary>Integer or float.</summary>
    Number,
    Integer,
    Float,
    String,
    Date,
    Map,
    Node,
    Edge,
    Path,
    List,
    LocalTime,
    Time,
    LocalDateTime,
    DateTime,
    Duration,
    Point,
}

/// <summary>What is known of an expression's value before the query runs. Null fits every type.</summary>
/// <param name="Element">The type of the elements of a list; null for every other kind.</param>
public sealed record StaticType(TypeKind Kind, StaticType? Element = null)
{
    public static readonly StaticType Any = new(TypeKind.Any);
    public static readonly StaticType Null = new(TypeKind.Null);
    public static readonly StaticType Boolean = new(TypeKind.Boolean);
    public static readonly StaticType Number = new(TypeKind.Number);
    public static readonly StaticType Integer = new(TypeKind.Integer);
    public static readonly StaticType Float = new(TypeKind.Float);
    public static readonly StaticType String = new(TypeKind.String);
    public static readonly StaticType Date = new(TypeKind.Date);
    public static readonly StaticType Map = new(TypeKind.Map);
    public static readonly StaticType Node = new(TypeKind.Node);
    public static readonly StaticType Edge = new(TypeKind.Edge);
    public static readonly StaticType Path = new(TypeKind.Path);
    public static readonly StaticType LocalTime = new(TypeKind.LocalTime);
    public static readonly StaticType Time = new(TypeKind.Time);
    public static readonly StaticType LocalDateTime = new(TypeKind.LocalDateTime);
    public static readonly StaticType DateTime = new(TypeKind.DateTime);
    public static readonly StaticType Duration = new(TypeKind.Duration);
    public static readonly StaticType Point = new(TypeKind.Point);
    public static readonly StaticType AnyList = ListOf(Any);

    public static StaticType ListOf(StaticType element) => new(TypeKind.List, element);

    public override string ToString() => Kind switch
    {
        TypeKind.List => $"LIST<{Element}>",
        TypeKind.Edge => "RELATIONSHIP",
        TypeKind.LocalTime => "LOCAL TIME",
        TypeKind.Time => "ZONED TIME",
        TypeKind.LocalDateTime => "LOCAL DATETIME",
        TypeKind.DateTime => "ZONED DATETIME",
        _ => Kind.ToString().ToUpperInvariant(),
    };
}
