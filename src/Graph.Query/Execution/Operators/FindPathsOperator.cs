using Graph.Query.Algorithms;
using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>The paths of one path pattern, all or chosen ones, from the bound first node of each row.</summary>
internal sealed class FindPathsOperator(Operator input, PathProgram program, EdgeDistinctness distinctness) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var size = new BatchSize(state.Sizes);
        var searches = new SharedSearches(state, program);
        foreach (var batch in input.Run(state, argument))
        {
            var limit = size.Next();
            var rows = new List<int>();
            var paths = new List<PathState>();
            for (var row = 0; row < batch.Count; row++)
            {
                foreach (var path in Find(state, batch, row, searches))
                {
                    if (argument.IsDone(batch, row))
                        break;

                    rows.Add(row);
                    paths.Add(path);
                    if (rows.Count < limit)
                        continue;

                    yield return Take(batch, rows, paths);
                    limit = size.Next();
                }
            }

            if (rows.Count > 0)
                yield return Take(batch, rows, paths);
        }

        searches.Release();
    }

    private IEnumerable<PathState> Find(ExecutionState state, Batch batch, int row, SharedSearches searches)
    {
        state.Check();
        var start = batch[program.StartSlot].GetNodes(batch.Count)[row];
        if (start < 0)
            return [];
        if (program.Selector == PathSelectorKind.All)
            return PathEnumeration.Enumerate(CreateStepper(program.Rule), start);

        var selection = new SelectivePathSearch(state, program, CreateStepper, GetCount(state, batch, row), searches);
        return selection.Select(start, GetEnd(batch, row));

        PathStepper CreateStepper(PathRule rule) => new(state, program, batch, row, distinctness, rule);
    }

    private long GetCount(ExecutionState state, Batch batch, int row)
    {
        if (program.Count is null)
            return 1;

        var value = program.Count.Evaluate(state, batch)[row];
        if (!value.IsInteger)
            throw program.Count.Locate(RuntimeErrors.CountIsNoInteger("SHORTEST", value.Kind), state);
        return value.AsInteger() < 1
            ? throw program.Count.Locate(RuntimeErrors.OutOfRange("The number of paths", "SHORTEST"), state)
            : value.AsInteger();
    }

    /// <summary>The end node where it is bound, so that the search can stop when it has what it wants.</summary>
    private int? GetEnd(Batch batch, int row) => program.Instructions[^2] is NodeInstruction { BoundSlot: >= 0 and var slot }
        ? batch[slot].GetNodes(batch.Count)[row]
        : null;

    private Batch Take(Batch batch, List<int> rows, List<PathState> paths)
    {
        var output = batch.Select([.. rows]);
        output.Set(program.WalkedSlot, new ValueColumn([.. paths.Select(path => PathOutput.CreateList(path.GetEdges(), isEdge: true))]));
        foreach (var column in program.Outputs)
            output.Set(column.Slot, column.CreateColumn(paths));
        rows.Clear();
        paths.Clear();
        return output;
    }
}
