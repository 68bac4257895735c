using System.Diagnostics;
using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Planning;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Execution;

/// <summary>From bound expressions to ones that run over batches.</summary>
internal sealed class ExpressionCompiler(GraphStore store, SlotMap slots, SubqueryCompiler subqueries)
{
    public CompiledExpression Compile(BoundExpression expression)
    {
        Preparation.Count();
        if (expression is BoundCall { Function.Name: "date", Arguments: [BoundProperty date] } && HoldsOnlyDates(date))
            return Compile(date);
        return PerValueSearch.FindSources(expression, HoldsDates) is { IsEmpty: false } sources
            ? new PerValueExpression(CompileByRow(expression), Compile(sources), expression.Span)
            : CompileByRow(expression);
    }

    private bool HoldsDates(BoundProperty property) => FindColumns(property).Any(column => column is DateColumn);

    private bool HoldsOnlyDates(BoundProperty property) =>
        HoldsDates(property) && FindColumns(property).All(column => column is null or DateColumn);

    private IEnumerable<PropertyColumn?> FindColumns(BoundProperty property) => property.Target.Type.Kind switch
    {
        TypeKind.Node => store.NodeRanges.Select(range => range.FindColumn(property.Key)),
        TypeKind.Edge => store.EdgeTables.Select(table => table.FindColumn(property.Key)),
        _ => [],
    };

    private CompiledExpression CompileByRow(BoundExpression expression) =>
        TextTestExpression.Find(expression) is { } test
            ? new TextTestExpression(
                test.Kind,
                test.LetterCase,
                CompileByValue(expression),
                test.LetterCase == LetterCase.AsWritten && expression is BoundCall call
                    ? new CallExpression(call.Function, [], call.Span)
                    : null,
                Compile(test.Tested),
                Compile(test.Pattern),
                expression.Span)
            : CompileByValue(expression);

    private CompiledExpression CompileByValue(BoundExpression expression) => expression switch
    {
        BoundConstant constant => new ConstantExpression(constant.Value, constant.Span),
        BoundParameter parameter => new ParameterExpression(parameter.Name, parameter.Span),
        BoundReference reference => new ReferenceExpression(slots[reference.Variable], reference.Span),
        BoundProperty property => new PropertyExpression(subqueries.Readers, Compile(property.Target), property.Key, property.Span),
        BoundCall call when ElementKindExpression.Includes(call) =>
            ElementKindExpression.Create(store, call.Function, Compile(call.Arguments[0]), call.Span),
        BoundCall { Function.Name: CoalesceExpression.FunctionName } call => new CoalesceExpression(Compile(call.Arguments), call.Span),
        BoundCall { Function.Name: MembershipMerging.Operator, Arguments: [var item, var list] } call =>
            new MembershipExpression(Compile(item), Compile(list), call.Span),
        BoundCall call => CompileCall(call),
        BoundComparison comparison => CompileComparison(comparison),
        BoundLogical { Operator: LogicalOperator.Xor } logical => new ExclusiveOrExpression(Compile(logical.Operands), logical.Span),
        BoundLogical logical => new ConnectiveExpression(logical.Operator, Compile(logical.Operands), logical.Span),
        BoundNot not => new NotExpression(Compile(not.Operand), not.Span),
        BoundIsNull isNull => new IsNullExpression(Compile(isNull.Operand), isNull.IsNegated, isNull.Span),
        BoundLabelTest test => new LabelTestExpression(store, Compile(test.Target), test.Labels, test.Span),
        BoundList list => new ListExpression(Compile(list.Items), list.Span),
        BoundMap map => new MapExpression(Compile(map.Entries), map.Span),
        BoundMapExtension extension => new MapExtensionExpression(Compile(extension.Target), Compile(extension.Entries), extension.Span),
        BoundLet let => new LetExpression(slots[let.Variable], Compile(let.Value), Compile(let.Body), let.Span),
        BoundCase @case => CompileCase(@case),
        BoundListComprehension comprehension => CompileComprehension(comprehension),
        BoundQuantified quantified => CompileQuantified(quantified),
        BoundReduce reduce => CompileReduce(reduce),
        BoundExists exists => new ExistsExpression(subqueries.Compile(exists.Query, exists.Outer).Subquery, exists.Span),
        BoundCount count => CompileCount(count),
        BoundCollect collect => CompileCollect(collect),
        _ => throw new UnreachableException(),
    };

