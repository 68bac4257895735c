using System.Text;

namespace Graph.Export;

/// <summary>
/// A graph as the CSV files that <c>neo4j-admin database import</c> takes, with the headers of its manual ("Import", "CSV header format"),
/// and the file <c>import.args</c>, which names them for its command line.
/// </summary>
internal static class Neo4jTables
{
    private const string IdSpace = "node";

    public static ExportReport Write(GraphSelection selection, ExportFolder folder, CancellationToken cancellation)
    {
        var losses = new LossLedger();
        var store = selection.Store;
        var delimiter = ArrayDelimiter.Choose(selection, losses);
        var arguments = new List<string> { "--multiline-fields=true", "--id-type=integer", $"--array-delimiter={delimiter.Argument}" };
        foreach (var range in store.NodeRanges)
        {
            var nodes = ElementColumns.Slice(selection.Nodes, range.Start, range.End);
            if (!nodes.IsEmpty)
                arguments.Add($"--nodes={WriteNodes(store, range, nodes, folder, delimiter.Character, losses, cancellation)}");
        }

        foreach (var table in store.EdgeTables)
        {
            var edges = ElementColumns.Slice(selection.Edges, table.FirstEdge, table.EndEdge);
            if (!edges.IsEmpty)
                arguments.Add($"--relationships={WriteEdges(store, table, edges, folder, delimiter.Character, losses, cancellation)}");
        }

        using (var output = new StreamWriter(folder.Create("import", ".args"), new UTF8Encoding(false)) { NewLine = "\n" })
            output.Write(string.Concat(arguments.Select(argument => $"{argument}\n")));
        ElementColumns.CountUnwritten(selection, losses);
        return ExportReport.Create(losses, selection);
    }

    private static string WriteNodes(
        GraphStore store,
        NodeRange range,
        ReadOnlySpan<int> nodes,
        ExportFolder folder,
        char delimiter,
        LossLedger losses,
        CancellationToken cancellation)
    {
        var labels = string.Join(delimiter, Captions.ListLabels(store, range.Start));
        var columns = new List<ElementColumn>();
        ElementColumns.AddNodes(columns, store, range);
        using var output = folder.Create(ElementColumns.GetTableName(store, range), ".csv", out var name);
        using var table = new Neo4jTable(output, columns, nodes, delimiter, losses);
        table.WriteHeader($":ID({IdSpace})", ":LABEL");
        foreach (var node in nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            table.WriteNumber(node);
            table.WriteText(labels);
            table.WriteProperties(node);
        }

        return name;
    }

    private static string WriteEdges(
        GraphStore store,
        EdgeTable edgeTable,
        ReadOnlySpan<int> edges,
        ExportFolder folder,
        char delimiter,
        LossLedger losses,
        CancellationToken cancellation)
    {
        var columns = new List<ElementColumn>();
        ElementColumns.AddEdges(columns, edgeTable, article => Captions.GetKey(store, article), ColumnKind.Text);
        using var output = folder.Create(ElementColumns.GetTableName(edgeTable), ".csv", out var name);
        using var table = new Neo4jTable(output, columns, edges, delimiter, losses);
        table.WriteHeader($":START_ID({IdSpace})", $":END_ID({IdSpace})", ":TYPE");
        foreach (var edge in edges)
        {
            cancellation.ThrowIfCancellationRequested();
            table.WriteNumber(edgeTable.GetSource(edge));
            table.WriteNumber(edgeTable.GetTarget(edge));
            table.WriteText(edgeTable.Type);
            table.WriteProperties(edge);
        }

        return name;
    }
}
