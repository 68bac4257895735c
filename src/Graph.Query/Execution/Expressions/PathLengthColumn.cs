namespace Graph.Query.Execution;

/// <summary>Paths of which only the number of edges is known; the planner has seen that nothing else of them is read.</summary>
/// <param name="lengths">-1 for null.</param>
internal sealed class PathLengthColumn(int[] lengths) : Column, IMeasuredPaths
{
    public override Value this[int row] => throw new NotSupportedException("Of this path only the length is known.");

    public override void FindPresent(Span<bool> isPresent) => IdCodes.FindPresent(lengths, isPresent);

    public override Column Gather(ReadOnlySpan<int> rows) => new PathLengthColumn(IdGather.Gather(lengths, rows));

    public override Column GatherOrNull(ReadOnlySpan<int> rows) => new PathLengthColumn(IdGather.GatherOrNull(lengths, rows));

    public void GetLengths(Span<long> target) => IdCodes.Fill(lengths, target);
}
