namespace Graph.Query.Execution;

/// <param name="isConsecutive">Each id is one more than the one before, as a scan gives them.</param>
internal sealed class NodeColumn(int[] nodes, bool isConsecutive = false) : Column
{
    public override Value this[int row] => nodes[row] < 0 ? Value.Null : Value.FromNode(nodes[row]);

    public int[] Ids => nodes;

    public override int[] HeldIds => nodes;

    public override void FindPresent(Span<bool> isPresent) => IdCodes.FindPresent(nodes, isPresent);

    public override bool CanHold(Column other) => other is NodeColumn;

    public override Column Hold(int[] ids) => new NodeColumn(ids);

    public override bool GetOrderCodes(Span<ulong> codes, Action check)
    {
        OrderCodes.OfIds(nodes, codes);
        return true;
    }

    public bool IsConsecutive => isConsecutive;

    public override ReadOnlySpan<int> GetNodes(int count) => nodes.AsSpan(0, count);

    public override object CodeSpace => IdCodes.NodeSpace;

    public override bool TryGetCodes(Span<long> codes) => TryGetExactCodes(codes);

    public override bool HasExactCodes => true;

    public override bool TryGetExactCodes(Span<long> codes)
    {
        IdCodes.Fill(nodes, codes);
        return true;
    }

    public override bool TryTestMembership(Membership membership, Span<Truth> truths)
    {
        membership.TestNodes(nodes, truths);
        return true;
    }

    public override Value Decode(long code) => code == PropertyReader.NullCode ? Value.Null : Value.FromNode((int)code);

    public override Column Gather(ReadOnlySpan<int> rows) => new NodeColumn(IdGather.Gather(nodes, rows));

    public override Column GatherOrNull(ReadOnlySpan<int> rows) => new NodeColumn(IdGather.GatherOrNull(nodes, rows));
}
