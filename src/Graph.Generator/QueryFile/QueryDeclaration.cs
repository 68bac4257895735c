using Graph.Query.Binding;

namespace Graph.Generator.QueryFile;

/// <summary>How many rows a query gives: the word behind its name.</summary>
internal enum QueryCardinality
{
    /// <summary><c>:many</c>: every row, as it is read.</summary>
    Many,

    /// <summary><c>:one</c>: the first row, or null.</summary>
    One,

    /// <summary><c>:scalar</c>: the only column of the first row, or null.</summary>
    Scalar,
}

/// <summary>A statement of a query file that becomes a method.</summary>
/// <param name="Description">The other comment lines above it, or null.</param>
/// <param name="Text">The statement without the semicolon, its lines ended by LF.</param>
internal sealed record QueryDeclaration(
    string Name, TextSpan NameSpan, QueryCardinality Cardinality, string? Description, string Text, BoundStatement Statement);
