namespace Graph.Cli.Sessions;

/// <summary>Numbers that are joined without blanks and stand for something, where the language would compute.</summary>
internal static class WrittenNumbers
{
    private const string Signs = "-/";

    /// <summary>
    /// A date, an interval, or a number of a telephone or an account: <c>2022-01-06</c>, <c>2021/2022-03</c>, <c>24-12-2022</c>,
    /// <c>06-12345678</c>. Not <c>3-1</c> nor <c>2/3</c>.
    /// </summary>
    public static bool IsText(string text)
    {
        if (PartialDate.TryParse(text, out _, out _))
            return text.AsSpan().IndexOfAny(Signs) >= 0;

        var groups = text.Split('-', '/');
        return groups.Length > 1 && groups.All(group => group.Length > 0 && group.All(char.IsAsciiDigit))
            && (groups.Any(group => group is ['0', _, ..]) || groups is [{ Length: <= 2 }, { Length: <= 2 }, { Length: 4 }]);
    }

    /// <summary>The first such word outside of strings and names that is a date; null for none.</summary>
    public static string? FindDate(string text)
    {
        for (var position = 0; position < text.Length; position++)
        {
            if (text[position] is '\'' or '"' or '`')
            {
                position = SkipQuoted(text, position);
                continue;
            }

            if (!IsPart(text[position]))
                continue;
            var start = position;
            while (position < text.Length && IsPart(text[position]))
                position++;
            var word = text[start..position];
            if (word.Contains('-') && PartialDate.TryParse(word, out _, out _))
                return word;
        }

        return null;
    }

    private static bool IsPart(char unit) => char.IsLetterOrDigit(unit) || unit is '_' or '$' or '.' || Signs.Contains(unit);

    private static int SkipQuoted(string text, int start)
    {
        var position = start + 1;
        while (position < text.Length && text[position] != text[start])
            position += text[position] == '\\' && text[start] != '`' ? 2 : 1;
        return position;
    }
}
