using Graph.Query.Binding;
using Graph.Query.Selection;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>Where the values of a property can stand, by what the steps of a plan demand of its node or edge.</summary>
internal static class KnownColumns
{
    /// <summary>A column, or null for none, for each range of nodes or type of edge; nothing where the plan does not tell.</summary>
    /// <param name="property">Of an element that the plan binds.</param>
    public static IReadOnlyList<PropertyColumn?> Of(BoundProperty property, PlanOperator plan, GraphStore store)
    {
        if (property.Target is not BoundReference { Variable: var element })
            return [];
        if (element.Type.Kind == TypeKind.Node)
        {
            var nodes = LabelEvaluation.GetNodes(store, KnownLabels.Of(plan, element));
            return [.. store.NodeRanges.Where(range => nodes.Contains(range.Start)).Select(range => range.FindColumn(property.Key))];
        }

        return plan.SelfAndInputs().OfType<Expand>().FirstOrDefault(step => step.Edge == element) is { } expand
            ? [.. LabelEvaluation.GetTables(store, expand.Types).Select(table => table.FindColumn(property.Key))]
            : [];
    }
}
