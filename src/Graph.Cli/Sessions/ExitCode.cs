namespace Graph.Cli.Sessions;

internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>An error in the data or in a query, or a snapshot that differs.</summary>
    public const int Failure = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>A fault of this program, as sysexits.h counts it.</summary>
    public const int InternalError = 70;

    /// <summary>Whoever read the output has gone away, as shells count it: 128 + SIGPIPE.</summary>
    public const int OutputClosed = 141;

    /// <summary>Stopped by Ctrl-C, as shells count it: 128 + SIGINT.</summary>
    public const int Cancelled = 130;
}
