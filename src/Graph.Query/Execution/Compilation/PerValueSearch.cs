using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Planning;

namespace Graph.Query.Execution;

/// <summary>
/// Finds the expressions that <see cref="PerValueExpression"/> pays for: calls over one or two properties, comparisons of a date, or over
/// the labels, keys or type of an element, and nothing else that changes by row.
/// </summary>
internal static class PerValueSearch
{
    private const int MostSources = 2;

    /// <summary>Every level of a tall expression is asked, and each must not look through all below it.</summary>
    private const int MostParts = 256;

    /// <summary>
    /// The properties and calls of <see cref="ElementKindExpression"/> that the expression reads; empty where it does not pay.
    /// </summary>
    /// <param name="holdsDates">Whether a property is one of dates, whose comparison costs more than a look-up.</param>
    public static ImmutableArray<BoundExpression> FindSources(BoundExpression expression, Func<BoundProperty, bool> holdsDates)
    {
        var sources = new List<BoundExpression>();
        var parts = 0;
        return expression is BoundCall or BoundCase or BoundComparison or BoundNot or BoundProperty { Target: not BoundReference }
            && !ElementKindExpression.Includes(expression)
            && IsOver(expression, sources, ref parts)
            && sources.Count > 0
            && !(sources.Count > 1 && IsOfSides(expression))
            && (HasCall(expression) || (sources is [var only] && (only is BoundCall || (only is BoundProperty date && holdsDates(date)))))
            && ExpressionVariables.IsDeterministic(expression)
                ? [.. sources]
                : [];
    }

    /// <summary>
    /// Whether a comparison has a value of its own on each side: those are computed once for each value, where pairs of values would be
    /// many.
    /// </summary>
    private static bool IsOfSides(BoundExpression expression) =>
        expression is BoundComparison comparison && HasOwnSource(comparison.Left) && HasOwnSource(comparison.Right);

    private static bool HasOwnSource(BoundExpression side)
    {
        var sources = new List<BoundExpression>();
        var parts = 0;
        return IsOver(side, sources, ref parts) && sources.Count == 1 && HasCall(side);
    }

    /// <summary>A comparison alone is done faster by codes.</summary>
    private static bool HasCall(BoundExpression expression) =>
        expression is BoundCall { Function.Name: not "IN" } or BoundCase or BoundProperty { Target: not BoundReference }
        || ExpressionVariables.GetChildren(expression).Any(HasCall);

    /// <summary>Whether every variable stands in one of a few properties or calls.</summary>
    private static bool IsOver(BoundExpression expression, List<BoundExpression> sources, ref int parts)
    {
        if (++parts > MostParts)
            return false;

        switch (expression)
        {
            case BoundProperty { Target: BoundReference }:
            case BoundCall when ElementKindExpression.Includes(expression):
                if (!sources.Exists(source => IsSame(source, expression)))
                    sources.Add(expression);
                return sources.Count <= MostSources;
            case BoundConstant or BoundParameter:
                return true;
            case BoundCall or BoundComparison or BoundLogical or BoundNot or BoundIsNull or BoundList or BoundCase or BoundProperty:
                foreach (var child in ExpressionVariables.GetChildren(expression))
                {
                    if (!IsOver(child, sources, ref parts))
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
