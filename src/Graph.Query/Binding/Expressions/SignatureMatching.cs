using Graph.Query.Functions;
using Graph.Query.Types;

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

    /// <summary>The signatures for a target of that type; all of them where none is.</summary>
    public static IReadOnlyList<Signature> OfTarget(IReadOnlyList<Signature> signatures, StaticType target)
    {
        var fitting = signatures.Where(signature => target.CanBe(ParameterAt(signature, 0))).ToList();
        return fitting.Count == 0 ? signatures : fitting;
    }

    /// <summary>The type that all signatures ask for at a position, or ANY.</summary>
    public static StaticType SharedParameter(IReadOnlyList<Signature> signatures, int index)
    {
        var first = ParameterAt(signatures[0], index);
        return signatures.All(signature => ParameterAt(signature, index) == first) ? first : StaticType.Any;
    }

    /// <summary>
    /// The argument to blame where no signature fits, and what could stand there while the others stay: the first whose type no
    /// signature asks for, else the last.
    /// </summary>
    public static (int Index, string Wanted) FindMismatch(IReadOnlyList<Signature> signatures, ImmutableArray<StaticType> types)
    {
        var blamed = 0;
        while (blamed < types.Length - 1 && IsAskedFor(signatures, blamed, types[blamed]))
            blamed++;

        var fitting = signatures.Where(signature => Fits(signature, types.SetItem(blamed, StaticType.Any))).ToList();
        return (blamed, Alternatives((fitting.Count == 0 ? signatures : fitting).Select(signature => ParameterAt(signature, blamed))));
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

    private static string Alternatives(IEnumerable<StaticType> types)
    {
        var kinds = types.Distinct().ToList();
        if (kinds.Contains(StaticType.Integer) && kinds.Remove(StaticType.Float))
            kinds[kinds.IndexOf(StaticType.Integer)] = StaticType.Number;
        var items = kinds.Select(DescribeShortly).Distinct(StringComparer.Ordinal).ToList();
        return items.Count == 1 ? items[0] : $"{string.Join(", ", items.SkipLast(1))} or {items[^1]}";
    }

    // Where one kind of time can stand, the others mostly can too.
    private static string DescribeShortly(StaticType type) =>
        type.Kind is TypeKind.LocalTime or TypeKind.Time or TypeKind.LocalDateTime or TypeKind.DateTime
        ? "a time"
        : type.Describe();

    private static string Arguments(int count) => count == 1 ? "1 argument" : $"{count} arguments";

    // That one of several parameters takes anything says nothing for the argument.
    private static bool IsAskedFor(IReadOnlyList<Signature> signatures, int index, StaticType type)
    {
        var parameters = signatures.Select(signature => ParameterAt(signature, index));
        var named = parameters.Where(parameter => parameter.Kind != TypeKind.Any).ToList();
        return named.Count == 0 || named.Exists(type.CanBe);
    }

    private static StaticType ParameterAt(Signature signature, int index) =>
        signature.Parameters[Math.Min(index, signature.Parameters.Length - 1)];
}
