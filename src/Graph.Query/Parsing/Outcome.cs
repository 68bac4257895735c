using Sprache;

namespace Graph.Query.Parsing;

/// <summary>
/// The results of our parsers. A failure carries no message, as the context remembers what was expected at the furthest place;
/// its remainder tells how far the parser came, which commits the choices around it.
/// </summary>
internal static class Outcome
{
    public static IResult<T> Success<T>(T value, ParseInput remainder) => new SuccessResult<T>(value, remainder);

    /// <summary>A success, unless making the value found a mistake.</summary>
    public static IResult<T> Built<T>(T value, ParseInput remainder) =>
        remainder.Context.HasFault ? Failure<T>(remainder) : new SuccessResult<T>(value, remainder);

    /// <summary>A failure at a place whose expectations the context has recorded already.</summary>
    public static IResult<T> Failure<T>(ParseInput at)
    {
        // Many alternatives of one kind fail at one place, most of them one after the other.
        if (at.LastFailure is FailureResult<T> known)
            return known;

        var failure = new FailureResult<T>(at);
        at.LastFailure = failure;
        return failure;
    }

    /// <summary>A failure because something else was expected here.</summary>
    public static IResult<T> Expected<T>(ParseInput at, Expectation expectation)
    {
        at.Context.Expect(at.Position, expectation);
        return Failure<T>(at);
    }

    /// <summary>A failure with its own message, which ends the parse: no alternative is tried.</summary>
    public static IResult<T> Fault<T>(ParseInput at, Diagnostic diagnostic)
    {
        at.Context.Fail(diagnostic);
        return Failure<T>(at);
    }

    // Asked of a class, as these are asked more often than anything else, and of an interface each asking is a search.
    public static ParseInput Place<T>(this IResult<T> result) => ((Result)result).Place;

    public static bool IsSuccess<T>(this IResult<T> result) => ((Result)result).IsSuccess;

    /// <summary>The parser read at least one token or found a mistake of its own, so an alternative would only blur the message.</summary>
    public static bool IsCommitted<T>(this IResult<T> failure, ParseInput start) =>
        failure.Place().Position != start.Position || start.Context.HasFault;

    private abstract class Result(ParseInput place, bool isSuccess)
    {
        public ParseInput Place => place;

        public bool IsSuccess => isSuccess;
    }

    private sealed class SuccessResult<T>(T value, ParseInput remainder) : Result(remainder, isSuccess: true), IResult<T>
    {
        public T Value => value;

        public bool WasSuccessful => true;

        public string Message => "";

        public IEnumerable<string> Expectations => [];

        public IInput Remainder => Place;
    }

    private sealed class FailureResult<T>(ParseInput at) : Result(at, isSuccess: false), IResult<T>
    {
        public T Value => throw new InvalidOperationException("A failed parse has no value.");

        public bool WasSuccessful => false;

        public string Message => "";

        public IEnumerable<string> Expectations => Place.Context.ExpectedAt(Place.Position).Select(e => e.Display);

        public IInput Remainder => Place;
    }
}
