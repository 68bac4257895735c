namespace Graph.Generator.CodeModel;

/// <summary>Gives each thing of one scope a name of its own: the first of its candidates that is free.</summary>
internal sealed class NameTable(params IEnumerable<string> taken)
{
    private readonly HashSet<string> names = new(taken, StringComparer.Ordinal);

    /// <summary>Takes the first free candidate; if none is, the last with the smallest number that makes it one.</summary>
    public string Take(params IReadOnlyList<string> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (names.Add(candidate))
                return candidate;
        }

        for (var number = 2; ; number++)
        {
            if (names.Add($"{candidates[^1]}{number}"))
                return $"{candidates[^1]}{number}";
        }
    }
}
