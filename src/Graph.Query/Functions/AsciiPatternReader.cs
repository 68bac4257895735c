using System.Globalization;

namespace Graph.Query.Functions;

/// <summary>
/// Reads the part of the syntax of regular expressions that people use: characters, sets, groups, choices and repetitions. A pattern with
/// anything else has none, and is left to the engine that knows all of it. It must be a valid one.
/// </summary>
internal sealed class AsciiPatternReader
{
    private const int MostLevels = 64;
    private const string Signs = @"\*+?|{[()^$.";

    private readonly string pattern;
    private int position;
    private int level;

    private AsciiPatternReader(string pattern) => this.pattern = pattern;

    /// <returns>Null where the pattern needs more than this reader knows.</returns>
    public static AsciiPattern? TryRead(string pattern)
    {
        var reader = new AsciiPatternReader(pattern);
        return reader.ReadChoice() is { } read && reader.position == pattern.Length ? read : null;
    }

    private char? Next => position < pattern.Length ? pattern[position] : null;

    private AsciiPattern? ReadChoice()
    {
        var branches = ImmutableArray.CreateBuilder<AsciiPattern>();
        do
        {
            if (ReadSequence() is not { } branch)
                return null;
            branches.Add(branch);
        }
        while (TakeIf('|'));

        return branches.Count == 1 ? branches[0] : new AsciiChoice(branches.ToImmutable());
    }

    private AsciiSequence? ReadSequence()
    {
        var parts = ImmutableArray.CreateBuilder<AsciiPattern>();

        // The whole text must match, so that its start and end, said at the outside, say nothing more.
        if (level == 0 && TakeIf('^') && Next is '*' or '+' or '?' or '{')
            return null;
        while (Next is not (null or '|' or ')'))
        {
            if (level == 0 && Next == '$' && (position + 1 == pattern.Length || pattern[position + 1] == '|'))
            {
                position++;
                break;
            }

            if (ReadPart() is not { } part || ReadRepetition(part) is not { } repeated)
                return null;
            parts.Add(repeated);
        }

        return new AsciiSequence(parts.ToImmutable());
    }

    private AsciiPattern? ReadPart()
    {
        var character = pattern[position++];
        return character switch
        {
            '(' => ReadGroup(),
            '[' => ReadSet(),
            '\\' => ReadEscape(),
            '.' => AsciiSet.AllButLineFeed,
            _ when Signs.Contains(character) => null,
            _ => AsciiSet.OfRange(character, character),
        };
    }

    private AsciiPattern? ReadGroup()
    {
        if (++level > MostLevels || (TakeIf('?') && !TakeIf(':')))
            return null;

        var group = ReadChoice();
        level--;
        return group is not null && TakeIf(')') ? group : null;
    }

    /// <summary>The set of an escape; null for those that are no single character.</summary>
    private AsciiSet? ReadEscape()
    {
        var character = pattern[position++];
        return character switch
        {
            'd' => AsciiSet.Digits,
            'D' => AsciiSet.Digits.Inverse,
            's' => AsciiSet.Blanks,
            'S' => AsciiSet.Blanks.Inverse,
            'w' => AsciiSet.WordCharacters,
            'W' => AsciiSet.WordCharacters.Inverse,
            't' => AsciiSet.OfRange('\t', '\t'),
            'n' => AsciiSet.OfRange('\n', '\n'),
            'r' => AsciiSet.OfRange('\r', '\r'),
            _ when char.IsAsciiLetterOrDigit(character) || !char.IsAscii(character) => null,
            _ => AsciiSet.OfRange(character, character),
        };
    }

    private AsciiSet? ReadSet()
    {
        var isInverse = TakeIf('^');
        var set = new AsciiSet(UInt128.Zero);
        for (var isFirst = true; Next != ']' || isFirst; isFirst = false)
        {
            // A set in a set is taken away from it, which nobody writes.
            var start = position;
            if (ReadMember() is not { } member || pattern[start] == '[')
                return null;
            if (Next != '-' || pattern[position + 1] == ']')
            {
                set = set.With(member);
                continue;
            }

            position++;
            if (pattern[start] == '\\' || pattern[position] is '\\' or '[')
                return null;
            set = set.With(AsciiSet.OfRange(pattern[start], pattern[position++]));
        }

        position++;
        return isInverse ? set.Inverse : set;
    }

    private AsciiSet? ReadMember()
    {
        var character = pattern[position++];
        return character == '\\' ? ReadEscape() : AsciiSet.OfRange(character, character);
    }

    /// <summary>The part as often as it may come; a lazy repetition matches the same texts.</summary>
    private AsciiPattern? ReadRepetition(AsciiPattern part)
    {
        AsciiPattern? repeated = part;
        switch (Next)
        {
            case '*':
                repeated = new AsciiRepetition(part, 0, null);
                break;
            case '+':
                repeated = new AsciiRepetition(part, 1, null);
                break;
            case '?':
                repeated = new AsciiRepetition(part, 0, 1);
                break;
            case '{':
                repeated = ReadBounds(part);
                break;
            default:
                return part;
        }

        position++;
        TakeIf('?');
        return repeated;
    }

    /// <summary><c>{2}</c>, <c>{2,}</c> or <c>{2,4}</c>, up to its last sign; null where it means something else.</summary>
    private AsciiRepetition? ReadBounds(AsciiPattern part)
    {
        var end = pattern.IndexOf('}', position);
        if (end < 0)
            return null;

        var bounds = pattern[(position + 1)..end].Split(',');
        position = end;
        if (bounds.Length > 2 || ReadNumber(bounds[0]) is not { } least)
            return null;
        if (bounds is [_, ""])
            return new AsciiRepetition(part, least, null);
        return ReadNumber(bounds[^1]) is { } most ? new AsciiRepetition(part, least, most) : null;
    }

    private static int? ReadNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private bool TakeIf(char character)
    {
        if (Next != character)
            return false;
        position++;
        return true;
    }
}
