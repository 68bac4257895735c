namespace Graph.Postgres;

/// <summary>What one article brings that is not there yet, or what no article says.</summary>
/// <param name="Article">Null for what no article says.</param>
/// <param name="Nodes">Those that no article before it brings.</param>
/// <param name="Relations">Ids of the store.</param>
/// <param name="Evidence">Nodes with rows of the store's evidence of nodes.</param>
internal sealed record AppendUnit(int? Article, List<int> Nodes, List<int> Relations, List<(int Node, int Row)> Evidence)
{
    public AppendUnit(int? article)
        : this(article, [], [], [])
    {
    }

    public int RowCount => Nodes.Count + Relations.Count + Evidence.Count + 1;
}

/// <summary>Deals what is appended out to the articles that say it.</summary>
internal sealed class AppendPlan
{
    private readonly GraphStore store;
    private readonly Dictionary<int, AppendUnit> units = [];
    private readonly HashSet<int> stated = [];

    private AppendPlan(GraphStore store) => this.store = store;

    /// <summary>In the order of the articles, each with all that it says; refused and known ones too.</summary>
    public IReadOnlyList<AppendUnit> Articles { get; private init; } = [];

    /// <summary>Relations and nodes that no article says.</summary>
    public AppendUnit Rest { get; } = new(null);

    /// <param name="articles">Ascending.</param>
    public static AppendPlan Create(GraphStore store, IReadOnlyList<int> articles, NodeMatch match)
    {
        var plan = new AppendPlan(store) { Articles = [.. articles.Select(article => new AppendUnit(article))] };
        foreach (var unit in plan.Articles)
            plan.units.Add(unit.Article!.Value, unit);
        plan.DealRelations();
        plan.DealEvidence();
        plan.stated.UnionWith(articles);
        for (var node = 0; node < store.NodeCount; node++)
        {
            if (match.IsNew(node) && !plan.stated.Contains(node))
                plan.Rest.Nodes.Add(node);
        }

        return plan;
    }

    /// <summary>Some article speaks of the node.</summary>
    public bool IsStated(int node) => stated.Contains(node);

    /// <summary>Every node that an article speaks of, itself too.</summary>
    public IEnumerable<int> ListTouched(AppendUnit unit) => unit.Relations.SelectMany(ListEnds)
        .Concat(unit.Evidence.Select(pair => pair.Node)).Concat(unit.Article is { } article ? [article] : []).Concat(unit.Nodes).Distinct();

    public int[] ListEnds(int relation)
    {
        var table = store.GetEdgeTable(relation);
        return [table.GetSource(relation), table.GetTarget(relation)];
    }

    private void DealRelations()
    {
        foreach (var table in store.EdgeTables)
        {
            for (var row = 0; row < table.Count; row++)
            {
                var relation = table.FirstEdge + row;
                if (table.Evidence?.HasEvidence(row) != true)
                {
                    Rest.Relations.Add(relation);
                    continue;
                }

                Find(table.Evidence[row].Article).Relations.Add(relation);
                stated.UnionWith(ListEnds(relation));
            }
        }
    }

    private void DealEvidence()
    {
        foreach (var node in store.NodeEvidence.Nodes.ToArray())
        {
            var rows = store.NodeEvidence.FindRows(node);
            for (var row = rows.Start; row < rows.End; row++)
                Find(store.NodeEvidence.Rows[row].Article).Evidence.Add((node, row));
            stated.Add(node);
        }
    }

    private AppendUnit Find(int article) => units.TryGetValue(article, out var unit)
        ? unit
        : throw new PostgresGraphException("Evidence stands in a node that is not labelled Article, so nothing can be appended.");
}
