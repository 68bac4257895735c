using Sprache;

namespace Graph.Query.Parsing;

/// <summary>
/// Operators and what they stand between, read in a loop: a chain of any length takes no more of the stack than one operator.
/// Each combinator leaves the height of its tree in the context, and refuses a tree that later stages could not walk.
/// </summary>
internal static class Chain
{
    /// <summary><c>a + b - c</c> as <c>(a + b) - c</c>. Each operator adds a level to the tree.</summary>
    public static Parser<T> Left<T, TOperator>(Parser<T> operand, Parser<TOperator> @operator, Func<T, TOperator, T, Extent, T> build) =>
        input =>
    {
        var outer = Enter(input);
        var left = operand(input);
        while (left.IsSuccess())
        {
            var sign = @operator(left.Place());
            if (!sign.IsSuccess())
            {
                left = sign.IsCommitted(left.Place()) ? Outcome.Failure<T>(sign.Place()) : left;
                break;
            }

            left = Link((ParseInput)input, left, sign, operand, build);
        }

        return Leave(left, outer);
    };

    /// <summary><c>a OR b OR c</c> as one node. <paramref name="build"/> is called only where an operator stands.</summary>
    public static Parser<T> Flat<T, TOperator>(
        Parser<T> operand, Parser<TOperator> @operator, Func<IReadOnlyList<T>, IReadOnlyList<TOperator>, Extent, T> build) => input =>
    {
        var outer = Enter(input);
        var first = operand(input);
        if (!first.IsSuccess())
            return Leave(first, outer);
        var sign = @operator(first.Place());
        if (sign.IsSuccess())
            return Leave(Gather((ParseInput)input, first, sign, operand, @operator, build), outer);
        return Leave(sign.IsCommitted(first.Place()) ? Outcome.Failure<T>(sign.Place()) : first, outer);
    };

    /// <summary><c>a.b[c]</c>: what follows a value and makes another value of it, any number of times.</summary>
    public static Parser<T> Postfix<T>(Parser<T> operand, Parser<Func<T, Extent, T>> suffix) => input =>
    {
        var outer = Enter(input);
        var value = operand(input);
        while (value.IsSuccess())
        {
            var next = suffix(value.Place());
            if (!next.IsSuccess())
            {
                value = next.IsCommitted(value.Place()) ? Outcome.Failure<T>(next.Place()) : value;
                break;
            }

            value = Grow((ParseInput)input, next.Value(value.Value, new Extent((ParseInput)input, next.Place())), next.Place());
        }

        return Leave(value, outer);
    };

    /// <summary><c>NOT NOT a</c>: signs before a value, the nearest applied first.</summary>
    public static Parser<T> Prefix<T, TOperator>(Parser<TOperator> @operator, Parser<T> operand, Func<TOperator, T, Extent, T> build) =>
        input =>
    {
        var outer = Enter(input);
        var place = (ParseInput)input;
        List<(TOperator Sign, ParseInput Place)>? signs = null;
        var sign = @operator(place);
        for (; sign.IsSuccess(); sign = @operator(place))
        {
            (signs ??= []).Add((sign.Value, place));
            place = sign.Place();
        }

        var value = sign.IsCommitted(place) ? Outcome.Failure<T>(sign.Place()) : operand(place);
        for (var i = (signs?.Count ?? 0) - 1; i >= 0 && value.IsSuccess(); i--)
        {
            var extent = new Extent(signs![i].Place, value.Place());
            value = Grow(extent.Start, build(signs[i].Sign, value.Value, extent), extent.End);
        }

        return Leave(value, outer);
    };

    private static IResult<T> Link<T, TOperator>(
        ParseInput start, IResult<T> left, IResult<TOperator> sign, Parser<T> operand, Func<T, TOperator, T, Extent, T> build)
    {
        var context = start.Context;
        var leftHeight = context.Height;
        context.Height = 0;
        var right = operand(sign.Place());
        if (!right.IsSuccess())
            return right;
        context.Height = Math.Max(leftHeight, context.Height);
        return Grow(left.Place(), build(left.Value, sign.Value, right.Value, new Extent(start, right.Place())), right.Place());
    }

    private static IResult<T> Gather<T, TOperator>(
        ParseInput start,
        IResult<T> first,
        IResult<TOperator> sign,
        Parser<T> operand,
        Parser<TOperator> @operator,
        Func<IReadOnlyList<T>, IReadOnlyList<TOperator>, Extent, T> build)
    {
        var operands = new List<T> { first.Value };
        var operators = new List<TOperator>();
        while (true)
        {
            operators.Add(sign.Value);
            var next = operand(sign.Place());
            if (!next.IsSuccess())
                return next;
            operands.Add(next.Value);
            sign = @operator(next.Place());
            if (sign.IsSuccess())
                continue;
            return sign.IsCommitted(next.Place())
                ? Outcome.Failure<T>(sign.Place())
                : Grow(first.Place(), build(operands, operators, new Extent(start, next.Place())), next.Place());
        }
    }

    /// <summary>The value one level higher, which stands before <paramref name="remainder"/>.</summary>
    private static IResult<T> Grow<T>(ParseInput at, T value, ParseInput remainder)
    {
        var context = at.Context;
        if (++context.Height <= ParseContext.HeightLimit)
            return Outcome.Built(value, remainder);
        return Outcome.Fault<T>(at, SyntaxDiagnostics.NestedTooDeeply(context, at.Position, "The expression", ParseContext.HeightLimit));
    }

    private static int Enter(IInput input)
    {
        var context = ((ParseInput)input).Context;
        var outer = context.Height;
        context.Height = 0;
        return outer;
    }

    private static IResult<T> Leave<T>(IResult<T> result, int outer)
    {
        var context = result.Place().Context;
        context.Height = Math.Max(outer, context.Height);
        return result;
    }
}
