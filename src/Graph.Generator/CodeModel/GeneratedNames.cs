namespace Graph.Generator.CodeModel;

/// <summary>Names of types that a label's struct must leave alone.</summary>
internal static class GeneratedNames
{
    /// <summary>What generated code mentions of the libraries.</summary>
    public static readonly ImmutableArray<string> Imported =
    [
        "AnyEdge", "AnyNode", "CancellationToken", "Dictionary", "EdgeHandle", "EdgeSet", "EdgeType", "Evidence", "GraphBuilder",
        "GraphStore",
        "GraphType", "IEdgeView", "IEnumerable", "INodeView", "IReadOnlyList", "LabelTest", "MapValue", "MissingPropertyException",
        "NodeHandle",
        "NodeMatches", "NodeSet", "NodeType", "PartialDate", "PathValue", "PropertyDefinition", "PropertyType", "QueryEngine",
        "QueryException", "RowCountException",
        "ScalarType", "SchemaHints", "SchemaTag", "TextSpan", "Traversal", "TypedList", "TypedQuery", "TypedValues", "Value",
    ];

    public static string Schema(string graph) => $"{graph}Schema";

    public static string Lookups(string graph) => $"{graph}Graph";

    public static string Traversals(string graph) => $"{graph}Traversals";

    public static string Builder(string graph) => $"{graph}Builder";

    public static string Queries(string graph) => $"{graph}Queries";

    public static IEnumerable<string> Of(string graph) =>
        [Schema(graph), Lookups(graph), Traversals(graph), Builder(graph), Queries(graph)];
}
