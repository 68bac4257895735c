using Graph.Cli.Sessions;
using Graph.Query.Syntax;
using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>
/// Colours for a text that may not parse yet: a walk over its signs that knows strings, comments, numbers, parameters, names after a
/// colon (relation types in square brackets, else labels) and the keywords of the parser.
/// </summary>
internal static class QueryHighlighter
{
    public static IReadOnlyList<StyledSpan> Highlight(string text)
    {
        if (InputRules.IsCommand(text))
            return [HighlightCommand(text)];

        var spans = new List<StyledSpan>();
        var squareBrackets = 0;
        var afterColon = false;
        for (var position = 0; position < text.Length;)
        {
            var (end, style) = ReadToken(text, position, afterColon, squareBrackets > 0);
            if (style != TextStyle.Plain)
                spans.Add(new StyledSpan(position, end, style));
            squareBrackets += text[position] switch { '[' => 1, ']' when squareBrackets > 0 => -1, _ => 0 };
            afterColon = ContinuesLabels(text[position], afterColon, style);
            position = end;
        }

        return spans;
    }

    private static StyledSpan HighlightCommand(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart().Length;
        var length = text.AsSpan(start).IndexOfAny(' ', '\t', '\n');
        return new StyledSpan(start, length < 0 ? text.Length : start + length, TextStyle.Keyword);
    }

    /// <summary>A label expression goes on after its operators and blanks, and ends with the first other sign.</summary>
    private static bool ContinuesLabels(char sign, bool afterColon, TextStyle style) => sign switch
    {
        ':' => true,
        '|' or '&' or '!' or ' ' => afterColon,
        _ => style is TextStyle.Type or TextStyle.Member,
    };

    private static (int End, TextStyle Style) ReadToken(string text, int start, bool afterColon, bool inBrackets)
    {
        var name = afterColon ? inBrackets ? TextStyle.Member : TextStyle.Type : TextStyle.Plain;
        return text[start] switch
        {
            '\'' or '"' => (QuoteEnd(text, start), TextStyle.String),
            '`' => (QuoteEnd(text, start), name),
            '/' when Follows(text, start, '/') => (IndexOrEnd(text, "\n", start), TextStyle.Comment),
            '/' when Follows(text, start, '*') => (Math.Min(text.Length, IndexOrEnd(text, "*/", start + 2) + 2), TextStyle.Comment),
            '$' => (WordEnd(text, start + 1), TextStyle.Parameter),
            >= '0' and <= '9' => (NumberEnd(text, start), TextStyle.Number),
            var sign when IsWord(sign) => ReadWord(text, start, name),
            _ => (start + 1, TextStyle.Plain),
        };
    }

    private static (int End, TextStyle Style) ReadWord(string text, int start, TextStyle name)
    {
        var end = WordEnd(text, start);
        if (name != TextStyle.Plain || (start > 0 && text[start - 1] == '.'))
            return (end, name);

        return (end, QueryWords.Keywords.Contains(text[start..end].ToUpperInvariant()) ? TextStyle.Keyword : TextStyle.Plain);
    }

    private static int QuoteEnd(string text, int start)
    {
        for (var position = start + 1; position < text.Length; position++)
        {
            if (text[position] == '\\' && text[start] != '`')
                position++;
            else if (text[position] == text[start])
                return position + 1;
        }

        return text.Length;
    }

    private static int NumberEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] == '.' && !Follows(text, end, '.'))))
            end++;
        return end;
    }

    private static int WordEnd(string text, int start)
    {
        while (start < text.Length && IsWord(text[start]))
            start++;
        return start;
    }

    private static bool IsWord(char sign) => char.IsLetterOrDigit(sign) || sign == '_';

    private static bool Follows(string text, int position, char sign) => position + 1 < text.Length && text[position + 1] == sign;

    private static int IndexOrEnd(string text, string sought, int start) =>
        start <= text.Length && text.IndexOf(sought, start, StringComparison.Ordinal) is >= 0 and var index ? index : text.Length;
}
