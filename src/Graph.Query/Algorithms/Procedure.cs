using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Algorithms;

/// <summary>A graph algorithm that <c>CALL</c> can run; rows come in a fixed order.</summary>
internal sealed record Procedure(
    string Name,
    ImmutableArray<ProcedureParameter> Parameters,
    ImmutableArray<BoundColumn> Columns,
    Func<ExecutionState, IReadOnlyList<Value>, IEnumerable<Value[]>> Run)
{
    /// <summary>The keys that its configuration may have.</summary>
    public ImmutableArray<string> Settings { get; init; } = [];
}

/// <param name="IsOptional">Only the last, the configuration map, may be left out.</param>
internal sealed record ProcedureParameter(string Name, StaticType Type, bool IsOptional = false);
