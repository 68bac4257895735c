using System.Collections.Frozen;
using Graph.Query.Types;

namespace Graph.Query.Scripts;

/// <summary>The types that a header can give a parameter: those of properties, and what else a value can be.</summary>
internal static class DeclaredType
{
    private const string List = "LIST";

    private static readonly FrozenDictionary<string, StaticType> Types = new Dictionary<string, StaticType>
    {
        ["ANY"] = StaticType.Any,
        ["STRING"] = StaticType.String,
        ["BOOLEAN"] = StaticType.Boolean,
        ["BOOL"] = StaticType.Boolean,
        ["INTEGER"] = StaticType.Integer,
        ["INT"] = StaticType.Integer,
        ["FLOAT"] = StaticType.Float,
        ["DOUBLE"] = StaticType.Float,
        ["NUMBER"] = StaticType.Number,
        ["DATE"] = StaticType.Date,
        ["MAP"] = StaticType.Map,
        ["NODE"] = StaticType.Node,
        ["RELATIONSHIP"] = StaticType.Edge,
        [List] = StaticType.AnyList,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Names => [.. Types.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The type of <c>INTEGER</c>, <c>LIST&lt;STRING&gt;</c>; null where there is none.</summary>
    public static StaticType? Read(string text)
    {
        var word = text.Trim();
        if (word.StartsWith(List, StringComparison.OrdinalIgnoreCase) && word[List.Length..].TrimStart() is ['<', .. var element, '>'])
            return Read(element) is { } type ? StaticType.ListOf(type) : null;

        return Types.GetValueOrDefault(word);
    }
}
