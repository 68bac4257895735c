using Graph.Query.Binding;
using Graph.Query.Execution;
using Graph.Query.Planning;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Postgres;

/// <summary>
/// Computes what depends on no row: constants and parameters, with the functions of the engine itself. Its values reach the server as
/// parameters.
/// </summary>
/// <param name="parameters">Null while the query is only checked: what depends on parameters is then unknown.</param>
internal sealed class ConstantEvaluator(GraphStore shape, SourceText source, IReadOnlyDictionary<string, Value>? parameters)
{
    private static readonly Dictionary<string, Value> NoParameters = [];

    private readonly Planner planner = new(shape, RewriteSet.All);

    public bool HasParameters => parameters is not null;

    public Value GetParameter(string name) => parameters![name];

    /// <summary>Whether a value is known before any row is.</summary>
    public static bool IsConstant(BoundExpression expression) => ConstantSearch.IsConstant(expression);

    /// <exception cref="QueryException">The expression has no value, as a division by zero.</exception>
    public Value Evaluate(BoundExpression expression)
    {
        if (expression is BoundConstant constant)
            return constant.Value;
        if (expression is BoundParameter parameter && parameters is not null)
            return GetParameter(parameter.Name);

        var column = new BoundVariable("value", expression.Type);
        var projection = new BoundProjection(null, [new BoundProjectionItem(column, expression)], Distinct: false, [], null, null);
        var query = new BoundQuery(
            [new BoundSingleQuery([new BoundProject(projection, null)], [column])],
            UnionAll: false,
            [new BoundColumn("value", expression.Type)]);
        var plan = planner.Plan(new BoundStatement(StatementMode.Run, query, [], expression.Span));
        var state = new ExecutionState(
            shape, parameters ?? NoParameters, source, new QueryBudget(new QueryLimits(), CancellationToken.None), BufferSizes.Default);
        return Executable.Create(shape, plan).Run(state).Single().GetValue(0, 0);
    }

    /// <summary>A number of rows to pass over or to keep.</summary>
    /// <exception cref="QueryException">It is no integer, or negative.</exception>
    public long EvaluateCount(BoundExpression expression, string clause)
    {
        var value = Evaluate(expression);
        if (!value.IsInteger)
            throw RuntimeErrors.CountIsNoInteger(clause, value.Kind).At(source, expression.Span);

        return value.AsInteger() >= 0 ? value.AsInteger() : throw RuntimeErrors.NegativeCount(clause).At(source, expression.Span);
    }
}
