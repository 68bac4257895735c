using System.IO.Hashing;

namespace Graph.Core;

/// <summary>Writes through to a stream and hashes what passes, so that nothing has to be read again for its checksum.</summary>
internal sealed class HashingStream(Stream target) : Stream
{
    // A piece that was hashed is still in the cache when it is written.
    private const int PieceLength = 1 << 18;

    private readonly XxHash128 hash = new();
    private long length;

    public override bool CanRead => false;

    // The Arrow writer wants a stream that can seek, and then asks for the position only.
    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => length;

    public override long Position
    {
        get => length;
        set => throw new NotSupportedException();
    }

    public string GetChecksum() => Convert.ToHexStringLower(hash.GetCurrentHash());

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var piece = buffer[..Math.Min(buffer.Length, PieceLength)];
            hash.Append(piece);
            target.Write(piece);
            length += piece.Length;
            buffer = buffer[piece.Length..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => target.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
