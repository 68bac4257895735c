using System.Globalization;

namespace Graph.Export;

/// <summary>
/// The IRIs of an export. What a graph calls its own is a URN made of the name; the rest are the words of the W3C and of Dublin Core.
/// </summary>
internal sealed class RdfNames(GraphStore store)
{
    public const string Label = "urn:graph:label:";
    public const string Relation = "urn:graph:relation:";
    public const string Property = "urn:graph:property:";
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public const string Rdfs = "http://www.w3.org/2000/01/rdf-schema#";
    public const string Annotation = "http://www.w3.org/ns/oa#";
    public const string Provenance = "http://www.w3.org/ns/prov#";
    public const string Terms = "http://purl.org/dc/terms/";
    public const string Skos = "http://www.w3.org/2004/02/skos/core#";
    public const string Owl = "http://www.w3.org/2002/07/owl#";
    public const string Schema = "http://schema.org/";

    /// <summary>In the order in which a file declares them.</summary>
    public static readonly ImmutableArray<(string Prefix, string Namespace)> Prefixes =
    [
        ("label", Label), ("relation", Relation), ("property", Property), ("rdf", Rdf), ("rdfs", Rdfs), ("oa", Annotation),
        ("prov", Provenance),
        ("dcterms", Terms), ("skos", Skos), ("owl", Owl), ("schema", Schema), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ];

    private readonly Dictionary<int, string> nodes = [];

    public static string Escape(string name) => Uri.EscapeDataString(name);

    /// <summary>By the key, which stays when the graph is built anew; by number where no key names the node alone.</summary>
    public string OfNode(int node)
    {
        if (!nodes.TryGetValue(node, out var iri))
            nodes.Add(node, iri = Find(node));
        return iri;
    }

    public static string OfFact(int edge) => string.Create(CultureInfo.InvariantCulture, $"urn:graph:fact:{edge}");

    private string Find(int node)
    {
        if (store.GetNodeProperty(node, StoreNames.Key) is { Kind: ValueKind.String } key
            && store.FindNodes(StoreNames.Key, key.AsString()).Count == 1)
            return $"urn:graph:key:{Escape(key.AsString())}";
        return string.Create(CultureInfo.InvariantCulture, $"urn:graph:node:{node}");
    }
}
