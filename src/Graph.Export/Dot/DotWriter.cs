using System.Text;

namespace Graph.Export;

/// <summary>
/// DOT, for Graphviz: nodes are called and coloured as in every picture, relations have their type and date; all properties, and the
/// sentence of a fact, stand in tooltips.
/// </summary>
internal static class DotWriter
{
    public static ExportReport Write(GraphSelection selection, Stream output)
    {
        var losses = new LossLedger();
        var store = selection.Store;
        var palette = new LabelPalette(store);
        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        text.Write("digraph {\n");
        text.Write("  graph [charset=\"UTF-8\", overlap=false, splines=true];\n");
        text.Write("  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\", fontsize=11];\n");
        text.Write("  edge [fontname=\"Helvetica\", fontsize=9, color=\"#606770\"];\n");
        foreach (var node in selection.Nodes)
        {
            var tooltip = string.Join('\n', DescribeNode(store, node));
            text.Write($"  {ElementIds.OfNode(node)} [label={Quote(Captions.Get(store, node), losses)}, "
                + $"fillcolor=\"{palette.GetColor(node).Hex}\", tooltip={Quote(tooltip, losses)}];\n");
        }

        foreach (var edge in selection.Edges)
            WriteEdge(text, store, edge, losses);
        text.Write("}\n");
        return ExportReport.Create(losses, selection);
    }

    private static void WriteEdge(StreamWriter text, GraphStore store, int edge, LossLedger losses)
    {
        var table = store.GetEdgeTable(edge);
        var status = FactStatus.Of(store, edge);
        var label = string.Join('\n', new[] { table.Type, FactPeriod.Describe(store, edge), status.Remark }.Where(line => line.Length > 0));
        var style = status.IsStated ? "" : ", style=dashed";
        var tooltip = string.Join('\n', DescribeEdge(store, edge));
        text.Write($"  {ElementIds.OfNode(table.GetSource(edge))} -> {ElementIds.OfNode(table.GetTarget(edge))} "
            + $"[label={Quote(label, losses)}{style}, tooltip={Quote(tooltip, losses)}];\n");
    }

    private static IEnumerable<string> DescribeNode(GraphStore store, int node) =>
        [Captions.GetLabels(store, node), .. StoreElements.GetNodeProperties(store, node).Select(Describe)];

    private static IEnumerable<string> DescribeEdge(GraphStore store, int edge)
    {
        var properties = StoreElements.GetEdgeProperties(store, edge).Select(Describe);
        return store.GetSentence(store.GetEdgeEvidence(edge)) is { } sentence ? [.. properties, sentence] : [.. properties];
    }

    private static string Describe(KeyValuePair<string, Value> property) => $"{property.Key}: {PlainText.Format(property.Value)}";

    /// <summary>
    /// A quoted string. A backslash would begin an escape of Graphviz, an ampersand one of HTML; what XML cannot hold would spoil a
    /// picture.
    /// </summary>
    private static string Quote(string text, LossLedger losses)
    {
        var quoted = new StringBuilder("\"");
        foreach (var unit in XmlTexts.Clean(text, losses))
        {
            switch (unit)
            {
                case '"': quoted.Append("\\\""); break;
                case '\\': quoted.Append("\\\\"); break;
                case '\n': quoted.Append("\\n"); break;
                case '\r': break;
                case '&': quoted.Append("&amp;"); break;
                default: quoted.Append(unit); break;
            }
        }

        return quoted.Append('"').ToString();
    }
}
