using System.Globalization;

namespace Graph.Testing.Ebnf;

/// <summary>Reads grammars: <c>name ::= expression</c>, with <c>/* comments */</c> anywhere.</summary>
internal sealed class EbnfReader(string text)
{
    private int position;

    public IEnumerable<(string Name, EbnfExpression Expression)> ReadRules()
    {
        SkipBlanks();
        while (position < text.Length)
        {
            var name = ReadName();
            Expect("::=");
            yield return (name, ReadChoice());
        }
    }

    private EbnfExpression ReadChoice()
    {
        var alternatives = new List<EbnfExpression> { ReadSequence() };
        while (TryTake("|"))
            alternatives.Add(ReadSequence());
        return alternatives is [var single] ? single : new EbnfChoice(alternatives);
    }

    private EbnfExpression ReadSequence()
    {
        var items = new List<EbnfExpression>();
        while (StartsItem())
        {
            var item = ReadRepetition();
            items.Add(TryTake("-") ? new EbnfDifference(item, ReadRepetition()) : item);
        }

        return items is [var single] ? single : new EbnfSequence(items);
    }

    private EbnfExpression ReadRepetition()
    {
        var item = ReadPrimary();
        if (TryTake("?"))
            return new EbnfRepetition(item, 0, 1);
        if (TryTake("*"))
            return new EbnfRepetition(item, 0, null);
        return TryTake("+") ? new EbnfRepetition(item, 1, null) : item;
    }

    private EbnfExpression ReadPrimary()
    {
        if (TryTake("("))
        {
            var inner = ReadChoice();
            Expect(")");
            return inner;
        }

        return text[position] switch
        {
            '\'' or '"' => ReadTerminal(),
            '[' => ReadCharacters(),
            '#' => ReadSingleCharacter(),
            _ => new EbnfReference(ReadName()),
        };
    }

    private EbnfTerminal ReadTerminal()
    {
        var end = text.IndexOf(text[position], position + 1);
        if (end <= position + 1)
            throw Error("a terminal");
        var terminal = new EbnfTerminal(text[(position + 1)..end]);
        position = end + 1;
        SkipBlanks();
        return terminal;
    }

    private EbnfCharacters ReadCharacters()
    {
        position++;
        var isNegated = text[position] == '^';
        if (isNegated)
            position++;
        var ranges = new List<(char, char)>();
        while (text[position] != ']')
        {
            var first = ReadCharacter();
            var isRange = text[position] == '-' && text[position + 1] != ']';
            if (isRange)
                position++;
            ranges.Add((first, isRange ? ReadCharacter() : first));
        }

        position++;
        SkipBlanks();
        return new EbnfCharacters(ranges, isNegated);
    }

    private EbnfCharacters ReadSingleCharacter()
    {
        var character = ReadCharacter();
        SkipBlanks();
        return new EbnfCharacters([(character, character)], IsNegated: false);
    }

    private char ReadCharacter()
    {
        if (text[position] != '#')
            return text[position++];
        var end = position + 2;
        while (end < text.Length && char.IsAsciiHexDigit(text[end]))
            end++;
        var code = ushort.Parse(text.AsSpan((position + 2)..end), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        position = end;
        return (char)code;
    }

    /// <summary>A name that <c>::=</c> follows begins the next rule.</summary>
    private bool StartsItem()
    {
        if (position >= text.Length || text[position] is ')' or '|')
            return false;
        if (!char.IsLetter(text[position]))
            return true;
        var end = position;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        return !text.AsSpan(end).TrimStart().StartsWith("::=");
    }

    private string ReadName()
    {
        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] == '_'))
            position++;
        if (position == start)
            throw Error("a name");
        var name = text[start..position];
        SkipBlanks();
        return name;
    }

    private bool TryTake(string sign)
    {
        if (string.CompareOrdinal(text, position, sign, 0, sign.Length) != 0)
            return false;
        position += sign.Length;
        SkipBlanks();
        return true;
    }

    private void Expect(string sign)
    {
        if (!TryTake(sign))
            throw Error($"'{sign}'");
    }

    private void SkipBlanks()
    {
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position]))
                position++;
            else if (string.CompareOrdinal(text, position, "/*", 0, 2) == 0)
                position = text.IndexOf("*/", position, StringComparison.Ordinal) + 2;
            else
                return;
        }
    }

    private FormatException Error(string expected) =>
        new($"Expected {expected} at line {text.AsSpan(0, Math.Min(position, text.Length)).Count('\n') + 1} of the grammar.");
}
