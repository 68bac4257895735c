using System.Text;

namespace Graph.Terminal;

/// <summary>
/// Makes key presses of raw console keys: joins surrogate halves, takes Escape before a letter as Alt, and gathers a bracketed
/// paste (<c>ESC [ 2 0 0 ~</c> ... <c>ESC [ 2 0 1 ~</c>, which .NET hands on as single keys) into one text.
/// </summary>
internal sealed class KeyDecoder(IKeySource source)
{
    private const string PasteStart = "200~";
    private const string PasteEnd = "\e[201~";

    /// <summary>Windows reports the key that reaches a third sign, such as <c>@</c>, as both.</summary>
    private const ConsoleModifiers AltGr = ConsoleModifiers.Alt | ConsoleModifiers.Control;

    private readonly Queue<ConsoleKeyInfo> pending = new();

    /// <summary>More keys wait, so painting can be put off.</summary>
    public bool IsBusy => pending.Count > 0 || source.IsKeyAvailable;

    public KeyPress Read()
    {
        if (Next() is not { } key)
            return KeyPress.EndOfInput;
        if (key.Key == ConsoleKey.Escape && key.Modifiers == ConsoleModifiers.None && IsBusy)
            return ReadAfterEscape();
        if (char.IsHighSurrogate(key.KeyChar))
            return ReadLowSurrogate(key.KeyChar);

        return IsText(key) ? KeyPress.OfText(key.KeyChar.ToString()) : Normalize(key);
    }

    private ConsoleKeyInfo? Next() => pending.TryDequeue(out var key) ? key : source.ReadKey();

    private static bool IsText(ConsoleKeyInfo key) =>
        !char.IsControl(key.KeyChar) && (key.Modifiers & AltGr) is (ConsoleModifiers.None or AltGr);

    private KeyPress ReadLowSurrogate(char high)
    {
        if (Next() is not { } next)
            return KeyPress.OfText(Rune.ReplacementChar.ToString());
        if (char.IsLowSurrogate(next.KeyChar))
            return KeyPress.OfText(new string([high, next.KeyChar]));

        pending.Enqueue(next);
        return KeyPress.OfText(Rune.ReplacementChar.ToString());
    }

    private static KeyPress Normalize(ConsoleKeyInfo key)
    {
        var isNamed = key.Key is ConsoleKey.Enter or ConsoleKey.Tab or ConsoleKey.Backspace or ConsoleKey.Escape;
        if (!isNamed && GetControlLetter(key) is { } letter)
            return KeyPress.OfKey(key.Key, key.Modifiers | ConsoleModifiers.Control, letter);

        return KeyPress.OfKey(key.Key, key.Modifiers, char.ToLowerInvariant(key.KeyChar));
    }

    /// <summary>
    /// The letter of Ctrl with a letter: some terminals give only its control character, others only the name of its key.
    /// </summary>
    private static char? GetControlLetter(ConsoleKeyInfo key) => key switch
    {
        { KeyChar: > '\0' and < ' ' } => char.ToLowerInvariant((char)(key.KeyChar + '@')),
        { KeyChar: not '\0' } => null,
        { Modifiers: ConsoleModifiers.Control, Key: >= ConsoleKey.A and <= ConsoleKey.Z } => (char)('a' + (key.Key - ConsoleKey.A)),
        { Modifiers: ConsoleModifiers.Control, Key: ConsoleKey.D7 or ConsoleKey.OemMinus } => '_',
        _ => null,
    };

    private KeyPress ReadAfterEscape()
    {
        var first = Next()!.Value;
        if (first.KeyChar != '[')
            return KeyPress.OfKey(first.Key, first.Modifiers | ConsoleModifiers.Alt, char.ToLowerInvariant(first.KeyChar));

        // A sequence ends with its first letter or tilde. One that the editor does not know does nothing; its letters are no text.
        var sequence = new StringBuilder();
        do
            sequence.Append(Next()?.KeyChar ?? '~');
        while (sequence[^1] is not (>= '@' and <= '~') && IsBusy);
        return sequence.ToString() == PasteStart ? KeyPress.OfText(ReadPaste()) : KeyPress.OfKey(ConsoleKey.None);
    }

    private string ReadPaste()
    {
        var text = new StringBuilder();
        while (Next() is { } key)
        {
            text.Append(key.KeyChar);
            if (EndsPaste(text))
                break;
        }

        return text.Replace("\r\n", "\n").Replace('\r', '\n').ToString();
    }

    private static bool EndsPaste(StringBuilder text)
    {
        if (text[^1] != '~' || text.Length < PasteEnd.Length)
            return false;

        var start = text.Length - PasteEnd.Length;
        if (text.ToString(start, PasteEnd.Length) != PasteEnd)
            return false;

        text.Length = start;
        return true;
    }
}
