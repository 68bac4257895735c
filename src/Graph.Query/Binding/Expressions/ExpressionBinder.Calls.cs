using Graph.Query.Functions;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>Calls of functions and operators against their signatures.</summary>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindFunctionCall(FunctionCallSyntax syntax, ExpressionPlace place)
    {
        var name = syntax.Name.Text;
        if (syntax.Arguments is [PathExpressionSyntax { Path.Function: ShortestPathFunction.None } path])
            return BindPatternPredicate(path, place);
        if (AggregateFunctions.TryGet(name, out var aggregate))
            return BindAggregate(AggregateFunctions.GetSignature(aggregate), syntax, place);

        if (syntax.Distinct)
            Diagnostics.UnexpectedDistinct(syntax.Span);
        if (!FunctionRegistry.TryGet(name, out var function))
        {
            Diagnostics.UnknownFunction(syntax.Name.Span, name);
            foreach (var argument in syntax.Arguments)
                Bind(argument, place);
            return Invalid(syntax.Span);
        }

        return function.Name == "exists" ? BindExistence(function, syntax, place) : BindFunction(function, syntax, place);
    }

    private BoundExpression BindFunction(Function function, FunctionCallSyntax syntax, ExpressionPlace place)
    {
        var call = Call(function, syntax.Name.Text, [.. syntax.Arguments.Select(argument => Bind(argument, place))], syntax.Span);
        if (!function.IsDeterministic && place.Aggregates is NestedAggregates)
            Diagnostics.RandomInAggregate(syntax.Span);
        if (function.Name == "date" && call is BoundCall { Arguments: [var text] })
            CheckDate(text);
        return call;
    }

    // exists(n.p) asks for a property, not for any value.
    private BoundExpression BindExistence(Function function, FunctionCallSyntax syntax, ExpressionPlace place)
    {
        var call = BindFunction(function, syntax, place);
        if (syntax.Arguments is [not (PropertySyntax or IndexSyntax)] && call is BoundCall { Arguments: [var argument] })
            Diagnostics.WrongArgument(argument.Span, syntax.Name.Text, "a property", argument.Type, ArgumentMismatch);
        return call is BoundCall { Arguments: [BoundProperty property] } ? OfNullIsNull(call, property.Target) : call;
    }

    // Whether nothing has a property is not known.
    private static BoundCase OfNullIsNull(BoundExpression call, BoundExpression target) =>
        new([new BoundCaseBranch(new BoundIsNull(target, IsNegated: true, target.Span), call)], null, call.Type, call.Span);

    /// <param name="name">As the user wrote it.</param>
    private BoundExpression Call(Function function, string name, ImmutableArray<BoundExpression> arguments, TextSpan span)
    {
        var candidates = function.Signatures.Where(signature => SignatureMatching.Takes(signature, arguments.Length)).ToList();
        if (candidates.Count == 0)
        {
            Diagnostics.WrongArgumentCount(span, name, SignatureMatching.DescribeCounts(function.Signatures), arguments.Length);
            return Invalid(span);
        }

        var types = arguments.Select(argument => argument.Type).ToImmutableArray();
        var fitting = candidates.Where(signature => SignatureMatching.Fits(signature, types)).ToList();
        if (fitting.Count == 0)
        {
            var blamed = function.IsAccess ? SignatureMatching.OfTarget(candidates, types[0]) : candidates;
            var mismatch = SignatureMatching.FindMismatch(blamed, types);
            var kind = types[mismatch.Index].Kind;
            var hint = ArgumentHints.Find(function.Name, mismatch.Index, kind)
                ?? (mismatch.Index == 1 ? ArgumentHints.FindSecond(function.Name, types[0].Kind, kind) : null)
                ?? (function.IsAccess ? null : ArgumentHints.FindText(mismatch.Wanted, kind));
            Diagnostics.WrongArgument(
                arguments[mismatch.Index].Span, name, mismatch.Wanted, types[mismatch.Index], function.MismatchClass, hint);
            return Invalid(span);
        }

        for (var i = 0; i < arguments.Length; i++)
            context.Parameters.Expect(arguments[i], SignatureMatching.SharedParameter(fitting, i));
        return new BoundCall(function, arguments, TypeLattice.Join(fitting.Select(signature => signature.Result(types))), span);
    }
}
