using Graph.Query.Binding;
using Graph.Query.Planning;

namespace Graph.Postgres;

/// <summary>Finds whether an expression depends on a row, on the graph or on chance.</summary>
internal static class ConstantSearch
{
    public static bool IsConstant(BoundExpression expression) => IsConstant(expression, []);

    /// <summary>Whether a constant expression has a value only when the query runs.</summary>
    public static bool HasParameter(BoundExpression expression) =>
        expression is BoundParameter || ExpressionVariables.GetChildren(expression).Any(HasParameter);

    private static bool IsConstant(BoundExpression expression, ImmutableHashSet<BoundVariable> inner) => expression switch
    {
        BoundConstant or BoundParameter => true,
        BoundReference reference => inner.Contains(reference.Variable),
        BoundProperty property => IsConstant(property.Target, inner),
        BoundCall call => call.Function.IsDeterministic && All(call.Arguments, inner),
        BoundComparison comparison => IsConstant(comparison.Left, inner) && IsConstant(comparison.Right, inner),
        BoundLogical logical => All(logical.Operands, inner),
        BoundNot not => IsConstant(not.Operand, inner),
        BoundIsNull isNull => IsConstant(isNull.Operand, inner),
        BoundList list => All(list.Items, inner),
        BoundMap map => All(map.Entries.Select(entry => entry.Value), inner),
        BoundMapExtension extension => IsConstant(extension.Target, inner) && All(extension.Entries.Select(entry => entry.Value), inner),
        BoundLet let => IsConstant(let.Value, inner) && IsConstant(let.Body, inner.Add(let.Variable)),
        BoundCase branches => All(branches.Branches.SelectMany(branch => new[] { branch.When, branch.Then }), inner)
            && (branches.Else is null || IsConstant(branches.Else, inner)),
        BoundListComprehension list => IsConstant(list.List, inner) && IsConstantOrNone(list.Where, inner.Add(list.Variable))
            && IsConstantOrNone(list.Projection, inner.Add(list.Variable)),
        BoundQuantified quantified => IsConstant(quantified.List, inner) && IsConstant(quantified.Where, inner.Add(quantified.Variable)),
        BoundReduce reduce => IsConstant(reduce.Initial, inner) && IsConstant(reduce.List, inner)
            && IsConstant(reduce.Body, inner.Add(reduce.Accumulator).Add(reduce.Variable)),
        _ => false,
    };

    private static bool IsConstantOrNone(BoundExpression? expression, ImmutableHashSet<BoundVariable> inner) =>
        expression is null || IsConstant(expression, inner);

    private static bool All(IEnumerable<BoundExpression> expressions, ImmutableHashSet<BoundVariable> inner) =>
        expressions.All(expression => IsConstant(expression, inner));
}
