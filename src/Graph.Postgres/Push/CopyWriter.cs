using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Npgsql;

namespace Graph.Postgres;

/// <summary>Rows in PostgreSQL's binary format of COPY, from values as they lie in the store.</summary>
internal sealed class CopyWriter : IDisposable
{
    private const int FlushAt = 1 << 20;
    private const int DaysTo2000 = 730_485;

    private readonly NpgsqlRawCopyStream? stream;
    private readonly IncrementalHash? digest;
    private readonly ArrayBufferWriter<byte> buffer = new(FlushAt + (1 << 16));
    private readonly ArrayBufferWriter<byte> json = new();
    private bool isFinished;

    /// <param name="stream">Null where only the digest is asked for.</param>
    /// <param name="digest">Learns every byte; null for none.</param>
    public CopyWriter(NpgsqlRawCopyStream? stream, IncrementalHash? digest)
    {
        this.stream = stream;
        this.digest = digest;
        buffer.Write("PGCOPY"u8);
        buffer.Write((ReadOnlySpan<byte>)[(byte)'\n', 0xFF, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    /// <summary>Rows of a table; nothing is there before <see cref="Finish"/>.</summary>
    /// <param name="columns">Those of the rows, in their order.</param>
    /// <param name="digest">Learns every byte; null for none.</param>
    public static CopyWriter Begin(
        NpgsqlConnection connection, string table, ImmutableArray<TableColumn> columns, IncrementalHash? digest = null)
    {
        var names = string.Join(", ", columns.Select(column => column.Name.InQuotes()));
        return new(connection.BeginRawBinaryCopy($"COPY {table.InQuotes()} ({names}) FROM STDIN (FORMAT BINARY)"), digest);
    }

    public void StartRow(int fields)
    {
        if (buffer.WrittenCount > FlushAt)
            Flush();
        BinaryPrimitives.WriteInt16BigEndian(buffer.GetSpan(2), (short)fields);
        buffer.Advance(2);
    }

    public void WriteNull() => WriteLength(-1);

    public void WriteInteger(long value)
    {
        WriteLength(8);
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(8), value);
        buffer.Advance(8);
    }

    public void WriteInt32(int value)
    {
        WriteLength(4);
        WriteLength(value);
    }

    public void WriteFloat(double value)
    {
        WriteLength(8);
        BinaryPrimitives.WriteDoubleBigEndian(buffer.GetSpan(8), value);
        buffer.Advance(8);
    }

    public void WriteBoolean(bool value)
    {
        WriteLength(1);
        buffer.Write((ReadOnlySpan<byte>)[value ? (byte)1 : (byte)0]);
    }

    /// <summary>As PostgreSQL's date, which counts from 2000-01-01.</summary>
    public void WriteDay(CalendarDay day) => WriteInt32(day.DayNumber - DaysTo2000);

    /// <exception cref="PostgresGraphException">The text has a character that PostgreSQL does not hold.</exception>
    public void WriteText(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Contains((byte)0))
            throw new PostgresGraphException(
                "PostgreSQL holds no text with the character U+0000, which the data has; take it out of the files first.");
        WriteLength(utf8.Length);
        buffer.Write(utf8);
    }

    public void WriteJson(Value value)
    {
        json.ResetWrittenCount();
        ValueJson.Write(json, value);
        if (json.WrittenSpan.IndexOf("\\u0000"u8) >= 0)
            WriteText([0]);
        WriteLength(json.WrittenCount + 1);
        buffer.Write((ReadOnlySpan<byte>)[(byte)1]);
        buffer.Write(json.WrittenSpan);
    }

    public void WriteIntegers(ReadOnlySpan<int> values)
    {
        const int IntegerType = 23;
        WriteLength(values.IsEmpty ? 12 : 20 + (values.Length * 8));
        WriteLength(values.IsEmpty ? 0 : 1);
        WriteLength(0);
        WriteLength(IntegerType);
        if (values.IsEmpty)
            return;

        WriteLength(values.Length);
        WriteLength(1);
        foreach (var value in values)
            WriteInt32(value);
    }

    /// <summary>The end of the rows; the stream is then complete.</summary>
    public void Finish()
    {
        buffer.Write((ReadOnlySpan<byte>)[0xFF, 0xFF]);
        Flush();
        isFinished = true;
    }

    /// <summary>Rows that were not finished are taken back.</summary>
    public void Dispose()
    {
        if (!isFinished)
            stream?.Cancel();
        stream?.Dispose();
    }

    private void WriteLength(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(buffer.GetSpan(4), length);
        buffer.Advance(4);
    }

    private void Flush()
    {
        stream?.Write(buffer.WrittenSpan);
        digest?.AppendData(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }
}
