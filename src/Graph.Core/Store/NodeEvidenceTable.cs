namespace Graph.Core;

/// <summary>The evidence of nodes that no mention edge speaks for, such as the triggers of events, by node.</summary>
internal sealed class NodeEvidenceTable(ReadOnlyMemory<int> nodes, ReadOnlyMemory<int> offsets, EvidenceTable rows)
{
    public static readonly NodeEvidenceTable Empty =
        new(default, new int[1], new EvidenceTable(IntegerVector.Empty, null, null, null, default, FragmentTable.Empty));

    public ReadOnlyMemory<int> Nodes => nodes;

    public ReadOnlyMemory<int> Offsets => offsets;

    public EvidenceTable Rows => rows;

    public Range32 FindRows(int node)
    {
        var index = nodes.Span.BinarySearch(node);
        return index < 0 ? default : new Range32(offsets.Span[index], offsets.Span[index + 1]);
    }
}
