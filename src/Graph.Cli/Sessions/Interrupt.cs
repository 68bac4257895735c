using System.Runtime.InteropServices;

namespace Graph.Cli.Sessions;

/// <summary>While it lives, the first Ctrl-C cancels its token. A second one ends the process, unless a session must survive it.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration registration;

    public Interrupt(bool endsOnSecond = true)
    {
        registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = !endsOnSecond || !source.IsCancellationRequested;
            source.Cancel();
        });
    }

    public CancellationToken Token => source.Token;

    /// <summary>
    /// The source itself is left alone: a Ctrl-C of this very moment may still be on its way to it, and it holds nothing else.
    /// </summary>
    public void Dispose() => registration.Dispose();
}
