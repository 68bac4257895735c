namespace Graph.Query.Syntax;

/// <summary>A type of values: <c>INTEGER NOT NULL | LIST&lt;STRING></c>. A value must be of one of the alternatives.</summary>
internal sealed record TypeSyntax(SyntaxList<SimpleTypeSyntax> Alternatives) : SyntaxNode;

/// <param name="Name">As Cypher 25 writes it in capitals: <c>LOCAL TIME</c>; <c>LIST</c> and <c>ANY</c> may have an element.</param>
/// <param name="Element">The type of the elements of a list, or what <c>ANY&lt; ></c> has between its brackets; null for no such.</param>
internal sealed record SimpleTypeSyntax(string Name, TypeSyntax? Element, bool IsNotNull) : SyntaxNode;
