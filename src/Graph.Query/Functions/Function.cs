using Graph.Query.Binding;

namespace Graph.Query;

/// <summary>The value of a call; errors that depend on values are thrown as <see cref="QueryException"/>.</summary>
public delegate Value FunctionBody(EvaluationContext context, ReadOnlySpan<Value> arguments);

/// <summary>A function or operator: it exists once, for all tagged values, with a signature for each combination the binder accepts.</summary>
/// <param name="Name">As the user writes it; operators under their sign, such as <c>+</c>.</param>
/// <param name="NullInNullOut">A null argument gives null, and the body is not called.</param>
/// <param name="IsDeterministic">False for <c>rand</c>: never folded, never evaluated twice.</param>
public sealed record Function(
    string Name,
    ImmutableArray<Signature> Signatures,
    FunctionBody Body,
    bool NullInNullOut = true,
    bool IsDeterministic = true);

/// <param name="Result">The type of the result for the given argument types.</param>
/// <param name="IsVariadic">The last parameter may occur any number of times, at least once.</param>
public sealed record Signature(
    ImmutableArray<StaticType> Parameters,
    Func<ImmutableArray<StaticType>, StaticType> Result,
    int OptionalCount = 0,
    bool IsVariadic = false);
