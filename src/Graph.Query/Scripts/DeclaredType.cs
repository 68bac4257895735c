using System.Collections.Frozen;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Scripts;

/// <summary>
/// A type that a header can give a parameter: any that <c>IS ::</c> tests for and whose values can be given, written in the same way.
/// </summary>
/// <param name="Element">What is declared of the items of a list; null for every other type, and for lists of which nothing is.</param>
/// <param name="IsNotNull">Items of it are never null. The header itself says that of the whole.</param>
internal sealed record DeclaredType(StaticType Type, DeclaredType? Element = null, bool IsNotNull = false)
{
    private const string Number = "NUMBER";
    private static readonly string[] ListWords = ["LIST", "ARRAY"];
    private static readonly string[] NotNull = [" NOT NULL", "!"];

    /// <summary>By the names that they have in Cypher 25.</summary>
    private static readonly FrozenDictionary<string, StaticType> Types = new[]
    {
        StaticType.Any, StaticType.String, StaticType.Boolean, StaticType.Integer, StaticType.Float, StaticType.Number, StaticType.Date,
        StaticType.LocalTime, StaticType.Time, StaticType.LocalDateTime, StaticType.DateTime, StaticType.Duration, StaticType.Point,
        StaticType.Map, StaticType.Node, StaticType.Edge, StaticType.Path,
    }.ToFrozenDictionary(type => type.ToString(), StringComparer.Ordinal);

    public static IEnumerable<string> Names =>
    [
        .. TypeGrammar.NamesByText.Where(name => Types.ContainsKey(name.Value) || name.Value == ListWords[0]).Select(name => name.Key)
            .Append(Number).Order(StringComparer.Ordinal),
    ];

    /// <summary>The type of <c>INTEGER</c>, <c>LIST&lt;STRING NOT NULL&gt;</c>, <c>DATE LIST</c>; null where there is none.</summary>
    public static DeclaredType? Read(string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (NotNull.FirstOrDefault(mark => EndsWith(words, mark)) is { } sure)
            return Read(words[..^sure.Length]) is { } present ? present with { IsNotNull = true } : null;
        if (ListWords.FirstOrDefault(word => EndsWith(words, $" {word}")) is { } behind)
            return ListOf(Read(words[..^behind.Length]));
        if (ListWords.FirstOrDefault(word => words.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is { } before
            && words[before.Length..].TrimStart() is ['<', .. var element, '>'])
            return ListOf(Read(element));

        var name = words.Equals(Number, StringComparison.OrdinalIgnoreCase) ? Number : TypeGrammar.NamesByText.GetValueOrDefault(words, "");
        if (name == ListWords[0])
            return new DeclaredType(StaticType.AnyList);
        return Types.TryGetValue(name, out var type) ? new DeclaredType(type) : null;
    }

    /// <summary>A list in the value has a null where its items are never null.</summary>
    public bool HasForbiddenNull(Value value) => Element is { } element
        && value.Kind == ValueKind.List
        && value.AsList().Any(item => item.IsNull ? element.IsNotNull : element.HasForbiddenNull(item));

    public override string ToString() => $"{(Element is null ? Type.ToString() : $"LIST<{Element}>")}{(IsNotNull ? NotNull[0] : "")}";

    private static DeclaredType? ListOf(DeclaredType? element) =>
        element is null ? null : new DeclaredType(StaticType.ListOf(element.Type), element);

    private static bool EndsWith(string words, string end) =>
        words.Length > end.Length && words.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
