using System.Globalization;
using System.Text;

namespace Graph.Tck.Results;

/// <summary>
/// Reads the value notation of the suite's tables: <c>1</c>, <c>'a'</c>, <c>[1, null]</c>, <c>(:A {p: 0})</c>, <c>&lt;(:A)-[:T]->()></c>.
/// </summary>
public sealed class TckValueParser
{
    private readonly string text;
    private int position;

    private TckValueParser(string text) => this.text = text;

    /// <exception cref="FormatException">The text is no value.</exception>
    public static TckValue Parse(string text)
    {
        var parser = new TckValueParser(text);
        var value = parser.ReadValue();
        parser.SkipBlanks();
        return parser.position == text.Length ? value : throw parser.Unexpected();
    }

    private TckValue ReadValue()
    {
        SkipBlanks();
        return Current switch
        {
            '\'' => new TckScalar(Value.FromString(ReadString())),
            '[' when text.AsSpan(position + 1).TrimStart().StartsWith(":") => ReadRelationship(),
            '[' => ReadList(),
            '{' => ReadMap(),
            '(' => ReadNode(),
            '<' => ReadPath(),
            _ => ReadWord(),
        };
    }

    private char Current => position < text.Length ? text[position] : '\0';

    private TckScalar ReadWord()
    {
        var start = position;
        while (char.IsLetterOrDigit(Current) || Current is '.' or '+' or '-')
            position++;

        var word = text[start..position];
        return new TckScalar(word switch
        {
            "null" => Value.Null,
            "true" => Value.True,
            "false" => Value.False,
            "NaN" => Value.FromFloat(double.NaN),
            "Inf" => Value.FromFloat(double.PositiveInfinity),
            "-Inf" => Value.FromFloat(double.NegativeInfinity),
            _ when long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) =>
                Value.FromInteger(integer),
            _ when double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Value.FromFloat(number),
            _ => throw Unexpected(),
        });
    }

    private string ReadString()
    {
        var value = new StringBuilder();
        for (position++; Current != '\''; position++)
        {
            if (Current == '\0')
                throw Unexpected();
            if (Current == '\\' && position + 1 < text.Length && text[position + 1] is '\'' or '\\')
                position++;
            value.Append(Current);
        }

        position++;
        return value.ToString();
    }

    private TckList ReadList()
    {
        Expect('[');
        var items = ImmutableArray.CreateBuilder<TckValue>();
        while (!TryTake(']'))
        {
            items.Add(ReadValue());
            if (!TryTake(','))
            {
                Expect(']');
                break;
            }
        }

        return new TckList(items.ToImmutable());
    }

    private TckMap ReadMap()
    {
        Expect('{');
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, TckValue>>();
        while (!TryTake('}'))
        {
            var key = ReadName();
            Expect(':');
            entries.Add(KeyValuePair.Create(key, ReadValue()));
            if (!TryTake(','))
            {
                Expect('}');
                break;
            }
        }

        return new TckMap(entries.ToImmutable());
    }

    private TckNode ReadNode()
    {
        Expect('(');
        var labels = ImmutableArray.CreateBuilder<string>();
        while (TryTake(':'))
            labels.Add(ReadName());
        var properties = ReadOptionalMap();
        Expect(')');
        return new TckNode(labels.ToImmutable(), properties);
    }

    private TckRelationship ReadRelationship()
    {
        Expect('[');
        Expect(':');
        var type = ReadName();
        var properties = ReadOptionalMap();
        Expect(']');
        return new TckRelationship(type, properties);
    }

    private TckPath ReadPath()
    {
        Expect('<');
        var start = ReadNode();
        var steps = ImmutableArray.CreateBuilder<TckPathStep>();
        while (!TryTake('>'))
        {
            var forward = !TryTake('<');
            Expect('-');
            var relationship = ReadRelationship();
            Expect('-');
            if (forward)
                Expect('>');
            steps.Add(new TckPathStep(relationship, forward, ReadNode()));
        }

        return new TckPath(start, steps.ToImmutable());
    }

    private TckMap ReadOptionalMap()
    {
        SkipBlanks();
        return Current == '{' ? ReadMap() : TckMap.Empty;
    }

    private string ReadName()
    {
        SkipBlanks();
        var start = position;
        if (Current == '`')
        {
            position = text.IndexOf('`', start + 1) + 1;
            return position > 0 ? text[(start + 1)..(position - 1)] : throw Unexpected();
        }

        while (char.IsLetterOrDigit(Current) || Current == '_')
            position++;
        return position > start ? text[start..position] : throw Unexpected();
    }

    private void Expect(char character)
    {
        if (!TryTake(character))
            throw Unexpected();
    }

    private bool TryTake(char character)
    {
        SkipBlanks();
        if (Current != character)
            return false;

        position++;
        return true;
    }

    private void SkipBlanks()
    {
        while (char.IsWhiteSpace(Current))
            position++;
    }

    private FormatException Unexpected() => new($"'{text}' is no value of the suite: unexpected text at {position}.");
}
