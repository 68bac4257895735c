namespace Graph.Query.Planning;

/// <summary>The rewrites that are on: all of them, save in the tests that hold a plan with a rewrite against the plan without it.</summary>
internal sealed class RewriteSet(params ImmutableArray<string> names)
{
    public static readonly RewriteSet All = new([
        .. Rewrites.All.Select(rewrite => rewrite.Name),
        Rewrites.ExpansionOrder,
        Rewrites.DisjointTypes,
        Rewrites.MergedMatches
    ]);

    public static readonly RewriteSet None = new([]);

    public ImmutableArray<string> Names => names;

    /// <summary>A scan of fewer rows is not worth a second core.</summary>
    public long LeastParallelRows { get; init; } = 1 << 16;

    public bool Contains(string name) => names.Contains(name);
}
