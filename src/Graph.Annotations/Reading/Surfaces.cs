namespace Graph.Annotations;

/// <summary>The words that a text has at spans.</summary>
internal static class Surfaces
{
    /// <summary>Those of an interrupted mention are joined by blanks.</summary>
    public static string Join(string text, IEnumerable<TextSpan> parts) =>
        string.Join(' ', parts.Select(part => text.Substring(part.Start, part.Length)));

    public static TextSpan WithoutOuterBlanks(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (start < end && char.IsWhiteSpace(text[end - 1]))
            end--;
        return TextSpan.FromBounds(start, end);
    }
}
