using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Graph.Core;

/// <summary>
/// Memory of a store whose place is found once, so that a single value is read as fast as from an array: an array where the graph was built,
/// an address where a file is mapped. Must not be read after the store was disposed of.
/// </summary>
internal readonly unsafe struct DirectMemory<T>
    where T : unmanaged
{
    private readonly T[]? array;
    private readonly T* address;

    public DirectMemory(ReadOnlyMemory<T> memory)
    {
        Length = memory.Length;
        if (memory.IsEmpty)
            array = [];
        else if (MemoryMarshal.TryGetMemoryManager<T, MappedMemory<T>>(memory, out var mapped, out var start, out _))
            address = mapped.Address + start;
        else if (MemoryMarshal.TryGetArray(memory, out var segment) && segment is { Offset: 0, Array: { } whole })
            array = whole;
        else
            array = memory.ToArray();
    }

    public int Length { get; }

    public T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)Length)
                ThrowOutOfRange();
            return array is { } values ? Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), index) : address[index];
        }
    }

    /// <summary>The last index from <paramref name="low"/> up to, not including, <paramref name="high"/> whose value is not after the one
    /// sought; the index before <paramref name="low"/> where there is none.</summary>
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

    private static void ThrowOutOfRange() => throw new ArgumentOutOfRangeException("index");
}
