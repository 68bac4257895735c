namespace Graph.Query.Binding;

/// <summary>Which signatures of a function fit static types, and how to say that none does.</summary>
internal static class SignatureMatching
{
    public static bool Takes(Signature signature, int count) => count >= signature.MinimumCount && count <= signature.MaximumCount;

    public static bool Fits(Signature signature, ImmutableArray<StaticType> types)
    {
        for (var i = 0; i < types.Length; i++)
        {
            if (!types[i].CanBe(ParameterAt(signature, i)))
                return false;
        }

        return true;
    }

    /// <summary>The type that all signatures ask for at a position, or ANY.</summary>
    public static StaticType SharedParameter(IReadOnlyList<Signature> signatures, int index)
    {
        var first = ParameterAt(signatures[0], index);
        return signatures.All(signature => ParameterAt(signature, index) == first) ? first : StaticType.Any;
    }

    /// <summary>
    /// The argument to blame where no signature fits: the one that has the most alternatives while the others stay, the last of several.
    /// </summary>
    public static (int Index, string Wanted) FindMismatch(IReadOnlyList<Signature> signatures, ImmutableArray<StaticType> types)
    {
        var (blamed, wanted) = (0, new List<string>());
        for (var i = 0; i < types.Length; i++)
        {
            var alternatives = AlternativesAt(signatures, types, i);
            if (alternatives.Count > 0 && alternatives.Count >= wanted.Count)
                (blamed, wanted) = (i, alternatives);
        }

        // Several arguments are wrong: the first that fits nowhere.
        if (wanted.Count == 0)
        {
            blamed = Enumerable.Range(0, types.Length).FirstOrDefault(i => signatures.All(signature => !types[i].CanBe(ParameterAt(signature, i))));
            wanted = Describe(signatures, blamed);
        }

        return (blamed, Alternatives(wanted));
    }

    /// <summary><c>2 or 3 arguments</c></summary>
    public static string DescribeCounts(ImmutableArray<Signature> signatures) =>
        DescribeCounts(signatures.Min(signature => signature.MinimumCount), signatures.Max(signature => signature.MaximumCount));

    public static string DescribeCounts(int minimum, int maximum)
    {
        if (maximum == int.MaxValue)
            return $"at least {Arguments(minimum)}";
        if (maximum == minimum)
            return Arguments(maximum);

        return maximum == minimum + 1 ? $"{minimum} or {Arguments(maximum)}" : $"{minimum} to {Arguments(maximum)}";
    }

    private static string Alternatives(List<string> items) =>
        items.Count == 1 ? items[0] : $"{string.Join(", ", items.SkipLast(1))} or {items[^1]}";

    private static string Arguments(int count) => count == 1 ? "1 argument" : $"{count} arguments";

    private static List<string> AlternativesAt(IReadOnlyList<Signature> signatures, ImmutableArray<StaticType> types, int index) =>
        Describe(signatures.Where(signature => Fits(signature, types.SetItem(index, StaticType.Any))), index);

    private static List<string> Describe(IEnumerable<Signature> signatures, int index) =>
        [.. signatures.Select(signature => ParameterAt(signature, index).Describe()).Distinct(StringComparer.Ordinal)];

    private static StaticType ParameterAt(Signature signature, int index) =>
        signature.Parameters[Math.Min(index, signature.Parameters.Length - 1)];
}
