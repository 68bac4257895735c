using System.Net;
using System.Text;

namespace Graph.Annotations;

/// <summary>An element of a marked text, in the offsets of its source: from behind its first tag to before its last.</summary>
/// <param name="Tag">The first tag as it is written, <c>&lt;POST author="x"&gt;</c>.</param>
internal sealed record MarkedElement(string Name, TextSpan Tag, int Start)
{
    /// <summary>The name as it is written; <see cref="Name"/> has capitals.</summary>
    public required string Spelling { get; init; }

    /// <summary>Where an element ends that is never closed: where the next of its kind, or the one it stands in, does.</summary>
    public int End { get; set; } = -1;

    /// <summary>Whether the file itself closes it.</summary>
    public bool IsClosed { get; set; }

    /// <summary>The element it stands in, or null.</summary>
    public MarkedElement? Parent { get; init; }
}

/// <summary>
/// A text with tags in it as SGML has them: no root, attributes with or without quotes, elements that are not closed, <c>b_x</c> and
/// <c>e_x</c> for begin and end. Never fails. What has no tag at all is a plain text, in which ampersands mean themselves.
/// </summary>
internal sealed class MarkedText
{
    private readonly List<MarkedElement> elements = [];
    private readonly List<TextSpan> tags = [];

    public MarkedText(string source)
    {
        Source = source;
        Scan();
    }

    public string Source { get; }

    /// <summary>In the order in which they begin; names in upper case.</summary>
    public IReadOnlyList<MarkedElement> Elements => elements;

    /// <summary>All tags and comments, in text order.</summary>
    public IReadOnlyList<TextSpan> Tags => tags;

    public bool HasTags => tags.Count > 0;

    /// <summary>The words of the first element with one of the names, without tags and outer blanks; null where there are none.</summary>
    public string? GetWords(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (elements.Find(element => element.Name == name) is { } found && GetWords(found) is { Length: > 0 } words)
                return words;
        }

        return null;
    }

    public string GetWords(MarkedElement element)
    {
        var words = new StringBuilder();
        var position = element.Start;
        foreach (var tag in tags.Where(tag => tag.Start >= element.Start && tag.End <= element.End))
        {
            words.Append(Source, position, tag.Start - position);
            position = tag.End;
        }

        words.Append(Source, position, Math.Max(0, element.End - position));
        return string.Join(' ', Decode(words.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The value of an attribute, by its name in any case; null where the tag has none.</summary>
    public string? GetAttribute(MarkedElement element, string name) =>
        ListAttributes(element).FirstOrDefault(attribute => attribute.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public IEnumerable<KeyValuePair<string, string>> ListAttributes(MarkedElement element)
    {
        var tag = Source.AsMemory(element.Tag.Start + 1 + element.Name.Length, element.Tag.Length - element.Name.Length - 2).ToString()
            .TrimEnd('/');
        for (var i = 0; tag.IndexOf('=', i) is >= 0 and var equals;)
        {
            var name = tag[i..equals].Trim();
            i = equals + 1;
            while (i < tag.Length && char.IsWhiteSpace(tag[i]))
                i++;
            var quote = i < tag.Length && tag[i] is '"' or '\'' ? tag[i++] : ' ';
            var end = quote != ' ' ? tag.IndexOf(quote, i) : tag.AsSpan(i).IndexOfAny(" \t\r\n") is >= 0 and var blank ? i + blank : -1;
            if (end < 0)
                end = tag.Length;
            yield return new(name[(name.AsSpan().LastIndexOfAny(" \t\r\n") + 1)..], Decode(tag[i..end]));
            i = Math.Min(end + 1, tag.Length);
        }
    }

    /// <summary>How long a reference such as <c>&amp;amp;</c> is that stands at a position; 0 for anything else.</summary>
    public int ReadReference(int position, out string decoded)
    {
        const int Longest = 10;
        decoded = "";
        if (!HasTags || Source[position] != '&')
            return 0;
        var end = Source.AsSpan(position, Math.Min(Longest, Source.Length - position)).IndexOf(';');
        if (end < 2)
            return 0;
        var written = Source.Substring(position, end + 1);
        decoded = Decode(written);
        return decoded == written ? 0 : written.Length;
    }

    private static string Decode(string text)
    {
        if (!text.Contains('&'))
            return text;
        // SGML of the nineties writes the names in capitals.
        return WebUtility.HtmlDecode(text.Replace("&AMP;", "&amp;", StringComparison.Ordinal)
            .Replace("&LT;", "&lt;", StringComparison.Ordinal).Replace("&GT;", "&gt;", StringComparison.Ordinal));
    }

    private void Scan()
    {
        var open = new Stack<MarkedElement>();
        for (var i = Source.IndexOf('<'); i >= 0; i = i < Source.Length ? Source.IndexOf('<', i) : -1)
        {
            var end = FindTagEnd(i);
            if (end < 0)
            {
                i++;
                continue;
            }

            tags.Add(TextSpan.FromBounds(i, end));
            if (Source[i + 1] == '/')
                Close(Name(i + 2), i, open);
            else if (Name(i + 1) is ['E', '_', .. var begun] && open.Any(element => element.Name == $"B_{begun}"))
                Close($"B_{begun}", i, open);
            else if (Source[i + 1] is not ('!' or '?'))
                Open(i, end, open);
            i = end;
        }

        foreach (var element in open)
            element.End = element.Parent is { End: >= 0 } parent ? parent.End : Source.Length;
    }

    private void Open(int start, int end, Stack<MarkedElement> open)
    {
        var name = Name(start + 1);
        var element = new MarkedElement(name, TextSpan.FromBounds(start, end), end)
        {
            Spelling = Source.Substring(start + 1, name.Length),
            Parent = open.Count > 0 ? open.Peek() : null,
        };
        elements.Add(element);
        if (Source[end - 2] == '/')
            (element.End, element.IsClosed) = (end, true);
        else
            open.Push(element);
    }

    /// <summary>Closes the nearest element of the name, with those in it that were never closed; it may close nothing.</summary>
    private static void Close(string name, int position, Stack<MarkedElement> open)
    {
        if (!open.Any(element => element.Name == name))
            return;
        MarkedElement element;
        do
        {
            element = open.Pop();
            element.End = position;
        }
        while (element.Name != name);
        element.IsClosed = true;
    }

    /// <summary>The position behind a tag or comment that begins here; -1 where a bracket is only a character.</summary>
    private int FindTagEnd(int start)
    {
        if (Source.AsSpan(start).StartsWith("<!--"))
            return Source.IndexOf("-->", start, StringComparison.Ordinal) is >= 0 and var comment ? comment + 3 : -1;
        var first = start + 1 < Source.Length ? Source[start + 1] : ' ';
        if (first is '/' or '!' or '?' && start + 2 < Source.Length)
            first = Source[start + 2];
        if (!char.IsAsciiLetter(first))
            return -1;
        var end = Source.AsSpan(start + 1).IndexOfAny('<', '>');
        return end >= 0 && Source[start + 1 + end] == '>' ? start + 2 + end : -1;
    }

    private string Name(int start)
    {
        var end = start;
        while (end < Source.Length && (char.IsLetterOrDigit(Source[end]) || Source[end] is '_' or '-' or '.' or ':'))
            end++;
        return Source[start..end].ToUpperInvariant();
    }
}
