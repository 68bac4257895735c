namespace Graph.Tck.Scenarios;

/// <summary>What a scenario measures.</summary>
public enum ScenarioKind
{
    /// <summary>A language that only reads: no write clause in the measured query, nothing called, no temporal type anywhere.</summary>
    ReadCore,

    /// <summary>Reads, calls nothing, and has a temporal type somewhere.</summary>
    Temporal,

    /// <summary>Reads, and calls a procedure.</summary>
    Call,

    /// <summary>The measured query writes.</summary>
    Write,
}

/// <summary>Tells the scenarios apart that measure a language that only reads.</summary>
public static class ReadCore
{
    private static readonly ImmutableHashSet<string> WriteClauses =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "CREATE", "MERGE", "SET", "DELETE", "REMOVE");

    private static readonly ImmutableHashSet<string> TemporalTypes =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "date", "time", "localtime", "datetime", "localdatetime", "duration");

    public static bool Includes(Scenario scenario) => KindOf(scenario) == ScenarioKind.ReadCore;

    public static ScenarioKind KindOf(Scenario scenario)
    {
        if (IsAnyClause(CypherScanner.Scan(scenario.Query), WriteClauses.Contains))
            return ScenarioKind.Write;

        var texts = scenario.Steps.Where(step => step.DocString is not null).Select(step => CypherScanner.Scan(step.DocString!)).ToList();
        if (scenario.Steps.Any(step => step.Text.StartsWith(ScenarioStep.Procedure, StringComparison.Ordinal))
            || texts.Any(tokens => IsAnyClause(tokens, word => word.Equals("CALL", StringComparison.OrdinalIgnoreCase))))
        {
            return ScenarioKind.Call;
        }

        return texts.Any(MentionsTemporalType) ? ScenarioKind.Temporal : ScenarioKind.ReadCore;
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
