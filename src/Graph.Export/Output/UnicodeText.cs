namespace Graph.Export;

/// <summary>Texts as UTF-8 can hold them.</summary>
internal static class UnicodeText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The same text, or a copy with U+FFFD for each half of a character.</summary>
    public static string Repair(string text)
    {
        char[]? repaired = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else
                (repaired ??= text.ToCharArray())[i] = Replacement;
        }

        return repaired is null ? text : new string(repaired);
    }
}
