using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace Graph.Core;

/// <summary>Takes the columns of Arrow files, writes several files at once and finds out where in them each buffer came to lie.</summary>
internal sealed class SegmentWriter(GraphFolder folder)
{
    /// <summary>Columns of one table are put together into segments up to this length.</summary>
    public const long MaximumLength = 1 << 30;

    // Behind the magic and its padding, an Arrow file is an Arrow stream.
    private const int StreamStart = 8;
    private const int PrefixLength = 60;

    // Beside the threads that copy, some wait for the disk.
    private static readonly int WriterCount = Environment.ProcessorCount * 2;

    private readonly List<PlannedSegment> planned = [];

    /// <summary>In the order in which they were added; there when all are written.</summary>
    public ImmutableArray<SegmentInfo> Segments { get; private set; } = [];

    /// <summary>
    /// Adds columns of the same number of rows, in as many segments as they need. Where they lie is known when all is written.
    /// </summary>
    /// <param name="firstRow">What the rows are, by the id of the first: key and value of the metadata of the file.</param>
    public ColumnLocations Add(string name, (string Key, int Id)? firstRow, params IReadOnlyList<(string Name, ArrayData Data)> columns)
    {
        KeyValuePair<string, string>[] metadata = firstRow is { } first
            ? [new(first.Key, first.Id.ToString(CultureInfo.InvariantCulture))]
            : [];
        var parts = new List<PlannedSegment>();
        for (var start = 0; start < columns.Count;)
        {
            var end = start + 1;
            var length = ArrowArrays.GetLength(columns[start].Data);
            while (end < columns.Count && length + ArrowArrays.GetLength(columns[end].Data) <= MaximumLength)
                length += ArrowArrays.GetLength(columns[end++].Data);
            parts.Add(new PlannedSegment(planned.Count + parts.Count, name, metadata, [.. columns.Skip(start).Take(end - start)], length));
            start = end;
        }

        foreach (var part in parts)
            RequireLength(part);
        planned.AddRange(parts);
        return new ColumnLocations([.. parts.Select(part => part.Locations)]);
    }

    /// <summary>Writes what was added, the longest first, so that no long one is left for the end.</summary>
    public void WriteAll()
    {
        var written = new SegmentInfo[planned.Count];
        var queue = Partitioner.Create(planned.OrderByDescending(segment => segment.Length), EnumerablePartitionerOptions.NoBuffering);
        Workers.Run(() => Parallel.ForEach(
            queue, new ParallelOptions { MaxDegreeOfParallelism = WriterCount }, segment => written[segment.Index] = Write(segment)));
        Segments = ImmutableArray.Create(written);
    }

    private void RequireLength(PlannedSegment segment)
    {
        // Mapped memory and the offsets of strings are counted in 32 bits.
        if (segment.Length > int.MaxValue - (1 << 16))
            throw new GraphFileException(
                folder.Path, $"'{segment.Columns[0].Name}' of {segment.Name} takes {segment.Length} bytes, and a column can have 2 GB");
    }

    private SegmentInfo Write(PlannedSegment segment)
    {
        var columns = segment.Columns;
        var schema = new Schema(
            [.. columns.Select(column => new Field(column.Name, column.Data.DataType, nullable: true))], segment.Metadata);
        using var batch = new RecordBatch(
            schema, columns.Select(column => ArrowArrayFactory.BuildArray(column.Data)), columns[0].Data.Length);
        var info = folder.WriteSegment(ToFileName(segment.Name), stream =>
        {
            using var writer = new ArrowFileWriter(stream, schema, leaveOpen: true);
            writer.WriteRecordBatch(batch);
            writer.WriteEnd();
        });
        Locate(info, segment);
        return info;
    }

    private void Locate(SegmentInfo info, PlannedSegment segment)
    {
        using var file = new SegmentFile(folder.Path, info);
        var content = file.GetMemory<byte>(new BufferLocation(0, 0, checked((int)info.Length)));
        using var reader = new ArrowStreamReader(content[StreamStart..]);
        using var batch = reader.ReadNextRecordBatch();
        for (var i = 0; i < batch.ColumnCount; i++)
        {
            var array = new ArrayLocations(batch.Column(i).Data, buffer => Locate(buffer.Span, content.Span, segment.Index));
            segment.Locations.Add((segment.Columns[i].Name, array));
        }
    }

    private static BufferLocation Locate(ReadOnlySpan<byte> buffer, ReadOnlySpan<byte> content, int segment)
    {
        if (buffer.IsEmpty)
            return new BufferLocation(segment, 0, 0);
        var offset = (long)Unsafe.ByteOffset(ref MemoryMarshal.GetReference(content), ref MemoryMarshal.GetReference(buffer));
        if (offset < 0 || offset + buffer.Length > content.Length)
            throw new InvalidOperationException("The Arrow reader copied a buffer that should lie in the file.");
        return new BufferLocation(segment, offset, buffer.Length);
    }

    private static string ToFileName(string name)
    {
        var letters = name.Select(unit => char.IsAsciiLetterOrDigit(unit) || unit is '_' or '-' ? unit : '_').Take(PrefixLength);
        return string.Concat(letters);
    }

    /// <summary>Columns for one file.</summary>
    /// <param name="Length">The bytes of the columns, padding left out.</param>
    private sealed record PlannedSegment(
        int Index, string Name, KeyValuePair<string, string>[] Metadata, (string Name, ArrayData Data)[] Columns, long Length)
    {
        /// <summary>Empty until the segment is written.</summary>
        public List<(string Name, ArrayLocations Array)> Locations { get; } = [];
    }
}
