namespace Graph.Postgres;

/// <summary>Names for tables and columns. What is not plainly a word gets a number, so that no text of the data becomes SQL.</summary>
internal sealed class Identifiers(string fallback, string[] suffixes)
{
    private const int Longest = 40;

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Keeps names from being given that are there already.</summary>
    public Identifiers Without(IEnumerable<string> names)
    {
        foreach (var name in names)
            TryTake(name);
        return this;
    }

    public string Take(string wanted)
    {
        var name = IsWord(wanted) ? wanted : $"{fallback}_{taken.Count}";
        var unique = name;
        for (var number = 2; !TryTake(unique); number++)
            unique = string.Create(null, $"{name}_{number}");
        return unique;
    }

    private bool TryTake(string name)
    {
        string[] all = [name, .. suffixes.Select(suffix => name + suffix)];
        if (all.Any(taken.Contains))
            return false;

        taken.UnionWith(all);
        return true;
    }

    private static bool IsWord(string text) =>
        text.Length is > 0 and <= Longest
        && char.IsAsciiLetter(text[0])
        && text.All(unit => char.IsAsciiLetterOrDigit(unit) || unit == '_');
}
