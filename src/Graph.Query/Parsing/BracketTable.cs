namespace Graph.Query.Parsing;

/// <summary>
/// Which bracket closes which, over a whole text, with strings, quoted names and comments left out.
/// Grammars look past a bracket with it instead of parsing what is inside twice, and messages find the bracket that was never closed.
/// </summary>
internal sealed class BracketTable
{
    private const string OpenBrackets = "([{";
    private const string CloseBrackets = ")]}";

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

    public static char ClosingOf(char open) => CloseBrackets[OpenBrackets.IndexOf(open)];

    internal static BracketTable Scan(ParseContext context)
    {
        var table = new BracketTable();
        var pending = new PendingBrackets();
        for (var position = context.Start; position < context.End; position++)
        {
            var character = context.Text[position];
            switch (character)
            {
                case '(' or '[' or '{':
                    Preparation.Count();
                    table.opens.Add(position);
                    pending.Open(position, OpenBrackets.IndexOf(character));
                    break;
                case ')' or ']' or '}':
                    if (pending.Close(CloseBrackets.IndexOf(character)) is { } open)
                        table.closes[open] = position;
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

    /// <summary>
    /// The brackets that are open at a place of the scan. Each is put in and taken out once, so that a scan stays linear.
    /// </summary>
    private sealed class PendingBrackets
    {
        private readonly Stack<(int Position, int Kind)> stack = new();
        private readonly int[] counts = new int[OpenBrackets.Length];

        public void Open(int position, int kind)
        {
            stack.Push((position, kind));
            counts[kind]++;
        }

        /// <summary>The bracket that one of this kind closes, or null. Brackets inside of it are never closed then.</summary>
        public int? Close(int kind)
        {
            if (counts[kind] == 0)
                return null;
            while (true)
            {
                var (position, innermost) = stack.Pop();
                counts[innermost]--;
                if (innermost == kind)
                    return position;
            }
        }
    }
}
