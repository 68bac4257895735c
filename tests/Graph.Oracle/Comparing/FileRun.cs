using Graph.Oracle.Graphs;
using Graph.Query.Planning;
using Graph.Query.Scripts;

namespace Graph.Oracle.Comparing;

/// <summary>The statements of query files over data, each held against the plain evaluation, with all rewrites and with none.</summary>
internal sealed class FileRun(GraphStore store)
{
    /// <summary>A graph of some hundred articles fits, with three or four steps from each node.</summary>
    private const long MostSteps = 100_000_000;

    private static readonly ImmutableArray<EngineSettings> Ways =
        [new(RewriteSet.All.Names, InParallel: true, 1024), new(RewriteSet.All.Names, InParallel: false, 7), EngineSettings.Plain];

    private readonly PlainGraph graph = PlainGraph.Read(store);

    public Dictionary<Verdict, long> Counts { get; } = [];

    /// <summary>Receives each statement whose answer differs, has mistakes or could not be compared.</summary>
    public required Action<string> Report { get; init; }

    public void Run(string path)
    {
        var source = new SourceText(File.ReadAllText(path), path);
        foreach (var part in QueryScript.Read(source).Parts)
        {
            foreach (var way in Ways)
                Compare(source.GetText(part.Span), way);
        }
    }

    private void Compare(string query, EngineSettings way)
    {
        var (verdict, detail) = new QueryComparison(store, graph, way) { MostSteps = MostSteps }.Compare(query.TrimEnd().TrimEnd(';'));
        Counts[verdict] = Counts.GetValueOrDefault(verdict) + 1;
        if (verdict is not (Verdict.Same or Verdict.Empty))
            Report($"{verdict}, {way}\n{query}\n{detail}");
    }
}
