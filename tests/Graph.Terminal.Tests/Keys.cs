using System.Text;

namespace Graph.Terminal.Tests;

/// <summary>Key presses as text: letters stand for themselves, <c>&lt;C-a></c>, <c>&lt;A-b></c>, <c>&lt;Left></c>, <c>&lt;Paste:...></c>
/// for the rest. <c>&lt;Paint></c> waits until the editor has painted, <c>&lt;Width:20></c> also makes the terminal that wide.</summary>
internal static class Keys
{
    public static IEnumerable<object> Parse(string script)
    {
        for (var i = 0; i < script.Length; i++)
        {
            var end = script[i] == '<' ? script.IndexOf('>', i) : -1;
            if (end < i + 2)
            {
                yield return OfChar(script[i]);
                continue;
            }

            foreach (var key in Named(script[(i + 1)..end]))
                yield return key;
            i = end;
        }
    }

    private static IEnumerable<object> Named(string name) => name switch
    {
        "Paint" => [new Action<FakeTerminal>(_ => { })],
        _ when name.StartsWith("Width:", StringComparison.Ordinal) =>
            [new Action<FakeTerminal>(terminal => terminal.Resize(int.Parse(name[6..])))],
        _ when name.StartsWith("Paste:", StringComparison.Ordinal) => $"\e[200~{name[6..]}\e[201~".Select(unit => (object)OfChar(unit)),
        _ when name.StartsWith("Raw:", StringComparison.Ordinal) => name[4..].Select(unit => (object)OfChar(unit)),
        "lt" => [(object)OfChar('<')],
        _ => [(object)Special(name)],
    };

    private static ConsoleKeyInfo Special(string name)
    {
        var modifiers = ConsoleModifiers.None;
        for (; name.Length > 2 && name[1] == '-'; name = name[2..])
            modifiers |= name[0] switch
            {
                'C' => ConsoleModifiers.Control,
                'A' => ConsoleModifiers.Alt,
                'S' => ConsoleModifiers.Shift,
                _ => throw new FormatException(name),
            };
        if (name.Length == 1 || name == "lt")
            return OfLetter(name == "lt" ? '<' : name[0], modifiers);

        var key = name switch
        {
            "Left" => ConsoleKey.LeftArrow,
            "Right" => ConsoleKey.RightArrow,
            "Up" => ConsoleKey.UpArrow,
            "Down" => ConsoleKey.DownArrow,
            "Back" => ConsoleKey.Backspace,
            "Esc" => ConsoleKey.Escape,
            _ => Enum.Parse<ConsoleKey>(name),
        };
        return With(key, key switch { ConsoleKey.Enter => '\r', ConsoleKey.Tab => '\t', ConsoleKey.Escape => '\e', _ => '\0' }, modifiers);
    }

    private static ConsoleKeyInfo OfLetter(char letter, ConsoleModifiers modifiers)
    {
        var key = char.IsAsciiLetter(letter) ? Enum.Parse<ConsoleKey>(letter.ToString().ToUpperInvariant()) : ConsoleKey.None;
        return With(key, modifiers.HasFlag(ConsoleModifiers.Control) ? (char)(char.ToUpperInvariant(letter) - 64) : letter, modifiers);
    }

    private static ConsoleKeyInfo OfChar(char unit) => unit switch
    {
        '\n' or '\r' => new ConsoleKeyInfo(unit, ConsoleKey.Enter, false, false, false),
        '\t' => new ConsoleKeyInfo('\t', ConsoleKey.Tab, false, false, false),
        '\e' => new ConsoleKeyInfo('\e', ConsoleKey.Escape, false, false, false),
        _ => new ConsoleKeyInfo(unit, ConsoleKey.None, false, false, false),
    };

    private static ConsoleKeyInfo With(ConsoleKey key, char unit, ConsoleModifiers modifiers) =>
        new(unit, key, modifiers.HasFlag(
            ConsoleModifiers.Shift), modifiers.HasFlag(ConsoleModifiers.Alt), modifiers.HasFlag(ConsoleModifiers.Control));
}
