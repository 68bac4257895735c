using Graph.Query.Syntax;

namespace Graph.Query.Schema;

/// <summary><c>CREATE GRAPH TYPE News AS { ... }</c></summary>
internal sealed record SchemaSyntax(NameSyntax Name, SyntaxList<ElementSyntax> Elements) : SyntaxNode;

/// <param name="Name">The name in front of the pattern, or null.</param>
internal abstract record ElementSyntax(NameSyntax? Name) : SyntaxNode
{
    public abstract SyntaxList<PropertyTypeSyntax> Properties { get; }
}

/// <summary><c>(:Country => :Place&amp;Actor {iso STRING})</c></summary>
internal sealed record NodeTypeSyntax(NameSyntax? Name, NodePatternSyntax Pattern) : ElementSyntax(Name)
{
    public override SyntaxList<PropertyTypeSyntax> Properties => Pattern.Filler.Properties;
}

/// <summary><c>(:Actor)-[:LEADS {since DATE}]->(:Organization)</c>; an arrow to the left has its ends swapped here.</summary>
internal sealed record EdgeTypeSyntax(NameSyntax? Name, NodePatternSyntax Source, FillerSyntax Filler, NodePatternSyntax Target)
    : ElementSyntax(Name)
{
    public override SyntaxList<PropertyTypeSyntax> Properties => Filler.Properties;
}

/// <summary>What stands in round brackets: a node type, or an end of an edge type, which has no properties.</summary>
internal sealed record NodePatternSyntax(NameSyntax? Alias, FillerSyntax Filler) : SyntaxNode;

/// <summary><c>:Key => :Implied&amp;Labels {properties}</c>. Without the arrow all labels stand in <paramref name="KeyLabels"/>.</summary>
internal sealed record FillerSyntax(
    SyntaxList<NameSyntax> KeyLabels,
    bool HasArrow,
    SyntaxList<NameSyntax> ImpliedLabels,
    SyntaxList<PropertyTypeSyntax> Properties) : SyntaxNode;

/// <summary><c>since DATE NOT NULL</c></summary>
internal sealed record PropertyTypeSyntax(NameSyntax Name, TypeSyntax Type) : SyntaxNode;

/// <summary>A type as written; what it means, and whether there is such a type, is decided later.</summary>
/// <param name="Word">Its words with one blank between: <c>STRING</c>, <c>ZONED DATETIME</c>.</param>
/// <param name="Element">The type between angle brackets, or null.</param>
/// <param name="HasPrecision">A length or precision in round brackets follows.</param>
/// <param name="IsUnion">An alternative follows after <c>|</c>.</param>
internal sealed record TypeSyntax(string Word, TypeSyntax? Element, bool HasPrecision, bool IsUnion, bool IsNotNull) : SyntaxNode;
