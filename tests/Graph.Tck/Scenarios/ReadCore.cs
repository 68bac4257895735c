namespace Graph.Tck.Scenarios;

/// <summary>Which scenarios measure a language that only reads: no write clause in the measured query, nothing called, no temporal type anywhere.</summary>
public static class ReadCore
{
    private static readonly ImmutableHashSet<string> WriteClauses =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "CREATE", "MERGE", "SET", "DELETE", "REMOVE");

    private static readonly ImmutableHashSet<string> TemporalTypes =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "date", "time", "localtime", "datetime", "localdatetime", "duration");

    public static bool Includes(Scenario scenario)
    {
        var query = CypherScanner.Scan(scenario.Query);
        if (IsAnyClause(query, WriteClauses.Contains) || scenario.Steps.Any(step => step.Text.StartsWith("there exists a procedure", StringComparison.Ordinal)))
            return false;

        var texts = scenario.Steps.Where(step => step.DocString is not null).Select(step => CypherScanner.Scan(step.DocString!)).ToList();
        return !texts.Any(tokens => IsAnyClause(tokens, word => word.Equals("CALL", StringComparison.OrdinalIgnoreCase)))
            && !texts.Any(MentionsTemporalType);
    }

    // A word is a name, not a clause, behind ':' '.' '|' '&' '$' or AS, and as the key of a map.
    private static bool IsAnyClause(IReadOnlyList<CypherToken> tokens, Func<string, bool> isClause)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (isClause(tokens[i].Text) && !IsName(tokens, i))
                return true;
        }

        return false;
    }

    private static bool IsName(IReadOnlyList<CypherToken> tokens, int index)
    {
        var isNamed = index > 0 && (tokens[index - 1].Text is ":" or "." or "|" or "&" or "$" || tokens[index - 1].IsWord("AS"));
        return isNamed || (index + 1 < tokens.Count && tokens[index + 1].Text == ":");
    }

    // As a function, date(...), or as its namespace, date.truncate(...); a variable or key of that name is none.
    private static bool MentionsTemporalType(IReadOnlyList<CypherToken> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (!TemporalTypes.Contains(tokens[i].Text) || (i > 0 && tokens[i - 1].Text == "."))
                continue;
            if (tokens[i + 1].Text == "(" || (tokens[i + 1].Text == "." && i + 3 < tokens.Count && tokens[i + 3].Text == "("))
                return true;
        }

        return false;
    }
}
