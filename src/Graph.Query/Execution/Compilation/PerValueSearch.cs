using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Planning;

namespace Graph.Query.Execution;

/// <summary>
/// Finds the expressions that <see cref="PerValueExpression"/> pays for: calls over one property, comparisons of a date, or over the labels,
/// keys or type of one element, and nothing else that changes by row.
/// </summary>
internal static class PerValueSearch
{
    /// <summary>The one property or call of <see cref="ElementKindExpression"/> that the expression reads, or null.</summary>
    /// <param name="holdsDates">Whether a property is one of dates, whose comparison costs more than a look-up.</param>
    public static BoundExpression? FindSource(BoundExpression expression, Func<BoundProperty, bool> holdsDates)
    {
        // What is asked of every level of a tall expression ends at the first thing that is no property.
        BoundExpression? found = null;
        return expression is BoundCall or BoundCase or BoundComparison or BoundNot or BoundProperty { Target: not BoundReference }
            && !ElementKindExpression.Includes(expression)
            && IsOver(expression, ref found)
            && (found is BoundCall || HasCall(expression) || (found is BoundProperty property && holdsDates(property)))
            && ExpressionVariables.IsDeterministic(expression)
            && ExpressionVariables.Of(expression).Count == 1
                ? found
                : null;
    }

    /// <summary>A comparison alone is done faster by codes.</summary>
    private static bool HasCall(BoundExpression expression) =>
        expression is BoundCall { Function.Name: not "IN" } or BoundCase or BoundProperty { Target: not BoundReference }
        || ExpressionVariables.GetChildren(expression).Any(HasCall);

    /// <summary>Whether every variable stands in the same property or call.</summary>
    private static bool IsOver(BoundExpression expression, ref BoundExpression? found)
    {
        switch (expression)
        {
            case BoundProperty { Target: BoundReference }:
            case BoundCall when ElementKindExpression.Includes(expression):
                found ??= expression;
                return IsSame(found, expression);
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

    private static bool IsSame(BoundExpression left, BoundExpression right) => (left, right) switch
    {
        (BoundProperty a, BoundProperty b) => a.Key == b.Key && IsSame(a.Target, b.Target),
        (BoundCall a, BoundCall b) => a.Function == b.Function && IsSame(a.Arguments[0], b.Arguments[0]),
        (BoundReference a, BoundReference b) => a.Variable == b.Variable,
        _ => false,
    };
}
