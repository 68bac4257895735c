namespace Graph.Query.Types;

/// <summary>A result column: its name as the user wrote it, and the type that all parts share.</summary>
public sealed record BoundColumn(string Name, StaticType Type);
