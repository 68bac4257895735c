using Npgsql;

namespace Graph.Postgres;

/// <summary>The rows of a result, and a store of the nodes and relations in them, in the order of the graph.</summary>
internal sealed record ResultElements(ListBatch Rows, GraphStore Store)
{
    public static ResultElements Read(RemoteRun run, GraphLayout layout, IReadOnlyList<RowBatch> batches)
    {
        var rows = batches.SelectMany(batch => ((ListBatch)batch).Rows).ToList();
        var (nodes, relations) = (new HashSet<int>(), new HashSet<int>());
        foreach (var value in rows.SelectMany(row => row))
            Gather(value, nodes, relations);

        var foundRelations = ElementReader.ReadRelations(run, layout, relations);
        nodes.UnionWith(foundRelations.SelectMany(relation => new[] { relation.Source, relation.Target }));
        var store = new ResultStore(layout, ElementReader.ReadNodes(run, layout, nodes), foundRelations);
        return new ResultElements(new ListBatch([.. rows.Select(row => Array.ConvertAll(row, store.Renumber))]), store.Store);
    }

    private static void Gather(Value value, HashSet<int> nodes, HashSet<int> relations)
    {
        switch (value.Kind)
        {
            case ValueKind.Node:
                nodes.Add(value.AsNode());
                break;
            case ValueKind.Edge:
                relations.Add(value.AsEdge());
                break;
            case ValueKind.Path:
                nodes.UnionWith(value.AsPath().Nodes.ToArray());
                relations.UnionWith(value.AsPath().Edges.ToArray());
                break;
            case ValueKind.List:
                foreach (var item in value.AsList())
                    Gather(item, nodes, relations);
                break;
            case ValueKind.Map:
                foreach (var entry in value.AsMap())
                    Gather(entry.Value, nodes, relations);
                break;
        }
    }
}

internal sealed record FoundNode(int Id, int Table, MapValue Properties);

internal sealed record FoundRelation(int Id, int Table, int Source, int Target, MapValue Properties);

/// <summary>Reads nodes and relations by id.</summary>
internal static class ElementReader
{
    public static IReadOnlyList<FoundNode> ReadNodes(RemoteRun run, GraphLayout layout, HashSet<int> ids)
    {
        if (ids.Count == 0)
            return [];

        var context = new TranslationContext(layout, null!);
        var source = new NodeSource("n", context.FindNodeTables(null), context);
        return [
            .. Read(
                run,
                context,
                source,
                ids,
                []).Select(row => new FoundNode((int)row[0].AsInteger(), (int)row[1].AsInteger(), row[^1].AsMap()))
        ];
    }

    public static IReadOnlyList<FoundRelation> ReadRelations(RemoteRun run, GraphLayout layout, HashSet<int> ids)
    {
        if (ids.Count == 0)
            return [];

        var context = new TranslationContext(layout, null!);
        var source = new RelationSource("r", context.FindRelationTables(null), isUndirected: false, context);
        return
        [
            .. Read(run, context, source, ids, [source.Source, source.Target]).Select(row => new FoundRelation(
                (int)row[0].AsInteger(), (int)row[1].AsInteger(), (int)row[2].AsInteger(), (int)row[3].AsInteger(), row[^1].AsMap())),
        ];
    }

    private static IEnumerable<Value[]> Read(
        RemoteRun run, TranslationContext context, ElementSource source, HashSet<int> ids, string[] others)
    {
        var select = new Select();
        select.Add(source);
        foreach (var column in (string[])[source.Id.Text, $"({source.Table})::bigint", .. others])
            select.AddColumn(column);
        select.AddColumn(source.AllProperties().Text);
        select.Conditions.Add($"{source.Id.Text} = ANY('{{{string.Join(',', ids.Order())}}}'::bigint[])");
        return run.ReadRows(select.Render(), [.. context.Parameters], reader => ReadRow(reader, others.Length + 2))
            .SelectMany(batch => ((ListBatch)batch).Rows);
    }

    private static Value[] ReadRow(NpgsqlDataReader reader, int integers) =>
        [.. Enumerable.Range(0, integers)
            .Select(column => Value.FromInteger(reader.GetInt64(column))), ValueJson.Parse(reader.GetString(integers))];
}
