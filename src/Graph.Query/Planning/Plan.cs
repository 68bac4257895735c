using Graph.Query.Binding;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>How a statement will run, the queries inside its expressions included.</summary>
/// <param name="Outputs">The variables that become the columns, in order.</param>
/// <param name="Subqueries">The plans of the queries inside expressions, at any depth; found by the query itself, not by what it
/// says.</param>
/// <param name="Steps">How the root came about: the clauses in order, then each rewrite that changed something.</param>
internal sealed record Plan(
    StatementMode Mode,
    PlanOperator Root,
    ImmutableArray<BoundVariable> Outputs,
    ImmutableArray<BoundColumn> Columns,
    IReadOnlyDictionary<BoundQuery, SubqueryPlan> Subqueries,
    ImmutableArray<PlanStep> Steps);

/// <summary>How a query inside an expression will run, from rows that have the outer variables.</summary>
/// <param name="IsRowWise">Every row comes from one outer row, whichever other outer rows there are.</param>
/// <param name="Weight">How many rows each row stands for, where they are only counted; null for one.</param>
internal sealed record SubqueryPlan(PlanOperator Root, ImmutableArray<BoundVariable> Outputs, bool IsRowWise, BoundVariable? Weight = null);

/// <summary>A plan on its way, after the rewrite of that name.</summary>
internal sealed record PlanStep(string Name, PlanOperator Root);
