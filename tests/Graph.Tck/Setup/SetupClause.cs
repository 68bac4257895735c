using Graph.Tck.Scenarios;

namespace Graph.Tck.Setup;

/// <summary>A part of a set-up statement: clauses that only read, in one piece, or one clause that writes.</summary>
public abstract record SetupClause
{
    private static readonly ImmutableHashSet<string> Unsupported =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "MERGE", "SET", "REMOVE", "FOREACH", "CALL", "RETURN", "UNION");

    private static readonly ImmutableHashSet<string> Keywords =
        Unsupported.Union(["CREATE", "DETACH", "DELETE", "MATCH", "OPTIONAL", "UNWIND", "WITH"]);

    /// <summary>The statements of a script, each cut into clauses.</summary>
    public static IEnumerable<ImmutableArray<SetupClause>> ReadScript(string text)
    {
        var tokens = CypherScanner.Scan(text);
        var start = 0;
        foreach (var end in tokens.Where(token => token.Text == ";").Select(token => token.Start).Append(text.Length))
        {
            var statement = text[start..end];
            if (CypherScanner.Scan(statement).Count > 0)
                yield return ReadStatement(statement);
            start = end + 1;
        }
    }

    private static ImmutableArray<SetupClause> ReadStatement(string text)
    {
        var clauses = ImmutableArray.CreateBuilder<SetupClause>();
        var starts = FindClauses(text);
        if (starts.Count == 0 || CypherScanner.Scan(text)[0].Start != starts[0].Start)
            throw new SetupException("A set-up statement begins with a clause.");

        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1].Start : text.Length;
            var keyword = starts[i];
            var body = text[(keyword.Start + keyword.Text.Length)..end];
            switch (keyword.Text.ToUpperInvariant())
            {
                case "CREATE":
                    clauses.Add(new CreateClause([.. SplitAtCommas(body)]));
                    break;
                case "DETACH":
                    break;
                case "DELETE":
                    clauses.Add(new DeleteClause([.. SplitAtCommas(body)], i > 0 && starts[i - 1].IsWord("DETACH")));
                    break;
                case var word when Unsupported.Contains(word):
                    throw new SetupException($"The set-up interpreter has no {word}.");
                default:
                    AddReading(clauses, text[keyword.Start..end]);
                    break;
            }
        }

        return clauses.ToImmutable();
    }

    private static void AddReading(ImmutableArray<SetupClause>.Builder clauses, string text)
    {
        if (clauses.Count > 0 && clauses[^1] is ReadingClauses reading)
            clauses[^1] = new ReadingClauses(reading.Text + text);
        else
            clauses.Add(new ReadingClauses(text));
    }

    // The WITH of STARTS WITH and ENDS WITH begins no clause, and neither does a name.
    private static List<CypherToken> FindClauses(string text)
    {
        var tokens = CypherScanner.Scan(text);
        var found = new List<CypherToken>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Depth != 0 || !Keywords.Contains(tokens[i].Text))
                continue;
            if (i > 0
                && (tokens[i - 1].Text is ":" or "." or "$"
                    || tokens[i - 1].IsWord("STARTS")
                    || tokens[i - 1].IsWord("ENDS")
                    || tokens[i - 1].IsWord("AS")))
                continue;
            found.Add(tokens[i]);
        }

        return found;
    }

    private static IEnumerable<string> SplitAtCommas(string text)
    {
        var start = 0;
        var commas = CypherScanner.Scan(text).Where(token => token.Depth == 0 && token.Text == ",");
        foreach (var end in commas.Select(token => token.Start).Append(text.Length))
        {
            yield return text[start..end].Trim();
            start = end + 1;
        }
    }
}

/// <summary>MATCH, OPTIONAL MATCH, UNWIND and WITH, as written.</summary>
public sealed record ReadingClauses(string Text) : SetupClause;

public sealed record CreateClause(ImmutableArray<string> Patterns) : SetupClause;

public sealed record DeleteClause(ImmutableArray<string> Expressions, bool Detach) : SetupClause;
