using Graph.Query.Parsing;

namespace Graph.Query.Syntax;

/// <summary>The words of the query language, as its own parsers use them.</summary>
internal static class QueryWords
{
    private static readonly HashSet<string> ReservedWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "AND", "OR", "XOR", "NOT", "IN", "IS", "NULL", "TRUE", "FALSE", "CASE", "WHEN", "THEN", "ELSE", "END",
        "WHERE", "WITH", "RETURN", "MATCH", "OPTIONAL", "UNWIND", "UNION", "ORDER", "SKIP", "LIMIT", "AS", "DISTINCT",
        "STARTS", "ENDS", "CONTAINS",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ReservedSpans =
        ReservedWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words that a variable must not be unless it is quoted; every other name may be any word.</summary>
    public static IReadOnlySet<string> Reserved => ReservedWords;

    /// <summary>Every keyword in capitals, in ordinal order.</summary>
    public static IReadOnlyCollection<string> Keywords => QueryGrammar.Keywords;

    public static bool IsReserved(ReadOnlySpan<char> word) => ReservedSpans.Contains(word);

    /// <summary>A name as it must stand in a query: in backquotes where it is no plain word or, for a variable, a reserved one.</summary>
    public static string Quote(string name, bool isVariable = false)
    {
        var isPlain = name.Length > 0 && Characters.WordEnd(name, 0, name.Length) == name.Length;
        return isPlain && !(isVariable && IsReserved(name)) ? name : $"`{name.Replace("`", "``")}`";
    }
}
