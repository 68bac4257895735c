using Sprache;

namespace Graph.Query.Parsing;

/// <summary>Parsers one after the other, whose values together make one value.</summary>
internal static class Sequence
{
    public static Parser<TResult> Of<T1, T2, TResult>(Parser<T1> first, Parser<T2> second, Func<T1, T2, Extent, TResult> build) => input =>
    {
        var r1 = first(input);
        if (!r1.IsSuccess())
            return Outcome.Failure<TResult>(r1.Place());
        var r2 = second(r1.Place());
        return r2.IsSuccess()
            ? Outcome.Built(build(r1.Value, r2.Value, Extent(input, r2)), r2.Place())
            : Outcome.Failure<TResult>(r2.Place());
    };

    public static Parser<TResult> Of<T1, T2, T3, TResult>(
        Parser<T1> first, Parser<T2> second, Parser<T3> third, Func<T1, T2, T3, Extent, TResult> build) => input =>
    {
        var r1 = first(input);
        if (!r1.IsSuccess())
            return Outcome.Failure<TResult>(r1.Place());
        var r2 = second(r1.Place());
        if (!r2.IsSuccess())
            return Outcome.Failure<TResult>(r2.Place());
        var r3 = third(r2.Place());
        return r3.IsSuccess()
            ? Outcome.Built(build(r1.Value, r2.Value, r3.Value, Extent(input, r3)), r3.Place())
            : Outcome.Failure<TResult>(r3.Place());
    };

    public static Parser<TResult> Of<T1, T2, T3, T4, TResult>(
        Parser<T1> first, Parser<T2> second, Parser<T3> third, Parser<T4> fourth, Func<T1, T2, T3, T4, Extent, TResult> build) => input =>
    {
        var r1 = first(input);
        if (!r1.IsSuccess())
            return Outcome.Failure<TResult>(r1.Place());
        var r2 = second(r1.Place());
        if (!r2.IsSuccess())
            return Outcome.Failure<TResult>(r2.Place());
        var r3 = third(r2.Place());
        if (!r3.IsSuccess())
            return Outcome.Failure<TResult>(r3.Place());
        var r4 = fourth(r3.Place());
        return r4.IsSuccess()
            ? Outcome.Built(build(r1.Value, r2.Value, r3.Value, r4.Value, Extent(input, r4)), r4.Place())
            : Outcome.Failure<TResult>(r4.Place());
    };

    public static Parser<TResult> Of<T1, T2, T3, T4, T5, TResult>(
        Parser<T1> first,
        Parser<T2> second,
        Parser<T3> third,
        Parser<T4> fourth,
        Parser<T5> fifth,
        Func<T1, T2, T3, T4, T5, Extent, TResult> build) =>
        Of(Of(first, second, (a, b, _) => (a, b)), third, fourth, fifth, (ab, c, d, e, extent) => build(ab.a, ab.b, c, d, e, extent));

    private static Extent Extent<T>(IInput start, IResult<T> last) => new((ParseInput)start, last.Place());
}
