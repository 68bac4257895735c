using System.Text;

namespace Graph.Postgres;

/// <summary>SQL that every graph's schema holds: the rules of the language that PostgreSQL does not have itself.</summary>
internal static class SqlResources
{
    private static readonly Lazy<string> Completed = new(() => CompleteLetters(Read("Functions.sql")));

    public static string Functions => Completed.Value;

    /// <summary>A name as SQL writes it.</summary>
    public static string InQuotes(this string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Only letters and blanks come in, so nothing of them can end a text.</summary>
    private static string CompleteLetters(string sql)
    {
        var (upper, lower, small, large) = (new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder());
        var blanks = new StringBuilder();
        for (var code = 1; code <= 0x10FFFF; code++)
        {
            if (!Rune.TryCreate(code, out var rune))
                continue;

            AddPair(upper, lower, rune, rune.ToString().ToLowerInvariant());
            AddPair(small, large, rune, rune.ToString().ToUpperInvariant());
            if (Rune.IsWhiteSpace(rune))
                blanks.Append(rune.ToString());
        }

        return sql.Replace("{upper}", $"{upper}", StringComparison.Ordinal).Replace("{lower}", $"{lower}", StringComparison.Ordinal)
            .Replace("{small}", $"{small}", StringComparison.Ordinal).Replace("{large}", $"{large}", StringComparison.Ordinal)
            .Replace("{blanks}", $"{blanks}", StringComparison.Ordinal);
    }

    private static void AddPair(StringBuilder from, StringBuilder to, Rune rune, string other)
    {
        if (rune.ToString() == other)
            return;

        from.Append(rune.ToString());
        to.Append(other);
    }

    private static string Read(string name)
    {
        using var stream = typeof(SqlResources).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
