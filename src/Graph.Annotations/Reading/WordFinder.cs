namespace Graph.Annotations;

/// <summary>Where a text has words that a file names without their place.</summary>
internal static class WordFinder
{
    /// <summary>
    /// The first place from a position where nothing of a word goes on before or behind; where there is none, as in scripts without blanks,
    /// the first at all; -1 where the text has not the words.
    /// </summary>
    public static int Find(string text, string words, int from = 0, Func<TextSpan, bool>? isTaken = null) =>
        FindAsWritten(text, words, from, isTaken) is >= 0 and var start ? start
        // Names of entries in knowledge bases have these for blanks.
        : words.Contains('_') ? FindAsWritten(text, words.Replace('_', ' '), from, isTaken)
        : -1;

    private static int FindAsWritten(string text, string words, int from, Func<TextSpan, bool>? isTaken)
    {
        var first = -1;
        var start = words.Length == 0 || from > text.Length ? -1 : text.IndexOf(words, from, StringComparison.Ordinal);
        while (start >= 0)
        {
            if (isTaken?.Invoke(new TextSpan(start, words.Length)) != true)
            {
                if (IsWhole(text, start, words.Length))
                    return start;
                first = first < 0 ? start : first;
            }

            start = text.IndexOf(words, start + 1, StringComparison.Ordinal);
        }

        return first;
    }

    private static bool IsWhole(string text, int start, int length) =>
        !GoesOn(text, start - 1, start) && !GoesOn(text, start + length - 1, start + length);

    private static bool GoesOn(string text, int before, int behind) =>
        before >= 0 && behind < text.Length && char.IsLetterOrDigit(text[before]) && char.IsLetterOrDigit(text[behind]);
}
