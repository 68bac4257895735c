using Graph.Query.Planning;

namespace Graph.Oracle.Comparing;

/// <summary>One way for the engine to work.</summary>
/// <param name="Rewrites">The rewrites that are on.</param>
/// <param name="InParallel">Even the smallest scan is split between cores.</param>
internal sealed record EngineSettings(ImmutableArray<string> Rewrites, bool InParallel)
{
    public static readonly EngineSettings Usual = new(RewriteSet.All.Names, InParallel: false);

    public static EngineSettings Create(Random random)
    {
        ImmutableArray<string> rewrites = random.Next(4) switch
        {
            0 => [],
            1 => RewriteSet.All.Names.RemoveAt(random.Next(RewriteSet.All.Names.Length)),
            2 => [.. RewriteSet.All.Names.Where(_ => random.Next(3) > 0)],
            _ => RewriteSet.All.Names,
        };
        return new EngineSettings(rewrites, random.Next(2) == 0);
    }

    public QueryEngine CreateEngine(GraphStore store) =>
        new(store, InParallel ? new RewriteSet(Rewrites) { LeastParallelRows = 1 } : new RewriteSet(Rewrites));

    public override string ToString()
    {
        var missing = RewriteSet.All.Names.Except(Rewrites, StringComparer.Ordinal);
        return $"without [{string.Join(", ", missing)}]{(InParallel ? ", in parallel" : "")}";
    }
}
