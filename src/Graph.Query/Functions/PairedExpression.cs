using System.Text.RegularExpressions;

namespace Graph.Query.Functions;

/// <summary>
/// A pattern for texts with characters of two units. Which of these a set such as <c>\w</c> holds would make it so large that building it
/// takes a second: it knows of the first units that were seen, a thousand characters each, and is built anew for another.
/// </summary>
/// <param name="create">Makes the expression for the first units of pairs, ascending.</param>
internal sealed class PairedExpression(Func<IReadOnlyCollection<char>, Regex> create)
{
    private volatile Known? known;

    public bool IsMatch(ReadOnlySpan<char> text)
    {
        var current = known;
        var highs = current?.Highs ?? [];
        foreach (var unit in text)
        {
            if (char.IsHighSurrogate(unit))
                highs = highs.Add(unit);
        }

        // Where two threads learn at once, one of them learns again.
        if (current is null || current.Highs.Count < highs.Count)
            known = current = new Known(highs, create(highs));
        return current.Regex.IsMatch(text);
    }

    private sealed record Known(ImmutableSortedSet<char> Highs, Regex Regex);
}
