using System.Globalization;
using Npgsql;

namespace Graph.Postgres;

/// <summary>
/// What nodes that are there learn from what is appended: properties that they lack, and further items of lists, names above all. Another
/// value than theirs does not count, unless what is appended holds every mention of the node, and so all that is known of it.
/// </summary>
internal sealed class NodeCompletion(GraphStore store, LayoutMerge merge, GraphLayout heldLayout, HeldNodes held, NodeMatch match)
{
    /// <summary>A node with what it gains.</summary>
    internal sealed record Change(
        NodeTable Table, long Id, ImmutableArray<(TableProperty Property, Value Value)> Values, ImmutableArray<string> Folded);

    /// <summary>Values that say something else than those that are there.</summary>
    public int Kept { get; private set; }

    /// <param name="nodes">Some of the store.</param>
    public List<Change> List(IEnumerable<int> nodes)
    {
        var changes = new List<Change>();
        foreach (var group in nodes.Where(node => !match.IsNew(node)).GroupBy(store.GetRange))
        {
            var given = merge.Given.NodeTables[store.NodeRanges.IndexOf(group.Key)];
            var index = heldLayout.NodeTables.ToList().FindIndex(table => table.Name == given.Name);
            var whole = merge.Whole.NodeTables.First(table => table.Name == given.Name);
            var byId = group.ToLookup(match.Get);
            var mentions = held.CountMentionsOf(byId.Select(nodesOfId => nodesOfId.Key))
                .ToDictionary(pair => pair.Node, pair => pair.Count);
            foreach (var (id, properties) in held.GetProperties(index, byId.Select(nodesOfId => nodesOfId.Key)))
            {
                if (Complete(
                    whole, id, properties, byId[id], byId[id].Sum(CountKnownMentions) == mentions.GetValueOrDefault(id)) is { } change)
                    changes.Add(change);
            }
        }

        return changes;
    }

    private int CountKnownMentions(int node)
    {
        if (store.FindEdgeTable(StoreNames.MentionType) is not { } mentions)
            return 0;

        var count = 0;
        foreach (var article in mentions.Incoming.View.GetNeighbours(node))
            count += match.IsNew(article) ? 0 : 1;
        return count;
    }

    /// <param name="knowsAll">What is appended has all mentions that there are.</param>
    private Change? Complete(NodeTable table, long id, MapValue held, IEnumerable<int> nodes, bool knowsAll)
    {
        var before = held.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        var after = new Dictionary<string, Value>(before, StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            var range = store.GetRange(node);
            foreach (var column in range.Columns.Where(column => column.Key != StoreNames.Key && column.HasValue(node - range.Start)))
                Add(after, column.Key, column.GetValue(node - range.Start), knowsAll);
        }

        var values = table.Properties.Where(property => after.TryGetValue(property.Key, out var value)
            && !(before.TryGetValue(property.Key, out var old) && ValueComparer.AreEquivalent(old, value)))
            .Select(property => (property, after[property.Key])).ToImmutableArray();
        return values.IsEmpty
            ? null
            : new Change(table, id, values, [.. ListFolded(after).Except(ListFolded(before), StringComparer.Ordinal)]);
    }

    private void Add(Dictionary<string, Value> properties, string key, Value given, bool knowsAll)
    {
        if (!properties.TryGetValue(key, out var known))
            properties.Add(key, given);
        else if (known.Kind == ValueKind.List)
            properties[key] = Join(known.AsList(), given.Kind == ValueKind.List ? given.AsList().ToList() : [given], knowsAll);
        else if (knowsAll)
            properties[key] = given;
        else if (!ValueComparer.AreEquivalent(known, given))
            Kept++;
    }

    private static Value Join(ListValue known, List<Value> given, bool knowsAll)
    {
        if (knowsAll && known.All(item => Contains(given, item)))
            return Value.FromList([.. given]);

        var items = known.ToList();
        foreach (var item in given.Where(item => !Contains(items, item)))
            items.Add(item);
        return Value.FromList([.. items]);
    }

    private static bool Contains(List<Value> items, Value item) => items.Exists(other => ValueComparer.AreEquivalent(other, item));

    private static IEnumerable<string> ListFolded(Dictionary<string, Value> properties)
    {
        var name = properties.GetValueOrDefault(StoreNames.Name);
        var aliases = properties.GetValueOrDefault(StoreNames.Aliases);
        IEnumerable<Value> names = [name, .. aliases.Kind == ValueKind.List ? aliases.AsList().ToList() : []];
        return FoldedNames.List(names.Where(value => value.Kind == ValueKind.String).Select(value => value.AsString()));
    }

    /// <summary>The statement that makes a change.</summary>
    public static NpgsqlCommand CreateUpdate(Change change, NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand { Connection = connection, CommandTimeout = 0 };
        var assignments = change.Values.SelectMany(pair => List(pair.Property, pair.Value)).Select(part =>
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = part.Text });
            return $"{part.Column.InQuotes()} = {string.Format(CultureInfo.InvariantCulture, part.Form, $"${command.Parameters.Count}")}";
        }).ToList();
        command.CommandText = $"UPDATE {change.Table.Name.InQuotes()} SET {string.Join(", ", assignments)} WHERE _id = {change.Id}";
        return command;
    }

    /// <summary>The columns of a value, each with a text and how SQL reads it.</summary>
    private static IEnumerable<(string Column, string Form, string Text)> List(TableProperty property, Value value)
    {
        switch (property.Kind)
        {
            case ColumnKind.Date:
                var date = value.AsDate();
                yield return (property.Column, "{0}", date.Text);
                yield return (property.First, "_day({0}::int)", date.Start.DayNumber.ToString(CultureInfo.InvariantCulture));
                yield return (property.Last, "_day({0}::int)", date.End.DayNumber.ToString(CultureInfo.InvariantCulture));
                break;
            case ColumnKind.Any:
                yield return (property.Column, "{0}::jsonb", ValueJson.ToText(value));
                break;
            case ColumnKind.Text:
                yield return (property.Column, "{0}", value.AsString());
                break;
            case ColumnKind.Float:
                yield return (property.Column, "{0}::double precision", value.AsFloat().ToString("R", CultureInfo.InvariantCulture));
                break;
            case ColumnKind.Integer:
                yield return (property.Column, "{0}::bigint", value.AsInteger().ToString(CultureInfo.InvariantCulture));
                break;
            default:
                yield return (property.Column, "{0}::boolean", value.AsBoolean() ? "true" : "false");
                break;
        }
    }
}
