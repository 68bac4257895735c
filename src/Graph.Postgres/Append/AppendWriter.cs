using System.Globalization;
using Npgsql;

namespace Graph.Postgres;

/// <summary>Writes articles with all that they say, some in each transaction.</summary>
internal sealed class AppendWriter
{
    public const int RowsAtATime = 5_000;

    private readonly GraphStore store;
    private readonly NpgsqlConnection connection;
    private readonly HeldGraph held;
    private readonly LayoutMerge merge;
    private readonly ImmutableArray<TableDefinition> definitions;
    private readonly TableCut cut;
    private readonly NodeMatch match;
    private readonly StoreRows rows;
    private readonly HashSet<int> evidenceArticles;
    private readonly Dictionary<int, long> numbers = [];
    private readonly HashSet<string> staged = new(StringComparer.Ordinal);

    /// <param name="definitions">The tables of the store, under the names that they have there.</param>
    public AppendWriter(
        GraphStore store,
        NpgsqlConnection connection,
        HeldGraph held,
        LayoutMerge merge,
        ImmutableArray<TableDefinition> definitions,
        TableCut cut,
        NodeMatch match)
    {
        (this.store, this.connection, this.held, this.merge) = (store, connection, held, merge);
        (this.definitions, this.cut, this.match) = (definitions, cut, match);
        rows = new StoreRows(store, merge.Given, cut, GetNumber);
        evidenceArticles = EvidenceArticles.List(store);
    }

    /// <summary>New ones, so far.</summary>
    public long Nodes { get; private set; }

    public long Relations { get; private set; }

    /// <exception cref="OperationCanceledException">The token was cancelled; whole articles are there.</exception>
    public void Write(IReadOnlyList<AppendUnit> units, int rowsAtATime, CancellationToken cancellation)
    {
        var (batch, count) = (new List<AppendUnit>(), 0);
        foreach (var unit in units)
        {
            cancellation.ThrowIfCancellationRequested();
            batch.Add(unit);
            count += unit.RowCount;
            if (count < rowsAtATime)
                continue;

            WriteTransaction(batch, []);
            batch.Clear();
            count = 0;
        }

        if (batch.Count > 0)
            WriteTransaction(batch, []);
    }

    /// <summary>What no article says, and what nodes that are there learn.</summary>
    public void WriteRest(AppendUnit rest, List<NodeCompletion.Change> changes)
    {
        if (rest.Nodes.Count + rest.Relations.Count + changes.Count > 0)
            WriteTransaction([rest], changes);
    }

    /// <summary>Much that is new changes the best plans.</summary>
    public void Analyze()
    {
        const int Share = 10;
        if ((Nodes + Relations) * Share >= held.Nodes + held.Relations)
            connection.Execute(string.Join("; ", definitions.Select(table => $"ANALYZE {table.Name.InQuotes()}")));
    }

    private long GetNumber(int node) => match.IsNew(node) ? numbers[node] : match.Get(node);

    private void WriteTransaction(List<AppendUnit> units, List<NodeCompletion.Change> changes)
    {
        var nodes = units.SelectMany(unit => unit.Nodes).Order().ToList();
        var (nextNode, nextRelation) = (held.Nodes + Nodes, held.Relations + Relations);
        if (Math.Max(nextNode + nodes.Count, nextRelation + units.Sum(unit => (long)unit.Relations.Count)) > int.MaxValue)
            throw new PostgresGraphException(string.Create(
                CultureInfo.InvariantCulture,
                $"A graph has at most {int.MaxValue:N0} nodes and as many relations; push the rest as another one."));
        foreach (var node in nodes)
            numbers.Add(node, nextNode++);

        using var transaction = connection.BeginTransaction();
        WriteNodes(nodes);
        nextRelation = WriteRelations(units, nextRelation);
        Copy(
            TableDefinitions.Articles, units.Select(unit => unit.Article).OfType<int>().Where(evidenceArticles.Contains),
            rows.WriteArticle);
        Copy(
            TableDefinitions.NodeEvidence,
            units.SelectMany(unit => unit.Evidence),
            (writer, pair) => rows.WriteNodeEvidence(writer, pair.Node, store.NodeEvidence.Rows[pair.Row]));
        WriteNames(nodes, changes);
        foreach (var change in changes)
        {
            using var update = NodeCompletion.CreateUpdate(change, connection);
            update.ExecuteNonQuery();
        }

        connection.Execute($"UPDATE _graph SET nodes = {nextNode}, relations = {nextRelation}");
        transaction.Commit();
        (Nodes, Relations) = (nextNode - held.Nodes, nextRelation - held.Relations);
    }

    private void WriteNodes(List<int> nodes)
    {
        for (var i = 0; i < store.NodeRanges.Length; i++)
        {
            var (table, range) = (i, store.NodeRanges[i]);
            Copy(
                definitions[table],
                nodes.Where(node => node >= range.Start && node < range.End),
                (writer, node) => rows.WriteNode(writer, definitions[table], table, node - range.Start, match.GetKey(node)));
        }
    }

    private long WriteRelations(List<AppendUnit> units, long next)
    {
        foreach (var group in units.SelectMany(unit => unit.Relations).GroupBy(store.GetEdgeTable))
        {
            var (edges, table) = (group.Key, store.EdgeTables.IndexOf(group.Key));
            var definition = definitions[merge.Given.NodeTables.Length + table];
            Copy(definition, group, (writer, relation) => rows.WriteRelation(
                writer, definition, table, relation - edges.FirstEdge, next++, edges.GetSource(relation), edges.GetTarget(relation)));
        }

        return next;
    }

    private void WriteNames(List<int> nodes, List<NodeCompletion.Change> changes)
    {
        Copy(TableDefinitions.Names, nodes, (writer, node) =>
        {
            foreach (var folded in FoldedNames.List(store, node))
                rows.WriteName(writer, folded, node);
        });
        foreach (var change in changes)
        {
            foreach (var folded in change.Folded)
                connection.Execute($"INSERT INTO _names VALUES ($1, {change.Id})", folded);
        }
    }

    private void Copy<T>(TableDefinition table, IEnumerable<T> items, Action<CopyWriter, T> write)
    {
        using var item = items.GetEnumerator();
        if (!item.MoveNext())
            return;

        var target = held.Shards.IsEmpty ? table.Name : Stage(table);
        using (var writer = CopyWriter.Begin(connection, target, cut.ColumnsOf(table)))
        {
            do
                write(writer, item.Current);
            while (item.MoveNext());
            writer.Finish();
        }

        if (held.Shards.IsEmpty)
            return;
        var columns = string.Join(", ", cut.ColumnsOf(table).Select(column => column.Name.InQuotes()));
        connection.Execute($"INSERT INTO {table.Name.InQuotes()} ({columns}) SELECT {columns} FROM {target.InQuotes()}");
    }

    /// <summary>Rows go to other servers many at a time when they are inserted, and one by one when they are copied.</summary>
    private string Stage(TableDefinition table)
    {
        var name = $"_in_{table.Name}";
        if (staged.Add(table.Name))
            connection.Execute(
                $"CREATE TEMPORARY TABLE IF NOT EXISTS {name.InQuotes()} (LIKE {table.Name.InQuotes()}) ON COMMIT DELETE ROWS");
        return name;
    }
}
