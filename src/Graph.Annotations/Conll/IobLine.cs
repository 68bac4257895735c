namespace Graph.Annotations;

/// <summary>
/// The lines of tagged files: fields between runs of blanks and tabs, and comments such as <c>#&#160;file:&lt;TAB&gt;name</c> or
/// <c>#&#160;key = value</c>.
/// </summary>
internal static class IobLine
{
    private static readonly char[] Blanks = [' ', '\t'];

    public static string[] Split(string line) => line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);

    public static bool IsComment(string line) => ReadComment(line, out _, out _);

    /// <summary>A token may be a hash itself, so a comment needs a key with a colon and a tab, or with an equals sign.</summary>
    public static bool ReadComment(string line, out string key, out string value)
    {
        key = value = "";
        if (!line.StartsWith("# ", StringComparison.Ordinal))
            return false;

        var end = line.IndexOf(":\t", StringComparison.Ordinal);
        var equals = line.IndexOf(" = ", StringComparison.Ordinal);
        if (end < 0 || (equals >= 0 && equals < end))
            end = equals;
        if (end < 0 || !line.AsSpan(2, end - 2).ContainsOnlyKeyCharacters())
            return false;

        key = line[2..end];
        value = line[(line[end] == ':' ? end + 2 : end + 3)..].Trim();
        return true;
    }

    private static bool ContainsOnlyKeyCharacters(this ReadOnlySpan<char> key)
    {
        foreach (var character in key)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not (' ' or '_' or ':' or '.'))
                return false;
        }

        return key.Length > 0;
    }
}
