using System.Globalization;
using System.Text;
using System.Xml;

namespace Graph.Export;

/// <summary>
/// GEXF 1.3. Lists are lists; a fact with a date (<c>on</c>, or <c>since</c> and <c>until</c>) is there from its first to its last possible
/// day, and the date as it was written is its property. Nodes have the colour of their label.
/// </summary>
internal static class GexfWriter
{
    private const string Namespace = "http://gexf.net/1.3";
    private const string Viz = "http://gexf.net/1.3/viz";
    private static readonly string[] Reserved = ["id", "label"];

    public static ExportReport Write(GraphSelection selection, Stream output)
    {
        var losses = new LossLedger();
        var attributes = ElementAttributes.Create(
            selection, [.. Reserved, "labels", "type"], [.. Reserved, "source", "target", "kind", "weight"], losses);
        var store = selection.Store;
        ElementAttribute[] nodes =
        [
            new("labels", AttributeKind.List, node => ListOf(Captions.ListLabels(store, node))),
            new("type", AttributeKind.Text, node => Value.FromString(Captions.ListLabels(store, node).FirstOrDefault(""))),
            .. attributes.Nodes,
        ];
        var isDynamic = selection.Edges.ToArray().Any(edge => FactPeriod.Find(store, edge) is not null);
        using (var xml = XmlTexts.CreateWriter(output))
        {
            xml.WriteStartElement("gexf", Namespace);
            xml.WriteAttributeString("xmlns", "viz", null, Viz);
            xml.WriteAttributeString("version", "1.3");
            xml.WriteStartElement("graph");
            xml.WriteAttributeString("defaultedgetype", "directed");
            xml.WriteAttributeString("idtype", "string");
            xml.WriteAttributeString("mode", isDynamic ? "dynamic" : "static");
            if (isDynamic)
                xml.WriteAttributeString("timeformat", "date");
            WriteModel(xml, "node", nodes, losses);
            WriteModel(xml, "edge", [.. attributes.Edges], losses);
            WriteNodes(xml, selection, nodes, losses);
            WriteEdges(xml, selection, [.. attributes.Edges], losses);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return ExportReport.Create(losses, selection);
    }

    private static void WriteModel(XmlWriter xml, string element, ElementAttribute[] attributes, LossLedger losses)
    {
        if (attributes.Length == 0)
            return;

        xml.WriteStartElement("attributes");
        xml.WriteAttributeString("class", element);
        for (var i = 0; i < attributes.Length; i++)
        {
            xml.WriteStartElement("attribute");
            xml.WriteAttributeString("id", Format(i));
            xml.WriteAttributeString("title", XmlTexts.Clean(attributes[i].Name, losses));
            xml.WriteAttributeString("type", GetType(attributes[i].Kind));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteNodes(XmlWriter xml, GraphSelection selection, ElementAttribute[] attributes, LossLedger losses)
    {
        var palette = new LabelPalette(selection.Store);
        xml.WriteStartElement("nodes");
        foreach (var node in selection.Nodes)
        {
            xml.WriteStartElement("node");
            xml.WriteAttributeString("id", ElementIds.OfNode(node));
            xml.WriteAttributeString("label", XmlTexts.Clean(Captions.Get(selection.Store, node), losses));
            WriteValues(xml, node, attributes, losses);
            WriteColor(xml, palette.GetColor(node));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteEdges(XmlWriter xml, GraphSelection selection, ElementAttribute[] attributes, LossLedger losses)
    {
        xml.WriteStartElement("edges");
        foreach (var edge in selection.Edges)
        {
            var table = selection.Store.GetEdgeTable(edge);
            xml.WriteStartElement("edge");
            xml.WriteAttributeString("id", ElementIds.OfEdge(edge));
            xml.WriteAttributeString("source", ElementIds.OfNode(table.GetSource(edge)));
            xml.WriteAttributeString("target", ElementIds.OfNode(table.GetTarget(edge)));
            xml.WriteAttributeString("kind", XmlTexts.Clean(table.Type, losses));
            xml.WriteAttributeString("label", XmlTexts.Clean(table.Type, losses));
            WritePeriod(xml, FactPeriod.Find(selection.Store, edge), losses);
            WriteValues(xml, edge, attributes, losses);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WritePeriod(XmlWriter xml, FactPeriod? period, LossLedger losses)
    {
        if (period?.Start?.Year == 0 || period?.End?.Year == 0)
        {
            losses.Count(
                "date in the year 0, which XML has not; it is a property only",
                "dates in the year 0, which XML has not; they are properties only");
            return;
        }

        if (period?.Start is { } start)
            xml.WriteAttributeString("start", start.ToString());
        if (period?.End is { } end)
            xml.WriteAttributeString("end", end.ToString());
    }

    private static void WriteValues(XmlWriter xml, int id, ElementAttribute[] attributes, LossLedger losses)
    {
        var isOpen = false;
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i].Get(id) is not { IsNull: false } value)
                continue;

            if (!isOpen)
                xml.WriteStartElement("attvalues");
            isOpen = true;
            xml.WriteStartElement("attvalue");
            xml.WriteAttributeString("for", Format(i));
            xml.WriteAttributeString(
                "value", XmlTexts.Clean(value.Kind == ValueKind.List ? FormatList(value.AsList()) : PlainText.Format(value), losses));
            xml.WriteEndElement();
        }

        if (isOpen)
            xml.WriteEndElement();
    }

    private static void WriteColor(XmlWriter xml, Color color)
    {
        xml.WriteStartElement("viz", "color", Viz);
        xml.WriteAttributeString("r", Format(color.Red));
        xml.WriteAttributeString("g", Format(color.Green));
        xml.WriteAttributeString("b", Format(color.Blue));
        xml.WriteEndElement();
    }

    /// <summary>In square brackets with every item quoted, so that a comma in one stays one.</summary>
    private static string FormatList(ListValue list)
    {
        var text = new StringBuilder("[");
        foreach (var item in list)
        {
            var plain = PlainText.Format(item)
                .Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("\"", "\\\"", StringComparison.Ordinal);
            text.Append(text.Length > 1 ? ", \"" : "\"").Append(plain).Append('"');
        }

        return text.Append(']').ToString();
    }

    private static Value ListOf(IEnumerable<string> texts) => Value.FromList(new ListValue([.. texts.Select(Value.FromString)]));

    private static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string GetType(AttributeKind kind) => kind switch
    {
        AttributeKind.Boolean => "boolean",
        AttributeKind.Integer => "long",
        AttributeKind.Float => "double",
        AttributeKind.List => "liststring",
        _ => "string",
    };
}
