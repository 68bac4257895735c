using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Graph.Terminal;

/// <summary>The part of job control that a program at the terminal takes.</summary>
[UnsupportedOSPlatform("windows")]
internal static class UnixJobs
{
    private static int TerminalStop => OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD() ? 18 : 20;

    /// <summary>Stops all processes of the job, as Ctrl-Z does; comes back when the shell goes on with it.</summary>
    public static void Stop() => _ = Kill(0, TerminalStop);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);
}
