namespace Graph.Query.Parsing;

/// <summary>Where a quoted text ends. A backslash takes the next character with it, save in names; a doubled quote is one quote.</summary>
internal static class QuotedText
{
    /// <summary>The position after the closing quote of the text that opens here, or <paramref name="end"/> where none closes it.</summary>
    public static int End(string text, int open, int end) => ClosingQuote(text, open, end) is { } close ? close + 1 : end;

    /// <summary>The position of the quote that closes the text that opens here, or null.</summary>
    public static int? ClosingQuote(string text, int open, int end)
    {
        var quote = text[open];
        for (var position = open + 1; position < end; position++)
        {
            if (text[position] == '\\' && quote != '`')
                position++;
            else if (text[position] == quote && position + 1 < end && text[position + 1] == quote)
                position++;
            else if (text[position] == quote)
                return position;
        }

        return null;
    }

    /// <summary>The name between two quotes, with doubled quotes undone.</summary>
    public static string Name(string text, int open, int close)
    {
        var quote = text[open];
        var inner = text.AsSpan(open + 1, close - open - 1);
        return inner.Contains(quote) ? inner.ToString().Replace(new string(quote, 2), quote.ToString()) : inner.ToString();
    }
}
