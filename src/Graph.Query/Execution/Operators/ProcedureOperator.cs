using Graph.Query.Algorithms;

namespace Graph.Query.Execution;

/// <summary><c>CALL</c>: the rows of a procedure for each input row.</summary>
internal sealed class ProcedureOperator(
    Operator input,
    Procedure procedure,
    ImmutableArray<CompiledExpression> arguments,
    ImmutableArray<(int Column, int Slot)> yields,
    TextSpan span)
    : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        foreach (var batch in input.Run(state, argument))
        {
            var columns = arguments.Select(expression => expression.Evaluate(state, batch)).ToArray();
            for (var row = 0; row < batch.Count; row++)
            {
                var values = columns.Select(column => column[row]).ToArray();
                foreach (var results in Call(state, values).Chunk(state.Sizes.LargestBatch))
                {
                    state.Check();
                    yield return Create(batch, row, results);
                }
            }
        }
    }

    private IEnumerable<Value[]> Call(ExecutionState state, Value[] values)
    {
        using var rows = Located(state, () => procedure.Run(state, values).GetEnumerator());
        while (Located(state, rows.MoveNext))
            yield return rows.Current;
    }

    // Rows are made as they are asked for, and what fails then has the same place.
    private T Located<T>(ExecutionState state, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (QueryException error) when (!error.HasPlace)
        {
            throw error.At(state.Source, span);
        }
    }

    private Batch Create(Batch batch, int row, Value[][] results)
    {
        var rows = new int[results.Length];
        Array.Fill(rows, row);
        var output = batch.Select(rows);
        foreach (var (column, slot) in yields)
            output.Set(slot, new ValueColumn([.. results.Select(result => result[column])]));
        return output;
    }
}
