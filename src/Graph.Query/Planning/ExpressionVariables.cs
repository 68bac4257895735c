using System.Diagnostics;
using Graph.Query.Binding;
using Graph.Query.Functions;

namespace Graph.Query.Planning;

/// <summary>What expressions are made of.</summary>
internal static class ExpressionVariables
{
    /// <summary>The variables that an expression reads and does not bind itself.</summary>
    public static IReadOnlySet<BoundVariable> Of(BoundExpression expression)
    {
        var variables = new HashSet<BoundVariable>();
        Collect(expression, variables);
        return variables;
    }

    /// <summary>The operands of nested conjunctions.</summary>
    public static IEnumerable<BoundExpression> SplitConjunction(BoundExpression? condition) => condition switch
    {
        null => [],
        BoundLogical { Operator: Syntax.LogicalOperator.And } and => and.Operands.SelectMany(SplitConjunction),
        _ => [condition],
    };

    /// <summary>The expressions directly inside one, not those of subqueries.</summary>
    public static IEnumerable<BoundExpression> GetChildren(BoundExpression expression)
    {
        Preparation.Count();
        return FindChildren(expression);
    }

    private static IEnumerable<BoundExpression> FindChildren(BoundExpression expression) => expression switch
    {
        BoundConstant or BoundParameter or BoundReference or BoundExists or BoundCount or BoundCollect => [],
        BoundProperty property => [property.Target],
        BoundCall call => call.Arguments,
        BoundComparison comparison => [comparison.Left, comparison.Right],
        BoundLogical logical => logical.Operands,
        BoundNot not => [not.Operand],
        BoundIsNull isNull => [isNull.Operand],
        BoundLabelTest test => [test.Target],
        BoundList list => list.Items,
        BoundMap map => map.Entries.Select(entry => entry.Value),
        BoundMapExtension extension => [extension.Target, .. extension.Entries.Select(entry => entry.Value)],
        BoundLet let => [let.Value, let.Body],
        BoundCase @case => [.. @case.Branches.SelectMany(branch => new[] { branch.When, branch.Then }), .. Present(@case.Else)],
        BoundListComprehension comprehension => [comprehension.List, .. Present(comprehension.Where), .. Present(comprehension.Projection)],
        BoundQuantified quantified => [quantified.List, quantified.Where],
        BoundReduce reduce => [reduce.Initial, reduce.List, reduce.Body],
        _ => throw new UnreachableException(),
    };

    /// <summary>False where evaluating twice may give two values.</summary>
    public static bool IsDeterministic(BoundExpression expression) => expression switch
    {
        BoundCall { Function.IsDeterministic: false } => false,
        BoundExists exists => IsDeterministic(exists.Query),
        BoundCount count => IsDeterministic(count.Query),
        BoundCollect collect => IsDeterministic(collect.Query),
        _ => GetChildren(expression).All(IsDeterministic),
    };

    /// <summary>False where running twice may give other rows.</summary>
    public static bool IsDeterministic(BoundQuery query) => QueryExpressions.Of(query).All(IsDeterministic);

    private static IEnumerable<BoundExpression> Present(BoundExpression? expression) => expression is null ? [] : [expression];

    private static void Collect(BoundExpression expression, HashSet<BoundVariable> variables)
    {
        switch (expression)
        {
            case BoundReference reference:
                variables.Add(reference.Variable);
                break;
            case BoundExists exists:
                variables.UnionWith(exists.Outer);
                break;
            case BoundCount count:
                variables.UnionWith(count.Outer);
                break;
            case BoundCollect collect:
                variables.UnionWith(collect.Outer);
                break;
        }

        foreach (var child in GetChildren(expression))
            Collect(child, variables);
        foreach (var own in GetOwnVariables(expression))
            variables.Remove(own);
    }

    private static ImmutableArray<BoundVariable> GetOwnVariables(BoundExpression expression) => expression switch
    {
        BoundLet let => [let.Variable],
        BoundListComprehension comprehension => [comprehension.Variable],
        BoundQuantified quantified => [quantified.Variable],
        BoundReduce reduce => [reduce.Accumulator, reduce.Variable],
        _ => [],
    };
}
