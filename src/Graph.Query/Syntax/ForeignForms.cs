using Graph.Query.Parsing;

namespace Graph.Query.Syntax;

/// <summary>
/// Forms that other query languages have, writes among them, with what Graph has instead; and characters that only look right.
/// </summary>
internal static class ForeignForms
{
    private static readonly HashSet<string> WriteClauses = new(StringComparer.OrdinalIgnoreCase)
    {
        "CREATE", "MERGE", "DELETE", "DETACH", "NODETACH", "SET", "REMOVE", "FOREACH", "INSERT", "DROP", "ALTER", "UPDATE",
    };

    private static readonly Dictionary<string, (string? Language, string Hint)> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["KEEP"] = ("GQL", "write the path mode at the head of each pattern"),
        ["GROUP"] = ("SQL", "columns without an aggregate are the groups"),
        ["HAVING"] = ("SQL", "write WITH columns WHERE condition"),
        ["SELECT"] = ("SQL", "write RETURN at the end"),
        ["FROM"] = ("SQL", "write MATCH and a pattern"),
        ["NOT"] = ("SQL", "write NOT before the whole condition"),
        ["LIKE"] = ("SQL", "write CONTAINS, STARTS WITH or '=~'"),
        ["STARTSWITH"] = (null, "write STARTS WITH 'text'"),
        ["ENDSWITH"] = (null, "write ENDS WITH 'text'"),
        ["BEGINS"] = (null, "write STARTS WITH 'text'"),
        ["HAS"] = (null, "write CONTAINS 'text', or 'text' IN list"),
        ["INCLUDES"] = (null, "write CONTAINS 'text', or 'text' IN list"),
        ["ISNULL"] = ("SQL", "write IS NULL"),
        ["NOTNULL"] = ("SQL", "write IS NOT NULL"),
        ["REGEXP"] = ("SQL", "write '=~' and a regular expression"),
        ["RLIKE"] = ("SQL", "write '=~' and a regular expression"),
        ["SIMILAR"] = ("SQL", "write '=~' and a regular expression"),
        ["ILIKE"] = ("SQL", "write toLower(x) CONTAINS 'text', or '~=' to compare without case and accents"),
        ["MOD"] = ("SQL", "write '%'"),
        ["DIV"] = ("SQL", "write '/', which has no remainder where both are integers"),
        ["COLLATE"] = ("SQL", "write toLower(x), or fold(x) for what has neither case nor accents"),
        ["OVER"] = ("SQL", "write WITH collect(x) AS list UNWIND range(0, size(list) - 1) AS i"),
        ["FETCH"] = ("SQL", "write LIMIT 3"),
        ["ANALYZE"] = ("SQL", "write PROFILE"),
        ["OTHERWISE"] = ("GQL", "write UNION, and WHERE NOT EXISTS { } with the first query in the second"),
        ["YIELD"] = ("GQL", "write WITH n, r to go on with some of the variables"),
        ["LABEL"] = ("GQL", "write n:A"),
        ["LABELS"] = ("GQL", "write n:A&B"),
        ["SORT"] = ("SQL", "write ORDER BY"),
        ["BETWEEN"] = ("SQL", "write low <= value <= high"),
        ["USE"] = ("Cypher", "one query reads one graph"),
        ["LOAD"] = ("Cypher", "data is loaded before the query runs"),
        ["USING"] = ("Cypher", "data is loaded before the query runs, and the planner chooses by itself"),
        ["START"] = ("old Cypher", "write MATCH (n)"),
        ["WHEN"] = ("Cypher", "write CASE WHEN condition THEN value ELSE other END, or one query for each case with UNION between"),
        ["FINISH"] = ("Cypher", "end with RETURN"),
    };

    // The longest first, as the shorter ones are their fronts.
    private static readonly (string Sign, string Language, string Hint)[] Signs =
    [
        ("|+|", "GQL", "write two queries with UNION ALL between"),
        ("@>", "PostgreSQL", "write all(x IN other WHERE x IN list)"),
        ("<@", "PostgreSQL", "write all(x IN list WHERE x IN other)"),
        ("&&", "C", "write AND"),
        ("!=", "SQL", "write '<>'"),
        ("==", "C", "write '='"),
        ("~", "GQL", "write '--' for an edge in either direction"),
        ("??", "C#", "write coalesce(x, other)"),
        ("?", "GQL", "write '{0,1}' after a pattern, and CASE WHEN condition THEN value ELSE other END for a choice"),
        ("**", "Python", "write '^'"),
    ];

    private static readonly Dictionary<string, string> LookAlikes = new(StringComparer.Ordinal)
    {
        ["\u2010"] = "-", ["\u2011"] = "-", ["\u2012"] = "-", ["\u2013"] = "-", ["\u2014"] = "-", ["\u2015"] = "-", ["\u2212"] = "-",
        ["\u00ad"] = "-", ["\ufe58"] = "-", ["\ufe63"] = "-", ["\uff0d"] = "-",
        ["\u2018"] = "'", ["\u2019"] = "'", ["\u201a"] = "'", ["\u2032"] = "'", ["\u00b4"] = "'",
        ["\u201c"] = "\"", ["\u201d"] = "\"", ["\u201e"] = "\"", ["\u2033"] = "\"", ["\u00ab"] = "\"", ["\u00bb"] = "\"",
        ["\uff08"] = "(", ["\uff09"] = ")", ["\uff3b"] = "[", ["\uff3d"] = "]", ["\uff5b"] = "{", ["\uff5d"] = "}",
        ["\u2039"] = "<", ["\u203a"] = ">", ["\u27e8"] = "<", ["\u27e9"] = ">", ["\u3008"] = "<", ["\u3009"] = ">", ["\uff1c"] = "<",
        ["\uff1e"] = ">",
        ["\uff0c"] = ",", ["\uff1a"] = ":", ["\uff1b"] = ";", ["\uff1d"] = "=", ["\u037e"] = ";", ["\u00d7"] = "*", ["\u2217"] = "*",
        ["\u00f7"] = "/", ["\u2215"] = "/", ["\u2260"] = "<>", ["\u2264"] = "<=", ["\u2265"] = ">=",
    };

    /// <summary>A message of its own for a token that another language has here.</summary>
    public static Diagnostic? Explain(ParseFailure failure)
    {
        if (failure.Found is not { } found)
            return null;
        if (LookAlikes.TryGetValue(found, out var ascii))
            return SyntaxDiagnostics.LookAlike(failure.Source, failure.Span, ascii);
        return ForeignShapes.Explain(failure, found)
            ?? ExplainWord(failure, found)
            ?? ExplainList(failure, found)
            ?? ExplainSign(failure)
            ?? MisspelledNames.Explain(failure, found);
    }

    private static Diagnostic? ExplainWord(ParseFailure failure, string found)
    {
        if (failure.Expected.All(expected => expected.Kind is not (ExpectationKind.Keyword or ExpectationKind.Operator)))
            return null;
        if (WriteClauses.Contains(found))
            return SyntaxDiagnostics.WritesGraph(failure.Source, failure.Span, found.ToUpperInvariant());
        return Words.TryGetValue(found, out var form)
            ? SyntaxDiagnostics.ForeignForm(failure.Source, failure.Span, found.ToUpperInvariant(), form.Language, form.Hint)
            : null;
    }

    // x IN (1, 2)
    private static Diagnostic? ExplainList(ParseFailure failure, string found)
    {
        if (found != "," || failure.Context.Brackets.EnclosingOpen(failure.Span.Start) is not { } open || failure.Source.Text[open] != '(')
            return null;
        var before = failure.Source.Text.AsSpan(0, open).TrimEnd();
        if (!before.EndsWith(" IN", StringComparison.OrdinalIgnoreCase))
            return null;
        var span = TextSpan.FromBounds(before.Length - 2, open + 1);
        return SyntaxDiagnostics.ForeignForm(failure.Source, span, "IN (", "SQL", "write IN [1, 2] with square brackets");
    }

    private static Diagnostic? ExplainSign(ParseFailure failure)
    {
        foreach (var (sign, language, hint) in Signs)
        {
            if (StartOf(sign, failure) is { } start)
                return SyntaxDiagnostics.ForeignForm(failure.Source, new TextSpan(start, sign.Length), sign, language, hint);
        }

        return null;
    }

    // The first character of '==' is a sign of ours, so that the parser stopped at the second.
    private static int? StartOf(string sign, ParseFailure failure)
    {
        var position = failure.Span.Start;
        foreach (var start in (ReadOnlySpan<int>)[position, position - 1])
        {
            if (start >= failure.Context.Start && string.CompareOrdinal(failure.Source.Text, start, sign, 0, sign.Length) == 0)
                return start;
        }

        return null;
    }
}
