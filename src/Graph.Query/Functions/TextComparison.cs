namespace Graph.Query.Functions;

/// <summary>Tests on two strings; null where one of the operands is no string. A regular expression must match the whole string.</summary>
internal static class TextComparison
{
    /// <summary>The operator that <c>~=</c> is on the name of a node: any of its names, whatever the case and the accents.</summary>
    public const string IsCalled = "name ~=";

    public static Value StartsWith(Value text, Value prefix) =>
        AreStrings(text, prefix) ? Value.FromBoolean(text.AsString().StartsWith(prefix.AsString(), StringComparison.Ordinal)) : Value.Null;

    public static Value EndsWith(Value text, Value suffix) =>
        AreStrings(text, suffix) ? Value.FromBoolean(text.AsString().EndsWith(suffix.AsString(), StringComparison.Ordinal)) : Value.Null;

    public static Value Contains(Value text, Value part) =>
        AreStrings(text, part) ? Value.FromBoolean(text.AsString().Contains(part.AsString(), StringComparison.Ordinal)) : Value.Null;

    public static Value AreFoldedEqual(Value left, Value right) =>
        AreStrings(left, right)
            ? Value.FromBoolean(string.Equals(
                NameFolding.Fold(left.AsString()), NameFolding.Fold(right.AsString()), StringComparison.Ordinal))
            : Value.Null;

    public static Value IsCalledBy(GraphStore store, Value node, Value text)
    {
        if (!node.IsNode || text.Kind != ValueKind.String)
            return Value.Null;

        var name = store.GetNodeProperty(node.AsNode(), StoreNames.Name);
        var aliases = store.GetNodeProperty(node.AsNode(), StoreNames.Aliases);
        if (name.Kind != ValueKind.String && aliases.Kind != ValueKind.List)
            return Value.Null;

        var sought = NameFolding.Fold(text.AsString());
        return Value.FromBoolean(IsFolded(name, sought)
            || (aliases.Kind == ValueKind.List && aliases.AsList().Any(alias => IsFolded(alias, sought))));
    }

    private static bool IsFolded(Value name, string sought) => name.Kind == ValueKind.String && NameFolding.Fold(name.AsString()) == sought;

    public static Value Matches(Value text, Value pattern)
    {
        if (!AreStrings(text, pattern))
            return Value.Null;

        return RegularExpressions.TryGet(pattern.AsString(), out var expression, out var reason)
            ? Value.FromBoolean(expression.Matches(text.AsString()))
            : throw RuntimeErrors.UnsupportedRegularExpression(reason);
    }

    private static bool AreStrings(Value left, Value right) => left.Kind == ValueKind.String && right.Kind == ValueKind.String;
}
