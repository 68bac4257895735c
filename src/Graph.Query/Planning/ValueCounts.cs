using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>How many different values an expression can have at the most, by the dictionaries and bounds of its columns.</summary>
internal static class ValueCounts
{
    /// <summary>Of a row of several expressions; infinite where one is of more than one property, or of an element itself.</summary>
    public static double Of(IEnumerable<BoundExpression> expressions, GraphStore store) =>
        expressions.Aggregate(1.0, (count, expression) => count * Of(expression, store));

    /// <summary>Of a property of an element that a plan binds, by its labels or types; infinite where it does not know them.</summary>
    public static double Of(BoundProperty property, PlanOperator plan, GraphStore store) =>
        KnownColumns.Of(property, plan, store) is { Count: > 0 } columns ? 1 + columns.Sum(Of) : double.PositiveInfinity;

    private static double Of(BoundExpression expression, GraphStore store) => expression switch
    {
        BoundConstant or BoundParameter => 1,
        BoundProperty { Target: BoundReference { Variable.Type.Kind: TypeKind.Node }, Key: var key } =>
            1 + store.NodeRanges.Sum(range => Of(range.FindColumn(key))),
        BoundProperty { Target: BoundReference { Variable.Type.Kind: TypeKind.Edge }, Key: var key } =>
            1 + store.EdgeTables.Sum(table => Of(table.FindColumn(key))),
        BoundExists => 2,
        BoundReference or BoundProperty { Target: BoundReference } or BoundCount or BoundCollect => double.PositiveInfinity,
        _ when ExpressionVariables.IsDeterministic(expression) => Of(ExpressionVariables.GetChildren(expression), store),
        _ => double.PositiveInfinity,
    };

    private static double Of(PropertyColumn? column) => column switch
    {
        null => 0,
        StringColumn { IsIdentity: false } strings => strings.Dictionary.Count,
        DateColumn dates => dates.Dictionary.Count,
        BooleanColumn => 2,
        IntegerColumn integers => Math.Min(integers.Count, (double)integers.Bounds.Maximum - integers.Bounds.Minimum + 1),
        _ => column.Count,
    };
}
