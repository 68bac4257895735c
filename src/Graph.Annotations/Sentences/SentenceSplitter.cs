namespace Graph.Annotations;

/// <summary>
/// Splits a text into sentences by rules for Dutch and English: a full stop, question or exclamation mark, ellipsis and the closing
/// quotes after it end a sentence where a blank and something that can begin one follow, unless the word before it is an abbreviation
/// or an initial. Sentences carry no outer blanks, never overlap and leave only blanks between them.
/// </summary>
internal static class SentenceSplitter
{
    private const string Terminators = ".!?…";
    private const string Closers = "\"'’”»)]›“";
    private const string Openers = "\"'‘“„«([‹-–—’";

    /// <param name="breakAtNewline">False where a single line end is only a wrapped line; an empty line always ends a sentence.</param>
    public static ImmutableArray<TextSpan> Split(string text, bool breakAtNewline = true)
    {
        var sentences = ImmutableArray.CreateBuilder<TextSpan>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var end = FindEnd(text, i, breakAtNewline);
            if (end < 0)
                continue;

            Add(text, start, end, sentences);
            start = end;
            i = end - 1;
        }

        Add(text, start, text.Length, sentences);
        return sentences.ToImmutable();
    }

    /// <summary>Where a sentence ends that has its last character, or the line end after it, at a position; -1 if it goes on.</summary>
    private static int FindEnd(string text, int position, bool breakAtNewline)
    {
        var character = text[position];
        if (character is '\n' or '\r')
            return breakAtNewline || IsEmptyLine(text, position) ? position + 1 : -1;
        if (!Terminators.Contains(character))
            return -1;

        var end = position + 1;
        while (end < text.Length && (Terminators.Contains(text[end]) || Closers.Contains(text[end])))
            end++;
        if (end < text.Length && !char.IsWhiteSpace(text[end]))
            return -1;
        return CanBegin(text, end) && !(character == '.' && end == position + 1 && IsAbbreviated(text, position)) ? end : -1;
    }

    private static bool IsEmptyLine(string text, int position)
    {
        for (var i = position + 1; i < text.Length && char.IsWhiteSpace(text[i]); i++)
        {
            if (text[i] == '\n')
                return true;
        }

        return false;
    }

    private static bool CanBegin(string text, int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
        if (position == text.Length)
            return true;

        var character = text[position];
        return !char.IsLower(character) || Openers.Contains(character);
    }

    private static bool IsAbbreviated(string text, int stop)
    {
        var start = stop;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.'))
            start--;
        var word = text[start..stop].ToLowerInvariant();
        if (word.Length == 0)
            return false;

        var isInitial = stop - start == 1 && char.IsUpper(text[start]);
        if (Abbreviations.IsClosed(word) || isInitial || word.Contains('.') && !Abbreviations.IsOpen(word))
            return !Abbreviations.IsStarter(GetNextWord(text, stop + 1)) && !IsLast(text, stop + 1);
        return Abbreviations.IsOpen(word);
    }

    private static bool IsLast(string text, int position) => text.AsSpan(position).IsWhiteSpace();

    private static string GetNextWord(string text, int position)
    {
        while (position < text.Length && !char.IsLetterOrDigit(text[position]))
            position++;
        var end = position;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return text[position..end].ToLowerInvariant();
    }

    private static void Add(string text, int start, int end, ImmutableArray<TextSpan>.Builder sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (start < end)
            sentences.Add(TextSpan.FromBounds(start, end));
    }
}
