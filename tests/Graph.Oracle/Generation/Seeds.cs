using System.Globalization;

namespace Graph.Oracle.Generation;

/// <summary>Where chance begins. A seed and a number give the same case on any machine.</summary>
internal static class Seeds
{
    private const string Variable = "GRAPH_SEED";

    /// <summary>The seed that the environment gives, else a fresh one; to be printed with every failure.</summary>
    public static int Choose() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
        ? int.Parse(given, CultureInfo.InvariantCulture)
        : Random.Shared.Next();

    /// <summary>What to say of a seed so that a run can be repeated.</summary>
    public static string Describe(int seed) => $"Seed {seed}; {Variable}={seed} repeats this run.";

    // Stable over processes, unlike System.HashCode.
    public static Random Create(int seed, int number) => new(unchecked((seed * 1_000_003) ^ (number * 92_821)));
}
