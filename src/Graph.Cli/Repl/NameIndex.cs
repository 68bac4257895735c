using Graph.Query;

namespace Graph.Cli.Repl;

/// <summary>
/// What completion must know of the whole graph: every name of an entity, folded and in order, and which labels each relation joins. It is
/// made once, beside the conversation; until it is there, less is offered.
/// </summary>
internal sealed class NameIndex
{
    private const int MostFound = 5000;

    private readonly GraphStore store;
    private readonly string[] folded;
    private readonly int[] nodes;
    private readonly Dictionary<string, (HashSet<string> Sources, HashSet<string> Targets)> ends;

    private NameIndex(GraphStore store, string[] folded, int[] nodes, Dictionary<string, (HashSet<string> Sources, HashSet<string> Targets)> ends)
    {
        this.store = store;
        this.folded = folded;
        this.nodes = nodes;
        this.ends = ends;
    }

    public static NameIndex Create(GraphStore store, CancellationToken cancellation)
    {
        var names = new List<(string Folded, int Node)>();
        foreach (var range in store.NodeRanges)
        {
            var (name, aliases) = (range.FindColumn(StoreNames.Name), range.FindColumn(StoreNames.Aliases));
            for (var row = 0; (name ?? aliases) is not null && row < range.Count; row++)
            {
                if ((row & 0xFFF) == 0)
                    cancellation.ThrowIfCancellationRequested();
                if (name?.GetValue(row) is { Kind: ValueKind.String } own)
                    names.Add((NameFolding.Fold(own.AsString()), range.Start + row));
                if (aliases?.GetValue(row) is not { Kind: ValueKind.List } list)
                    continue;
                foreach (var alias in list.AsList().Where(alias => alias.Kind == ValueKind.String))
                    names.Add((NameFolding.Fold(alias.AsString()), range.Start + row));
            }
        }

        var keys = names.Select(pair => pair.Folded).ToArray();
        var values = names.Select(pair => pair.Node).ToArray();
        Array.Sort(keys, values, StringComparer.Ordinal);
        return new NameIndex(store, keys, values, store.EdgeTables.ToDictionary(table => table.Type, table => FindEnds(store, table, cancellation)));
    }

    /// <summary>Names of entities that are called something that begins so, the most mentioned first.</summary>
    public IReadOnlyList<string> FindNames(string begun, int most)
    {
        var prefix = NameFolding.Fold(begun);
        var start = Array.BinarySearch(folded, prefix, StringComparer.Ordinal);
        start = start < 0 ? ~start : start;
        while (start > 0 && folded[start - 1] == prefix)
            start--;

        var found = new HashSet<int>();
        for (var i = start; i < folded.Length && found.Count < MostFound && folded[i].StartsWith(prefix, StringComparison.Ordinal); i++)
            found.Add(nodes[i]);
        return
        [
            .. found
                .OrderByDescending(CountMentions)
                .ThenBy(node => node)
                .Select(node => store.GetNodeProperty(node, StoreNames.Name))
                .Where(name => name.Kind == ValueKind.String)
                .Select(name => name.AsString())
                .Distinct(StringComparer.Ordinal)
                .Take(most),
        ];
    }

    /// <summary>Whether the data has such a relation at nodes with one of the labels; true where nothing is known of it.</summary>
    public bool MayStandAt(string relationType, IReadOnlyList<string> labels, bool isSource) =>
        labels.Count == 0 || !ends.TryGetValue(relationType, out var found) || labels.Any((isSource ? found.Sources : found.Targets).Contains);

    private int CountMentions(int node) => store.FindEdgeTable(StoreNames.MentionType) is { } table ? table.Incoming.View.GetRun(node).Count : 0;

    private static (HashSet<string> Sources, HashSet<string> Targets) FindEnds(GraphStore store, EdgeTable table, CancellationToken cancellation) =>
        (FindLabels(store, table.Outgoing, cancellation), FindLabels(store, table.Incoming, cancellation));

    private static HashSet<string> FindLabels(GraphStore store, Adjacency side, CancellationToken cancellation)
    {
        var view = side.View;
        var ranges = new HashSet<NodeRange>();
        for (var row = 0; row < view.RowCount; row++)
        {
            if ((row & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            if (view.GetRowRun(row).Count > 0)
                ranges.Add(store.GetRange(view.GetRowNode(row)));
        }

        return [.. ranges.SelectMany(range => range.Labels).Distinct().Select(label => store.Labels[label])];
    }
}
