using System.Buffers;

namespace Graph.Core;

/// <summary>Bytes of a table that begin and end with whole records.</summary>
internal readonly record struct RecordBlock(int Index, byte[] Buffer, int Start, int Length)
{
    public ReadOnlySpan<byte> Content => Buffer.AsSpan(Start, Length);

    public void Return() => ArrayPool<byte>.Shared.Return(Buffer);
}

/// <summary>Cuts a table into blocks for several readers at once; a block grows where a single record is longer.</summary>
internal static class RecordBlocks
{
    public const int DefaultLength = 1 << 22;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static IEnumerable<RecordBlock> Read(Stream stream, byte delimiter, int blockLength)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(blockLength);
        var filled = 0;
        for (var index = 0; ;)
        {
            var read = stream.ReadAtLeast(buffer.AsSpan(filled, buffer.Length - filled), 1, throwOnEndOfStream: false);
            filled += read;
            if (read > 0 && filled < buffer.Length)
                continue;

            var start = index == 0 && buffer.AsSpan(0, filled).StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
            var end = read == 0 ? filled : FindRecordEnd(buffer, start, filled, delimiter);
            if (read == 0 && filled == start)
            {
                ArrayPool<byte>.Shared.Return(buffer);
                yield break;
            }

            if (end == start)
            {
                buffer = Grow(buffer, filled);
                continue;
            }

            var next = ArrayPool<byte>.Shared.Rent(Math.Max(blockLength, filled - end));
            buffer.AsSpan(end, filled - end).CopyTo(next);
            yield return new RecordBlock(index++, buffer, start, end - start);
            (buffer, filled) = (next, filled - end);
        }
    }

    private static byte[] Grow(byte[] buffer, int filled)
    {
        if (buffer.Length > Array.MaxLength / 2)
            throw new IOException("A record of the table is longer than 1 GB; a quote may not be closed.");
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    /// <summary>After the last whole record. A line end inside quotes is none, which only reading from the start can tell.</summary>
    private static int FindRecordEnd(byte[] buffer, int start, int filled, byte delimiter)
    {
        var content = buffer.AsSpan(start, filled - start);
        if (!content.Contains((byte)'"'))
            return start + content.LastIndexOf((byte)'\n') + 1;

        var records = new RecordReader(content, delimiter);
        var end = 0;
        while (records.Read([], out _) && records.Position <= content.Length)
            end = records.Position;
        return start + end;
    }
}
