using Graph.Query.Algorithms;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>CALL: arguments against parameters, YIELD against columns.</summary>
internal sealed class ProcedureBinder(BindingContext context)
{
    private static readonly ErrorClass ArgumentMismatch = new("SyntaxError", "InvalidArgumentType");

    /// <param name="isAlone">The clause is the whole query: arguments may come from parameters, and all columns are yielded.</param>
    public ClauseResult Bind(CallSyntax syntax, RowScope rows, bool isAlone)
    {
        var after = rows.Extend();
        if (!context.Procedures.TryGet(syntax.Procedure.Text, out var procedure))
        {
            context.Diagnostics.UnknownProcedure(syntax.Procedure.Span, syntax.Procedure.Text, context.Procedures.Names);
            return BindUnknown(syntax, rows, after);
        }

        CheckCompleteness(procedure, syntax, isAlone);
        var arguments = syntax.Arguments is null
            ? ImplicitArguments(procedure, syntax)
            : BindArguments(procedure, syntax.Arguments, syntax, rows);
        var yields = syntax.YieldAll || (isAlone && syntax.Yields.Count == 0)
            ? YieldAll(procedure, syntax, after)
            : [.. syntax.Yields.Select(item => BindYield(procedure, item, after))];
        var where = syntax.Where is null ? null : BindWhere(syntax.Where, after);

        // What has no columns lets the rows of a query pass, and has none where it is the whole query.
        if (isAlone && procedure.Columns.IsEmpty)
            where = new BoundConstant(Value.False, StaticType.Boolean, syntax.Span);
        var call = new BoundProcedureCall(procedure, arguments, yields, where);
        return new ClauseResult(call, after, isAlone || syntax.Show is not null ? [.. yields.Select(yield => yield.Variable)] : []);
    }

    // Inside a query nothing is left out.
    private void CheckCompleteness(Procedure procedure, CallSyntax syntax, bool isAlone)
    {
        if (isAlone || syntax.Show is not null)
            return;
        if (syntax.Arguments is null)
        {
            var parameters = procedure.Parameters.Where(parameter => !parameter.IsOptional).Select(parameter => $"${parameter.Name}");
            context.Diagnostics.ArgumentsLeftOut(syntax.Procedure.Span, $"CALL {procedure.Name}({string.Join(", ", parameters)})");
        }
        else if (syntax.YieldAll)
        {
            context.Diagnostics.ColumnsLeftOut(syntax.Procedure.Span, procedure.Columns.Select(column => column.Name));
        }
    }

    // The names still count, so that one mistake does not make others.
    private ClauseResult BindUnknown(CallSyntax syntax, RowScope rows, RowScope after)
    {
        foreach (var argument in syntax.Arguments ?? [])
            context.Expressions.Bind(argument, ExpressionPlace.WithoutAggregates(rows, "CALL"));
        foreach (var item in syntax.Yields)
            Declare(item.Alias ?? item.Name, StaticType.Any, after);
        if (syntax.Where is not null)
            BindWhere(syntax.Where, after);

        var nothing = new BoundUnwind(new BoundList([], StaticType.AnyList, syntax.Span), context.CreateAnonymous(StaticType.Any), null);
        return new ClauseResult(nothing, after, []);
    }

    private ImmutableArray<BoundExpression> ImplicitArguments(Procedure procedure, CallSyntax syntax) =>
    [
        .. from parameter in procedure.Parameters
           where !parameter.IsOptional
           select ImplicitArgument(parameter, syntax.Procedure.Span),
    ];

    private BoundExpression ImplicitArgument(ProcedureParameter parameter, TextSpan span)
    {
        var argument = context.Parameters.Bind(new ParameterSyntax(parameter.Name) { Span = span });
        context.Parameters.Expect(argument, parameter.Type);
        return argument;
    }

    private ImmutableArray<BoundExpression> BindArguments(
        Procedure procedure, SyntaxList<ExpressionSyntax> syntax, CallSyntax call, RowScope rows)
    {
        var required = procedure.Parameters.Count(parameter => !parameter.IsOptional);
        if (syntax.Count < required || syntax.Count > procedure.Parameters.Length)
        {
            var wanted = SignatureMatching.DescribeCounts(required, procedure.Parameters.Length);
            context.Diagnostics.WrongArgumentCount(call.Procedure.Span, procedure.Name, wanted, syntax.Count);
        }

        var place = ExpressionPlace.WithoutAggregates(rows, "CALL");
        return [.. syntax.Select((argument, i) => BindArgument(procedure, i, context.Expressions.Bind(argument, place)))];
    }

    private BoundExpression BindArgument(Procedure procedure, int index, BoundExpression argument)
    {
        if (index >= procedure.Parameters.Length)
            return argument;

        var wanted = procedure.Parameters[index].Type;
        context.Parameters.Expect(argument, wanted);
        if (!argument.Type.CanBe(wanted) && !(wanted.Kind == TypeKind.Float && argument.Type.CanBe(StaticType.Number)))
            context.Diagnostics.WrongArgument(argument.Span, procedure.Name, wanted.Describe(), argument.Type, ArgumentMismatch);
        return argument;
    }

    private ImmutableArray<BoundYield> YieldAll(Procedure procedure, CallSyntax syntax, RowScope after) =>
    [
        .. procedure.Columns.Select((column, i) =>
            new BoundYield(i, Declare(new NameSyntax(column.Name) { Span = syntax.Span }, column.Type, after))),
    ];

    private BoundYield BindYield(Procedure procedure, YieldItemSyntax item, RowScope after)
    {
        var names = procedure.Columns.Select(column => column.Name).ToList();
        var index = names.IndexOf(item.Name.Text);
        if (index < 0)
            context.Diagnostics.UnknownColumn(item.Name.Span, item.Name.Text, procedure.Name, names);
        return new BoundYield(index, Declare(item.Alias ?? item.Name, index < 0 ? StaticType.Any : procedure.Columns[index].Type, after));
    }

    private BoundVariable Declare(NameSyntax name, StaticType type, RowScope after)
    {
        if (after.Find(name.Text) is FoundName)
            context.Diagnostics.AlreadyBound(name.Span, name.Text);
        var variable = new BoundVariable(name.Text, type);
        after.Add(name.Text, variable);
        return variable;
    }

    private BoundExpression BindWhere(ExpressionSyntax where, RowScope rows) =>
        context.Expressions.BindCondition(where, ExpressionPlace.WithoutAggregates(rows, "WHERE"), "WHERE");
}
