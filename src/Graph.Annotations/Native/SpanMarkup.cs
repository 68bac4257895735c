using System.Text;

namespace Graph.Annotations;

/// <summary>
/// Takes the markup out of paragraphs and appends their text: a backslash makes the punctuation after it plain, the hashes of a heading go,
/// brackets with braces after them are mentions. Brackets without braces are text.
/// </summary>
internal sealed class SpanMarkup(SourceText source, StringBuilder text, ReadingLog log)
{
    private readonly List<Mention> mentions = [];
    private readonly List<EntityDescription> descriptions = [];

    /// <summary>In the order in which they close.</summary>
    public IReadOnlyList<Mention> Mentions => mentions;

    /// <summary>What the attributes of spans say of entities that have an id.</summary>
    public IReadOnlyList<EntityDescription> Descriptions => descriptions;

    /// <summary>Appends a paragraph and returns its span in the text.</summary>
    public TextSpan Append(TextSpan paragraph)
    {
        var closings = FindClosings(paragraph);
        var open = new Stack<(int Source, int Text)>();
        var start = text.Length;
        for (var i = SkipHeading(paragraph); i < paragraph.End; i++)
        {
            if (closings.ContainsKey(i))
                open.Push((i, text.Length));
            else if (open.Count > 0 && closings[open.Peek().Source] == i)
                i = Close(open.Pop(), i, paragraph.End);
            else
                i = AppendCharacter(i, paragraph.End);
        }

        return TextSpan.FromBounds(start, text.Length);
    }

    /// <summary>Which opening bracket of a span closes where: only those whose closing bracket has braces after it.</summary>
    private Dictionary<int, int> FindClosings(TextSpan paragraph)
    {
        var result = new Dictionary<int, int>();
        var open = new Stack<int>();
        for (var i = paragraph.Start; i < paragraph.End; i++)
        {
            switch (source.Text[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    open.Push(i);
                    break;
                case '{' when IsAttributes(i, paragraph.End):
                    log.ReportMalformed(ReadingDiagnostics.Malformed(new SourcePlace(source, new TextSpan(i, 2)), "bracketed span",
                        "the bracket ']' that ends its text is missing before the brace; write '\\{' for a plain brace"));
                    break;
                case ']':
                    var opening = open.Count > 0 ? open.Pop() : -1;
                    if (i + 1 < paragraph.End && source.Text[i + 1] == '{')
                        i = NotePair(result, opening, i, paragraph.End);
                    break;
            }
        }

        return result;
    }

    /// <summary><c>{.Label</c> or <c>{#id</c>, which stand nowhere but after a bracket.</summary>
    private bool IsAttributes(int brace, int limit) =>
        brace + 2 < limit
        && (brace == 0 || source.Text[brace - 1] != ']')
        && source.Text[brace + 1] is '.' or '#'
        && char.IsLetter(source.Text[brace + 2]);

    /// <summary>Returns where to go on: after the braces.</summary>
    private int NotePair(Dictionary<int, int> pairs, int opening, int closing, int limit)
    {
        var end = SpanAttributes.FindEnd(source.Text, closing + 1, limit);
        var place = new SourcePlace(source, new TextSpan(closing, 2));
        if (opening < 0)
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "bracketed span",
                "no bracket opens it; write '\\]' for a plain bracket"));
        else if (end < 0)
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "bracketed span", "the brace that closes its attributes is missing"));
        else
            pairs.Add(opening, closing);
        return end < 0 ? closing : end;
    }

    private int SkipHeading(TextSpan paragraph)
    {
        var i = paragraph.Start;
        while (i < paragraph.End && source.Text[i] == '#')
            i++;
        var isHeading = i > paragraph.Start && i < paragraph.End && source.Text[i] == ' ';
        return isHeading ? i + 1 : paragraph.Start;
    }

    private int AppendCharacter(int i, int limit)
    {
        var character = source.Text[i];
        if (character == '\\' && i + 1 < limit && char.IsAscii(source.Text[i + 1])
            && (char.IsPunctuation(source.Text[i + 1]) || char.IsSymbol(source.Text[i + 1])))
        {
            text.Append(source.Text[i + 1]);
            return i + 1;
        }

        // Lines of the text end in LF whatever those of the file end in.
        if (character == '\r')
            character = i + 1 < limit && source.Text[i + 1] == '\n' ? '\0' : '\n';
        if (character != '\0')
            text.Append(character);
        return i;
    }

    private int Close((int Source, int Text) opening, int closing, int limit)
    {
        var end = SpanAttributes.FindEnd(source.Text, closing + 1, limit);
        var attributes = SpanAttributes.Read(source, TextSpan.FromBounds(closing + 2, end), log);
        var place = new SourcePlace(source, TextSpan.FromBounds(opening.Source, end + 1));
        var span = TextSpan.FromBounds(opening.Text, text.Length);
        if (span.Length == 0)
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "mention", "there is no text between its brackets"));
        else if (attributes is { Labels.Count: 0, Id: null })
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "mention",
                "it needs a label such as '.Person', or an id such as '#csto'"));
        else
            AddMention(attributes, span, place);
        return end;
    }

    private void AddMention(SpanAttributes attributes, TextSpan span, SourcePlace place)
    {
        var types = attributes.Labels.Count == 0 ? [""] : attributes.Labels.ToImmutableArray();
        var name = attributes.Id is null ? null : attributes.TakeName();
        Properties properties = [.. attributes.Properties];
        var describes = attributes.Id is not null && !properties.IsEmpty;
        if (describes)
            descriptions.Add(new EntityDescription(attributes.Id!, types[0], [], place) { Properties = properties });

        mentions.Add(new Mention($"m{mentions.Count + 1}", types, [span], place)
        {
            EntityId = attributes.Id,
            EntityLabel = name,
            Links = [.. attributes.Links],
            Sense = attributes.Sense,
            Confidence = attributes.Confidence,
            Properties = describes ? [] : properties,
        });
    }
}
