using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Graph.Terminal;

/// <summary>Older Windows consoles understand control sequences only after they were asked to.</summary>
internal static class WindowsConsole
{
    private const int StandardOutput = -11;
    private const uint VirtualTerminalProcessing = 0x0004;

    /// <summary>Does nothing on other systems, and where output is no console.</summary>
    public static void EnableAnsi()
    {
        if (OperatingSystem.IsWindows())
            EnableVirtualTerminal();
    }

    [SupportedOSPlatform("windows")]
    private static void EnableVirtualTerminal()
    {
        var handle = GetStdHandle(StandardOutput);
        if (GetConsoleMode(handle, out var mode) != 0)
            _ = SetConsoleMode(handle, mode | VirtualTerminalProcessing);
    }

    [DllImport("kernel32.dll")]
    private static extern nint GetStdHandle(int standardHandle);

    [DllImport("kernel32.dll")]
    private static extern int GetConsoleMode(nint handle, out uint mode);

    [DllImport("kernel32.dll")]
    private static extern int SetConsoleMode(nint handle, uint mode);
}
