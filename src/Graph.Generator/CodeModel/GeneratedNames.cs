namespace Graph.Generator.CodeModel;

/// <summary>Names of types that a label's struct must leave alone.</summary>
internal static class GeneratedNames
{
    /// <summary>What generated code mentions of the libraries.</summary>
    public static readonly ImmutableArray<string> Imported =
    [
        "AnyEdge", "AnyNode", "AnyPath", "TypeEdges", "LabelNodes", "ElementProperty", "CancellationToken", "Dictionary", "DurationValue",
        "EdgeHandle", "EdgeJsonConverter", "EdgeSet", "EdgeType", "Evidence", "GraphBuilder", "GraphFile", "GraphFileException",
        "GraphStore", "GraphType", "GraphTypeException", "IEdgeView", "IEnumerable", "INodeView", "IReadOnlyList", "IntegerKeyLookup",
        "ITypedGraph", "KeyLookup", "LabelTest", "MapValue", "MissingPropertyException", "NodeHandle", "NodeJsonConverter", "NodeMatches",
        "NodeSet", "NodeType", "NoGraph", "PartialDate", "PointValue", "PropertyDefinition", "PropertyType", "QueryArgument",
        "QueryException", "RowCountException", "ScalarType", "SchemaHints", "SchemaTag", "TemporalValue", "TextSpan", "Traversal",
        "TypedBuilding", "TypedGraph", "TypedList", "TypedQuery", "TypedRow", "TypedValues", "Value",
    ];

    public static string Schema(string graph) => $"{graph}Schema";

    public static string Graph(string graph) => $"{graph}Graph";

    public static string Binding(string graph) => $"{graph}Binding";

    public static string Traversals(string graph) => $"{graph}Traversals";

    public static string Builder(string graph) => $"{graph}Builder";

    public static string Queries(string graph) => $"{graph}Queries";

    public static IEnumerable<string> Of(string graph) =>
        [Schema(graph), Graph(graph), Binding(graph), Traversals(graph), Builder(graph), Queries(graph)];
}
