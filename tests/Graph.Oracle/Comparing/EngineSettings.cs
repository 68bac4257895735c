using Graph.Query.Execution;
using Graph.Query.Planning;

namespace Graph.Oracle.Comparing;

/// <summary>One way for the engine to work.</summary>
/// <param name="Rewrites">The rewrites that are on.</param>
/// <param name="InParallel">Even the smallest scan is split between cores.</param>
/// <param name="Rows">How many rows a batch and a buffer hold.</param>
internal sealed record EngineSettings(ImmutableArray<string> Rewrites, bool InParallel, int Rows)
{
    private static readonly int[] RowCounts = [1, 2, 3, 7, 1024];

    public static readonly EngineSettings Plain = new([], InParallel: false, 1024);

    public static EngineSettings Create(Random random)
    {
        ImmutableArray<string> rewrites = random.Next(4) switch
        {
            0 => [],
            1 => RewriteSet.All.Names.RemoveAt(random.Next(RewriteSet.All.Names.Length)),
            2 => [.. RewriteSet.All.Names.Where(_ => random.Next(3) > 0)],
            _ => RewriteSet.All.Names,
        };
        return new EngineSettings(rewrites, random.Next(2) == 0, RowCounts[random.Next(RowCounts.Length)]);
    }

    public QueryEngine CreateEngine(GraphStore store)
    {
        var rewrites = InParallel ? new RewriteSet(Rewrites) { LeastParallelRows = 1 } : new RewriteSet(Rewrites);
        return new QueryEngine(store, rewrites, BufferSizes.Of(Rows, InParallel ? 4 : 1));
    }

    public override string ToString()
    {
        var missing = RewriteSet.All.Names.Except(Rewrites, StringComparer.Ordinal);
        return $"without [{string.Join(", ", missing)}]{(InParallel ? ", in parallel" : "")}, {Rows} rows a batch";
    }
}
