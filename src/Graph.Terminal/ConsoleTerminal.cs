using System.Runtime.InteropServices;

namespace Graph.Terminal;

/// <summary>
/// The real terminal, while something is being edited: Ctrl-C is then a key like any other. Disposing gives it back as it was,
/// so that Ctrl-C stops what runs.
/// </summary>
public sealed class ConsoleTerminal : ITerminal
{
    private const int DefaultWidth = 80;
    private const int DefaultHeight = 24;

    private readonly TextWriter output;
    private readonly PosixSignalRegistration? resizeSignal;

    public ConsoleTerminal(TextWriter output)
    {
        this.output = output;
        WindowsConsole.EnableAnsi();
        Take();
        if (!OperatingSystem.IsWindows())
            resizeSignal = PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => Resized?.Invoke());
    }

    public Action? Resized { private get; set; }

    public bool IsKeyAvailable => Console.KeyAvailable;

    /// <summary>Columns of the console's window; 80 where the terminal does not say.</summary>
    public static int WindowWidth => Console.WindowWidth is > 0 and var width ? width : DefaultWidth;

    /// <summary>Lines of the console's window; 24 where the terminal does not say.</summary>
    public static int WindowHeight => Console.WindowHeight is > 0 and var height ? height : DefaultHeight;

    public int Width => WindowWidth;

    public int Height => WindowHeight;

    public ConsoleKeyInfo? ReadKey() => Console.ReadKey(intercept: true);

    public void Write(string text)
    {
        output.Write(text);
        output.Flush();
    }

    public void Dispose()
    {
        resizeSignal?.Dispose();
        GiveBack();
    }

    public void Suspend()
    {
        if (OperatingSystem.IsWindows())
            return;

        GiveBack();
        UnixJobs.Stop();
        Take();
    }

    private void Take()
    {
        Console.TreatControlCAsInput = true;
        Write(Ansi.BeginPasteMode);
    }

    private void GiveBack()
    {
        Write(Ansi.EndPasteMode);
        Console.TreatControlCAsInput = false;
    }
}
