using Graph.Query.Syntax;

namespace Graph.Query.Schema;

/// <summary>A schema, its elements and properties by where they stand.</summary>
internal sealed class SchemaPlaces
{
    private readonly Dictionary<int, SyntaxNode> byStart = [];
    private readonly List<int> ends = [];
    private readonly SyntaxList<ElementSyntax> elements;

    public SchemaPlaces(SchemaSyntax schema)
    {
        elements = schema.Elements;
        byStart.Add(schema.Span.Start, schema);
        foreach (var element in elements)
        {
            ends.Add(element.Span.End);
            byStart.Add(element.Span.Start, element);
            foreach (var property in element.Properties)
                byStart.Add(property.Span.Start, property);
        }
    }

    /// <summary>The element or property that starts at a position, or null.</summary>
    public SyntaxNode? FindAt(int position) => byStart.GetValueOrDefault(position);

    /// <summary>The last element that ends at or before a position, or null.</summary>
    public ElementSyntax? FindElementBefore(int position)
    {
        var index = ends.BinarySearch(position);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 ? elements[index] : null;
    }
}
