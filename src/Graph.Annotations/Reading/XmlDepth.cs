using System.Xml;

namespace Graph.Annotations;

/// <summary>How deep the elements of a file are nested, told from its tags alone, which costs little beside reading it.</summary>
internal static class XmlDepth
{
    /// <summary>The line of the first element that is nested too deep, or null. What is not well-formed is left to the reader.</summary>
    public static int? FindTooDeep(string text, int maximum, XmlReaderSettings settings)
    {
        // Entities may hold elements, which only the reader sees.
        if (text.Contains("<!ENTITY", StringComparison.Ordinal))
            return FindInTree(text, maximum, settings);

        var depth = 0;
        for (var i = text.IndexOf('<'); i >= 0 && i + 1 < text.Length;)
        {
            var (end, change) = ReadMarkup(text, i);
            if (end < 0)
                return null;
            depth += change;
            if (depth > maximum + 1)
                return text.AsSpan(0, i).Count('\n') + 1;
            i = text.IndexOf('<', end);
        }

        return null;
    }

    /// <summary>The position behind a tag or other markup, and whether it goes one deeper or less deep; -1 where nothing ends it.</summary>
    private static (int End, int Change) ReadMarkup(string text, int start)
    {
        var rest = text.AsSpan(start);
        if (rest.StartsWith("<!--"))
            return (FindEnd(text, start + 4, "-->"), 0);
        if (rest.StartsWith("<![CDATA["))
            return (FindEnd(text, start, "]]>"), 0);
        if (rest[1] == '?')
            return (FindEnd(text, start, "?>"), 0);
        var end = FindTagEnd(text, start);
        if (end < 0 || rest[1] == '!')
            return (end, 0);
        return (end, rest[1] == '/' ? -1 : text[end - 2] == '/' ? 0 : 1);
    }

    private static int FindEnd(string text, int start, string mark) =>
        text.IndexOf(mark, start, StringComparison.Ordinal) is >= 0 and var end ? end + mark.Length : -1;

    /// <summary>Behind the bracket that no value of an attribute holds.</summary>
    private static int FindTagEnd(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            var next = text.AsSpan(i).IndexOfAny('>', '"', '\'');
            if (next < 0)
                return -1;
            i += next;
            if (text[i] == '>')
                return i + 1;
            i = text.IndexOf(text[i], i + 1);
            if (i < 0)
                return -1;
        }

        return -1;
    }

    private static int? FindInTree(string text, int maximum, XmlReaderSettings settings)
    {
        using var reader = XmlReader.Create(new StringReader(text), settings);
        while (reader.Read())
        {
            if (reader.Depth > maximum)
                return ((IXmlLineInfo)reader).LineNumber;
        }

        return null;
    }
}
