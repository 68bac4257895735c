using Graph.Query.Parsing;

namespace Graph.Query.Schema;

internal static class SchemaNames
{
    /// <summary>The name needs no quotes in GQL.</summary>
    public static bool IsBare(string name) =>
        name.Length > 0 && Characters.WordEnd(name, 0, name.Length) == name.Length && !ReservedWords.Contains(name);
}
