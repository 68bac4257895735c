using System.Globalization;

namespace Graph.Annotations;

/// <summary>What stands in the braces after a bracketed span: <c>{.Alliance #csto wikidata=Q318693 note="as written"}</c>.</summary>
internal sealed class SpanAttributes
{
    private static readonly string[] Authorities = ["wikidata", "wikipedia", "dbpedia", "geonames", "viaf", "gnd", "isni"];

    public List<string> Labels { get; } = [];

    public string? Id { get; private set; }

    public List<EntityLink> Links { get; } = [];

    public string? Sense { get; private set; }

    public double? Confidence { get; private set; }

    public List<KeyValuePair<string, Value>> Properties { get; } = [];

    /// <summary>What the entity is to be called, whatever the text calls it here; null where the span leaves that to the texts.</summary>
    public string? TakeName()
    {
        var index = Properties.FindIndex(property => property.Key == StoreNames.Name);
        if (index < 0)
            return null;
        var name = Properties[index].Value.AsString();
        Properties.RemoveAt(index);
        return name;
    }

    /// <summary>The offset of the brace that closes an opening one, or -1; a brace in quotes or backquotes does not count.</summary>
    public static int FindEnd(string text, int open, int limit)
    {
        var quote = '\0';
        for (var i = open + 1; i < limit; i++)
        {
            if (quote != '\0')
                quote = text[i] == quote ? '\0' : quote;
            else if (text[i] == '"' || (text[i] == '`' && text[i - 1] == '#'))
                quote = text[i];
            else if (text[i] == '}')
                return i;
        }

        return -1;
    }

    /// <param name="span">What stands between the braces.</param>
    public static SpanAttributes Read(SourceText source, TextSpan span, ReadingLog log)
    {
        var result = new SpanAttributes();
        var position = span.Start;
        while (position < span.End)
        {
            if (char.IsWhiteSpace(source.Text[position]))
            {
                position++;
                continue;
            }

            var end = FindWordEnd(source.Text, position, span.End);
            var place = new SourcePlace(source, TextSpan.FromBounds(position, end));
            if (result.Add(source.Text[position..end], place, log) is { } reason)
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "attribute of a span", reason));
            position = end;
        }

        return result;
    }

    private static int FindWordEnd(string text, int position, int limit)
    {
        var quote = text.AsSpan(position).StartsWith("#`", StringComparison.Ordinal) ? '`' : '"';
        var inQuotes = false;
        while (position < limit && (inQuotes || !char.IsWhiteSpace(text[position])))
            inQuotes ^= text[position++] == quote;
        return position;
    }

    /// <summary>Adds one attribute; gives the reason where it is none.</summary>
    private string? Add(string word, SourcePlace place, ReadingLog log)
    {
        if (word.Length > 1 && word[0] == '.')
        {
            Labels.Add(word[1..]);
            return null;
        }

        if (word.Length > 1 && word[0] == '#')
        {
            var isFirst = Id is null;
            Id ??= ReadId(word[1..]);
            return isFirst ? null : "a span has one id";
        }

        var equals = word.IndexOf('=');
        if (equals <= 0)
            return $"write '.{word.TrimStart('.', '#')}' for a label, '#{word.TrimStart('.', '#')}' for an id, or 'key=value'";
        return AddPair(word[..equals], ReadValue(word[(equals + 1)..]), place, log);
    }

    /// <summary>In quotes, in which two stand for one, or without.</summary>
    private static string ReadValue(string written) => written.Length > 1 && written[0] == '"' && written[^1] == '"'
        ? written[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
        : written.Trim('"');

    /// <summary>In backquotes, in which two stand for one, an id may hold anything.</summary>
    private static string ReadId(string written) => written.Length > 2 && written[0] == '`' && written[^1] == '`'
        ? written[1..^1].Replace("``", "`", StringComparison.Ordinal)
        : written;

    private string? AddPair(string key, string value, SourcePlace place, ReadingLog log)
    {
        if (value.Length == 0)
            return $"'{key}' has no value";

        if (Authorities.Contains(key))
        {
            if (Links.Exists(link => link.Authority == key))
                return $"'{key}' is given twice, and the first value counts";
            Links.Add(new EntityLink(key, value));
        }
        else if (key == "sense")
        {
            if (Sense is not null)
                return "'sense' is given twice, and the first value counts";
            Sense = value;
        }
        else if (key == "confidence")
        {
            if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number is not (>= 0 and <= 1))
                return "'confidence' is a number from 0 to 1";
            if (Confidence is not null)
                return "'confidence' is given twice, and the first value counts";
            Confidence = number;
        }
        else if (Properties.Exists(property => property.Key == key))
        {
            return $"'{key}' is given twice, and the first value counts";
        }
        else
        {
            Properties.Add(new(key, Value.FromString(value)));
            if (NearestName.Find(key, Authorities) is { } near)
                log.Report(ReadingDiagnostics.UnknownField(place, key, near));
        }

        return null;
    }
}
