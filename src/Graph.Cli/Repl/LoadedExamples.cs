using Graph.Cli.Rendering;
using Graph.Cli.Sessions;

namespace Graph.Cli.Repl;

/// <summary>Names out of what is loaded, so that examples in help and questions to try run as they stand.</summary>
/// <param name="EntityName">The most mentioned entity; null where nothing is mentioned.</param>
internal sealed record LoadedExamples(
    string? EntityName, string? EntityLabel, string? RelationType, string? SourceLabel, string? TargetLabel, string? DatedRelation)
{
    /// <summary>Of how many nodes the mentions are counted.</summary>
    private const int MostCounted = 200_000;
    private const string Article = "Article";

    public static LoadedExamples Of(Session session)
    {
        var store = session.Store;
        var labels = new NodeLabels(store);
        var relation = store.EdgeTables
            .Where(table => table.Type != StoreNames.MentionType)
            .OrderByDescending(table => table.Count)
            .ThenBy(table => table.Type, StringComparer.Ordinal)
            .FirstOrDefault();
        var dated = store.EdgeTables
            .Where(table => table.Type != StoreNames.MentionType && table.FindColumn("on") is not null)
            .OrderByDescending(table => table.Count)
            .FirstOrDefault();
        var entity = session.IsRemote ? null : FindMostMentioned(store);
        return new LoadedExamples(
            entity is { } node && store.GetNodeProperty(node, StoreNames.Name) is { Kind: ValueKind.String } name ? name.AsString() : null,
            entity is { } known ? labels.GetSpecific(known).FirstOrDefault() : null,
            relation?.Type,
            relation is null ? null : labels.GetSpecific(relation.GetSource(relation.FirstEdge)).FirstOrDefault(),
            relation is null ? null : labels.GetSpecific(relation.GetTarget(relation.FirstEdge)).FirstOrDefault(),
            dated?.Type);
    }

    private static int? FindMostMentioned(GraphStore store)
    {
        if (store.FindEdgeTable(StoreNames.MentionType) is not { } table)
            return null;

        var view = table.Incoming.View;
        int? best = null;
        var most = 0;
        for (var row = 0; row < Math.Min(view.RowCount, MostCounted); row++)
        {
            if (view.GetRowRun(row).Count <= most || store.GetNodeProperty(view.GetRowNode(row), StoreNames.Name).Kind != ValueKind.String)
                continue;
            (best, most) = (view.GetRowNode(row), view.GetRowRun(row).Count);
        }

        return best;
    }
}
