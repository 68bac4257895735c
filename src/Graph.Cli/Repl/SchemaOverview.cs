using Graph.Cli.Rendering;
using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>What the graph contains, counted, beside what its graph type declares.</summary>
/// <param name="width">How many cells a line has; null for any number.</param>
internal sealed class SchemaOverview(GraphStore store, TextWriter output, int? width, CancellationToken cancellation)
{
    private const int MostEnds = 40;
    private const int NameWidth = 28;
    private const int PropertyWidth = 32;
    private const int EndsWidth = 60;
    private const int CountWidth = 9;

    /// <summary>Every label and relation type that can be asked for.</summary>
    public IEnumerable<string> Names =>
        store.Labels
            .Concat(store.EdgeTables.Select(table => table.Type))
            .Concat(store.Type?.Labels ?? [])
            .Concat(store.Type?.RelationTypes ?? [])
            .Distinct();

    public void WriteAll()
    {
        output.Write(store.Type is { } type ? $"graph type {type.Name}\n\n" : "open graph: no graph type\n\n");
        WriteLabels();
        output.Write('\n');
        foreach (var table in store.EdgeTables)
            WriteCount($"[:{table.Type}]", table.Count, table.Columns);
        WriteUnused();
    }

    public bool TryWriteOne(string name)
    {
        var isLabel = TryWriteLabel(name);
        return TryWriteRelation(name) || isLabel;
    }

    private void WriteLabels()
    {
        for (var label = 0; label < store.Labels.Length; label++)
        {
            var ranges = store.NodeRanges.Where(range => range.Labels.Contains(label)).ToList();
            WriteCount($"(:{store.Labels[label]})", ranges.Sum(range => range.Count), ranges.SelectMany(range => range.Columns));
        }
    }

    private void WriteCount(string name, int count, IEnumerable<PropertyColumn> columns)
    {
        var keys = string.Join(", ", columns.Select(column => column.Key).Distinct());
        WriteLine("", $"{WithCount(VisibleText.Show(name), NameWidth, count)}  {VisibleText.Show(keys)}");
    }

    /// <summary>Where a line is short, the name takes less room than it has on others.</summary>
    private string WithCount(string text, int usual, int count)
    {
        if (width is not { } cells)
            return $"{CellText.Pad(text, usual)} {count,CountWidth}";

        var room = Math.Clamp(cells - CountWidth - 4, 0, usual);
        return CellText.Measure(text) > room ? $"{text} {count}" : $"{CellText.Pad(text, room)} {count,CountWidth}";
    }

    private void WriteLine(string indent, string text)
    {
        var lines = width is { } cells ? CellText.Wrap(text.TrimEnd(), Math.Max(1, cells - 1 - indent.Length)) : [text.TrimEnd()];
        foreach (var line in lines)
            output.Write($"{indent}{line}\n");
    }

    private void WriteUnused()
    {
        if (store.Type is not { } type)
            return;

        var unused = type.Labels.Where(label => store.FindLabel(label) < 0)
            .Concat(type.RelationTypes.Where(relation => store.FindEdgeTable(relation) is null)).ToList();
        if (unused.Count > 0)
        {
            output.Write('\n');
            WriteLine("", $"declared, without data: {string.Join(", ", unused)}");
        }
    }

    private bool TryWriteLabel(string name)
    {
        var label = store.FindLabel(name);
        NodeType? nodeType = null;
        if (!(store.Type?.TryGetNodeType(name, out nodeType) ?? false) && label < 0)
            return false;

        var ranges = store.NodeRanges.Where(range => range.Labels.Contains(label)).ToList();
        WriteCount($"(:{name})", ranges.Sum(range => range.Count), []);
        WriteDescription(nodeType?.Hints);
        if (nodeType is { Labels.Length: > 1 })
            WriteLine("  ", $"also {string.Join(", ", nodeType.Labels.Skip(1))}");
        WriteProperties(nodeType?.Properties ?? [], ranges.SelectMany(range => range.Columns));
        WriteEnds(store.EdgeTables, (source, target) => source.Labels.Contains(label) || target.Labels.Contains(label));
        return true;
    }

    private bool TryWriteRelation(string name)
    {
        var edgeTypes = store.Type?.EdgeTypes.Where(edge => edge.Label == name).ToList() ?? [];
        var table = store.FindEdgeTable(name);
        if (edgeTypes.Count == 0 && table is null)
            return false;

        WriteCount($"[:{name}]", table?.Count ?? 0, []);
        foreach (var edge in edgeTypes)
        {
            WriteLine("  ", DescribeEdge(edge));
            WriteDescription(edge.Hints);
        }

        var properties = edgeTypes.SelectMany(edge => edge.Properties).DistinctBy(property => property.Name);
        WriteProperties([.. properties], table?.Columns ?? []);
        if (table is not null)
            WriteEnds([table], (_, _) => true);
        return true;
    }

    /// <summary>What the relations of the data really join, the most frequent first; declared or not.</summary>
    private void WriteEnds(IEnumerable<EdgeTable> tables, Func<NodeRange, NodeRange, bool> isWanted)
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
            WriteLine("  ", WithCount(VisibleText.Show(text), EndsWidth, count));
        if (lines.Count > MostEnds)
            WriteLine("  ", $"and {lines.Count - MostEnds} more");

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

    private void WriteDescription(SchemaHints? hints)
    {
        if (hints?.Description is { } description)
            WriteLine("  ", VisibleText.Show(description));
    }

    private void WriteProperties(ImmutableArray<PropertyDefinition> declared, IEnumerable<PropertyColumn> columns)
    {
        foreach (var property in declared)
            WriteLine("  ", $"{CellText.Pad($"{property.Name} {property.Type}", PropertyWidth)} {property.Hints.Description}");
        foreach (var key in columns.Select(column => column.Key).Distinct().Where(key => declared.All(property => property.Name != key)))
            WriteLine("  ", VisibleText.Show(key));
    }
}
