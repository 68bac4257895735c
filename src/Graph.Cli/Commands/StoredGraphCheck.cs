using Graph.Cli.Terminal;

namespace Graph.Cli.Commands;

/// <summary>Reads all of a stored graph and compares its checksums.</summary>
internal static class StoredGraphCheck
{
    public static int Run(CommandHost host, string path)
    {
        var problems = GraphFile.Check(path);
        foreach (var problem in problems)
            host.Error.Write($"error: {VisibleText.Show(problem.File)}: {VisibleText.Show(problem.Message)}\n");
        if (problems.Count > 0)
            return ExitCode.Failure;

        host.Output.Write($"{LoadReport.Summarize(GraphFile.Open(path))}; every checksum holds\n");
        return ExitCode.Success;
    }
}
