namespace Graph.Postgres.Tests;

/// <summary>Rows as text that says nothing of ids, so that results of two stores can be compared.</summary>
internal static class RowText
{
    public static List<string> ReadAll(QueryEngine engine, string query, IReadOnlyDictionary<string, Value>? parameters = null)
    {
        var prepared = engine.Prepare(new SourceText(query));
        if (prepared.HasErrors)
            return [.. prepared.Diagnostics.Select(
                diagnostic => $"{diagnostic.Location.Line}:{diagnostic.Location.Column} {diagnostic.Id} {diagnostic.Message}")];

        try
        {
            var result = engine.Run(prepared, parameters);
            var store = result.Store;
            return [.. result.Rows.Select(row => string.Join(" | ", row.ToArray().Select(value => Write(store, value))))];
        }
        catch (QueryException exception)
        {
            return [$"{exception.Diagnostic.Location.Line}:{exception.Diagnostic.Location.Column} {exception.Diagnostic.Id}"];
        }
    }

    /// <summary>The same rows in whatever order.</summary>
    public static string Sorted(IEnumerable<string> rows) => string.Join('\n', rows.Order(StringComparer.Ordinal));

    public static string Write(GraphStore store, Value value) => value.Kind switch
    {
        ValueKind.Node => WriteNode(store, value.AsNode()),
        ValueKind.Edge => WriteEdge(store, value.AsEdge()),
        ValueKind.Path => string.Concat(value.AsPath().Nodes.ToArray().Select((node, index) =>
            $"{WriteNode(store, node)}{(index < value.AsPath().Length ? $"-{WriteEdge(store, value.AsPath().Edges[index])}-" : "")}")),
        ValueKind.List => $"[{string.Join(", ", value.AsList().Select(item => Write(store, item)))}]",
        ValueKind.Map => $"{{{string.Join(", ", value.AsMap().Select(entry => $"{entry.Key}: {Write(store, entry.Value)}"))}}}",
        _ => ValueText.Format(value),
    };

    private static string WriteNode(GraphStore store, int node) =>
        $"(:{string.Join(':', store.GetRange(node).Labels.Select(label => store.Labels[label]))} {WriteProperties(store.GetRange(node).Columns, node - store.GetRange(node).Start)})";

    private static string WriteEdge(GraphStore store, int edge)
    {
        var table = store.GetEdgeTable(edge);
        return $"[:{table.Type} {WriteProperties(table.Columns, edge - table.FirstEdge)}]";
    }

    private static string WriteProperties(ImmutableArray<PropertyColumn> columns, int row) => string.Join(
        ", ", columns.Where(column => column.HasValue(row))
            .OrderBy(column => column.Key, StringComparer.Ordinal)
            .Select(column => $"{column.Key}: {ValueText.Format(column.GetValue(row))}"));
}
