using System.Text;

namespace Graph.Postgres;

/// <summary>SQL that every graph's schema holds: the rules of the language that PostgreSQL does not have itself.</summary>
internal static class SqlResources
{
    public static string Functions { get; } = Read("Functions.sql");

    /// <summary>A name as SQL writes it.</summary>
    public static string InQuotes(this string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Read(string name)
    {
        using var stream = typeof(SqlResources).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
