using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Planning;

namespace Graph.Query.Execution;

/// <summary>
/// Finds the expressions that <see cref="PerValueExpression"/> pays for: calls over one property and nothing else that changes by row.
/// </summary>
internal static class PerValueSearch
{
    /// <summary>The one property that the expression reads, or null.</summary>
    public static BoundProperty? FindProperty(BoundExpression expression)
    {
        // What is asked of every level of a tall expression ends at the first thing that is no property.
        BoundProperty? found = null;
        return expression is BoundCall or BoundCase or BoundComparison or BoundNot
            && IsOver(expression, ref found)
            && HasCall(expression)
            && ExpressionVariables.IsDeterministic(expression)
            && ExpressionVariables.Of(expression).Count == 1
                ? found
                : null;
    }

    /// <summary>A comparison alone is done faster by codes.</summary>
    private static bool HasCall(BoundExpression expression) =>
        expression is BoundCall { Function.Name: not "IN" } or BoundCase || ExpressionVariables.GetChildren(expression).Any(HasCall);

    /// <summary>Whether every variable stands in the same property.</summary>
    private static bool IsOver(BoundExpression expression, ref BoundProperty? found)
    {
        switch (expression)
        {
            case BoundProperty { Target: BoundReference { Variable: var variable } } property:
                found ??= property;
                return found.Key == property.Key && ((BoundReference)found.Target).Variable == variable;
            case BoundConstant or BoundParameter:
                return true;
            case BoundCall or BoundComparison or BoundLogical or BoundNot or BoundIsNull or BoundList or BoundCase or BoundProperty:
                foreach (var child in ExpressionVariables.GetChildren(expression))
                {
                    if (!IsOver(child, ref found))
                        return false;
                }

                return true;
            default:
                return false;
        }
    }
}
