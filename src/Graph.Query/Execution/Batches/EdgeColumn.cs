namespace Graph.Query.Execution;

internal sealed class EdgeColumn(int[] edges) : Column
{
    public override Value this[int row] => edges[row] < 0 ? Value.Null : Value.FromEdge(edges[row]);

    public int[] Ids => edges;

    public override int[] HeldIds => edges;

    public override void FindPresent(Span<bool> isPresent) => IdCodes.FindPresent(edges, isPresent);

    public override bool CanHold(Column other) => other is EdgeColumn;

    public override Column Hold(int[] ids) => new EdgeColumn(ids);

    public override bool GetOrderCodes(Span<ulong> codes, Action check)
    {
        OrderCodes.OfIds(edges, codes);
        return true;
    }

    public override ReadOnlySpan<int> GetEdges(int count) => edges.AsSpan(0, count);

    public override object CodeSpace => IdCodes.EdgeSpace;

    public override bool TryGetCodes(Span<long> codes) => TryGetExactCodes(codes);

    public override bool HasExactCodes => true;

    public override bool TryGetExactCodes(Span<long> codes)
    {
        IdCodes.Fill(edges, codes);
        return true;
    }

    public override bool TryTestMembership(Membership membership, Span<Truth> truths)
    {
        membership.TestEdges(edges, truths);
        return true;
    }

    public override Value Decode(long code) => code == PropertyReader.NullCode ? Value.Null : Value.FromEdge((int)code);

    public override Column Gather(ReadOnlySpan<int> rows) => new EdgeColumn(IdGather.Gather(edges, rows));

    public override Column GatherOrNull(ReadOnlySpan<int> rows) => new EdgeColumn(IdGather.GatherOrNull(edges, rows));
}
