using Graph.Annotations;
using Graph.Cli.Commands;
using Graph.Cli.Sessions;
using Graph.Fuzz.Inputs;

namespace Graph.Fuzz.Entries;

/// <summary>
/// A stored graph that was damaged, under the command: it answers, or says that the graph is damaged; what is damaged is found by its
/// checksum, and is not answered with <c>--verify</c>.
/// </summary>
internal sealed class StoredGraphEntry(string folder) : FuzzEntry("stored-graph", Collect(folder))
{
    private static readonly string[] Queries =
    [
        "MATCH (n) RETURN n.name, n.key, labels(n), properties(n)", "MATCH (a)-[r]->(b) RETURN a.name, type(r), b.name, properties(r), quote(r)",
        "MATCH (n:Person {name: 'Karim Massimov'})-[r]-(m) RETURN n, r, m", "MATCH (n) WHERE n.name ~= 'russia' RETURN n, sources(n), n.aliases ORDER BY n.name",
        "MATCH p = ANY SHORTEST (a:Country)-[]-{1,4}(b:City) RETURN p LIMIT 9", "MATCH (a:Article) RETURN a, a.published.year ORDER BY a.published",
    ];

    public override int Cost => 8;

    public override void Read(FuzzInput input)
    {
        input.WriteTo(folder);
        var isWhole = input.Files.Length == Corpus[0].Files.Length
            && input.Files.Zip(Corpus[0].Files).All(pair => pair.First.Name == pair.Second.Name && pair.First.Bytes.AsSpan().SequenceEqual(pair.Second.Bytes));
        var query = Queries[input.Files.Sum(file => file.Bytes.Length) % Queries.Length];
        string[] limits = ["--timeout", "2s", "--max-memory", "200MB"];
        var answered = Run(["query", query, "--data", folder, .. limits]);
        var verified = Run(["query", query, "--data", folder, "--verify", .. limits]);
        var isSound = Run(["check", folder]) == ExitCode.Success;
        FindingException.Require(isSound || verified != ExitCode.Success, () => "is damaged, and answers with --verify");
        FindingException.Require(!isWhole || answered == ExitCode.Success, () => "is whole, and does not answer");
    }

    private static int Run(string[] arguments)
    {
        var error = new StringWriter();
        var host = new CommandHost(() => Stream.Null, new StringWriter(), error, IsInputTerminal: false, IsErrorTerminal: false, () => null, _ => null, null);
        var code = GraphProgram.Run(arguments, host);
        FindingException.Require(code is ExitCode.Success or ExitCode.Failure, () => $"ends '{string.Join(' ', arguments[..2])}' with {code}: {error}");
        return code;
    }

    private static ImmutableArray<FuzzInput> Collect(string folder)
    {
        var path = $"{folder}-whole";
        GraphFile.Write(GraphLoader.Load([Repository.GetPath("data")], new LoadOptions(null)).Store, path);
        var whole = KeptInputs.ReadFolder(path);
        Directory.Delete(path, recursive: true);
        return [whole, .. KeptInputs.Read("stored-graph")];
    }
}
