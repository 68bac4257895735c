using Graph.Cli.Rendering;
using Graph.Cli.Sessions;

namespace Graph.Cli.Commands;

/// <summary>Reads all of a stored graph and compares its checksums.</summary>
internal static class StoredGraphCheck
{
    public static int Run(CommandHost host, string path, bool isJson)
    {
        var problems = GraphFile.Check(path);
        var store = problems.Count == 0 ? GraphFile.Open(path) : null;
        if (isJson)
            WriteJson(host.Output, store, problems);
        else
            WriteText(host, store, problems);
        return problems.Count == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private static void WriteText(CommandHost host, GraphStore? store, IReadOnlyList<GraphFileProblem> problems)
    {
        StoredGraph.WriteProblems(problems, host.Error);
        if (store is not null)
            host.Output.Write($"{LoadReport.Summarize(store)}; every checksum holds\n");
    }

    /// <summary>Without counts where the graph is damaged.</summary>
    private static void WriteJson(TextWriter output, GraphStore? store, IReadOnlyList<GraphFileProblem> problems) =>
        JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        if (store is not null)
        {
            json.WriteNumber("nodes", store.NodeCount);
            json.WriteNumber("relations", store.EdgeCount);
        }

        json.WriteObjects("problems", problems, problem =>
        {
            json.WriteString("file", problem.File);
            json.WriteString("message", problem.Message);
        });
        json.WriteEndObject();
    });
}
