namespace Graph.Annotations;

/// <summary>
/// Elements of a plain text that each enclose some words of a line, whatever they are called,
/// <c>&lt;true_name&gt;Mira&lt;/true_name&gt;</c>. A text is plain where nothing encloses all of it, and where no elements have others
/// in them but sentences and paragraphs.
/// </summary>
internal static class SgmlOwnMarks
{
    // A word in brackets may be anything once.
    private const int Least = 2;

    private static readonly HashSet<string> Holders = ["S", "P", "SENTENCE", "PARAGRAPH"];

    /// <summary>Whether the head of a file is such a text.</summary>
    public static bool AreIn(string head) => head.Contains("</", StringComparison.Ordinal)
        && new MarkedText(head[..(head.LastIndexOf('\n') is > 0 and var end ? end : head.Length)]) is var marked
        && Find(marked) is { Count: > 0 } names
        && marked.Elements.Count(element => names.Contains(element.Name)) >= Least;

    /// <summary>Their names; none where the text is not plain.</summary>
    public static IReadOnlySet<string> Find(MarkedText marked)
    {
        var names = marked.Elements.Select(element => element.Name).Where(name => !Holders.Contains(name)).ToHashSet();
        var isPlain = marked.Elements.Any(element => element.Parent is null)
            && marked.Elements.All(element => Holders.Contains(element.Name) || IsInLine(marked, element))
            && HasWordsOutside(marked);
        return isPlain ? names : new HashSet<string>();
    }

    private static bool IsInLine(MarkedText marked, MarkedElement element) =>
        element.IsClosed
        && element.End > element.Start
        && !WebMarkup.Has(element.Name)
        && !MarkedMetadata.Header.Contains(element.Name)
        && (element.Parent is null || Holders.Contains(element.Parent.Name))
        && !marked.ListAttributes(element).Any()
        && marked.Source.AsSpan(element.Start, element.End - element.Start) is var words
        && !words.IsWhiteSpace() && !words.ContainsAny('\n', '<');

    private static bool HasWordsOutside(MarkedText marked)
    {
        var position = 0;
        foreach (var element in marked.Elements.Where(element => !Holders.Contains(element.Name)))
        {
            if (HasWords(marked.Source[position..Math.Max(position, element.Tag.Start)]))
                return true;
            position = element.End;
        }

        return HasWords(marked.Source[position..]);
    }

    private static bool HasWords(string text) => new MarkedText(text) is var part && part.GetWords(new MarkedElement("", default, 0)
    {
        Spelling = "",
        End = text.Length,
    }).Length > 0;
}
