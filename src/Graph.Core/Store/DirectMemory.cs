using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Graph.Core;

/// <summary>
/// Memory of a store whose place is found once, so that a single value is read as fast as from an array: an array where the graph was
/// built, a mapped file otherwise.
/// </summary>
internal readonly unsafe struct DirectMemory<T>
    where T : unmanaged
{
    private readonly T[]? array;
    private readonly MappedMemory<T>? mapped;

    public DirectMemory(ReadOnlyMemory<T> memory)
    {
        Length = memory.Length;
        if (MemoryMarshal.TryGetMemoryManager<T, MappedMemory<T>>(memory, out var manager, out var start, out var length)
            && start == 0 && length == manager.Length)
            mapped = manager;
        else if (MemoryMarshal.TryGetArray(memory, out var segment) && segment is { Offset: 0, Array: { } whole })
            array = whole;
        else
            array = memory.ToArray();
    }

    public int Length { get; }

    /// <summary>Null where a file is mapped.</summary>
    public T[]? Array => array;

    /// <summary>Null where there is an array.</summary>
    public T* Address => mapped is null ? null : mapped.Address;

    /// <exception cref="ObjectDisposedException">The file was unmapped, as its graph was closed.</exception>
    public T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => array is { } values ? values[index] : mapped!.Read(index);
    }

    /// <summary>
    /// The last index from <paramref name="low"/> up to, not including, <paramref name="high"/> whose value is not after the one sought;
    /// the index before <paramref name="low"/> where there is none.
    /// </summary>
    public int FindLast(int low, int high, T sought)
    {
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            if (Comparer<T>.Default.Compare(this[middle], sought) <= 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }
}
