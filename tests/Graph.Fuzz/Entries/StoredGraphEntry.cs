using Graph.Annotations;
using Graph.Cli.Commands;
using Graph.Cli.Sessions;
using Graph.Fuzz.Inputs;
using Graph.Fuzz.Mutation;
using Graph.News;

namespace Graph.Fuzz.Entries;

/// <summary>
/// A stored graph that was damaged, under the command and the typed API: it answers, or an error says what of the graph is damaged. With
/// <c>--verify</c> it answers as the whole one does, or not at all.
/// </summary>
internal sealed class StoredGraphEntry(string folder) : FuzzEntry("stored-graph", Collect(folder))
{
    private static readonly string[][] Commands =
    [
        ["query", "MATCH (n) RETURN n.name, n.key, labels(n), properties(n)"],
        ["query", "MATCH (a)-[r]->(b) RETURN a.name, type(r), b.name, properties(r), quote(r)"],
        ["query", "MATCH (n:Person {name: 'Karim Massimov'})-[r]-(m) RETURN n, r, m"],
        ["query", "MATCH (n) WHERE n.name ~= 'russia' OR n.name STARTS WITH 'K' RETURN n, sources(n), n.aliases ORDER BY n.name, n.key"],
        ["query", "MATCH p = ANY SHORTEST (a:Country)-[]-{1,4}(b:City) RETURN p LIMIT 9"],
        ["query", "MATCH (a:Article) RETURN a, a.published.year ORDER BY a.published, a.key"],
        ["query",
            "MATCH (n)-[r]-(m) RETURN labels(n) AS l, count(*) AS c, min(m.name) AS a, max(m.key) AS z, count(DISTINCT r) AS d ORDER BY c, a, z, d"],
        ["query",
            "MATCH (n) RETURN n.any, n.number, n.size, n.flag, n.on, n.at, n.lasts, n.names, n.few ORDER BY n.number, n.size, n.name, n.few"],
        ["query",
            "MATCH (n) WHERE n.number > 3 OR n.size < 2.5 OR n.on > date('2020') OR 'b' IN n.names RETURN count(*), sum(n.number), avg(n.size), collect(DISTINCT n.few)"],
        ["query",
            "MATCH (a)-[:NEXT]->(b)-[:NEXT]->(c) WHERE a.number < c.number RETURN a.number, b.few, c.number, a.at < c.at ORDER BY a.number"],
        ["export", "--all", "--format", "turtle", "-o", "-"],
        ["export", "--all", "--format", "cypher", "-o", "-"],
    ];

    private static readonly string[] Limits = ["--timeout", "60s", "--max-memory", "200MB"];

    private readonly Dictionary<(int Graph, int Command), string> answers = [];

    public override int Cost => 8;

    public override FuzzInput Make(int seed)
    {
        if (seed < Corpus.Length)
            return Corpus[seed];
        var random = new Random(seed);
        return new StoredGraphDamage(random).Change(Corpus[random.Next(Corpus.Length)]);
    }

    public override void Read(FuzzInput input)
    {
        var graph = FindWhole(input);
        var number = input.Files.Sum(file => file.Bytes.Sum(value => (int)value)) & int.MaxValue;
        var command = number % Commands.Length;
        var isOwn = IsSealedAsWritten(input, Corpus[graph]);
        var right = Answer(graph, command);

        input.WriteTo(folder);
        var (code, _) = Run(Commands[command], "--data", folder);
        var (verifiedCode, verified) = Run(Commands[command], "--data", folder, "--verify");
        var isSound = Run(["check", folder]).Code == ExitCode.Success;
        FindingException.Require(isSound || verifiedCode != ExitCode.Success, () => "is damaged, and answers with --verify");
        FindingException.Require(
            !isOwn || verifiedCode != ExitCode.Success || verified == right, () => $"answers otherwise with --verify: {verified}");
        FindingException.Require(input != Corpus[graph] || code == ExitCode.Success, () => "is whole, and does not answer");
        WalkTyped();
    }

    /// <summary>
    /// Whatever is thrown is a reason; what counts is that memory beside the graph is never read, which would end the process.
    /// </summary>
    private void WalkTyped()
    {
        try
        {
            using var news = NewsGraph.Open(folder);
            foreach (var article in news.Articles)
            {
                foreach (var entity in article.Mentions())
                    _ = entity.Key?.Length + entity.MentionedIn().Count();
            }

            foreach (var edge in news.MentionsEdges)
                _ = edge.Source.Key?.Length + edge.Target.Key?.Length;
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or InvalidDataException or ArgumentException
            or IndexOutOfRangeException or OverflowException)
        {
            return;
        }
    }

    private string Answer(int graph, int command)
    {
        if (answers.TryGetValue((graph, command), out var known))
            return known;
        Corpus[graph].WriteTo(folder);
        var (code, answer) = Run(Commands[command], "--data", folder);
        FindingException.Require(code == ExitCode.Success, () => $"The whole graph {graph} does not answer '{Commands[command][1]}'.");
        return answers[(graph, command)] = answer;
    }

    private int FindWhole(FuzzInput input) =>
        Enumerable.Range(0, Corpus.Length)
            .MaxBy(graph => Corpus[graph].Files.Select(file => file.Name).Intersect(input.Files.Select(file => file.Name)).Count());

    /// <summary>Whether the manifest is the one that was written: only then does a checksum that holds say anything.</summary>
    private static bool IsSealedAsWritten(FuzzInput input, FuzzInput whole) =>
        Find(input) is { } manifest && manifest.AsSpan().SequenceEqual(Find(whole));

    private static byte[]? Find(FuzzInput input) => input.Files.FirstOrDefault(file => file.Name == GraphFile.ManifestName).Bytes;

    private static (int Code, string Output) Run(string[] command, params string[] rest)
    {
        var (output, bytes, error) = (new StringWriter(), new MemoryStream(), new StringWriter());
        var host = new CommandHost(
            () => Stream.Null, output, error, IsInputTerminal: false, IsErrorTerminal: false, () => null, _ => null, null)
        {
            OpenOutput = () => bytes
        };
        var code = GraphProgram.Run([.. command, .. rest, .. command[0] == "check" ? [] : Limits], host);
        FindingException.Require(
            code is ExitCode.Success or ExitCode.Failure, () => $"ends '{string.Join(' ', command[..2])}' with {code}: {error}");
        FindingException.Require(
            code == ExitCode.Success || new[] { ".arrow", "; build ", GraphFile.ManifestName }.Any(error.ToString().Contains),
            () => $"names nothing of the graph in '{string.Join(' ', command[..2])}': {error}");
        return (code, output + Convert.ToBase64String(bytes.ToArray()));
    }

    private static ImmutableArray<FuzzInput> Collect(string folder)
    {
        GraphStore[] stores = [GraphLoader.Load([Repository.GetPath("data")], new LoadOptions(null)).Store, ColumnKinds.Build()];
        return [.. stores.Select(store => Store(store, $"{folder}-whole"))];
    }

    private static FuzzInput Store(GraphStore store, string path)
    {
        GraphFile.Write(store, path);
        var whole = KeptInputs.ReadFolder(path);
        Directory.Delete(path, recursive: true);
        return whole;
    }
}
