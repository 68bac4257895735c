namespace Graph.Cli.Sessions;

/// <summary>A stream that is written to until a token is cancelled: whoever writes a whole graph need not know of it.</summary>
internal sealed class CancellableStream(Stream target, CancellationToken cancellation) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => target.CanSeek;

    public override bool CanWrite => true;

    public override long Length => target.Length;

    public override long Position { get => target.Position; set => target.Position = value; }

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        target.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => target.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => target.Seek(offset, origin);

    public override void SetLength(long value) => target.SetLength(value);
}