    public CompiledExpression? CompileOptional(BoundExpression? expression) => expression is null ? null : Compile(expression);

    public ImmutableArray<CompiledExpression> Compile(ImmutableArray<BoundExpression> expressions) => [.. expressions.Select(Compile)];

    private ImmutableArray<KeyValuePair<string, CompiledExpression>> Compile(
        ImmutableArray<KeyValuePair<string, BoundExpression>> entries) =>
        [.. entries.Select(entry => KeyValuePair.Create(entry.Key, Compile(entry.Value)))];

    private CompiledExpression CompileCall(BoundCall bound)
    {
        var arguments = Compile(bound.Arguments);
        var call = new CallExpression(bound.Function, arguments, bound.Span);
        return arguments switch
        {
            _ when TextCallExpression.TryCreate(bound, call, arguments, Compile) is { } textCall => textCall,
            [var left, var right] when ArithmeticExpression.Knows(bound.Function.Name) =>
                new ArithmeticExpression(bound.Function.Name, call, left, right, bound.Span),
            [var number] when bound.Function.FloatKernel is not null => new NumberCallExpression(bound.Function, call, number, bound.Span),
            [var path] when bound.Function.Name == PathLengthExpression.FunctionName => new PathLengthExpression(call, path, bound.Span),
            [var text] when bound.Function.Name == TextSizeExpression.FunctionName => new TextSizeExpression(call, text, bound.Span),
            _ => call,
        };
    }

    private ComparisonExpression CompileComparison(BoundComparison comparison) =>
        new(comparison.Operator, Compile(comparison.Left), Compile(comparison.Right), comparison.Span);

    private CaseExpression CompileCase(BoundCase @case) =>
        new([.. @case.Branches.Select(branch => (Compile(branch.When), Compile(branch.Then)))], CompileOptional(@case.Else), @case.Span);

    private ListComprehensionExpression CompileComprehension(BoundListComprehension comprehension) =>
        new(
            slots[comprehension.Variable],
            Compile(comprehension.List),
            CompileOptional(comprehension.Where),
            CompileOptional(comprehension.Projection),
            comprehension.Span);

    private QuantifiedExpression CompileQuantified(BoundQuantified quantified) =>
        new(quantified.Quantifier, slots[quantified.Variable], Compile(quantified.List), Compile(quantified.Where), quantified.Span);

    private CompiledExpression CompileReduce(BoundReduce reduce)
    {
        var general = new ReduceExpression(
            slots[reduce.Accumulator],
            Compile(reduce.Initial),
            slots[reduce.Variable],
            Compile(reduce.List),
            Compile(reduce.Body),
            reduce.Span);
        var parts = new List<(CompiledExpression Part, CallExpression Addition)>();
        var body = reduce.Body;
        for (; body is BoundCall { Function.Name: "+", Arguments: [var left, var right] } sum; body = left)
        {
            if (ExpressionVariables.Of(right).Contains(reduce.Accumulator))
                return general;
            parts.Insert(0, (Compile(right), new CallExpression(sum.Function, [], sum.Span)));
        }

        return parts.Count > 0 && body is BoundReference { Variable: var variable } && variable == reduce.Accumulator
            ? new AppendingReduceExpression(general, [.. parts], reduce.Span)
            : general;
    }

    private CountExpression CompileCount(BoundCount count)
    {
        var (subquery, outputs) = subqueries.Compile(count.Query, count.Outer);
        return new CountExpression(subquery, outputs.Length > count.Query.Columns.Length ? outputs[^1] : -1, count.Span);
    }

    private CollectExpression CompileCollect(BoundCollect collect)
    {
        var (subquery, outputs) = subqueries.Compile(collect.Query, collect.Outer);
        return new CollectExpression(subquery, outputs[0], collect.First, collect.Span);
    }
}
