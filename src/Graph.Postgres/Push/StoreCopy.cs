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
    public IEnumerable<CopyPiece> ListPieces(int? part)
    {
        for (var i = 0; i < layout.NodeTables.Length; i++)
        {
            var table = i;
            foreach (var (start, end) in Split(store.NodeRanges[i].Count))
                yield return Piece(tables[table], part, start, writer => WriteNodes(writer, table, start, end, part));
        }

        for (var i = 0; i < layout.RelationTables.Length; i++)
        {
            var table = i;
            foreach (var (start, end) in Split(store.EdgeTables[i].Count))
                yield return Piece(RelationTable(table), part, start, writer => WriteRelations(writer, table, start, end, part));
        }

        yield return Piece(TableDefinitions.Articles, part, 0, writer => WriteArticles(writer, part));
        yield return Piece(TableDefinitions.NodeEvidence, part, 0, writer => WriteNodeEvidence(writer, part));
        yield return Piece(TableDefinitions.Names, part, 0, writer => WriteNames(writer, part));
    }

    private static IEnumerable<(int Start, int End)> Split(int count)
    {
        for (var start = 0; start < count; start += RowsAtATime)
            yield return (start, Math.Min(count, start + RowsAtATime));
    }

    private TableDefinition RelationTable(int table) => tables[layout.NodeTables.Length + table];

    private CopyPiece Piece(TableDefinition table, int? part, int start, Action<CopyWriter> write) =>
        new(part is { } number ? TableCut.NameOf(table, number) : table.Name, cut.ColumnsOf(table), start, write);

    private void WriteNodes(CopyWriter writer, int table, int start, int end, int? part)
    {
        for (var row = start; row < end; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsTaken(store.NodeRanges[table].Start + row, part))
                rows.WriteNode(writer, tables[table], table, row);
        }
    }

    private void WriteRelations(CopyWriter writer, int table, int start, int end, int? part)
    {
        var (edges, definition) = (store.EdgeTables[table], RelationTable(table));
        var sources = new int[end - start];
        edges.Outgoing.View.CopyNodes(start, sources);
        for (var row = start; row < end; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var source = sources[row - start];
            if (IsTaken(source, part))
                rows.WriteRelation(writer, definition, table, row, edges.FirstEdge + row, source, edges.Outgoing.View.Neighbours[row]);
        }
    }

    private void WriteArticles(CopyWriter writer, int? part)
    {
        foreach (var article in articles.Value)
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsTaken(article, part))
                rows.WriteArticle(writer, article);
        }
    }

    private void WriteNodeEvidence(CopyWriter writer, int? part)
    {
        foreach (var node in store.NodeEvidence.Nodes.ToArray())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!IsTaken(node, part))
                continue;

            var found = store.NodeEvidence.FindRows(node);
            for (var row = found.Start; row < found.End; row++)
                rows.WriteNodeEvidence(writer, node, store.NodeEvidence.Rows[row]);
        }
    }

    private void WriteNames(CopyWriter writer, int? part)
    {
        for (var node = 0; node < store.NodeCount; node++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!IsTaken(node, part))
                continue;
            foreach (var folded in FoldedNames.List(store, node))
                rows.WriteName(writer, folded, node);
        }
    }

    private bool IsTaken(int node, int? part) => part is null || PartitionHash.GetPart(node, cut.Partitioning.Parts) == part;
}
