using Graph.Query;
using Graph.Query.Execution;
using Graph.Query.Planning;
using Graph.Tck.Scenarios;
using Graph.Tck.Setup;

namespace Graph.Tck.Running;

/// <summary>A way to run the engine that must not change an answer: the rows of a batch, the cores, and the rewrites.</summary>
public sealed record EngineVariant(string Name, Func<GraphStore, Scenario, QueryEngine> CreateEngine)
{
    public static readonly EngineVariant Shipped = new(
        "as shipped", (store, scenario) => new QueryEngine(store) { Procedures = ProcedureReader.Read(scenario) });

    /// <summary>The rewrites of the engine, by name.</summary>
    public static ImmutableArray<string> Rewrites => RewriteSet.All.Names;

    /// <param name="rows">In a batch, and in every buffer.</param>
    /// <param name="cores">With several, every scan is dealt to them, however small.</param>
    /// <param name="without">The rewrite that is left out; null for none, <c>*</c> for all.</param>
    public static EngineVariant Create(int rows, int cores, string? without = null)
    {
        var sizes = BufferSizes.Of(rows, cores == 1 ? 1 : cores * 2);
        var names = without == "*" ? [] : without is null ? RewriteSet.All.Names : RewriteSet.All.Names.Remove(without);
        var rewrites = new RewriteSet(names) { LeastParallelRows = cores == 1 ? long.MaxValue : 1 };
        var name = $"rows {rows}, cores {cores}, without {(without == "*" ? "any rewrite" : without ?? "nothing")}";
        return new EngineVariant(
            name, (store, scenario) => new QueryEngine(store, rewrites, sizes) { Procedures = ProcedureReader.Read(scenario) });
    }

    /// <summary>All rewrites, none, and all but one, for each number of rows and cores.</summary>
    public static IEnumerable<EngineVariant> CreateAll(IReadOnlyList<int> rows, IReadOnlyList<int> cores) =>
        from count in rows
        from core in cores
        from without in Rewrites.Prepend("*").Prepend(null)
        select Create(count, core, without);
}
