namespace Graph.Terminal;

/// <summary>What may stand at the cursor, in the order to offer it.</summary>
/// <param name="Start">Where the part of the text starts that a choice takes the place of: what was begun before the cursor.</param>
/// <param name="End">Where that part ends, in UTF-16 units, exclusive.</param>
public sealed record Completion(int Start, int End, IReadOnlyList<CompletionItem> Items)
{
    public static readonly Completion None = new(0, 0, []);

    public EditState Insert(EditState state, string text) => state.Replace(Start, End, text);

    /// <summary>Puts in as much as all items agree on, if that is more than was typed.</summary>
    public EditState InsertCommonPrefix(EditState state)
    {
        var prefix = CommonPrefix();
        return Items.Count == 1 || prefix.Length > End - Start ? Insert(state, prefix) : state;
    }

    /// <summary>The same choices after the part to replace has grown.</summary>
    public Completion Extend(int length) => this with { End = End + length };

    /// <summary>What all items begin with, in the letters of the first; letter case does not tell them apart.</summary>
    private string CommonPrefix()
    {
        var first = Items[0].Text;
        var length = Items.Min(item => CommonLength(first, item.Text));
        return first[..(length > 0 && length < first.Length && char.IsLowSurrogate(first[length]) ? length - 1 : length)];
    }

    private static int CommonLength(string a, string b)
    {
        var length = 0;
        while (length < a.Length && length < b.Length && char.ToUpperInvariant(a[length]) == char.ToUpperInvariant(b[length]))
            length++;
        return length;
    }
}

/// <param name="Description">What it is, shown beside it; or null.</param>
public sealed record CompletionItem(string Text, string? Description = null);

/// <summary>Tells what may stand at a place, in UTF-16 units, of a text.</summary>
public delegate Completion CompletionSource(string text, int cursor);
