using System.Text;

namespace Graph.Cli.Repl;

/// <summary>
/// What stands behind a command: words, of which those with blanks in them may stand in quotes, as results show texts. A backslash takes
/// the sign of the quotes, or a backslash, as it is; any other one is itself, as paths have them.
/// </summary>
internal static class CommandArgument
{
    /// <summary>The text in the quotes that go around all of it; any other text as it is.</summary>
    public static string Unquote(string text) =>
        IsQuote(text) && ReadQuoted(text, 0) is (var content, var end) && end == text.Length ? content : text;

    public static List<string> Split(string text)
    {
        var words = new List<string>();
        for (var position = 0; position < text.Length;)
        {
            if (text[position] == ' ')
            {
                position++;
                continue;
            }

            var (word, end) = IsQuote(text.AsSpan(position)) && ReadQuoted(text, position) is { } quoted
                ? quoted
                : ReadWord(text, position);
            words.Add(word);
            position = end;
        }

        return words;
    }

    /// <summary>Where the content of the last word begins, and its quote; null for none.</summary>
    public static (int Start, char? Quote) FindLastWord(string text)
    {
        for (var position = 0; position < text.Length;)
        {
            var start = position;
            var isQuoted = IsQuote(text.AsSpan(position));
            var end = isQuoted && ReadQuoted(text, position) is (_, var closed)
                ? closed
                : isQuoted ? text.Length : ReadWord(text, position).End;
            if (end == text.Length && text[^1] != ' ')
                return isQuoted ? (start + 1, text[start]) : (start, null);
            position = end;
            while (position < text.Length && text[position] == ' ')
                position++;
        }

        return (text.Length, null);
    }

    private static bool IsQuote(ReadOnlySpan<char> text) => text is ['\'' or '"', ..];

    private static (string Word, int End) ReadWord(string text, int start)
    {
        var end = text.IndexOf(' ', start) is >= 0 and var blank ? blank : text.Length;
        return (text[start..end], end);
    }

    /// <summary>Null where the quotes are not closed, as in <c>'t Hooft</c>.</summary>
    private static (string Content, int End)? ReadQuoted(string text, int start)
    {
        var quote = text[start];
        var content = new StringBuilder();
        for (var position = start + 1; position < text.Length; position++)
        {
            if (text[position] == quote)
                return (content.ToString(), position + 1);
            if (text[position] == '\\' && position + 1 < text.Length && (text[position + 1] == quote || text[position + 1] == '\\'))
                position++;
            content.Append(text[position]);
        }

        return null;
    }
}
