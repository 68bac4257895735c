using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace Graph.Core;

/// <summary>Writes Arrow files and finds out where in them each buffer came to lie.</summary>
internal sealed class SegmentWriter(GraphFolder folder)
{
    /// <summary>Columns of one table are put together into segments up to this length.</summary>
    public const long MaximumLength = 1 << 30;

    // Behind the magic and its padding, an Arrow file is an Arrow stream.
    private const int StreamStart = 8;
    private const int PrefixLength = 60;

    private readonly List<SegmentInfo> segments = [];

    public IReadOnlyList<SegmentInfo> Segments => segments;

    /// <summary>Writes columns of the same number of rows, in as many segments as they need. The locations come column by column.</summary>
    /// <param name="firstRow">What the rows are, by the id of the first: key and value of the metadata of the file.</param>
    public BufferLocations Write(string name, (string Key, int Id)? firstRow, params IReadOnlyList<(string Name, ArrayData Data)> columns)
    {
        KeyValuePair<string, string>[] metadata = firstRow is { } first ? [new(first.Key, first.Id.ToString(CultureInfo.InvariantCulture))] : [];
        var locations = new List<BufferLocation>();
        for (var start = 0; start < columns.Count;)
        {
            var end = start + 1;
            var length = ArrowArrays.GetLength(columns[start].Data);
            while (end < columns.Count && length + ArrowArrays.GetLength(columns[end].Data) <= MaximumLength)
                length += ArrowArrays.GetLength(columns[end++].Data);
            WriteSegment(name, metadata, [.. columns.Skip(start).Take(end - start)], length, locations);
            start = end;
        }

        return new BufferLocations(locations);
    }

    private void WriteSegment(
        string name, KeyValuePair<string, string>[] metadata, (string Name, ArrayData Data)[] columns, long length, List<BufferLocation> locations)
    {
        // Mapped memory and the offsets of strings are counted in 32 bits.
        if (length > int.MaxValue - (1 << 16))
            throw new GraphFileException(folder.Path, $"'{columns[0].Name}' of {name} takes {length} bytes, and a column can have 2 GB");
        var schema = new Schema([.. columns.Select(column => new Field(column.Name, column.Data.DataType, nullable: true))], metadata);
        using var batch = new RecordBatch(schema, columns.Select(column => ArrowArrayFactory.BuildArray(column.Data)), columns[0].Data.Length);
        var info = folder.WriteSegment(ToFileName(name), stream =>
        {
            using var writer = new ArrowFileWriter(stream, schema, leaveOpen: true);
            writer.WriteRecordBatch(batch);
            writer.WriteEnd();
        });
        segments.Add(info);
        Locate(info, locations);
    }

    private void Locate(SegmentInfo info, List<BufferLocation> locations)
    {
        var file = new SegmentFile(folder.Path, info);
        var content = file.GetMemory<byte>(new BufferLocation(0, 0, checked((int)info.Length)));
        using var reader = new ArrowStreamReader(content[StreamStart..]);
        using var batch = reader.ReadNextRecordBatch();
        for (var i = 0; i < batch.ColumnCount; i++)
            Locate(batch.Column(i).Data, content.Span, locations);
    }

    private void Locate(ArrayData data, ReadOnlySpan<byte> content, List<BufferLocation> locations)
    {
        foreach (var buffer in data.Buffers)
            locations.Add(Locate(buffer.Span, content));
        foreach (var child in data.Children ?? [])
            Locate(child, content, locations);
        if (data.Dictionary is not null)
            Locate(data.Dictionary, content, locations);
    }

    private BufferLocation Locate(ReadOnlySpan<byte> buffer, ReadOnlySpan<byte> content)
    {
        if (buffer.IsEmpty)
            return new BufferLocation(segments.Count - 1, 0, 0);
        var offset = (long)Unsafe.ByteOffset(ref MemoryMarshal.GetReference(content), ref MemoryMarshal.GetReference(buffer));
        if (offset < 0 || offset + buffer.Length > content.Length)
            throw new InvalidOperationException("The Arrow reader copied a buffer that should lie in the file.");
        return new BufferLocation(segments.Count - 1, offset, buffer.Length);
    }

    private static string ToFileName(string name)
    {
        var letters = name.Select(unit => char.IsAsciiLetterOrDigit(unit) || unit is '_' or '-' ? unit : '_').Take(PrefixLength);
        return string.Concat(letters);
    }
}

/// <summary>
/// Where the buffers of written arrays lie, in the order in which they stand in the arrays: the buffers of an array, those of its
/// children, those of its dictionary.
/// </summary>
internal sealed class BufferLocations(List<BufferLocation> locations)
{
    private int next;

    public BufferLocation Next() => locations[next++];

    /// <summary>Passes over a buffer that the store does not keep: the validity of an array that is always complete.</summary>
    public void Skip() => next++;
}
