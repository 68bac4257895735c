namespace Graph.Postgres;

/// <summary>
/// The least store with the same labels, relation types, ends and kinds of properties as a layout: what queries are bound against.
/// </summary>
internal static class ShapeStore
{
    public static GraphStore Build(GraphLayout layout)
    {
        var builder = new GraphBuilder(layout.Type);
        var first = layout.NodeTables.Select(table => AddNodes(builder, table)).ToArray();
        foreach (var table in layout.RelationTables)
            AddRelations(builder, table, first);
        return builder.Build();
    }

    private static int AddNodes(GraphBuilder builder, NodeTable table)
    {
        var handles = Enumerable.Range(0, CountKinds(table.Properties))
            .Select(row => builder.AddNode(table.Labels, GetValues(table.Properties, row)))
            .ToArray();
        return handles[0];
    }

    private static void AddRelations(GraphBuilder builder, RelationTable table, int[] nodes)
    {
        for (var row = 0; row < Math.Max(table.Ends.Length, CountKinds(table.Properties)); row++)
        {
            var ends = table.Ends[row % table.Ends.Length];
            builder.AddEdge(table.Type, nodes[ends.Source], nodes[ends.Target], GetValues(table.Properties, row));
        }
    }

    /// <summary>A property of several kinds needs an element for each of them.</summary>
    private static int CountKinds(ImmutableArray<TableProperty> properties) =>
        properties.Select(property => property.Kinds.Length).DefaultIfEmpty().Max() is > 1 and var most ? most : 1;

    private static IEnumerable<KeyValuePair<string, Value>> GetValues(ImmutableArray<TableProperty> properties, int row) =>
        properties
            .Where(property => row < property.Kinds.Length)
            .Select(property => KeyValuePair.Create(property.Key, GetExample(property.Kinds[row])));

    private static Value GetExample(ValueKind kind) => kind switch
    {
        ValueKind.Boolean => Value.True,
        ValueKind.Integer => Value.FromInteger(0),
        ValueKind.Float => Value.FromFloat(0),
        ValueKind.Date => Value.FromDate(PartialDate.FromDay(new CalendarDay(0))),
        ValueKind.List => Value.FromList(ListValue.Empty),
        _ => Value.FromString(""),
    };
}
