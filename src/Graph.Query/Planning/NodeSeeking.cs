using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Selection;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>
/// A scan under a condition on a property, <c>n.name = value</c> or <c>n.title CONTAINS value</c>, becomes a look-up where the columns
/// allow it; one under <c>id(n) = value</c> always. Of several conditions one of which must hold, each has to allow it.
/// </summary>
internal static class NodeSeeking
{
    private const string NumberFunction = "id";
    private const int MostLookUps = 16;

    /// <summary>The cheapest way to find nodes comes first.</summary>
    private static readonly Func<BoundExpression, NodeScan, GraphStore, NodeLookUp?>[] Finders =
        [FindNumber, FindValue, FindAnyValue, FindText, FindEither];

    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) =>
        Seek(plan.RewriteBottomUp(node => SeekBelow(node, context.Store)), context.Store);

    /// <summary>Looks through conditions from the highest of them, so that very many are looked through once.</summary>
    private static PlanOperator SeekBelow(PlanOperator plan, GraphStore store) =>
        plan is Filter ? plan : plan.MapInputs(input => Seek(input, store));

    private static PlanOperator Seek(PlanOperator plan, GraphStore store)
    {
        if (plan is not Filter)
            return plan;

        var conditions = new List<BoundExpression>();
        var below = plan;
        for (; below is Filter filter; below = filter.Input)
            conditions.Add(filter.Condition);
        if (below is not NodeScan scan)
            return plan;

        foreach (var find in Finders)
        {
            var index = conditions.FindLastIndex(condition => find(condition, scan, store) is not null);
            if (index < 0)
                continue;

            var seek = find(conditions[index], scan, store)!;
            conditions.RemoveAt(index);
            conditions.Reverse();
            return conditions.Aggregate((PlanOperator)seek, (input, condition) => new Filter(input, condition));
        }

        return plan;
    }

    private static NodeLookUp? FindEither(BoundExpression condition, NodeScan scan, GraphStore store)
    {
        if (condition is not BoundLogical { Operator: LogicalOperator.Or, Operands.Length: <= MostLookUps } either)
            return null;

        // Only one of them is asked where the first holds, so that none may fail.
        var found = either.Operands
            .Select(operand => Finders.Select(find => find(operand, scan, store)).FirstOrDefault(lookUp => lookUp is not null))
            .ToList();
        return found.TrueForAll(lookUp => lookUp is not null && !lookUp.Values.Any(value => FailingConditions.CanFail(value, store)))
            ? new NodeSeekEither(scan.Input, scan.Node, scan.Labels, [.. found.SelectMany(Flatten)])
            : null;
    }

    private static IEnumerable<NodeLookUp> Flatten(NodeLookUp? lookUp) =>
        lookUp is NodeSeekEither either ? either.LookUps : lookUp is null ? [] : [lookUp];

    private static NodeLookUp? FindNumber(BoundExpression condition, NodeScan scan, GraphStore store) => condition switch
    {
        BoundComparison { Operator: ComparisonOperator.Equal, Left: var left, Right: var right } =>
            IsNumber(left, right, scan) ? new NodeSeek(scan.Input, scan.Node, scan.Labels, null, right)
            : IsNumber(right, left, scan) ? new NodeSeek(scan.Input, scan.Node, scan.Labels, null, left)
            : null,
        BoundCall { Function.Name: MembershipMerging.Operator, Arguments: [var item, var list] } when IsNumber(item, list, scan) =>
            new NodeSeekAny(scan.Input, scan.Node, scan.Labels, null, list),
        _ => null,
    };

    /// <summary>The number of the scanned node, held against something else than the node.</summary>
    private static bool IsNumber(BoundExpression number, BoundExpression value, NodeScan scan) =>
        number is BoundCall { Function.Name: NumberFunction, Arguments: [BoundReference reference] }
            && reference.Variable == scan.Node
            && !ExpressionVariables.Of(value).Contains(scan.Node);

    private static NodeLookUp? FindValue(BoundExpression condition, NodeScan scan, GraphStore store)
    {
        if (condition is not BoundComparison { Operator: ComparisonOperator.Equal } comparison)
            return null;
        return FindValue(comparison.Left, comparison.Right, scan, store) ?? FindValue(comparison.Right, comparison.Left, scan, store);
    }

    private static NodeSeek? FindValue(BoundExpression property, BoundExpression value, NodeScan scan, GraphStore store) =>
        GetProperty(property, value, scan) is { } key && ValueIndex.Covers(store, LabelEvaluation.GetNodes(store, scan.Labels), key)
            ? new NodeSeek(scan.Input, scan.Node, scan.Labels, key, value)
            : null;

    private static NodeLookUp? FindAnyValue(BoundExpression condition, NodeScan scan, GraphStore store)
    {
        if (condition is not BoundCall { Function.Name: MembershipMerging.Operator, Arguments: [var item, var list] })
            return null;

        return GetProperty(item, list, scan) is { } key && ValueIndex.Covers(store, LabelEvaluation.GetNodes(store, scan.Labels), key)
            ? new NodeSeekAny(scan.Input, scan.Node, scan.Labels, key, list)
            : null;
    }

    private static NodeLookUp? FindText(BoundExpression condition, NodeScan scan, GraphStore store)
    {
        if (condition is BoundCall { Function.Name: TextComparison.IsCalled, Arguments: [BoundReference node, var name] }
            && node.Variable == scan.Node
            && !ExpressionVariables.Of(name).Contains(scan.Node))
            return new NodeTextSeek(scan.Input, scan.Node, scan.Labels, StoreNames.Name, TextIndex.IsCalled, name);

        if (condition is not BoundCall { Arguments: [var text, var pattern] } call
            || call.Function.Name is not (TextIndex.StartsWith or TextIndex.Contains))
            return null;

        return GetProperty(text, pattern, scan) is { } key && TextIndex.Covers(store, LabelEvaluation.GetNodes(store, scan.Labels), key)
            ? new NodeTextSeek(scan.Input, scan.Node, scan.Labels, key, call.Function.Name, pattern)
            : null;
    }

    /// <summary>The key of a property of the scanned node that is held against something else than the node.</summary>
    private static string? GetProperty(BoundExpression property, BoundExpression value, NodeScan scan) =>
        property is BoundProperty { Target: BoundReference reference } found
            && reference.Variable == scan.Node
            && !ExpressionVariables.Of(value).Contains(scan.Node)
            ? found.Key
            : null;
}
