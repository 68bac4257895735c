using System.Text.Json;

namespace Graph.Export;

/// <summary>Cytoscape JSON (<c>.cyjs</c>): labels are classes too, so that a style can select by them.</summary>
internal static class CytoscapeWriter
{
    public static ExportReport Write(GraphSelection selection, Stream output)
    {
        var losses = new LossLedger();
        var store = selection.Store;
        var attributes = ElementAttributes.Create(
            selection,
            ["id", "parent", "label", "labels", "selected", "SUID", "shared_name"],
            ["id", "source", "target", "interaction", "selected", "SUID", "shared_name"],
            losses);
        using var json = new Utf8JsonWriter(output, JsonValues.Indented);
        json.WriteStartObject();
        json.WriteString("format_version", "1.0");
        json.WriteString("target_cytoscapejs_version", "~3.0");
        json.WriteStartObject("data");
        json.WriteEndObject();
        json.WriteStartObject("elements");
        json.WriteStartArray("nodes");
        foreach (var node in selection.Nodes)
        {
            WriteStart(json);
            json.WriteString("id", ElementIds.OfNode(node));
            json.WriteString("label", Captions.Get(store, node));
            JsonElements.WriteLabels(json, store, node);
            JsonElements.WriteAttributes(json, node, attributes.Nodes, losses);
            WriteEnd(json, string.Join(' ', Captions.ListLabels(store, node).Where(label => !label.Any(char.IsWhiteSpace))));
        }

        json.WriteEndArray();
        json.WriteStartArray("edges");
        foreach (var edge in selection.Edges)
        {
            var table = store.GetEdgeTable(edge);
            WriteStart(json);
            json.WriteString("id", ElementIds.OfEdge(edge));
            json.WriteString("source", ElementIds.OfNode(table.GetSource(edge)));
            json.WriteString("target", ElementIds.OfNode(table.GetTarget(edge)));
            json.WriteString("interaction", table.Type);
            JsonElements.WriteAttributes(json, edge, attributes.Edges, losses);
            WriteEnd(json, table.Type.Any(char.IsWhiteSpace) ? "" : table.Type);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return ExportReport.Create(losses, selection);
    }

    private static void WriteStart(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("data");
    }

    private static void WriteEnd(Utf8JsonWriter json, string classes)
    {
        json.WriteEndObject();
        if (classes.Length > 0)
            json.WriteString("classes", classes);
        json.WriteEndObject();
    }
}
