using System.Buffers;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Graph.Core;

/// <summary>A segment that is mapped when its content is first asked for, and unmapped when its graph is closed.</summary>
internal sealed unsafe class SegmentFile(string folder, SegmentInfo info) : IDisposable
{
    private static ReadOnlySpan<byte> Magic => "ARROW1\0\0"u8;

    private readonly Lock mapping = new();
    private volatile byte* start;
    private MemoryMappedViewAccessor? view;
    private bool isDisposed;

    public SegmentInfo Info => info;

    private string FilePath => Path.Combine(folder, info.Name);

    /// <summary>The values at a place, without mapping the segment yet.</summary>
    public ReadOnlyMemory<T> GetMemory<T>(BufferLocation location)
        where T : unmanaged
    {
        if (location.Offset < 0
            || location.Length < 0
            || location.Offset > info.Length - location.Length
            || location.Length % sizeof(T) != 0)
            throw new GraphFileException(FilePath, "the manifest names a place that the segment does not have");
        return location.Length == 0 ? default : new MappedMemory<T>(this, location.Offset, location.Length / sizeof(T)).Memory;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* GetStart() => start is var known && known != null ? known : Map();

    public void Dispose()
    {
        lock (mapping)
        {
            isDisposed = true;
            start = null;
            view?.SafeMemoryMappedViewHandle.ReleasePointer();
            view?.Dispose();
            view = null;
        }
    }

    private byte* Map()
    {
        lock (mapping)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            if (start == null)
                start = MapFile();
            return start;
        }
    }

    private byte* MapFile()
    {
        try
        {
            if (info.FindLengthProblem(folder) is { } problem)
                throw new GraphFileException(FilePath, problem);
            using var file = MemoryMappedFile.CreateFromFile(FilePath, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
            var mapped = file.CreateViewAccessor(0, info.Length, MemoryMappedFileAccess.Read);
            byte* pointer = null;

            // The reference that this takes is released with the segment only, so no finalizer can unmap the view.
            mapped.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
            pointer += mapped.PointerOffset;
            view = mapped;
            return new ReadOnlySpan<byte>(pointer, Magic.Length).SequenceEqual(Magic)
                ? pointer
                : throw new GraphFileException(FilePath, "is no Arrow file; build the graph again");
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException and not GraphFileException)
        {
            throw new GraphFileException(FilePath, $"cannot be read: {exception.Message}", exception);
        }
    }
}

/// <summary>Which segment memory is mapped from.</summary>
internal static class MappedSegment
{
    /// <summary>The name of the file; null for memory of another kind.</summary>
    public static string? NameOf<T>(ReadOnlyMemory<T> memory)
        where T : unmanaged => MemoryMarshal.TryGetMemoryManager<T, MappedMemory<T>>(memory, out var mapped) ? mapped.Segment : null;
}

/// <summary>Values at a place of a segment, which is mapped when they are first read.</summary>
internal sealed unsafe class MappedMemory<T>(SegmentFile segment, long offset, int length) : MemoryManager<T>
    where T : unmanaged
{
    public int Length => length;

    /// <summary>The name of the file.</summary>
    public string Segment => segment.Info.Name;

    /// <summary>Where the values are, as long as the segment is mapped.</summary>
    public T* Address => (T*)(segment.GetStart() + offset);

    /// <exception cref="ObjectDisposedException">The segment was unmapped.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Read(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)length);
        return ((T*)(segment.GetStart() + offset))[index];
    }

    // The base class would ask for the span to learn the length, and so map the file.
    public override Memory<T> Memory => CreateMemory(length);

    public override Span<T> GetSpan() => new(segment.GetStart() + offset, length);

    public override MemoryHandle Pin(int elementIndex = 0) => new((T*)(segment.GetStart() + offset) + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
