namespace Graph.Generator.QueryFile;

/// <summary>The comment lines between two statements: <c>// name: MembersOf :many</c> and a description.</summary>
internal sealed record CommentBlock(ImmutableArray<TextSpan> NameLines, string? Description)
{
    private const string Mark = "name:";

    public static CommentBlock Read(SourceText source, int start, int end)
    {
        var names = ImmutableArray.CreateBuilder<TextSpan>();
        var description = new List<string>();
        foreach (var line in ReadLines(source.Text, start, end))
        {
            var text = source.GetText(line).TrimStart('/').Trim();
            if (text.StartsWith(Mark, StringComparison.OrdinalIgnoreCase))
            {
                names.Add(line);
                description.Clear();
            }
            else if (text.Length > 0)
            {
                description.Add(text);
            }
        }

        return new CommentBlock(names.ToImmutable(), description.Count == 0 ? null : string.Join(' ', description));
    }

    /// <summary>The words behind the mark of a name line, each with its place.</summary>
    public static IReadOnlyList<TextSpan> ReadWords(SourceText source, TextSpan line)
    {
        var start = source.Text.IndexOf(Mark, line.Start, StringComparison.OrdinalIgnoreCase) + Mark.Length;
        var words = new List<TextSpan>();
        for (var i = start; i < line.End; i++)
        {
            if (char.IsWhiteSpace(source.Text[i]))
                continue;
            var wordStart = i;
            while (i < line.End && !char.IsWhiteSpace(source.Text[i]))
                i++;
            words.Add(TextSpan.FromBounds(wordStart, i));
        }

        return words;
    }

    /// <summary>The lines that are comments from their first sign on, without blanks around them.</summary>
    private static IEnumerable<TextSpan> ReadLines(string text, int start, int end)
    {
        while (start < end)
        {
            var length = text.AsSpan(start, end - start).IndexOfAny('\n', '\r');
            var lineEnd = length < 0 ? end : start + length;
            var content = text[start..lineEnd];
            if (content.TrimStart().StartsWith("//", StringComparison.Ordinal))
                yield return new TextSpan(start + (content.Length - content.TrimStart().Length), content.Trim().Length);
            start = lineEnd + 1;
        }
    }
}
