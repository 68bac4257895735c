using Xunit;

namespace Graph.Testing;

/// <summary>
/// How the work of something grows with its input, counted in bytes that its thread allocates, which are the same on every machine: a stage
/// that does n log n steps allocates little more than twice as much for twice the input.
/// </summary>
public static class Growth
{
    private const double Most = 2.5;

    /// <summary>
    /// Doubles the input twice. Both steps must be too steep, so that one array that happens to be made larger is no finding.
    /// </summary>
    /// <param name="prepare">Makes what is given to <paramref name="run"/>, uncounted, for a size.</param>
    public static void RequireNearlyLinear<T>(int size, Func<int, T> prepare, Action<T> run)
    {
        run(prepare(size));
        var counts = new[] { size, 2 * size, 4 * size }.Select(prepare).ToArray().Select(input => Count(() => run(input))).ToArray();
        var factors = new[] { (double)counts[1] / counts[0], (double)counts[2] / counts[1] };
        Assert.True(
            factors.Min() <= Most,
            $"{counts[0]}, {counts[1]} and {counts[2]} bytes for an input of {size}, {2 * size} and {4 * size}: times {factors[0]:0.0} and {factors[1]:0.0}");
    }

    private static long Count(Action run)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
