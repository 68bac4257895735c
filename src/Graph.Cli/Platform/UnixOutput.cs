using System.Runtime.InteropServices;
using Graph.Cli.Rendering;

namespace Graph.Cli.Platform;

/// <summary>
/// An output of the process as the system gives it. The streams of <see cref="Console"/> say nothing when the reader has gone away or the
/// disk is full, so that work would go on for nobody. After a failure, what is written is dropped: it was told once.
/// </summary>
/// <param name="isSilent">Failures are not told either, as for the output that messages go to.</param>
internal sealed unsafe class UnixOutput(int descriptor, bool isSilent, OutputSignal? signal) : Stream
{
    private const int Interrupted = 4;
    private const int BrokenPipe = 32;
    private const int GetStatus = 3;
    private const int AccessMode = 3;
    private const short WriteReady = 4;

    // Where the process was started without this output, the first file it opens gets the number; it must not be written into.
    private readonly bool isClosed = GetFlags(descriptor) is var flags && (flags < 0 || (flags & AccessMode) == 0);
    private bool hasFailed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="OutputClosedException">The reader has gone away.</exception>
    /// <exception cref="IOException">The output cannot be written for another reason.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        signal?.Action?.Invoke();
        signal?.Guard.Check();
        if (isClosed && !hasFailed)
            Fail("it is closed");

        while (!buffer.IsEmpty && !hasFailed)
        {
            nint written;
            fixed (byte* bytes = buffer)
                written = WriteBytes(descriptor, bytes, buffer.Length);
            if (written >= 0)
                buffer = buffer[(int)written..];
            else
                Recover(Marshal.GetLastPInvokeError());
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Recover(int error)
    {
        switch (error)
        {
            case Interrupted:
                break;
            case 11 or 35:
                // EAGAIN on Linux and macOS: somebody made the output non-blocking.
                var request = new PollRequest { Descriptor = descriptor, Events = WriteReady };
                _ = Poll(&request, 1, -1);
                break;
            case BrokenPipe:
                hasFailed = true;
                if (!isSilent)
                    throw new OutputClosedException();
                break;
            default:
                Fail(Marshal.GetPInvokeErrorMessage(error));
                break;
        }
    }

    private void Fail(string reason)
    {
        hasFailed = true;
        if (!isSilent)
            throw new IOException($"Standard output cannot be written: {reason}.");
    }

    private static int GetFlags(int descriptor) => Control(descriptor, GetStatus);

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    private static extern nint WriteBytes(int descriptor, byte* bytes, nint count);

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static extern int Control(int descriptor, int command);

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static extern int Poll(PollRequest* requests, nuint count, int milliseconds);

    private struct PollRequest
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}

/// <summary>Lets something on the terminal give way before an output is written, and stops who writes it.</summary>
internal sealed class OutputSignal
{
    public Action? Action { get; set; }

    /// <summary>Asked before each part that is written.</summary>
    public RenderGuard Guard { get; private set; } = RenderGuard.None;

    /// <summary>Lets a guard be asked until the result is disposed.</summary>
    public IDisposable Watch(RenderGuard guard)
    {
        Guard = guard;
        return new Watching(this);
    }

    private sealed class Watching(OutputSignal signal) : IDisposable
    {
        public void Dispose() => signal.Guard = RenderGuard.None;
    }
}

/// <summary>Whoever read the output has had enough: no mistake, but the end of the work.</summary>
internal sealed class OutputClosedException() : IOException("The reader of the output has gone away.");
