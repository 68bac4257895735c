using System.Runtime.CompilerServices;

namespace Graph.Query.Execution;

/// <summary>
/// A value for each node of the graph, zero until it is written. Memory comes in pages, so that what a query never touches costs nothing,
/// and none of it is large for the garbage collector.
/// </summary>
internal sealed class NodeTable<T>(ExecutionState state)
    where T : unmanaged
{
    private const int PageBits = 12;

    private const int PageSize = 1 << PageBits;

    private static readonly int BytesOfPage = PageSize * Unsafe.SizeOf<T>();

    private readonly T[]?[] pages = new T[]?[(state.Store.NodeCount >> PageBits) + 1];
    private long bytes;

    /// <summary>The place of a node's value, to be written.</summary>
    public ref T this[int node] => ref (pages[node >> PageBits] ?? AddPage(node))[node & (PageSize - 1)];

    public T Get(int node) => pages[node >> PageBits] is { } page ? page[node & (PageSize - 1)] : default;

    /// <summary>The values of nodes that stand in one page; none where nothing of it was written.</summary>
    public ReadOnlySpan<T> GetValues(int start, int end) =>
        pages[start >> PageBits] is { } page ? page.AsSpan(start & (PageSize - 1), end - start) : default;

    public static int GetPageEnd(int node) => (node | (PageSize - 1)) + 1;

    public void Release() => state.Release(bytes);

    private T[] AddPage(int node)
    {
        state.Allocate(BytesOfPage);
        bytes += BytesOfPage;
        return pages[node >> PageBits] = new T[PageSize];
    }
}
