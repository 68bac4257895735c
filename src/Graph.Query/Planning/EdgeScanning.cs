using Graph.Query.Binding;
using Graph.Query.Execution;
using Graph.Query.Selection;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>
/// A step along every edge between two sets of nodes, of which nobody reads the nodes, becomes a scan of the edges themselves: where each
/// relation type lies wholly between both sets, or wholly outside.
/// </summary>
internal static class EdgeScanning
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context)
    {
        foreach (var expand in plan.SelfAndInputs().OfType<Expand>())
        {
            if (FindTables(expand, context.Store) is not { } tables)
                continue;

            var scan = (NodeScan)expand.Input;
            var candidate = plan.Replace(expand, new EdgeScan(scan.Input, expand.Edge, tables));
            var read = ReadVariables.Of(candidate, context.Outputs);
            if (!read.Contains(expand.From) && !read.Contains(expand.To))
                plan = candidate;
        }

        return plan;
    }

    /// <summary>The relation types that a step follows; null where it does not follow every edge of each.</summary>
    public static ImmutableArray<EdgeTable>? FindTables(Expand expand, GraphStore store)
    {
        if (expand is not { IsInto: false, DistinctFrom.IsEmpty: true, Direction: not EdgeDirection.Both, Input: NodeScan scan }
            || scan.Node != expand.From)
            return null;

        var near = LabelEvaluation.GetNodes(store, scan.Labels);
        var far = LabelEvaluation.GetNodes(store, expand.Targets);
        var (sources, targets) = expand.Direction == EdgeDirection.Right ? (near, far) : (far, near);
        var tables = ImmutableArray.CreateBuilder<EdgeTable>();
        foreach (var table in LabelEvaluation.GetTables(store, expand.Types))
        {
            var fromSources = EdgeCoverage.CountSources(table, sources);
            var toTargets = EdgeCoverage.CountTargets(table, targets);
            if (fromSources == 0 || toTargets == 0)
                continue;
            if (fromSources < table.Count || toTargets < table.Count)
                return null;
            tables.Add(table);
        }

        return tables.ToImmutable();
    }
}
