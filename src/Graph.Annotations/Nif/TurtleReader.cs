using System.Globalization;
using System.Text;

namespace Graph.Annotations;

/// <param name="Object">An address in full, the text of a literal, or the name of a blank node.</param>
internal readonly record struct RdfTriple(string Subject, string Property, string Object);

/// <summary>
/// Turtle, TriG, N-Triples and N-Quads to triples: prefixes, lists by semicolon and comma, literals in all quotes, blank nodes in brackets.
/// Collections and names of graphs are passed over. A statement that cannot be read costs only itself.
/// </summary>
internal sealed class TurtleReader(SourceText source, ReadingLog log)
{
    private const string RdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private readonly string text = source.Text;
    private readonly Dictionary<string, string> prefixes = new(StringComparer.Ordinal);
    private readonly List<RdfTriple> triples = [];
    private int position;
    private int blank;

    public IReadOnlyList<RdfTriple> Read()
    {
        for (SkipBlanks(); position < text.Length; SkipBlanks())
        {
            var start = position;
            try
            {
                ReadStatement();
            }
            catch (FormatException exception)
            {
                log.ReportMalformed(ReadingDiagnostics.Malformed(
                    new SourcePlace(source, new TextSpan(Math.Min(position, text.Length), 0)), "statement", exception.Message));
                position = text.IndexOf(".\n", Math.Max(start + 1, position), StringComparison.Ordinal) is >= 0 and var end
                    ? end + 1
                    : text.Length;
            }
        }

        return triples;
    }

    private void ReadStatement()
    {
        if (TakeWord("@prefix") || TakeWord("PREFIX") || TakeWord("prefix"))
        {
            SkipBlanks();
            var name = TakeUntil(':');
            position++;
            SkipBlanks();
            prefixes[name.Trim()] = ReadAddress();
            Take('.');
        }
        else if (TakeWord("@base") || TakeWord("BASE"))
        {
            SkipBlanks();
            prefixes["<base>"] = ReadAddress();
            Take('.');
        }
        else if (!Take('{') && !Take('}'))
        {
            ReadTriples();
        }
    }

    /// <summary>Statements, or in TriG the name of the graph that the next ones are of, up to a closing brace.</summary>
    private void ReadTriples()
    {
        var isGraph = TakeWord("GRAPH ") || TakeWord("graph ");
        var subject = ReadTerm();
        if (Take('{'))
            return;
        if (isGraph)
            throw new FormatException("a graph is in braces");
        ReadPredicates(subject);
        if (!Take('.') && !IsAt('}'))
            throw new FormatException("a statement ends in a full stop");
    }

    private void ReadPredicates(string subject)
    {
        do
        {
            SkipBlanks();
            if (position >= text.Length || text[position] is '.' or ']' or '}')
                return;
            var predicate = TakeWord("a ") || TakeWord("a\t") ? RdfType : ReadTerm();
            do
                triples.Add(new RdfTriple(subject, predicate, ReadTerm()));
            while (Take(','));
            // N-Quads name the graph behind the object.
            if (IsAt('<') || IsAt('_'))
                ReadTerm();
        }
        while (Take(';'));
    }

    private string ReadTerm()
    {
        SkipBlanks();
        if (position >= text.Length)
            throw new FormatException("the file breaks off");
        switch (text[position])
        {
            case '<':
                return ReadAddress();
            case '"' or '\'':
                return ReadLiteral();
            case '[':
                position++;
                var node = $"_:b{blank++}";
                ReadPredicates(node);
                if (!Take(']'))
                    throw new FormatException("a bracket is not closed");
                return node;
            case '(':
                position++;
                while (!Take(')'))
                    ReadTerm();
                return "";
            default:
                return ReadName();
        }
    }

    private string ReadAddress()
    {
        if (position >= text.Length || text[position] != '<')
            throw new FormatException("an address stands in angle brackets");
        position++;
        var address = TakeUntil('>');
        position++;
        address = address.Contains('\\') ? Unescape(address) : address;
        return address.Contains(':') ? address : prefixes.GetValueOrDefault("<base>", "") + address;
    }

