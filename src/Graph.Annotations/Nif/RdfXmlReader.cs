using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// RDF in XML to triples: described and typed nodes, nested in each other, properties as elements and attributes. Containers and reified
/// statements are nodes like others.
/// </summary>
internal sealed class RdfXmlReader
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private readonly List<RdfTriple> triples = [];
    private string start = "";
    private int blank;

    /// <param name="root"><c>rdf:RDF</c>, or one node.</param>
    public static IReadOnlyList<RdfTriple> Read(XElement root)
    {
        var reader = new RdfXmlReader { start = (string?)root.Attribute(XNamespace.Xml + "base") ?? "" };
        foreach (var node in root.Name == Rdf + "RDF" ? root.Elements() : [root])
            reader.ReadNode(node);
        return reader.triples;
    }

    /// <returns>What the node is called.</returns>
    private string ReadNode(XElement node)
    {
        var name = GetName(node);
        if (node.Name != Rdf + "Description")
            Add(name, Rdf + "type", GetAddress(node.Name));
        foreach (var attribute in node.Attributes().Where(attribute => IsProperty(attribute)))
            Add(name, attribute.Name, attribute.Name == Rdf + "type" ? Resolve(attribute.Value) : attribute.Value);
        foreach (var property in node.Elements())
            ReadProperty(name, property);
        return name;
    }

    private void ReadProperty(string subject, XElement property)
    {
        if (property.Attribute(Rdf + "resource") is { } resource)
            Add(subject, property.Name, Resolve(resource.Value));
        else if (property.Attribute(Rdf + "nodeID") is { } node)
            Add(subject, property.Name, $"_:{node.Value}");
        else if ((string?)property.Attribute(Rdf + "parseType") == "Resource")
            ReadInner(subject, property);
        else if (property.HasElements && (string?)property.Attribute(Rdf + "parseType") != "Literal")
            foreach (var inner in property.Elements())
                Add(subject, property.Name, ReadNode(inner));
        else
            Add(subject, property.Name, property.Value);
    }

    /// <summary>A node without a name, of which only the properties are written.</summary>
    private void ReadInner(string subject, XElement property)
    {
        var name = NameBlank();
        Add(subject, property.Name, name);
        foreach (var inner in property.Elements())
            ReadProperty(name, inner);
    }

    private string GetName(XElement node) =>
        node.Attribute(Rdf + "about") is { } about ? Resolve(about.Value)
        : node.Attribute(Rdf + "ID") is { } id ? Resolve($"#{id.Value}")
        : node.Attribute(Rdf + "nodeID") is { } blankNode ? $"_:{blankNode.Value}"
        : NameBlank();

    private string NameBlank() => $"_:b{blank++}";

    private static bool IsProperty(XAttribute attribute) =>
        !attribute.IsNamespaceDeclaration
        && attribute.Name.Namespace != XNamespace.Xml
        && attribute.Name.Namespace != XNamespace.None
        && (attribute.Name.Namespace != Rdf || attribute.Name.LocalName == "type");

    private string Resolve(string address) => address.Contains(':') ? address : start + address;

    private static string GetAddress(XName name) => name.NamespaceName + name.LocalName;

    private void Add(string subject, XName property, string value) => triples.Add(new RdfTriple(subject, GetAddress(property), value));
}
