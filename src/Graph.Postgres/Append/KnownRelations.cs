namespace Graph.Postgres;

/// <summary>Tells relations that a graph has from those that it does not have yet: by ends, article and properties.</summary>
internal sealed class KnownRelations(GraphStore store, LayoutMerge merge, GraphLayout heldLayout, HeldNodes held, NodeMatch match)
{
    /// <param name="relations">Ids of the store.</param>
    public List<int> ListNew(IEnumerable<int> relations)
    {
        var found = new List<int>();
        foreach (var group in relations.GroupBy(store.GetEdgeTable))
        {
            var known = CountKnown(group.Key, [.. group]);
            foreach (var relation in group)
            {
                if (known.GetValueOrDefault(Describe(group.Key, relation)) is > 0 and var count)
                    known[Describe(group.Key, relation)] = count - 1;
                else
                    found.Add(relation);
            }
        }

        return found;
    }

    /// <summary>How many there are of each that leaves a node which is there.</summary>
    private Dictionary<string, int> CountKnown(EdgeTable table, List<int> relations)
    {
        var name = merge.Given.RelationTables[store.EdgeTables.IndexOf(table)].Name;
        var index = heldLayout.RelationTables.ToList().FindIndex(other => other.Name == name);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        if (index < 0)
            return known;

        var sources = relations.Select(table.GetSource).Where(node => !match.IsNew(node)).Select(match.Get);
        foreach (var ((source, target, article), properties) in held.GetRelations(index, sources))
        {
            var text = Describe(source, target, article, properties);
            known[text] = known.GetValueOrDefault(text) + 1;
        }

        return known;
    }

    private string Describe(EdgeTable table, int relation)
    {
        var row = relation - table.FirstEdge;
        var properties = table.Columns
            .Where(column => column.HasValue(row))
            .Select(column => KeyValuePair.Create(column.Key, column.GetValue(row)));
        long? article = table.Evidence?.HasEvidence(row) == true ? match.Get(table.Evidence[row].Article) : null;
        return Describe(match.Get(table.GetSource(relation)), match.Get(table.GetTarget(relation)), article, properties);
    }

    private static string Describe(long source, long target, long? article, IEnumerable<KeyValuePair<string, Value>> properties) =>
        string.Create(null, $"{source} {target} {article} ")
        + string.Join(' ', properties.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => ValueJson.ToText(Value.FromList(Value.FromString(entry.Key), entry.Value))));
}
