using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>The value of a call; a mistake that only values show is thrown as <see cref="QueryException"/>.</summary>
internal delegate Value FunctionBody(ExecutionState context, ReadOnlySpan<Value> arguments);

/// <summary>
/// A function or operator: it exists once, for all tagged values, with a signature for each combination the binder accepts.
/// A call is a mistake at compile time only when no signature can fit the static types of its arguments; where several fit,
/// the type of the call is the join of their results.
/// </summary>
/// <param name="Name">As the user writes it; operators under their sign, such as <c>+</c>.</param>
/// <param name="NullInNullOut">A null argument gives null, and the body is not called.</param>
/// <param name="IsDeterministic">False for <c>rand</c>: never folded, never evaluated twice.</param>
internal sealed record Function(
    string Name,
    ImmutableArray<Signature> Signatures,
    FunctionBody Body,
    bool NullInNullOut = true,
    bool IsDeterministic = true)
{
    /// <summary>Access to an element of the first argument, whose type decides what the others must be.</summary>
    public bool IsAccess { get; init; }

    /// <summary>The value may be another in the next run of the query, though not in another row of this one.</summary>
    public bool ReadsClock { get; init; }

    /// <summary>The type that <see cref="TypeTests"/> asks for; null for every other function.</summary>
    public Syntax.TypeSyntax? TestedType { get; init; }

    /// <summary>The same for a float, and for an integer that gives a float; null where there is none.</summary>
    public Func<double, double>? FloatKernel { get; init; }

    /// <summary>The same for an integer that gives an integer; null where there is none.</summary>
    public Func<long, long>? IntegerKernel { get; init; }

    /// <summary>The same over the UTF-8 of whole columns; null where there is none.</summary>
    public TextKernel? TextKernel { get; init; }

    /// <summary>What the openCypher TCK calls a call whose argument types no signature fits.</summary>
    public ErrorClass MismatchClass => new(IsAccess ? "TypeError" : "SyntaxError", "InvalidArgumentType");
}

/// <param name="Result">The type of the result for the given argument types.</param>
/// <param name="OptionalCount">How many of the last parameters may be left out.</param>
/// <param name="IsVariadic">The last parameter may occur any number of times, at least once.</param>
internal sealed record Signature(
    ImmutableArray<StaticType> Parameters,
    Func<ImmutableArray<StaticType>, StaticType> Result,
    int OptionalCount = 0,
    bool IsVariadic = false)
{
    /// <summary>The least and the greatest number of arguments.</summary>
    public int MinimumCount => Parameters.Length - OptionalCount;

    public int MaximumCount => IsVariadic ? int.MaxValue : Parameters.Length;

    internal static Signature Of(StaticType result, params ReadOnlySpan<StaticType> parameters) => new([.. parameters], _ => result);

    internal static Signature Of(Func<ImmutableArray<StaticType>, StaticType> result, params ReadOnlySpan<StaticType> parameters) =>
        new([.. parameters], result);

    /// <summary>The same type as the first argument.</summary>
    internal static StaticType SameAsFirst(ImmutableArray<StaticType> arguments) => arguments[0];

    /// <summary>The type of the elements of the first argument, a list.</summary>
    internal static StaticType ElementOfFirst(ImmutableArray<StaticType> arguments) => arguments[0].Element ?? StaticType.Any;
}
