namespace Graph.Benchmarks;

/// <summary>SplitMix64, as the platform's generator may change what a seed gives.</summary>
internal sealed class SocialRandom(ulong state)
{
    /// <summary>At least 0, less than <paramref name="end"/>, each as likely as another.</summary>
    public int Next(int end) => (int)(NextBits() % (ulong)end);

    /// <summary>
    /// At least 0, less than <paramref name="end"/>: half of the numbers fall into the first quarter, a fifth into the first 25th.
    /// </summary>
    public int NextSkewed(int end)
    {
        var uniform = (NextBits() >> 11) * (1.0 / (1UL << 53));
        return (int)(end * uniform * uniform);
    }

    private ulong NextBits()
    {
        state += 0x9E3779B97F4A7C15;
        var bits = state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
