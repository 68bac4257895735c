using Sprache;

namespace Graph.Query.Parsing;

/// <summary>
/// Combinators over Sprache's <see cref="Parser{T}"/> that commit: once a parser has read a token, its failure is final and no
/// alternative is tried. So a message stands where the reader stopped, and no text is read twice. Grammars factor shared fronts.
/// </summary>
internal static class Combinators
{
    /// <summary>Both in turn; the value is the second's.</summary>
    public static Parser<TSecond> Then<TFirst, TSecond>(this Parser<TFirst> first, Parser<TSecond> second) => input =>
    {
        var head = first(input);
        return head.IsSuccess() ? second(head.Place()) : Outcome.Failure<TSecond>(head.Place());
    };

    /// <summary>Both in turn; the value is the first's.</summary>
    public static Parser<TFirst> FollowedBy<TFirst, TSecond>(this Parser<TFirst> first, Parser<TSecond> second) => input =>
    {
        var head = first(input);
        if (!head.IsSuccess())
            return head;
        var tail = second(head.Place());
        return tail.IsSuccess() ? Outcome.Success(head.Value, tail.Place()) : Outcome.Failure<TFirst>(tail.Place());
    };

    /// <summary>The value and where it stands, made into another value.</summary>
    public static Parser<TResult> Build<T, TResult>(this Parser<T> parser, Func<T, Extent, TResult> build) => input =>
    {
        var result = parser(input);
        return result.IsSuccess()
            ? Outcome.Built(build(result.Value, new Extent((ParseInput)input, result.Place())), result.Place())
            : Outcome.Failure<TResult>(result.Place());
    };

    /// <summary>The parser's value, or <paramref name="absent"/> where it does not begin here.</summary>
    public static Parser<T> OrElse<T>(this Parser<T> parser, T absent) => input =>
    {
        var result = parser(input);
        var start = (ParseInput)input;
        return result.IsSuccess() || result.IsCommitted(start) ? result : Outcome.Success(absent, start);
    };

    /// <summary>The parser's value, or null where it does not begin here.</summary>
    public static Parser<T?> OrNull<T>(this Parser<T> parser)
        where T : class => ((Parser<T?>)parser).OrElse(null);

    /// <summary>Whether the parser's text stands here.</summary>
    public static Parser<bool> IsPresent<T>(this Parser<T> parser) => parser.Build((_, _) => true).OrElse(false);

    /// <summary>The first alternative that begins here.</summary>
    public static Parser<T> Choice<T>(params Parser<T>[] alternatives) => input =>
    {
        foreach (var alternative in alternatives)
        {
            var result = alternative(input);
            if (result.IsSuccess() || result.IsCommitted((ParseInput)input))
                return result;
        }

        return Outcome.Failure<T>((ParseInput)input);
    };

    /// <summary>The parser where the tokens that follow say so; elsewhere it does not begin, and nothing is expected of it.</summary>
    public static Parser<T> When<T>(Func<Lookahead, bool> applies, Parser<T> parser) => input =>
    {
        var start = (ParseInput)input;
        return applies(Lookahead.From(start)) ? parser(start) : Outcome.Failure<T>(start);
    };

    /// <summary>
    /// The parser, which begins with one of these characters, letters in any case. Elsewhere it is not tried, unless the parse has to say
    /// what it expected.
    /// </summary>
    public static Parser<T> StartingWith<T>(this Parser<T> parser, string characters)
    {
        var all = characters.ToLowerInvariant() + characters.ToUpperInvariant();
        return input =>
        {
            var start = (ParseInput)input;
            return start.Context.Explains || all.Contains(start.Current) ? parser(start) : Outcome.Failure<T>(start);
        };
    }

    /// <summary>The parser as long as it begins here; it must read something each time.</summary>
    public static Parser<IReadOnlyList<T>> ZeroOrMore<T>(this Parser<T> parser) => input =>
    {
        List<T>? items = null;
        var place = (ParseInput)input;
        while (true)
        {
            var result = parser(place);
            if (result.IsSuccess())
                (items ??= []).Add(result.Value);
            else if (result.IsCommitted(place))
                return Outcome.Failure<IReadOnlyList<T>>(result.Place());
            else
                return Outcome.Success<IReadOnlyList<T>>(items ?? (IReadOnlyList<T>)[], place);
            place = result.Place();
        }
    };

    /// <summary>One or more with a separator between them; after a separator there must be another.</summary>
    public static Parser<IReadOnlyList<T>> SeparatedBy<T, TSeparator>(this Parser<T> parser, Parser<TSeparator> separator) => input =>
    {
        var items = new List<T>();
        var place = (ParseInput)input;
        while (true)
        {
            var item = parser(place);
            if (!item.IsSuccess())
                return Outcome.Failure<IReadOnlyList<T>>(item.Place());
            items.Add(item.Value);
            place = item.Place();
            var next = separator(place);
            if (!next.IsSuccess())
                return next.IsCommitted(place)
                    ? Outcome.Failure<IReadOnlyList<T>>(next.Place())
                    : Outcome.Success<IReadOnlyList<T>>(items, place);
            place = next.Place();
        }
    };

    /// <summary>Names what begins here in messages, instead of listing each token that could be its first.</summary>
    public static Parser<T> Labelled<T>(this Parser<T> parser, string name) => input =>
    {
        var context = ((ParseInput)input).Context;
        if (!context.Explains)
            return parser(input);

        var before = context.PushLabel(name, input.Position);
        var result = parser(input);
        context.PopLabel(before);
        return result;
    };
}
