using Graph.Cli.Rendering;
using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>What the graph contains, counted, beside what its graph type declares.</summary>
internal sealed class SchemaOverview(GraphStore store, CancellationToken cancellation)
{
    private const int MostEnds = 40;

    /// <summary>Every label and relation type that can be asked for.</summary>
    public IEnumerable<string> Names =>
        store.Labels
            .Concat(store.EdgeTables.Select(table => table.Type))
            .Concat(store.Type?.Labels ?? [])
            .Concat(store.Type?.RelationTypes ?? [])
            .Distinct();

    public void WriteAll(TextWriter output)
    {
        output.Write(store.Type is { } type ? $"graph type {type.Name}\n\n" : "open graph: no graph type\n\n");
        WriteLabels(output);
        output.Write('\n');
        foreach (var table in store.EdgeTables)
            WriteCount(output, $"[:{table.Type}]", table.Count, table.Columns);
        WriteUnused(output);
    }

    public bool TryWriteOne(string name, TextWriter output)
    {
        var isLabel = TryWriteLabel(name, output);
        return TryWriteRelation(name, output) || isLabel;
    }

    private void WriteLabels(TextWriter output)
    {
        for (var label = 0; label < store.Labels.Length; label++)
        {
            var ranges = store.NodeRanges.Where(range => range.Labels.Contains(label)).ToList();
            WriteCount(output, $"(:{store.Labels[label]})", ranges.Sum(range => range.Count), ranges.SelectMany(range => range.Columns));
        }
    }

    private static void WriteCount(TextWriter output, string name, int count, IEnumerable<PropertyColumn> columns)
    {
        var keys = string.Join(", ", columns.Select(column => column.Key).Distinct());
        output.Write($"{CellText.Pad(VisibleText.Show(name), 28)} {count,9}  {VisibleText.Show(keys)}".TrimEnd());
        output.Write('\n');
    }

    private void WriteUnused(TextWriter output)
    {
        if (store.Type is not { } type)
            return;

        var unused = type.Labels.Where(label => store.FindLabel(label) < 0)
            .Concat(type.RelationTypes.Where(relation => store.FindEdgeTable(relation) is null)).ToList();
        if (unused.Count > 0)
            output.Write($"\ndeclared, without data: {string.Join(", ", unused)}\n");
    }

    private bool TryWriteLabel(string name, TextWriter output)
    {
        var label = store.FindLabel(name);
        NodeType? nodeType = null;
        if (!(store.Type?.TryGetNodeType(name, out nodeType) ?? false) && label < 0)
            return false;

        var ranges = store.NodeRanges.Where(range => range.Labels.Contains(label)).ToList();
        WriteCount(output, $"(:{name})", ranges.Sum(range => range.Count), []);
        WriteDescription(output, nodeType?.Hints);
        if (nodeType is { Labels.Length: > 1 })
            output.Write($"  also {string.Join(", ", nodeType.Labels.Skip(1))}\n");
        WriteProperties(output, nodeType?.Properties ?? [], ranges.SelectMany(range => range.Columns));
        WriteEnds(store.EdgeTables, (source, target) => source.Labels.Contains(label) || target.Labels.Contains(label), output);
        return true;
    }

    private bool TryWriteRelation(string name, TextWriter output)
    {
        var edgeTypes = store.Type?.EdgeTypes.Where(edge => edge.Label == name).ToList() ?? [];
        var table = store.FindEdgeTable(name);
        if (edgeTypes.Count == 0 && table is null)
            return false;

        WriteCount(output, $"[:{name}]", table?.Count ?? 0, []);
        foreach (var edge in edgeTypes)
        {
            output.Write($"  {DescribeEdge(edge)}\n");
            WriteDescription(output, edge.Hints);
        }

        var properties = edgeTypes.SelectMany(edge => edge.Properties).DistinctBy(property => property.Name);
        WriteProperties(output, [.. properties], table?.Columns ?? []);
        if (table is not null)
            WriteEnds([table], (_, _) => true, output);
        return true;
    }

    /// <summary>What the relations of the data really join, the most frequent first; declared or not.</summary>
    private void WriteEnds(IEnumerable<EdgeTable> tables, Func<NodeRange, NodeRange, bool> isWanted, TextWriter output)
    {
        var labels = new NodeLabels(store);
        var lines = tables
            .SelectMany(table => CountEnds(table)
                .Where(pair => isWanted(pair.Key.Source, pair.Key.Target))
                .GroupBy(pair => $"({Describe(pair.Key.Source)})-[:{table.Type}]->({Describe(pair.Key.Target)})")
                .Select(group => (Text: group.Key, Count: group.Sum(pair => pair.Value))))
            .OrderByDescending(line => line.Count)
            .ThenBy(line => line.Text, StringComparer.Ordinal)
            .ToList();
        foreach (var (text, count) in lines.Take(MostEnds))
            output.Write($"  {CellText.Pad(VisibleText.Show(text), 60)} {count,9}\n");
        if (lines.Count > MostEnds)
            output.Write($"  and {lines.Count - MostEnds} more\n");

        string Describe(NodeRange range) => string.Concat(labels.GetSpecific(range.Start).Select(label => $":{label}"));
    }

    private Dictionary<(NodeRange Source, NodeRange Target), int> CountEnds(EdgeTable table)
    {
        var counts = new Dictionary<(NodeRange, NodeRange), int>();
        var view = table.Outgoing.View;
        for (var row = 0; row < view.RowCount; row++)
        {
            if ((row & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            var run = view.GetRowRun(row);
            if (run.Count == 0)
                continue;

            var source = store.GetRange(view.GetRowNode(row));
            foreach (var target in view.Neighbours[run.Start..run.End])
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                    counts, (source, store.GetRange(target)), out _)++;
        }

        return counts;
    }

    private static string DescribeEdge(EdgeType edge) => $"({DescribeEnd(edge.Source)})-[:{edge.Label}]->({DescribeEnd(edge.Target)})";

    private static string DescribeEnd(string? label) => label is null ? "" : $":{label}";

    private static void WriteDescription(TextWriter output, SchemaHints? hints)
    {
        if (hints?.Description is { } description)
            output.Write($"  {VisibleText.Show(description)}\n");
    }

    private static void WriteProperties(TextWriter output, ImmutableArray<PropertyDefinition> declared, IEnumerable<PropertyColumn> columns)
    {
        foreach (var property in declared)
            output.Write($"  {CellText.Pad($"{property.Name} {property.Type}", 32)} {property.Hints.Description}".TrimEnd() + "\n");
        foreach (var key in columns.Select(column => column.Key).Distinct().Where(key => declared.All(property => property.Name != key)))
            output.Write($"  {VisibleText.Show(key)}\n");
    }
}
