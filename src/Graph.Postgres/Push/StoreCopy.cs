using Npgsql;

namespace Graph.Postgres;

/// <summary>Copies the rows of a store into the tables of its layout, a part of a table at a time.</summary>
/// <param name="tables">As <see cref="TableDefinitions.List"/> has them.</param>
internal sealed class StoreCopy(
    GraphStore store,
    GraphLayout layout,
    ImmutableArray<TableDefinition> tables,
    TableCut cut,
    CancellationToken cancellation)
{
    private const int RowsAtATime = 500_000;

    private readonly StoreRows rows = new(store, layout, cut, node => node);
    private readonly Lazy<IReadOnlyCollection<int>> articles = new(() => EvidenceArticles.List(store));

    public long RowCount => store.NodeCount + (long)store.EdgeCount;

    /// <summary>Pieces that several connections may copy at once.</summary>
    /// <param name="part">Only the rows of this partition, into its own table; null for all, into the whole tables.</param>
    public IEnumerable<Action<NpgsqlConnection>> ListParts(int? part)
    {
        for (var i = 0; i < layout.NodeTables.Length; i++)
        {
            var table = i;
            foreach (var (start, end) in Split(store.NodeRanges[i].Count))
                yield return connection => CopyNodes(connection, table, start, end, part);
        }

        for (var i = 0; i < layout.RelationTables.Length; i++)
        {
            var table = i;
            foreach (var (start, end) in Split(store.EdgeTables[i].Count))
                yield return connection => CopyRelations(connection, table, start, end, part);
        }

        yield return connection => CopyArticles(connection, part);
        yield return connection => CopyNodeEvidence(connection, part);
        yield return connection => CopyNames(connection, part);
    }

    private static IEnumerable<(int Start, int End)> Split(int count)
    {
        for (var start = 0; start < count; start += RowsAtATime)
            yield return (start, Math.Min(count, start + RowsAtATime));
    }

    private void CopyNodes(NpgsqlConnection connection, int table, int start, int end, int? part)
    {
        using var writer = Begin(connection, tables[table], part);
        for (var row = start; row < end; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsTaken(store.NodeRanges[table].Start + row, part))
                rows.WriteNode(writer, tables[table], table, row);
        }

        writer.Finish();
    }

    private void CopyRelations(NpgsqlConnection connection, int table, int start, int end, int? part)
    {
        var (edges, definition) = (store.EdgeTables[table], tables[layout.NodeTables.Length + table]);
        using var writer = Begin(connection, definition, part);
        var sources = new int[end - start];
        edges.Outgoing.View.CopyNodes(start, sources);
        for (var row = start; row < end; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var source = sources[row - start];
            if (IsTaken(source, part))
                rows.WriteRelation(writer, definition, table, row, edges.FirstEdge + row, source, edges.Outgoing.View.Neighbours[row]);
        }

        writer.Finish();
    }

    private void CopyArticles(NpgsqlConnection connection, int? part)
    {
        using var writer = Begin(connection, TableDefinitions.Articles, part);
        foreach (var article in articles.Value)
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsTaken(article, part))
                rows.WriteArticle(writer, article);
        }

        writer.Finish();
    }

    private void CopyNodeEvidence(NpgsqlConnection connection, int? part)
    {
        using var writer = Begin(connection, TableDefinitions.NodeEvidence, part);
        foreach (var node in store.NodeEvidence.Nodes.ToArray())
        {
            if (!IsTaken(node, part))
                continue;

            var found = store.NodeEvidence.FindRows(node);
            for (var row = found.Start; row < found.End; row++)
                rows.WriteNodeEvidence(writer, node, store.NodeEvidence.Rows[row]);
        }

        writer.Finish();
    }

    private void CopyNames(NpgsqlConnection connection, int? part)
    {
        using var writer = Begin(connection, TableDefinitions.Names, part);
        for (var node = 0; node < store.NodeCount; node++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!IsTaken(node, part))
                continue;
            foreach (var folded in FoldedNames.List(store, node))
                rows.WriteName(writer, folded, node);
        }

        writer.Finish();
    }

    private bool IsTaken(int node, int? part) => part is null || PartitionHash.GetPart(node, cut.Partitioning.Parts) == part;

    private CopyWriter Begin(NpgsqlConnection connection, TableDefinition table, int? part) =>
        CopyWriter.Begin(connection, part is { } number ? TableCut.NameOf(table, number) : table.Name, cut.ColumnsOf(table));
}
