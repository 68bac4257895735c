namespace Graph.Export;

/// <summary>Names and texts as line-based formats can hold them.</summary>
internal sealed class AnnotationWords(LossLedger losses)
{
    /// <summary>A name without blanks and the given signs, which become underscores.</summary>
    public string Name(string name, string forbidden = "")
    {
        if (!name.Any(sign => char.IsWhiteSpace(sign) || forbidden.Contains(sign)))
            return name;

        var changed = string.Concat(name.Select(sign => char.IsWhiteSpace(sign) || forbidden.Contains(sign) ? '_' : sign));
        losses.Note($"'{name}' is called '{changed}', as no name of the format has such signs");
        return changed;
    }

    /// <summary>A text in one line: line ends and tabs are blanks.</summary>
    public string Line(string text) =>
        Count(
            text, text.AsSpan().ContainsAny("\n\r\t")
                ? text.Replace("\r\n", " ").Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ')
                : text);

    /// <summary>A text in one line of which blanks separate the words, so that there is one between two of them.</summary>
    public string Words(string text) =>
        Count(text, string.Join(' ', text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)));

    private string Count(string text, string line)
    {
        if (line != text)
            losses.Count("text is written in one line with single blanks", "texts are written in one line with single blanks");
        return line;
    }
}
