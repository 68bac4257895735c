using System.Buffers;
using System.Runtime.InteropServices;

namespace Graph.Core;

/// <summary>Memory of numbers seen as memory of bytes, for reading only.</summary>
internal sealed class ByteView<T>(ReadOnlyMemory<T> values) : MemoryManager<byte>
    where T : unmanaged
{
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<T> values) => new ByteView<T>(values).Memory;

    public override Span<byte> GetSpan()
    {
        var bytes = MemoryMarshal.AsBytes(values.Span);
        return MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(bytes), bytes.Length);
    }

    // Only spans are taken of it.
    public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
