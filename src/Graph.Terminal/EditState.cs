namespace Graph.Terminal;

/// <summary>What is being edited: the text, and the cursor in UTF-16 units, always between two text elements.</summary>
public readonly record struct EditState(string Text, int Cursor)
{
    public static readonly EditState Empty = new("", 0);

    public static EditState AtEnd(string text) => new(text, text.Length);

    public EditState MoveTo(int cursor) => this with { Cursor = cursor };

    public EditState Insert(string text) => Replace(Cursor, Cursor, text);

    /// <summary>Puts a text in place of a range and the cursor behind it.</summary>
    public EditState Replace(int start, int end, string text) =>
        new(string.Concat(Text.AsSpan(0, start), text, Text.AsSpan(end)), start + text.Length);

    /// <summary>Removes what lies between the cursor and another place.</summary>
    public EditState DeleteTo(int other) => Replace(Math.Min(Cursor, other), Math.Max(Cursor, other), "");

    public string TextTo(int other) => Text[Math.Min(Cursor, other)..Math.Max(Cursor, other)];
}