    /// <summary>
    /// Titles of pages have parentheses in them, which a name may not, and some files write; those that are opened in it belong to it.
    /// </summary>
    private static bool EndsName(char character, bool isInside, ref int open)
    {
        if (character == '(' && isInside)
            open++;
        else if (character != ')' || open-- == 0)
            return character is ';' or ',' or ']' or ')' or '[' or '(' or '{' or '}' or '"' or '<';
        return false;
    }

    /// <summary>A name with a prefix, a number or a truth value.</summary>
    private string ReadName()
    {
        var start = position;
        var open = 0;
        while (position < text.Length && !char.IsWhiteSpace(text[position]) && !EndsName(text[position], position > start, ref open))
            position += text[position] == '\\' && position + 1 < text.Length ? 2 : 1;
        // A full stop at the end closes the statement.
        while (position > start && text[position - 1] == '.')
            position--;
        var name = text[start..position];
        if (name.Length == 0)
            throw new FormatException($"'{text[position]}' begins nothing");
        var colon = name.IndexOf(':');
        if (colon < 0 || name.StartsWith("_:", StringComparison.Ordinal))
            return name;
        return prefixes.TryGetValue(name[..colon], out var prefix)
            ? prefix + name[(colon + 1)..].Replace("\\", "")
            : throw new FormatException($"the prefix '{name[..colon]}' is not declared");
    }

    private string ReadLiteral()
    {
        var quote = text[position];
        var isLong = position + 2 < text.Length && text[position + 1] == quote && text[position + 2] == quote;
        position += isLong ? 3 : 1;
        var start = position;
        while (position < text.Length
            && !(text[position] == quote
                && (!isLong || (position + 2 < text.Length && text[position + 1] == quote && text[position + 2] == quote))))
            position += text[position] == '\\' ? 2 : 1;
        if (position >= text.Length)
            throw new FormatException("a literal is not closed");
        var value = Unescape(text[start..position]);
        position += isLong ? 3 : 1;
        if (position < text.Length && text[position] == '@')
        {
            while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '@' or '-'))
                position++;
        }
        else if (text.AsSpan(position).StartsWith("^^"))
        {
            position += 2;
            ReadTerm();
        }

        return value;
    }

    private static string Unescape(string value)
    {
        if (!value.Contains('\\'))
            return value;

        var result = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length)
            {
                result.Append(value[i]);
                continue;
            }

            var kind = value[++i];
            var digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
            if (digits > 0
                && i + digits < value.Length
                && int.TryParse(value.AsSpan(i + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                && Rune.IsValid(code))
            {
                result.Append(new Rune(code).ToString());
                i += digits;
            }
            else if (digits == 4
                && i + digits < value.Length
                && int.TryParse(value.AsSpan(i + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var half))
            {
                result.Append((char)half);
                i += digits;
            }
            else
            {
                result.Append(kind switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => kind });
            }
        }

        return result.ToString();
    }

    private string TakeUntil(char end)
    {
        var at = text.IndexOf(end, position);
        if (at < 0)
            throw new FormatException($"'{end}' is missing");
        var found = text[position..at];
        position = at;
        return found;
    }

    private bool TakeWord(string word)
    {
        if (!text.AsSpan(position).StartsWith(word))
            return false;
        position += word.Length;
        return true;
    }

    private bool Take(char character)
    {
        if (!IsAt(character))
            return false;
        position++;
        return true;
    }

    private bool IsAt(char character)
    {
        SkipBlanks();
        return position < text.Length && text[position] == character;
    }

    private void SkipBlanks()
    {
        while (position < text.Length)
        {
            if (text[position] == '#')
                position = text.IndexOf('\n', position) is >= 0 and var end ? end : text.Length;
            else if (char.IsWhiteSpace(text[position]) || text[position] == '\uFEFF')
                position++;
            else
                return;
        }
    }
}
