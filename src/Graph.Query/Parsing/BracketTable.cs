namespace Graph.Query.Parsing;

/// <summary>
/// Which bracket closes which, over a whole text, with strings, quoted names and comments left out.
/// Grammars look past a bracket with it instead of parsing what is inside twice, and messages find the bracket that was never closed.
/// </summary>
public sealed class BracketTable
{
    private readonly List<int> opens = [];
    private readonly Dictionary<int, int> closes = [];

    private BracketTable()
    {
    }

    /// <summary>The position of the bracket that closes the one at <paramref name="open"/>, or null where it stays open.</summary>
    public int? CloseOf(int open) => closes.TryGetValue(open, out var close) ? close : null;

    /// <summary>The innermost bracket that is open at a place, or null.</summary>
    public int? EnclosingOpen(int position)
    {
        var index = opens.BinarySearch(position);
        for (var i = (index < 0 ? ~index : index) - 1; i >= 0; i--)
        {
            if (!closes.TryGetValue(opens[i], out var close) || close >= position)
                return opens[i];
        }

        return null;
    }

    public static char ClosingOf(char open) => open switch
    {
        '(' => ')',
        '[' => ']',
        _ => '}',
    };

    internal static BracketTable Scan(ParseContext context)
    {
        var table = new BracketTable();
        var pending = new Stack<int>();
        for (var position = context.Start; position < context.End; position++)
        {
            switch (context.Text[position])
            {
                case '(' or '[' or '{':
                    table.opens.Add(position);
                    pending.Push(position);
                    break;
                case ')' or ']' or '}':
                    table.Close(context.Text, pending, position);
                    break;
                case '\'' or '"' or '`':
                    position = QuotedText.End(context.Text, position, context.End) - 1;
                    break;
                case '/' or '-':
                    position = Math.Max(position, context.CommentEnd(position) - 1);
                    break;
            }
        }

        return table;
    }

    // A bracket that closes an outer one leaves the inner ones open; one that closes none is passed over.
    private void Close(string text, Stack<int> pending, int position)
    {
        if (!pending.Any(open => ClosingOf(text[open]) == text[position]))
            return;
        while (pending.TryPop(out var open))
        {
            if (ClosingOf(text[open]) != text[position])
                continue;
            closes[open] = position;
            return;
        }
    }
}
