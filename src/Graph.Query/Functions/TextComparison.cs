namespace Graph.Query;

/// <summary>Tests on two strings; null where one of the operands is no string. A regular expression must match the whole string.</summary>
internal static class TextComparison
{
    public static Value StartsWith(Value text, Value prefix) =>
        AreStrings(text, prefix) ? Value.FromBoolean(text.AsString().StartsWith(prefix.AsString(), StringComparison.Ordinal)) : Value.Null;

    public static Value EndsWith(Value text, Value suffix) =>
        AreStrings(text, suffix) ? Value.FromBoolean(text.AsString().EndsWith(suffix.AsString(), StringComparison.Ordinal)) : Value.Null;

    public static Value Contains(Value text, Value part) =>
        AreStrings(text, part) ? Value.FromBoolean(text.AsString().Contains(part.AsString(), StringComparison.Ordinal)) : Value.Null;

    public static Value AreFoldedEqual(Value left, Value right) =>
        AreStrings(left, right)
            ? Value.FromBoolean(string.Equals(NameFolding.Fold(left.AsString()), NameFolding.Fold(right.AsString()), StringComparison.Ordinal))
            : Value.Null;

    public static Value Matches(Value text, Value pattern)
    {
        if (!AreStrings(text, pattern))
            return Value.Null;

        return RegularExpressions.TryGet(pattern.AsString(), out var regex, out var reason)
            ? Value.FromBoolean(regex.IsMatch(text.AsString()))
            : throw RuntimeErrors.UnsupportedRegularExpression(reason);
    }

    private static bool AreStrings(Value left, Value right) => left.Kind == ValueKind.String && right.Kind == ValueKind.String;
}
