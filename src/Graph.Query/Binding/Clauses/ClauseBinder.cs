using System.Diagnostics;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <param name="Rows">The names after the clause.</param>
/// <param name="Output">The columns, where the clause can be the last.</param>
internal sealed record ClauseResult(BoundClause Clause, RowScope Rows, ImmutableArray<BoundVariable> Output);

/// <summary>One clause: from the names before it to the names after it.</summary>
internal sealed class ClauseBinder
{
    private readonly BindingContext context;
    private readonly ProjectionBinder projections;
    private readonly ProcedureBinder procedures;
    private readonly CallBinder calls;

    public ClauseBinder(BindingContext context)
    {
        this.context = context;
        projections = new ProjectionBinder(context);
        procedures = new ProcedureBinder(context);
        calls = new CallBinder(context);
    }

    /// <param name="isAlone">The clause is the whole query.</param>
    public ClauseResult Bind(ClauseSyntax syntax, RowScope rows, bool isAlone)
    {
        Preparation.Count();
        return BindKind(syntax, rows, isAlone);
    }

    private ClauseResult BindKind(ClauseSyntax syntax, RowScope rows, bool isAlone) => syntax switch
    {
        MatchSyntax match => BindMatch(match, rows),
        UnwindSyntax unwind => BindUnwind(unwind, rows),
        WithSyntax with => projections.BindWith(with, rows),
        ReturnSyntax @return => projections.BindReturn(@return, rows),
        CallSubquerySyntax call => calls.Bind(call, rows),
        CallSyntax call => procedures.Bind(call, rows, isAlone),
        _ => throw new UnreachableException(),
    };

    /// <summary>The clause before a FILTER with the condition of the FILTER, where such a clause has one itself; else null.</summary>
    public BoundClause? BindFilter(ClauseSyntax syntax, BoundClause before, RowScope rows) =>
        syntax is not WithSyntax { Form: WithForm.Filter, Where: { } condition }
        ? null
        : before switch
        {
            BoundMatch { IsOptional: false } match => match with { Where = And(match.Where, condition, rows) },
            BoundProject project => project with { Where = And(project.Where, condition, rows) },
            BoundProcedureCall call => call with { Where = And(call.Where, condition, rows) },
            _ => null,
        };

    private BoundExpression And(BoundExpression? before, ExpressionSyntax syntax, RowScope rows)
    {
        var condition = context.Expressions.BindCondition(syntax, ExpressionPlace.WithoutAggregates(rows, "FILTER"), "FILTER");
        return before is null ? condition : ExpressionBinder.And([before, condition], before.Span.Cover(condition.Span));
    }

    private ClauseResult BindMatch(MatchSyntax syntax, RowScope rows)
    {
        var (match, after) = context.Patterns.BindMatch(syntax, rows);
        return new ClauseResult(match, after, []);
    }

    private ClauseResult BindUnwind(UnwindSyntax syntax, RowScope rows)
    {
        var clause = syntax.IsFor ? "FOR" : "UNWIND";
        var list = context.Expressions.Bind(syntax.List, ExpressionPlace.WithoutAggregates(rows, clause));
        context.Expressions.ExpectList(list, clause);
        var after = rows.Extend();
        var variable = BindNew(syntax.Variable, TypeLattice.ElementOf(list.Type), rows, after);
        if (syntax.Numbering is not { } numbering)
            return new ClauseResult(new BoundUnwind(list, variable, null), after, []);

        // The second name is new beside the first one, too.
        var number = BindNew(numbering.Variable, StaticType.Integer, after, after);
        return new ClauseResult(new BoundUnwind(list, variable, new BoundNumbering(numbering.First, number)), after, []);
    }

    private BoundVariable BindNew(NameSyntax name, StaticType type, RowScope known, RowScope after)
    {
        if (known.Find(name.Text) is FoundName)
            context.Diagnostics.AlreadyBound(name.Span, name.Text);
        if (known.Find(name.Text) is NotImportedName)
            context.Diagnostics.ShadowsOuter(name.Span, name.Text);

        var variable = new BoundVariable(name.Text, type);
        after.Add(name.Text, variable);
        return variable;
    }
}
