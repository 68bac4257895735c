using Graph.Core;
using Graph.Query;

namespace Graph.Query.Tests.Execution;

/// <summary>A small news graph, and the answer of a query over it as text: one row a line, values as the language writes them.</summary>
internal static class TestGraph
{
    public static GraphStore Store { get; } = Build();

    public static string Ask(string query, params (string Name, Value Value)[] parameters) =>
        Ask(new QueryEngine(Store), query, parameters);

    public static string Ask(QueryEngine engine, string query, params (string Name, Value Value)[] parameters)
    {
        var prepared = engine.Prepare(new SourceText(query));
        if (prepared.HasErrors)
            return string.Join('\n', prepared.Diagnostics.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.Message}"));

        try
        {
            var result = engine.Run(prepared, parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));
            return string.Join('\n', Rows(engine.Store, result));
        }
        catch (QueryException error)
        {
            return $"{error.Diagnostic.Id} at {error.Diagnostic.Location.Line}:{error.Diagnostic.Location.Column}: {error.Message}";
        }
    }

    public static IEnumerable<string> Rows(QueryResult result) => Rows(Store, result);

    private static IEnumerable<string> Rows(GraphStore store, QueryResult result)
    {
        foreach (var batch in result.Batches)
        {
            for (var row = 0; row < batch.Count; row++)
                yield return string.Join(
                    ", ", Enumerable.Range(0, result.Columns.Length).Select(column => Format(store, batch.GetValue(column, row))));
        }
    }

    private static string Format(GraphStore store, Value value) => value.Kind switch
    {
        ValueKind.Node => $"({NameOf(store, value.AsNode())})",
        ValueKind.Edge => $"[{store.GetEdgeTable(value.AsEdge()).Type}]",
        ValueKind.List => $"[{string.Join(", ", value.AsList().Select(item => Format(store, item)))}]",
        ValueKind.Path => string.Join('-', value.AsPath().Nodes.ToArray().Select(node => Format(store, Value.FromNode(node)))),
        _ => value.ToString(),
    };

    private static string NameOf(GraphStore store, int node)
    {
        var name = new[] { "name", "title", "productName", "categoryName", "companyName", "contactName", "orderID", "display_name", "code" }
            .Select(key => store.GetNodeProperty(node, key)).FirstOrDefault(value => !value.IsNull);
        return name.Kind == ValueKind.String ? name.AsString() : name.ToString();
    }

    private static GraphStore Build()
    {
        var builder = new GraphBuilder();
        var anna = AddNode(builder, ["Person", "Actor"], "Anna", ("born", Value.FromInteger(1970)));
        var ben = AddNode(builder, ["Person", "Actor"], "Ben", ("born", Value.FromInteger(1980)));
        var carla = AddNode(builder, ["Person", "Actor"], "Carla");
        var chad = AddNode(builder, ["Country", "Place", "Actor"], "Chad");
        var delft = AddNode(builder, ["City", "Place"], "Delft");
        AddEdge(builder, "KNOWS", anna, ben, 2001);
        AddEdge(builder, "KNOWS", ben, carla, 2002);
        AddEdge(builder, "KNOWS", carla, anna, 2003);
        AddEdge(builder, "KNOWS", anna, carla, 2004);
        AddEdge(builder, "LIVES_IN", anna, delft, 2000);
        AddEdge(builder, "LIVES_IN", ben, chad, 2001);
        AddEdge(builder, "LIKES", ben, ben, 1999);
        return builder.Build();
    }

    private static int AddNode(GraphBuilder builder, string[] labels, string name, params (string Key, Value Value)[] properties) =>
        builder.AddNode(
            labels, [KeyValuePair.Create("name", Value.FromString(name)), .. properties.Select(p => KeyValuePair.Create(p.Key, p.Value))]);

    private static void AddEdge(GraphBuilder builder, string type, int source, int target, int since) =>
        builder.AddEdge(type, source, target, [KeyValuePair.Create("since", Value.FromInteger(since))]);
}
