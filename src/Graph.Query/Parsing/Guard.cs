using System.Runtime.CompilerServices;
using Sprache;

namespace Graph.Query.Parsing;

/// <summary>
/// References from a rule to one that contains it. They count how deep they are, as a stack that overflows ends the process.
/// </summary>
internal static class Guard
{
    /// <param name="reference">Gives the rule when first used, as static fields are set from top to bottom.</param>
    /// <param name="part">What is nested, as the message names it: <c>The expression</c>.</param>
    public static Parser<T> Of<T>(string part, Func<Parser<T>> reference)
    {
        Parser<T>? parser = null;
        return input =>
        {
            var start = (ParseInput)input;
            var context = start.Context;
            if (context.Nesting >= ParseContext.NestingLimit || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
                return TooDeep<T>(start, part);
            var outer = context.Height;
            context.Height = 0;
            context.Nesting++;
            var result = (parser ??= reference())(input);
            context.Nesting--;
            context.Height = Math.Max(outer, context.Height + 1);
            return result;
        };
    }

    private static IResult<T> TooDeep<T>(ParseInput start, string part) =>
        Outcome.Fault<T>(start, SyntaxDiagnostics.NestedTooDeeply(start.Context, start.Position, part, ParseContext.NestingLimit));
}
