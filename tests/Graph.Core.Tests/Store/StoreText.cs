using System.Text;
using Graph.Core;

namespace Graph.Core.Tests.Store;

/// <summary>Everything that a store can be asked, as text, so that two stores can be compared.</summary>
internal static class StoreText
{
    public static string Write(GraphStore store)
    {
        var text = new StringBuilder();
        text.AppendLine($"type {store.Type?.Name} labels {string.Join(' ', store.Labels)} keys {string.Join(' ', store.PropertyKeys)}");
        foreach (var range in store.NodeRanges)
            WriteRange(text, store, range);
        foreach (var table in store.EdgeTables)
            WriteTable(text, store, table);
        return text.ToString();
    }

    private static void WriteRange(StringBuilder text, GraphStore store, NodeRange range)
    {
        text.AppendLine($"range {range.Start}..{range.End} labels {string.Join(' ', range.Labels)} columns {WriteColumns(range.Columns)}");
        for (var node = range.Start; node < range.End; node++)
        {
            text.AppendLine($"({node}) {string.Join(", ", store.PropertyKeys.Select(key => $"{key}={store.GetNodeProperty(node, key)}"))}");
            text.AppendLine($"  evidence {string.Join(' ', store.GetNodeEvidence(node))}");
            text.AppendLine($"  text '{store.Articles.GetText(node)}' sentences {string.Join(' ', store.Articles.GetSentences(node))}");
            foreach (var key in store.PropertyKeys)
            {
                if (store.GetNodeProperty(node, key) is { Kind: ValueKind.String } value)
                    text.AppendLine($"  {key} found {string.Join(' ', store.FindNodes(key, value.AsString()))}");
            }

            if (store.GetNodeProperty(node, "name") is { Kind: ValueKind.String } name)
                text.AppendLine($"  folded {string.Join(' ', store.FindByFoldedName(NameFolding.Fold(name.AsString())))}");
        }
    }

    private static void WriteTable(StringBuilder text, GraphStore store, EdgeTable table)
    {
        text.AppendLine($"table {table.Type} {table.FirstEdge}..{table.EndEdge} columns {WriteColumns(table.Columns)}");
        for (var edge = table.FirstEdge; edge < table.EndEdge; edge++)
        {
            text.Append($"[{edge}] {table.GetSource(edge)}->{table.GetTarget(edge)} ");
            text.Append(
                $"{string.Join(", ", store.PropertyKeys.Select(key => $"{key}={store.GetEdgeProperty(edge, key)}"))} {store.GetEdgeEvidence(edge)}");
            if (store.GetEdgeEvidence(edge) is not null)
                text.Append($" fragments {string.Join(' ', table.Evidence!.GetFragments(edge - table.FirstEdge))}");
            text.AppendLine();
        }

        for (var node = 0; node < store.NodeCount; node++)
        {
            var run = table.Incoming.View.GetRun(node);
            text.AppendLine(
                $"in {node}: {string.Join(' ', Enumerable.Range(run.Start, run.Count).Select(position => (table.Incoming.View.GetEdge(position), table.Incoming.View.Neighbours[position])))}");
        }
    }

    private static string WriteColumns(IEnumerable<PropertyColumn> columns) => string.Join(", ", columns.Select(column => column switch
    {
        IntegerColumn integers => $"{column.Key}:{integers.Bounds}",
        StringColumn strings => $"{column.Key}:{strings.IsIdentity} {strings.HasIndex} {strings.Dictionary.Count}",
        _ => $"{column.Key}:{column.Kind}",
    }));
}
