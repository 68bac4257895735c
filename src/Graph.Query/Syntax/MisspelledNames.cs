using Graph.Query.Parsing;

namespace Graph.Query.Syntax;

/// <summary>Names that are not written as names: reserved words without backquotes, and strings.</summary>
internal static class MisspelledNames
{
    /// <summary>What to write for the name that somebody meant, after what could stand there.</summary>
    public static Diagnostic? Explain(ParseFailure failure, string found) =>
        (found[0] is '\'' or '"' ? ExplainString(failure, found) : ExplainWord(failure, found)) is { } hint ? failure.Explain(hint) : null;

    // RETURN n.x AS "my x", {"key": 1}
    private static string? ExplainString(ParseFailure failure, string found) =>
        found.Length > 2
        && Expects(
            failure, ExpectationKind.NewVariable, ExpectationKind.Property, ExpectationKind.Label, ExpectationKind.RelationType)
            ? $"A name is no string: write {QueryWords.Quote(found[1..^1])}."
            : null;

    // MATCH (end), WITH 1 AS limit RETURN limit
    private static string? ExplainWord(ParseFailure failure, string found)
    {
        var isMeant = QueryWords.IsReserved(found)
            && (Expects(failure, ExpectationKind.NewVariable)
                || (Expects(failure, ExpectationKind.Variable) && IsGivenBefore(failure, found)));
        return isMeant ? $"As a name it stands in backquotes: write {QueryWords.Quote(found, isVariable: true)}." : null;
    }

    // A column may be called by any word.
    private static bool IsGivenBefore(ParseFailure failure, string name)
    {
        var text = failure.Source.Text;
        var end = failure.Span.Start;
        for (var place = text.LastIndexOf(name, end, StringComparison.Ordinal);
            place > failure.Context.Start;
            place = text.LastIndexOf(name, place - 1, StringComparison.Ordinal))
        {
            var before = text.AsSpan(failure.Context.Start, place - failure.Context.Start);
            before = before.EndsWith("`") ? before[..^1] : before;
            if (before.EndsWith(" AS ", StringComparison.OrdinalIgnoreCase)
                && Characters.WordEnd(text, place, failure.Context.End) == place + name.Length)
                return true;
        }

        return false;
    }

    private static bool Expects(ParseFailure failure, params ReadOnlySpan<ExpectationKind> kinds)
    {
        foreach (var expected in failure.Expected)
        {
            if (kinds.Contains(expected.Kind))
                return true;
        }

        return false;
    }
}
