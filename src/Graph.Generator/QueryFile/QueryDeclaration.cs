using Graph.Query.Binding;
using Graph.Query.Scripts;

namespace Graph.Generator.QueryFile;

/// <summary>A statement of a query file that becomes a method.</summary>
/// <param name="Description">The other comment lines above it, or null.</param>
/// <param name="Text">The statement without the semicolon, its lines ended by LF.</param>
internal sealed record QueryDeclaration(
    SourceText Source,
    string Name,
    TextSpan NameSpan,
    QueryCardinality Cardinality,
    string? Description,
    string Text,
    BoundStatement Statement);
