using System.Text.Json;

namespace Graph.Export;

/// <summary>The serialization of graphology, a directed multigraph: what sigma.js and Gephi Lite read.</summary>
internal static class GraphologyWriter
{
    public static ExportReport Write(GraphSelection selection, Stream output)
    {
        var losses = new LossLedger();
        var store = selection.Store;
        var attributes = ElementAttributes.Create(
            selection, ["label", "labels", "color", "x", "y", "size"], ["label", "type", "color", "size"], losses);
        var palette = new LabelPalette(store);
        using var json = new Utf8JsonWriter(output, JsonValues.Indented);
        json.WriteStartObject();
        json.WriteStartObject("options");
        json.WriteString("type", "directed");
        json.WriteBoolean("multi", true);
        json.WriteBoolean("allowSelfLoops", true);
        json.WriteEndObject();
        json.WriteStartObject("attributes");
        json.WriteEndObject();
        json.WriteStartArray("nodes");
        foreach (var node in selection.Nodes)
        {
            json.WriteStartObject();
            json.WriteString("key", ElementIds.OfNode(node));
            json.WriteStartObject("attributes");
            json.WriteString("label", Captions.Get(store, node));
            JsonElements.WriteLabels(json, store, node);
            json.WriteString("color", palette.GetColor(node).Hex);
            JsonElements.WriteAttributes(json, node, attributes.Nodes, losses);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("edges");
        foreach (var edge in selection.Edges)
            WriteEdge(json, store.GetEdgeTable(edge), edge, attributes.Edges, losses);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return ExportReport.Create(losses, selection);
    }

    private static void WriteEdge(
        Utf8JsonWriter json, EdgeTable table, int edge, ImmutableArray<ElementAttribute> attributes, LossLedger losses)
    {
        json.WriteStartObject();
        json.WriteString("key", ElementIds.OfEdge(edge));
        json.WriteString("source", ElementIds.OfNode(table.GetSource(edge)));
        json.WriteString("target", ElementIds.OfNode(table.GetTarget(edge)));
        json.WriteStartObject("attributes");
        json.WriteString("label", table.Type);
        JsonElements.WriteAttributes(json, edge, attributes, losses);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
