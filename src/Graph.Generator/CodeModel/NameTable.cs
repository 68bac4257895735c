namespace Graph.Generator.CodeModel;

/// <summary>Gives each thing of one scope a name of its own: the first of its candidates that is free.</summary>
internal sealed class NameTable(params IEnumerable<string> taken)
{
    private readonly HashSet<string> names = new(taken, StringComparer.Ordinal);

    /// <summary>Takes the first free candidate; if none is, the last with the smallest number that makes it one.</summary>
    public string Take(params IReadOnlyList<string> candidates) => TakeWith(static name => [name], candidates);

    /// <summary>The same for a candidate that needs several names, which must all be free.</summary>
    public string TakeWith(Func<string, string[]> needed, params IReadOnlyList<string> candidates)
    {
        for (var number = 1; ; number++)
        {
            foreach (var candidate in number == 1 ? candidates : [$"{candidates[^1]}{number}"])
            {
                if (needed(candidate).Any(names.Contains))
                    continue;
                names.UnionWith(needed(candidate));
                return candidate;
            }
        }
    }
}
