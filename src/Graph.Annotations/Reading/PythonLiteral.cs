using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Values as Python prints them, and pandas into the cells of tables: <c>[('Anna', 0, 4, 'PER')]</c>, <c>{'entities': [...]}</c>,
/// <c>['B-PER' 'O']</c> of arrays. They are written as JSON: tuples and sets as lists, <c>None</c> and <c>nan</c> as null.
/// </summary>
internal sealed class PythonLiteral
{
    private const int MaximumDepth = 32;
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\n,:()[]{}'\"");

    private readonly string text;
    private int position;

    private PythonLiteral(string text) => this.text = text;

    /// <summary>The JSON of a text that is one such value and nothing else; null for any other.</summary>
    public static string? ToJson(string text)
    {
        var literal = new PythonLiteral(text);
        var json = new StringBuilder();
        return literal.TryRead(json, 0) && literal.IsAtEnd() ? json.ToString() : null;
    }

    private bool IsAtEnd()
    {
        SkipBlanks();
        return position == text.Length;
    }

    private void SkipBlanks()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
    }

    private bool TryRead(StringBuilder json, int depth)
    {
        SkipBlanks();
        if (position == text.Length || depth > MaximumDepth)
            return false;
        return text[position] switch
        {
            '[' => TryReadItems(json, ']', depth),
            '(' => TryReadItems(json, ')', depth),
            '{' => TryReadBraces(json, depth),
            '\'' or '"' => TryReadString(json),
            _ => TryReadWord(json, depth),
        };
    }

    /// <summary>Items behind a bracket; between those of an array there are only blanks.</summary>
    private bool TryReadItems(StringBuilder json, char close, int depth)
    {
        position++;
        json.Append('[');
        for (var count = 0; ; count++)
        {
            SkipBlanks();
            if (Take(close))
                break;
            if (count > 0)
                json.Append(',');
            if (!TryRead(json, depth + 1))
                return false;
            SkipBlanks();
            Take(',');
        }

        json.Append(']');
        return true;
    }

    /// <summary>
    /// The first item is read once, and what follows it says whether it is a name, so that nothing is read anew at each depth.
    /// </summary>
    private bool TryReadBraces(StringBuilder json, int depth)
    {
        position++;
        SkipBlanks();
        if (Take('}'))
        {
            json.Append("{}");
            return true;
        }

        var first = new StringBuilder();
        if (!TryRead(first, depth + 1))
            return false;
        SkipBlanks();
        return text.AsSpan(position) is [':', ..] ? TryReadPairs(json, first, depth) : TryReadSet(json, first, depth);
    }

    private bool TryReadSet(StringBuilder json, StringBuilder first, int depth)
    {
        json.Append('[').Append(first);
        while (true)
        {
            Take(',');
            SkipBlanks();
            if (Take('}'))
                break;
            json.Append(',');
            if (!TryRead(json, depth + 1))
                return false;
            SkipBlanks();
        }

        json.Append(']');
        return true;
    }

    private bool TryReadPairs(StringBuilder json, StringBuilder name, int depth)
    {
        json.Append('{');
        while (true)
        {
            json.Append(name[0] == '"' ? name.ToString() : Quote(name.ToString()));
            SkipBlanks();
            if (!Take(':'))
                return false;
            json.Append(':');
            if (!TryRead(json, depth + 1))
                return false;
            SkipBlanks();
            Take(',');
            SkipBlanks();
            if (Take('}'))
                break;
            json.Append(',');
            name.Clear();
            if (!TryRead(name, depth + 1))
                return false;
        }

        json.Append('}');
        return true;
    }

    private bool Take(char character)
    {
        if (position == text.Length || text[position] != character)
            return false;
        position++;
        return true;
    }

    private static string Quote(string value) => $"\"{JsonEncodedText.Encode(value)}\"";

    private bool TryReadString(StringBuilder json)
    {
        var quote = text[position++];
        var value = new StringBuilder();
        while (position < text.Length && text[position] != quote)
        {
            var character = text[position++];
            if (character != '\\' || position == text.Length)
                value.Append(character);
            else
                value.Append(ReadEscape());
        }

        if (!Take(quote))
            return false;
        json.Append(Quote(value.ToString()));
        return true;
    }

    private string ReadEscape()
    {
        var character = text[position++];
        var digits = character switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0 && position + digits <= text.Length
            && int.TryParse(text.AsSpan(position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && (Rune.IsValid(code) || code < char.MaxValue))
        {
            position += digits;
            return Rune.IsValid(code) ? new Rune(code).ToString() : ((char)code).ToString();
        }

        return character switch { 'n' => "\n", 't' => "\t", 'r' => "\r", '\n' => "", _ => character.ToString() };
    }

    /// <summary>A number, a constant, or a value in the call that makes it, <c>array([...], dtype=object)</c>.</summary>
    private bool TryReadWord(StringBuilder json, int depth)
    {
        var end = text.AsSpan(position).IndexOfAny(WordEnds) is >= 0 and var found ? position + found : text.Length;
        var word = text[position..end];
        position = end;
        if (end < text.Length && text[end] == '(' && word.Length > 0 && char.IsLetter(word[0]))
            return TryReadCall(json, depth);
        switch (word)
        {
            case "None" or "nan" or "NaN" or "null":
                json.Append("null");
                return true;
            case "True" or "true":
                json.Append("true");
                return true;
            case "False" or "false":
                json.Append("false");
                return true;
            case "u" or "b" or "r" when end < text.Length && text[end] is '\'' or '"':
                return TryReadString(json);
        }

        if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return false;
        json.Append(long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole.ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture));
        return true;
    }

    /// <summary>The first argument; others say how it is kept.</summary>
    private bool TryReadCall(StringBuilder json, int depth)
    {
        position++;
        if (!TryRead(json, depth + 1))
            return false;
        var end = text.IndexOf(')', position);
        position = end + 1;
        return end >= 0;
    }
}
