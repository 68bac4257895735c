namespace Graph.Query.Execution;

internal sealed class ListExpression(ImmutableArray<CompiledExpression> items, TextSpan span) : CompiledExpression(span)
{
    // A list of literals is made once, so that what is known of it can be kept.
    private volatile ConstantColumn? constant;

    protected override Column Compute(ExecutionState state, Batch batch)
    {
        if (constant is not null)
            return constant;

        var columns = items.Select(item => item.Evaluate(state, batch)).ToArray();
        if (Array.TrueForAll(columns, column => column is ConstantColumn) && batch.Count > 0)
            return CreateConstant(columns);

        var lists = new Value[batch.Count];
        for (var row = 0; row < lists.Length; row++)
            lists[row] = CreateList(columns, row);
        return new ValueColumn(lists);
    }

    private ConstantColumn CreateConstant(Column[] columns)
    {
        var list = new ConstantColumn(CreateList(columns, 0));
        if (items.All(item => item is ConstantExpression))
            constant = list;
        return list;
    }

    private static Value CreateList(Column[] columns, int row)
    {
        var values = new Value[columns.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = columns[i][row];
        return Value.FromList(new ListValue(values));
    }
}

internal sealed class MapExpression(ImmutableArray<KeyValuePair<string, CompiledExpression>> entries, TextSpan span)
    : CompiledExpression(span)
{
    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var columns = entries.Select(entry => entry.Value.Evaluate(state, batch)).ToArray();
        var maps = new Value[batch.Count];
        var builder = new MapBuilder();
        for (var row = 0; row < maps.Length; row++)
        {
            for (var i = 0; i < columns.Length; i++)
                builder.Set(entries[i].Key, columns[i][row]);
            maps[row] = builder.Take();
        }

        return new ValueColumn(maps);
    }
}

/// <summary>All properties of a node, edge or map, then entries that replace or add.</summary>
internal sealed class MapExtensionExpression(
    CompiledExpression target, ImmutableArray<KeyValuePair<string, CompiledExpression>> entries, TextSpan span) : CompiledExpression(span)
{
    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var targets = target.Evaluate(state, batch);
        var columns = entries.Select(entry => entry.Value.Evaluate(state, batch)).ToArray();
        var maps = new Value[batch.Count];
        var builder = new MapBuilder();
        for (var row = 0; row < maps.Length; row++)
        {
            if (targets[row].IsNull)
                continue;

            AddProperties(state.Store, targets[row], builder);
            for (var i = 0; i < columns.Length; i++)
                builder.Set(entries[i].Key, columns[i][row]);
            maps[row] = builder.Take();
        }

        return new ValueColumn(maps);
    }

    private static void AddProperties(GraphStore store, Value target, MapBuilder builder)
    {
        switch (target.Kind)
        {
            case ValueKind.Node:
                var range = store.GetRange(target.AsNode());
                AddColumns(range.Columns, target.AsNode() - range.Start, builder);
                break;
            case ValueKind.Edge:
                var table = store.GetEdgeTable(target.AsEdge());
                AddColumns(table.Columns, target.AsEdge() - table.FirstEdge, builder);
                break;
            case ValueKind.Map:
                foreach (var entry in target.AsMap().Span)
                    builder.Set(entry.Key, entry.Value);
                break;
            case var kind:
                throw RuntimeErrors.WrongKind("A map projection", kind);
        }
    }

    private static void AddColumns(ImmutableArray<PropertyColumn> columns, int row, MapBuilder builder)
    {
        foreach (var column in columns)
        {
            if (column.HasValue(row))
                builder.Set(column.Key, column.GetValue(row));
        }
    }
}

/// <summary>Collects the entries of one map after another; a key that comes again replaces its value and keeps its place.</summary>
internal sealed class MapBuilder
{
    /// <summary>So many keys are compared one after the other faster than by their hashes.</summary>
    private const int Few = 16;

    private readonly List<KeyValuePair<string, Value>> entries = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public void Set(string key, Value value)
    {
        var index = Find(key);
        if (index < 0)
            Add(key, value);
        else
            entries[index] = new KeyValuePair<string, Value>(key, value);
    }

    public Value Take()
    {
        var map = entries.Count == 0 ? MapValue.Empty : new MapValue([.. entries]);
        entries.Clear();
        places.Clear();
        return Value.FromMap(map);
    }

    private int Find(string key) => places.Count == 0
        ? entries.FindIndex(entry => entry.Key == key)
        : places.GetValueOrDefault(key, -1);

    private void Add(string key, Value value)
    {
        entries.Add(new KeyValuePair<string, Value>(key, value));
        if (entries.Count <= Few)
            return;

        for (var place = places.Count; place < entries.Count; place++)
            places.Add(entries[place].Key, place);
    }
}
