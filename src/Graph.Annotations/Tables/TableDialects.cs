namespace Graph.Annotations;

/// <summary>What separates the cells of tables, and the names of their types.</summary>
internal static class TableDialects
{
    public const string TypeNames = "STRING, INTEGER, FLOAT, BOOLEAN, DATE";
    private const char ListSeparator = ';';
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    private static readonly Dictionary<string, char> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["comma"] = ',', ["semicolon"] = ';', ["tab"] = '\t', ["\\t"] = '\t', ["pipe"] = '|', ["bar"] = '|', ["colon"] = ':',
        ["blank"] = ' ', ["space"] = ' ',
    };

    private static readonly Dictionary<string, TableColumnType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["STRING"] = TableColumnType.String, ["CHAR"] = TableColumnType.String, ["TEXT"] = TableColumnType.String,
        ["INTEGER"] = TableColumnType.Integer, ["INT"] = TableColumnType.Integer, ["LONG"] = TableColumnType.Integer,
        ["SHORT"] = TableColumnType.Integer, ["BYTE"] = TableColumnType.Integer,
        ["FLOAT"] = TableColumnType.Float, ["DOUBLE"] = TableColumnType.Float, ["NUMBER"] = TableColumnType.Float,
        ["BOOLEAN"] = TableColumnType.Boolean, ["BOOL"] = TableColumnType.Boolean,
        ["DATE"] = TableColumnType.Date,
    };

    /// <summary>The setting <c>separator</c>: a character or its name.</summary>
    public static char? ReadSeparator(YamlSection section)
    {
        if (section.GetText("separator") is not { } text)
            return null;
        if (Names.TryGetValue(text, out var named))
            return named;
        if (text.Length == 1 && char.IsAscii(text[0]) && text[0] != '"')
            return text[0];

        section.Report(
            "separator",
            $"'{text}' is no separator; it is one character or its name ({string.Join(", ", Names.Keys.Where(name => name.Length > 2))})");
        return null;
    }

    /// <summary><c>INTEGER</c>, <c>LIST&lt;STRING&gt;</c> or <c>string[]</c>; null for anything else.</summary>
    public static TableType? ParseType(string text)
    {
        var isList = text.EndsWith("[]", StringComparison.Ordinal) || text.StartsWith("LIST", StringComparison.OrdinalIgnoreCase);
        var name = text.EndsWith("[]", StringComparison.Ordinal) ? text[..^2]
            : isList ? text["LIST".Length..].Trim('<', '>', ' ') is { Length: > 0 } inner ? inner : "STRING" : text;
        var end = name.IndexOf('{');
        return Types.TryGetValue(end < 0 ? name : name[..end], out var scalar)
            ? new TableType(scalar, isList ? ListSeparator : null)
            : null;
    }

    /// <summary>
    /// What stands between the names of the first line most often, and how many characters of the file say nothing else: Excel writes
    /// <c>sep=;</c> on a line of its own.
    /// </summary>
    public static (char Separator, int Skip) Find(AnnotationFile file, char? given)
    {
        var head = file.Head;
        var end = head.IndexOf('\n');
        var line = (end < 0 ? head : head[..end]).TrimEnd('\r');
        if (line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length == "sep=".Length + 1)
            return (given ?? line[^1], end + 1);
        if (given is not null || file.Extension is ".tsv" or ".tab")
            return (given ?? '\t', 0);
        return (Candidates.MaxBy(candidate => CountOutsideQuotes(line, candidate)), 0);
    }

    private static int CountOutsideQuotes(string line, char separator)
    {
        var (count, isQuoted) = (0, false);
        foreach (var character in line)
        {
            if (character == '"')
                isQuoted = !isQuoted;
            else if (character == separator && !isQuoted)
                count++;
        }

        return count;
    }
}
