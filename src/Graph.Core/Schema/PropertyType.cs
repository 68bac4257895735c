namespace Graph.Core;

public enum ScalarType : byte
{
    String,
    Boolean,
    Integer,
    Float,
    Date,
}

/// <summary>The type of a property: a scalar, or a list of one.</summary>
public sealed record PropertyType(ScalarType Scalar, bool IsList = false, bool IsNotNull = false)
{
    /// <summary>Every word of the schema language for the type, without <c>NOT NULL</c>: <c>LIST&lt;STRING&gt;</c>.</summary>
    public string Name => IsList ? $"LIST<{ScalarName}>" : ScalarName;

    private string ScalarName => Scalar.ToString().ToUpperInvariant();

    public override string ToString() => IsNotNull ? $"{Name} NOT NULL" : Name;
}
