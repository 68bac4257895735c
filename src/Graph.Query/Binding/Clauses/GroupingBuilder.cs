using Graph.Query.Functions;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>A key that the rest of the projection may be built from: a variable, <c>v.prop</c> or static map access.</summary>
/// <param name="Origin">The variable of the input, where the key is nothing else.</param>
internal sealed record RecognizedKey(PropertyPath Path, BoundVariable Variable, BoundVariable? Origin);

/// <summary>Gathers the keys and the aggregates of a projection.</summary>
internal sealed class GroupingBuilder(RowScope input, BindingContext context)
{
    private readonly List<BoundProjectionItem> keys = [];
    private readonly List<RecognizedKey> recognized = [];
    private readonly OrderedDictionary<AggregateCall, BoundAggregate> aggregates = [];

    public RowScope Input => input;

    public IReadOnlyList<RecognizedKey> Recognized => recognized;

    /// <summary>The variables of the input that keys are made of.</summary>
    public HashSet<BoundVariable> KeyVariables { get; } = [];

    public BoundVariable AddKey(string name, ExpressionSyntax? syntax, BoundExpression expression)
    {
        var key = new BoundVariable(name, expression.Type) { Seen = expression.GetSeen() };
        keys.Add(new BoundProjectionItem(key, expression));
        var path = syntax is null ? new PropertyPath(name, []) : PropertyPath.TryRead(syntax);
        if (path is not null)
            recognized.Add(new RecognizedKey(path, key, (expression as BoundReference)?.Variable));
        return key;
    }

    public BoundVariable? Find(AggregateCall call) => aggregates.GetValueOrDefault(call)?.Variable;

    public BoundVariable Add(AggregateCall call, ImmutableArray<BoundExpression> arguments)
    {
        var argument = arguments.Length > 0 ? arguments[0] : null;
        var seen = call.Signature.Function is AggregateFunction.Minimum or AggregateFunction.Maximum ? argument?.GetSeen() : null;
        var variable = context.CreateAnonymous(call.Signature.Result(argument?.Type ?? StaticType.Any), seen);
        var parameter = arguments.Length > 1 ? arguments[1] : null;
        aggregates.Add(call, new BoundAggregate(variable, call.Signature.Function, call.Distinct, argument, parameter, call.Span));
        return variable;
    }

    public BoundGrouping Build() => new([.. keys], [.. aggregates.Values]);
}
