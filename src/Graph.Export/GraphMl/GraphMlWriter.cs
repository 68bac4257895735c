using System.Globalization;
using System.Xml;

namespace Graph.Export;

/// <summary>
/// GraphML. Every property is a key with its type; <c>label</c> is what a node is called and the type of a relation, <c>labels</c> all
/// labels of a node, <c>type</c> the first of them.
/// </summary>
internal static class GraphMlWriter
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";
    private const string SchemaLocation = "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd";
    public static ExportReport Write(GraphSelection selection, Stream output)
    {
        var losses = new LossLedger();
        var attributes = ElementAttributes.Create(
            selection, ["id", "label", "labels", "type"], ["id", "source", "target", "label"], losses);
        var store = selection.Store;
        ElementAttribute[] nodes =
        [
            new("label", AttributeKind.Text, node => Value.FromString(Captions.Get(store, node))),
            new("labels", AttributeKind.Text, node => Value.FromString(Captions.GetLabels(store, node))),
            new("type", AttributeKind.Text, node => Value.FromString(Captions.ListLabels(store, node).FirstOrDefault(""))),
            .. attributes.Nodes,
        ];
        ElementAttribute[] edges =
        [
            new("label", AttributeKind.Text, edge => Value.FromString(store.GetEdgeTable(edge).Type)),
            .. attributes.Edges
        ];

        using (var xml = XmlTexts.CreateWriter(output))
        {
            xml.WriteStartElement("graphml", Namespace);
            xml.WriteAttributeString("xsi", "schemaLocation", "http://www.w3.org/2001/XMLSchema-instance", SchemaLocation);
            WriteKeys(xml, "node", nodes, losses);
            WriteKeys(xml, "edge", edges, losses);
            xml.WriteStartElement("graph");
            xml.WriteAttributeString("id", "G");
            xml.WriteAttributeString("edgedefault", "directed");
            foreach (var node in selection.Nodes)
                WriteNode(xml, node, nodes, losses);
            foreach (var edge in selection.Edges)
                WriteEdge(xml, store.GetEdgeTable(edge), edge, edges, losses);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return ExportReport.Create(losses, selection);
    }

    private static void WriteKeys(XmlWriter xml, string element, ElementAttribute[] attributes, LossLedger losses)
    {
        for (var i = 0; i < attributes.Length; i++)
        {
            xml.WriteStartElement("key");
            xml.WriteAttributeString("id", GetId(element, i));
            xml.WriteAttributeString("for", element);
            xml.WriteAttributeString("attr.name", XmlTexts.Clean(attributes[i].Name, losses));
            xml.WriteAttributeString("attr.type", GetType(attributes[i].Kind));
            xml.WriteEndElement();
        }
    }

    private static void WriteNode(XmlWriter xml, int node, ElementAttribute[] attributes, LossLedger losses)
    {
        xml.WriteStartElement("node");
        xml.WriteAttributeString("id", ElementIds.OfNode(node));
        WriteData(xml, "node", node, attributes, losses);
        xml.WriteEndElement();
    }

    private static void WriteEdge(XmlWriter xml, EdgeTable table, int edge, ElementAttribute[] attributes, LossLedger losses)
    {
        xml.WriteStartElement("edge");
        xml.WriteAttributeString("id", ElementIds.OfEdge(edge));
        xml.WriteAttributeString("source", ElementIds.OfNode(table.GetSource(edge)));
        xml.WriteAttributeString("target", ElementIds.OfNode(table.GetTarget(edge)));
        WriteData(xml, "edge", edge, attributes, losses);
        xml.WriteEndElement();
    }

    private static void WriteData(XmlWriter xml, string element, int id, ElementAttribute[] attributes, LossLedger losses)
    {
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i].Get(id) is not { IsNull: false } value)
                continue;

            if (value.Kind == ValueKind.List)
                losses.Count("list, written as JSON text", "lists, written as JSON texts");
            xml.WriteStartElement("data");
            xml.WriteAttributeString("key", GetId(element, i));
            xml.WriteString(XmlTexts.Clean(PlainText.Format(value), losses));
            xml.WriteEndElement();
        }
    }

    private static string GetId(string element, int index) => string.Create(CultureInfo.InvariantCulture, $"{element}{index}");

    private static string GetType(AttributeKind kind) => kind switch
    {
        AttributeKind.Boolean => "boolean",
        AttributeKind.Integer => "long",
        AttributeKind.Float => "double",
        _ => "string",
    };
}
