namespace Graph.Postgres;

/// <summary>
/// The tables of a graph on a server and of what is appended to it, as one layout. Tables and columns that are there keep their names.
/// </summary>
/// <param name="Whole">All of them, in the order of a store.</param>
/// <param name="Given">The tables of what is appended, in its own order, with the names and kinds of <paramref name="Whole"/>.</param>
internal sealed record LayoutMerge(GraphLayout Whole, GraphLayout Given)
{
    /// <exception cref="PostgresGraphException">A property has values of another kind there.</exception>
    public static LayoutMerge Create(GraphLayout held, GraphLayout given)
    {
        var names = new Identifiers("table", []).Without(
            held.NodeTables.Select(table => table.Name).Concat(held.RelationTables.Select(table => table.Name)));
        var heldNodes = held.NodeTables.ToDictionary(table => KeyOf(table.Labels));
        var heldRelations = held.RelationTables.ToDictionary(table => table.Type, StringComparer.Ordinal);
        ImmutableArray<NodeTable> givenNodes =
            [.. given.NodeTables.Select(table => Merge(given.Type, heldNodes.GetValueOrDefault(KeyOf(table.Labels)), table, names))];
        var nodes = Sort(
            given.Type, [.. held.NodeTables.Concat(givenNodes).GroupBy(table => KeyOf(table.Labels)).Select(group => group.Last())]);
        var places = nodes.Select((table, index) => (table, index)).ToDictionary(pair => KeyOf(pair.table.Labels), pair => pair.index);
        ImmutableArray<int> heldPlaces = [.. held.NodeTables.Select(table => places[KeyOf(table.Labels)])];
        ImmutableArray<int> givenPlaces = [.. given.NodeTables.Select(table => places[KeyOf(table.Labels)])];

        ImmutableArray<RelationTable> heldMoved = [.. held.RelationTables.Select(table => Move(table, heldPlaces))];
        ImmutableArray<RelationTable> givenRelations = [.. given.RelationTables.Select(table =>
            Merge(given.Type, heldRelations.GetValueOrDefault(table.Type), table, names))];
        var relations = heldMoved.Concat(givenRelations.Select(table => Move(table, givenPlaces))).GroupBy(table => table.Type)
            .Select(group => group.Last() with { Ends = [.. group.SelectMany(table => table.Ends).Distinct().Order()] })
            .ToDictionary(table => table.Type, StringComparer.Ordinal);
        var order = SchemaOrder.SortRelationTypes(given.Type, relations.Keys);
        return new LayoutMerge(
            new GraphLayout(held.Type, nodes, [.. order.Select(type => relations[type])]),
            new GraphLayout(
                given.Type,
                [.. given.NodeTables.Zip(
                    givenNodes, (table, merged) => merged with { Properties = Pick(table.Properties, merged.Properties) })],
                [.. given.RelationTables.Zip(givenRelations, (table, merged) =>
                    merged with { Properties = Pick(table.Properties, merged.Properties) })]));
    }

    /// <summary>The same properties under the names and with the kinds of the merged table.</summary>
    private static ImmutableArray<TableProperty> Pick(ImmutableArray<TableProperty> given, ImmutableArray<TableProperty> merged) =>
        [.. given.Select(property => merged.First(other => other.Key == property.Key))];

    public static string KeyOf(ImmutableArray<string> labels) => string.Join('\uFFFF', labels);

    private static NodeTable Merge(GraphType? type, NodeTable? held, NodeTable given, Identifiers names)
    {
        if (held is null)
            return given with { Name = names.Take(given.Labels.IsEmpty ? "Unlabelled" : string.Join('_', given.Labels)) };
        return held with { Properties = Merge(type, held.Properties, given.Properties, string.Join(':', held.Labels)) };
    }

    private static RelationTable Merge(GraphType? type, RelationTable? held, RelationTable given, Identifiers names)
    {
        if (held is null)
            return given with { Name = names.Take(given.Type) };
        return held with
        {
            Properties = Merge(type, held.Properties, given.Properties, held.Type),
            Ends = given.Ends,
            HasEvidence = held.HasEvidence || given.HasEvidence,
        };
    }

    private static ImmutableArray<TableProperty> Merge(
        GraphType? type, ImmutableArray<TableProperty> held, ImmutableArray<TableProperty> given, string owner)
    {
        var names = new Identifiers("property", LayoutBuilder.DateColumns).Without(held.Select(property => property.Column));
        var all = held.ToDictionary(property => property.Key, StringComparer.Ordinal);
        foreach (var property in given)
        {
            all[property.Key] = all.TryGetValue(property.Key, out var known)
                ? Merge(known, property, owner)
                : property with { Column = names.Take(property.Key) };
        }

        return [.. SchemaOrder.SortPropertyKeys(type, all.Keys).Select(key => all[key])];
    }

    /// <summary>A table is not written anew for values of another kind.</summary>
    private static TableProperty Merge(TableProperty held, TableProperty given, string owner)
    {
        var merged = held with { Kinds = [.. held.Kinds.Union(given.Kinds).Order()] };
        if (merged.Kind != held.Kind)
            throw new PostgresGraphException(
                $"Property '{held.Key}' of {owner} is {string.Join(", ", held.Kinds)} there and {string.Join(", ", given.Kinds)} here; "
                    + "push all "
                    + "articles together, without '--append'.");
        return merged;
    }

    private static RelationTable Move(RelationTable table, ImmutableArray<int> places) =>
        table with { Ends = [.. table.Ends.Select(ends => new TableEnds(places[ends.Source], places[ends.Target]))] };

    private static ImmutableArray<NodeTable> Sort(GraphType? type, ImmutableArray<NodeTable> tables)
    {
        var ids = SchemaOrder.SortLabels(type, tables.SelectMany(table => table.Labels))
            .Select((label, id) => (label, id)).ToDictionary(pair => pair.label, pair => pair.id, StringComparer.Ordinal);
        return [.. tables.OrderBy(
            table => ImmutableArray.CreateRange(table.Labels.Select(label => ids[label]).Order()), NodeCollector.LabelSetOrder)];
    }
}
