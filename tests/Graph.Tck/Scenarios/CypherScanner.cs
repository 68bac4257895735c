namespace Graph.Tck.Scenarios;

/// <param name="Depth">How many brackets are open around the token.</param>
public readonly record struct CypherToken(string Text, int Start, int Depth)
{
    public bool IsWord(string word) => Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// Cuts a statement into words and single characters; strings, quoted names and comments count as blanks. Enough to tell the
/// clauses of a statement apart, also where the language itself refuses them.
/// </summary>
public static class CypherScanner
{
    public static IReadOnlyList<CypherToken> Scan(string text)
    {
        var tokens = new List<CypherToken>();
        var depth = 0;
        for (var i = 0; i < text.Length;)
        {
            var end = SkipBlank(text, i);
            if (end > i)
            {
                i = end;
                continue;
            }

            if (text[i] is ')' or ']' or '}')
                depth--;

            end = ReadWord(text, i);
            tokens.Add(new CypherToken(text[i..end], i, depth));
            if (text[i] is '(' or '[' or '{')
                depth++;
            i = end;
        }

        return tokens;
    }

    private static int SkipBlank(string text, int start)
    {
        if (char.IsWhiteSpace(text[start]))
            return start + 1;

        if (text[start] is '\'' or '"' or '`')
            return SkipQuoted(text, start);

        if (string.CompareOrdinal(text, start, "//", 0, 2) == 0)
            return EndOf(text, "\n", start);

        return string.CompareOrdinal(text, start, "/*", 0, 2) == 0 ? EndOf(text, "*/", start + 2) : start;
    }

    private static int SkipQuoted(string text, int start)
    {
        var quote = text[start];
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && quote != '`')
                i++;
            else if (text[i] == quote)
                return i + 1;
        }

        return text.Length;
    }

    private static int EndOf(string text, string terminator, int start)
    {
        var index = text.IndexOf(terminator, start, StringComparison.Ordinal);
        return index < 0 ? text.Length : index + terminator.Length;
    }

    private static int ReadWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        return Math.Max(end, start + 1);
    }
}
