namespace Graph.Terminal;

internal enum KeyKind
{
    /// <summary>Text to insert: one text element as it was typed, or everything that was pasted.</summary>
    Text,

    /// <summary>A key that does something; its modifiers tell what.</summary>
    Special,

    /// <summary>Nothing more will come.</summary>
    EndOfInput,
}

/// <summary>One thing that the user did at the keyboard.</summary>
/// <param name="Character">The letter of a key pressed with Ctrl or Alt, lower case; else NUL.</param>
internal readonly record struct KeyPress(KeyKind Kind, string Text, ConsoleKey Key, char Character, ConsoleModifiers Modifiers)
{
    public static readonly KeyPress EndOfInput = new(KeyKind.EndOfInput, "", ConsoleKey.None, '\0', ConsoleModifiers.None);

    public bool IsControl => Modifiers.HasFlag(ConsoleModifiers.Control);

    public bool IsAlt => Modifiers.HasFlag(ConsoleModifiers.Alt);

    public static KeyPress OfText(string text) => new(KeyKind.Text, text, ConsoleKey.None, '\0', ConsoleModifiers.None);

    public static KeyPress OfKey(ConsoleKey key, ConsoleModifiers modifiers = ConsoleModifiers.None, char character = '\0') =>
        new(KeyKind.Special, "", key, character, modifiers);
}
