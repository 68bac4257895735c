namespace Graph.Query.Execution;

/// <summary>The edges of walks, as lists.</summary>
/// <param name="edges">Those of all walks, one walk after the other.</param>
/// <param name="starts">Where each row's walk begins among them.</param>
/// <param name="lengths">How many edges each row's walk has.</param>
internal sealed class WalksColumn(int[] edges, int[] starts, int[] lengths) : MadeColumn(lengths.Length)
{
    public override bool TryGetSizes(Span<long> sizes)
    {
        for (var row = 0; row < sizes.Length; row++)
            sizes[row] = lengths[row];
        return true;
    }

    protected override Value Make(int row)
    {
        var items = new Value[lengths[row]];
        for (var i = 0; i < items.Length; i++)
            items[i] = Value.FromEdge(edges[starts[row] + i]);
        return Value.FromList(new ListValue(items));
    }

    protected override Column GatherUnmade(ReadOnlySpan<int> rows) =>
        new WalksColumn(edges, IdGather.Gather(starts, rows), IdGather.Gather(lengths, rows));
}
