using Graph.Query.Syntax;

namespace Graph.Cli.Repl;

/// <summary>What a text says about its end beyond what the grammar can tell: strings that have begun, calls.</summary>
internal static class PlaceInQuery
{
    /// <summary>
    /// Where the string that the end of the text stands in has begun, and where the word <c>name</c> that it is compared with; null for
    /// another string, and outside of one.
    /// </summary>
    public static (int Start, int Property)? FindBegunName(string text)
    {
        var quote = FindOpenQuote(text);
        if (quote < 0)
            return null;

        var before = SkipListBackwards(text.AsSpan(0, quote).TrimEnd());
        foreach (var sign in (ReadOnlySpan<string>)["~=", "<>", "=", ":", " IN", "STARTS WITH", "CONTAINS"])
        {
            if (before.EndsWith(sign, StringComparison.OrdinalIgnoreCase))
            {
                var compared = before[..^sign.Length].TrimEnd();
                return EndsWithWord(compared, StoreNames.Name) ? (quote + 1, compared.Length - StoreNames.Name.Length) : null;
            }
        }

        return null;
    }

    /// <summary>The procedure whose call has just been opened at the end of the text; else null.</summary>
    public static string? FindCalledProcedure(string text) =>
        FindCall(text) is var (name, rest) && rest.AsSpan().Trim() is "(" ? name : null;

    /// <summary>The word whose point the text ends in, where nothing stands before it that it belongs to; null for another end.</summary>
    public static string? FindPointedName(string text)
    {
        if (text is not [.., '.'])
            return null;

        var start = text.Length - 1;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
            start--;
        var isName = start < text.Length - 1 && !char.IsDigit(text[start]) && (start == 0 || text[start - 1] is not ('.' or '`' or '$'));
        return isName ? text[start..^1] : null;
    }

    /// <summary>The procedure whose configuration the end of the text stands in, where a key may stand; else null.</summary>
    public static string? FindConfiguredProcedure(string text)
    {
        if (FindCall(text) is not var (name, rest) || !IsKeyPlace(rest))
            return null;

        return name;
    }

    /// <summary>
    /// Where the string that the end of the text stands in has begun, and the setting of a procedure whose list it stands in, such as
    /// <c>labels: ['</c>; null elsewhere.
    /// </summary>
    public static (int Start, string Setting)? FindBegunSetting(string text)
    {
        var quote = FindOpenQuote(text);
        if (quote < 0 || FindCall(text[..quote]) is null)
            return null;

        var before = SkipListBackwards(text.AsSpan(0, quote).TrimEnd());
        if (before is not [.. var named, ':'])
            return null;

        var word = named.TrimEnd();
        var start = word.Length;
        while (start > 0 && char.IsAsciiLetter(word[start - 1]))
            start--;
        return (quote + 1, word[start..].ToString());
    }

    /// <summary>The procedure whose columns the end of the text may name; else null.</summary>
    public static string? FindYieldingProcedure(string text)
    {
        if (FindCall(text) is not var (name, rest))
            return null;

        var index = rest.LastIndexOf("YIELD", StringComparison.OrdinalIgnoreCase);
        var after = index < 0 ? "" : rest[(index + 5)..].TrimEnd();
        return index >= 0 && (after.Length == 0 || after.EndsWith(',')) && !after.Contains("RETURN", StringComparison.OrdinalIgnoreCase)
            ? name
            : null;
    }

    private static int FindOpenQuote(string text)
    {
        for (var position = 0; position < text.Length; position++)
        {
            if (text[position] is not ('\'' or '"' or '`'))
                continue;

            var start = position;
            for (position++; position < text.Length && text[position] != text[start]; position++)
            {
                if (text[position] == '\\' && text[start] != '`')
                    position++;
            }

            if (position >= text.Length)
                return text[start] == '`' ? -1 : start;
        }

        return -1;
    }

    /// <summary>What stands before the list of strings that the text ends in; the text itself where it ends in none.</summary>
    private static ReadOnlySpan<char> SkipListBackwards(ReadOnlySpan<char> text)
    {
        var rest = text;
        while (rest is [.. var before, ','] && before.TrimEnd() is [.., '\'' or '"'] written)
        {
            var open = written[..^1].LastIndexOf(written[^1]);
            if (open < 0)
                return text;
            rest = written[..open].TrimEnd();
        }

        return rest is [.. var list, '['] ? list.TrimEnd() : text;
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || !char.IsLetterOrDigit(text[^(word.Length + 1)]));

    private static (string Name, string Arguments)? FindCall(string text)
    {
        var call = text.LastIndexOf("CALL ", StringComparison.OrdinalIgnoreCase);
        if (call < 0 || (call > 0 && char.IsLetterOrDigit(text[call - 1])))
            return null;

        var start = call + 5;
        while (start < text.Length && text[start] == ' ')
            start++;
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '_'))
            end++;
        return end == start ? null : (text[start..end], text[end..]);
    }

    /// <summary>Inside the braces of the arguments, behind the opening one or a comma, outside lists and strings.</summary>
    private static bool IsKeyPlace(string arguments)
    {
        var depth = new Stack<char>();
        for (var position = 0; position < arguments.Length; position++)
        {
            switch (arguments[position])
            {
                case '(' or '{' or '[':
                    depth.Push(arguments[position]);
                    break;
                case ')' or '}' or ']' when depth.Count > 0:
                    depth.Pop();
                    break;
                case '\'' or '"':
                    position = arguments.IndexOf(arguments[position], position + 1) is >= 0 and var end ? end : arguments.Length;
                    break;
            }
        }

        return depth.Count == 2 && depth.Peek() == '{' && arguments.TrimEnd() is [.., '{' or ','];
    }
}
