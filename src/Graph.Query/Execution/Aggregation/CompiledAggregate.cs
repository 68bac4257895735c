using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>An aggregate whose argument is compiled.</summary>
internal sealed record CompiledAggregate(
    int Slot, AggregateFunction Function, bool Distinct, CompiledExpression? Argument, CompiledExpression? Parameter, TextSpan Span);
