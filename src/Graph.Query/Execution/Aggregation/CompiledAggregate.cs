using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>An aggregate whose argument is compiled.</summary>
/// <param name="MayTakeDurations">It adds up values that may be durations, as far as types tell.</param>
internal sealed record CompiledAggregate(
    int Slot,
    AggregateFunction Function,
    bool Distinct,
    CompiledExpression? Argument,
    CompiledExpression? Parameter,
    bool MayTakeDurations,
    TextSpan Span);
