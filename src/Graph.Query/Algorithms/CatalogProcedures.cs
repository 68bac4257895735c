using Graph.Query.Binding;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Algorithms;

/// <summary>What the graph has, by name: labels, relation types, keys of properties; in the order of their code points.</summary>
internal static class CatalogProcedures
{
    public static readonly ImmutableArray<Procedure> All =
    [
        Create(
            "db.labels",
            "label",
            store => store.NodeRanges.SelectMany(range => range.Labels).Distinct().Select(label => store.Labels[label])),
        Create(
            "db.relationshipTypes",
            "relationshipType",
            store => store.EdgeTables.Where(table => table.Count > 0).Select(table => table.Type)),
        Create("db.propertyKeys", "propertyKey", store => store.PropertyKeys),
        new(
            "db.schema.nodeTypeProperties",
            [],
            [new("nodeType", StaticType.String), new("nodeLabels", StaticType.ListOf(StaticType.String)), .. PropertyColumns],
            (context, _) => ListNodeProperties(context)),
        new(
            "db.schema.relTypeProperties",
            [],
            [new("relType", StaticType.String), .. PropertyColumns],
            (context, _) => ListRelationProperties(context)),
    ];

    private static ImmutableArray<BoundColumn> PropertyColumns =>
    [
        new("propertyName", StaticType.String), new("propertyTypes", StaticType.ListOf(StaticType.String)),
        new("mandatory", StaticType.Boolean),
    ];

    private static IEnumerable<Value[]> ListNodeProperties(ExecutionState context)
    {
        var store = context.Store;
        var ranges = store.NodeRanges.Select(range =>
            (Labels: range.Labels.Select(label => store.Labels[label]).Order(StringComparer.Ordinal).ToArray(), Range: range));
        foreach (var (labels, range) in ranges.OrderBy(pair => string.Join(':', pair.Labels), StringComparer.Ordinal))
        {
            Value[] type =
            [
                Value.FromString(string.Concat(labels.Select(label => $":{QueryWords.Quote(label)}"))),
                Value.FromList([.. labels.Select(Value.FromString)])
            ];
            foreach (var row in ListProperties(context, range.Columns, range.Count))
                yield return [.. type, .. row];
        }
    }

    private static IEnumerable<Value[]> ListRelationProperties(ExecutionState context)
    {
        foreach (var table in context.Store.EdgeTables.Where(table => table.Count > 0).OrderBy(table => table.Type, StringComparer.Ordinal))
        {
            foreach (var row in ListProperties(context, table.Columns, table.Count))
                yield return [Value.FromString($":{QueryWords.Quote(table.Type)}"), .. row];
        }
    }

    // What has no property stands there too, once and without one.
    private static IEnumerable<Value[]> ListProperties(ExecutionState context, ImmutableArray<PropertyColumn> columns, int count)
    {
        if (columns.IsEmpty)
            yield return [Value.Null, Value.Null, Value.Null];
        foreach (var column in columns.OrderBy(column => column.Key, StringComparer.Ordinal))
        {
            var types = new SortedSet<string>(StringComparer.Ordinal);
            var isMandatory = true;
            for (var row = 0; row < count; row++)
            {
                if (row % QueryBudget.CheckInterval == 0)
                    context.Budget.Check();
                if (column.HasValue(row))
                    types.Add(NameOf(column.Kind ?? column.GetValue(row).Kind));
                else
                    isMandatory = false;
            }

            yield return [
                Value.FromString(column.Key), Value.FromList([.. types.Select(Value.FromString)]), Value.FromBoolean(isMandatory)
            ];
        }
    }

    private static string NameOf(ValueKind kind) => kind == ValueKind.List ? "LIST" : $"{TypeLattice.Of(kind)}";

    private static Procedure Create(string name, string column, Func<GraphStore, IEnumerable<string>> find) => new(
        name,
        [],
        [new BoundColumn(column, StaticType.String)],
        (context, _) =>
            find(context.Store)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(text => new[] { Value.FromString(text) }));
}
