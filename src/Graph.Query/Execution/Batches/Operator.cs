namespace Graph.Query.Execution;

/// <summary>
/// A step of a running query: rows in, rows out. Compiled once per prepared query; what belongs to a run lives in the iterator. Operators
/// that match patterns keep the order of their input, so that results come in the same order every time.
/// </summary>
internal abstract class Operator
{
    public abstract IEnumerable<Batch> Run(ExecutionState state, Argument argument);
}

/// <summary>The rows that a query or subquery starts from.</summary>
internal sealed class ArgumentOperator : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument) => [argument.Rows];
}
