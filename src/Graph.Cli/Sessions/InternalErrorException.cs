using Graph.Cli.Rendering;
using Graph.Query;
using Graph.Terminal;

namespace Graph.Cli.Sessions;

/// <summary>A fault of this program, and not of its input: it is told as one, with the statement that showed it.</summary>
internal sealed class InternalErrorException(string statement, Exception cause) : Exception(cause.Message, cause)
{
    /// <summary>Whether nothing but a fault of this program explains an exception.</summary>
    public static bool Explains(Exception exception) =>
        exception is not (OperationCanceledException or IOException or UnauthorizedAccessException or UsageException or QueryException
            or PagerLeftException or InternalErrorException);

    /// <summary>
    /// Says instead which stored graph no longer holds what was written, among the paths that data was read from; false where all do.
    /// </summary>
    public bool TryExplain(DiagnosticRenderer diagnostics, IEnumerable<string> paths)
    {
        if (StoredGraph.DescribeDamage(paths) is not { } damage)
            return false;
        diagnostics.WriteError("GR5009", damage);
        return true;
    }

    public void Write(CommandHost host)
    {
        var error = host.Error;
        var message = $"internal error: {InnerException!.GetType().Name}: {VisibleText.Show(Message)}";
        var width = host.IsErrorTerminal ? host.GetWidth() : null;
        foreach (var line in width is { } cells ? CellText.Wrap(message, Math.Max(1, cells - 1)) : [message])
            error.Write($"{line}\n");
        if (statement.Length == 0)
            return;

        error.Write("This is a fault of graph and not of the query, which was:\n");
        foreach (var line in statement.ReplaceLineEndings("\n").Split('\n'))
            error.Write($"  {VisibleText.Show(line)}\n");
    }
}
