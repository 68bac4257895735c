using Graph.Query.Binding;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>How a statement will run.</summary>
/// <param name="Outputs">The variables that become the columns, in order.</param>
internal sealed record Plan(StatementMode Mode, PlanOperator Root, ImmutableArray<BoundVariable> Outputs, ImmutableArray<BoundColumn> Columns);
