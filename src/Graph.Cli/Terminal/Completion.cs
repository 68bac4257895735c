namespace Graph.Cli.Terminal;

/// <summary>What may stand at the cursor, in the order to offer it.</summary>
/// <param name="Replace">The part of the text that a choice takes the place of: what was begun before the cursor.</param>
internal sealed record Completion(TextSpan Replace, IReadOnlyList<CompletionItem> Items)
{
    public static readonly Completion None = new(default, []);

    public EditState Insert(EditState state, string text) => state.Replace(Replace.Start, Replace.End, text);

    /// <summary>Puts in as much as all items agree on, if that is more than was typed.</summary>
    public EditState InsertCommonPrefix(EditState state)
    {
        var prefix = CommonPrefix();
        return Items.Count == 1 || prefix.Length > Replace.Length ? Insert(state, prefix) : state;
    }

    /// <summary>The same choices after the part to replace has grown.</summary>
    public Completion Extend(int length) => this with { Replace = new TextSpan(Replace.Start, Replace.Length + length) };

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
internal sealed record CompletionItem(string Text, string? Description = null);

internal delegate Completion CompletionSource(string text, int cursor);
