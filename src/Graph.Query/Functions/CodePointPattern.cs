using System.Text;

namespace Graph.Query.Functions;

/// <summary>
/// A regular expression to whose author a character beyond U+FFFF is one, though the engine that matches it sees two units of UTF-16.
/// </summary>
internal sealed class CodePointPattern
{
    /// <summary>What no single unit is that belongs to a pair.</summary>
    public const string Surrogates = @"\uD800-\uDFFF";

    private const string Nothing = @"[^\u0000-\uFFFF]";

    private readonly List<Part> parts = [];
    private readonly Stack<Options> scopes = new([default]);
    private readonly PatternCursor cursor;

    private CodePointPattern(string pattern)
    {
        cursor = new PatternCursor(pattern);
        while (!cursor.IsAtEnd && Refusal is null)
            Read();
    }

    private readonly record struct Options(bool Singleline, bool HasComments);

    /// <param name="Near">As it matches a unit, or whatever matches no character.</param>
    /// <param name="Far">What it matches of pairs, null where <paramref name="Near"/> says all.</param>
    private readonly record struct Part(string Near, SupplementarySet? Far);

    /// <summary>What of it is no pattern here or one of another meaning in other engines, with what to write; null for nothing.</summary>
    public string? Refusal { get; private set; }

    /// <summary>What lets something stand behind the pattern: its last line may be a comment.</summary>
    public string End { get; private set; } = "";

    /// <summary>The pattern need not be a valid one; what is not valid stays as it is.</summary>
    public static CodePointPattern Read(string pattern) => new(pattern);

    /// <summary>The pattern for an engine of units.</summary>
    /// <param name="highs">The first units of the pairs in the texts, ascending.</param>
    public string ToUnits(IReadOnlyCollection<char> highs)
    {
        var text = new StringBuilder();
        foreach (var (near, far) in parts)
            text.Append(far is null ? near : Choice(near, far.ToPattern(highs)));
        return text.ToString();
    }

    private static string Choice(string near, string far) => (near, far) switch
    {
        ("", "") => Nothing,
        ("", _) => $"(?:{far})",
        (_, "") => near,
        _ => $"(?:{near}|{far})",
    };

    private void Read()
    {
        switch (cursor.Next)
        {
            case '\\':
                ReadEscape();
                break;
            case '[':
                ReadClass();
                break;
            case '(':
                ReadOpening();
                break;
            case ')':
                if (scopes.Count > 1)
                    scopes.Pop();
                Copy(1);
                break;
            case '.':
                cursor.Take(1);
                parts.Add(new Part(scopes.Peek().Singleline ? $"[^{Surrogates}]" : $@"[^\n{Surrogates}]", SupplementarySet.All));
                break;
            case '#' when scopes.Peek().HasComments:
                Copy(cursor.LengthUntil('\n'));
                End = cursor.IsAtEnd ? "\n" : "";
                break;
            case '{' when cursor.TakesBoundWithoutStart() is { } bound:
                Refusal = $"'{bound}' has no lower bound; write {{0{bound[1..]}";
                break;
            default:
                ReadCharacter();
                break;
        }
    }

    private void Copy(int length) => parts.Add(new Part(cursor.Take(length), null));

    private void ReadCharacter()
    {
        var character = cursor.TakeCharacter();
        parts.Add(new Part(character.Length == 1 ? character : $"(?:{character})", null));
    }

    private void ReadEscape()
    {
        var escape = cursor.TakeEscape();
        parts.Add(escape switch
        {
            { Categories: { } categories } => new Part($"[{escape.Text}-[{Surrogates}]]", new SupplementarySet(categories, [])),
            { Character: not null } => new Part($"(?:{escape.Text})", null),
            _ => new Part(escape.Text, null),
        });
    }

    private void ReadClass()
    {
        var read = CharacterClass.Read(cursor);
        Refusal = read.Refusal;
        parts.Add(new Part(read.ToUnits(), read.Supplementary));
    }

    // A group of any kind, or options for the rest of the group around.
    private void ReadOpening()
    {
        if (cursor.StartsWith("(?#"))
        {
            Copy(cursor.LengthUntil(')'));
            return;
        }

        var options = scopes.Peek();
        if (!cursor.StartsWith("(?"))
        {
            scopes.Push(options);
            Copy(1);
            return;
        }

        var text = cursor.TakeGroupStart();
        var letters = text.AsSpan(2, Math.Max(0, text.Length - 3));
        if (text[^1] is ':' or ')')
            options = With(options, letters);
        if (text[^1] == ')')
            scopes.Pop();
        scopes.Push(options);
        parts.Add(new Part(text, null));
    }

    private static Options With(Options options, ReadOnlySpan<char> letters)
    {
        var isOn = true;
        foreach (var letter in letters)
        {
            options = letter switch
            {
                's' => options with { Singleline = isOn },
                'x' => options with { HasComments = isOn },
                _ => options,
            };
            isOn &= letter != '-';
        }

        return options;
    }
}
