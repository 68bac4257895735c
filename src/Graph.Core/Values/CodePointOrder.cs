namespace Graph.Core;

/// <summary>Strings in the order of their code points, which is also that of their UTF-8; UTF-16 order differs beyond U+FFFF.</summary>
public static class CodePointOrder
{
    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var length = left.CommonPrefixLength(right);
        if (length == left.Length || length == right.Length)
            return left.Length.CompareTo(right.Length);
        return Weigh(left[length]).CompareTo(Weigh(right[length]));
    }

    // Surrogates stand for code points above every other unit; the units above them move down.
    public static int Weigh(char unit) => unit switch
    {
        < '\uD800' => unit,
        < '\uE000' => unit + 0x2000,
        _ => unit - 0x800,
    };
}
