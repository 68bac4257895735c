using System.Buffers;

namespace Graph.Annotations;

/// <summary>What XML formats recognise their files by: the root element, near the start of the head.</summary>
internal static class XmlHeads
{
    /// <summary>What may follow the name of an element.</summary>
    public static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    public static bool HasRoot(AnnotationFile file, params ReadOnlySpan<string> names)
    {
        var head = file.Head;
        var start = FindRoot(head);
        if (start < 0)
            return false;

        var end = head.AsSpan(start + 1).IndexOfAny(NameEnds);
        var name = end < 0 ? head.AsSpan(start + 1) : head.AsSpan(start + 1, end);
        if (name.IndexOf(':') is >= 0 and var colon)
            name = name[(colon + 1)..];
        foreach (var wanted in names)
        {
            if (name.SequenceEqual(wanted))
                return true;
        }

        return false;
    }

    /// <summary>An attribute of the root; null where it is not in the head.</summary>
    public static string? FindAttribute(AnnotationFile file, string name)
    {
        var head = file.Head;
        var start = FindRoot(head);
        var end = start < 0 ? -1 : head.IndexOf('>', start);
        if (end < 0)
            return null;
        var text = new MarkedText(head[start..(end + 1)]);
        return text.Elements is [var root, ..] ? text.GetAttribute(root, name) : null;
    }

    /// <summary>The first tag that is no declaration, comment or document type; -1 where there is none.</summary>
    private static int FindRoot(string head)
    {
        for (var i = 0; i < head.Length;)
        {
            if (char.IsWhiteSpace(head[i]))
            {
                i++;
                continue;
            }

            if (head[i] != '<' || i + 1 >= head.Length)
                return -1;
            if (head[i + 1] is not ('?' or '!'))
                return i;
            i = SkipDeclaration(head, i);
            if (i < 0)
                return -1;
        }

        return -1;
    }

    private static int SkipDeclaration(string head, int start)
    {
        if (head.AsSpan(start).StartsWith("<!--"))
            return head.IndexOf("-->", start, StringComparison.Ordinal) is >= 0 and var comment ? comment + 3 : -1;
        var subset = head.IndexOf('[', start);
        var end = head.IndexOf('>', start);
        if (subset >= 0 && subset < end && head.AsSpan(start).StartsWith("<!DOCTYPE"))
            end = head.IndexOf("]>", subset, StringComparison.Ordinal) is >= 0 and var close ? close + 1 : -1;
        return end < 0 ? -1 : end + 1;
    }
}
