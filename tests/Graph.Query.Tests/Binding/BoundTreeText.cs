using System.Text;
using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Tests.Binding;

/// <summary>A bound statement as lines of text: one for each step, then the columns and parameters with their types.</summary>
internal static class BoundTreeText
{
    public static string Print(BoundStatement statement)
    {
        var text = new StringBuilder();
        PrintQuery(statement.Query, text);
        if (statement.Query.Columns.Length > 0)
            text.Append($"\n  columns {string.Join(", ", statement.Query.Columns.Select(column => $"{column.Name} {column.Type}"))}");
        foreach (var parameter in statement.Parameters)
            text.Append($"\n  parameter ${parameter.Name} {parameter.Type}{Conflict(parameter)}");
        return text.ToString();
    }

    private static string Conflict(BoundQueryParameter parameter) =>
        parameter.Conflict is { } conflict ? $" ({conflict.First} or {conflict.Other})" : "";

    private static void PrintQuery(BoundQuery query, StringBuilder text)
    {
        for (var i = 0; i < query.Parts.Length; i++)
        {
            if (i > 0)
                text.Append(query.UnionAll ? "\n  union all" : "\n  union");
            foreach (var clause in query.Parts[i].Clauses)
                text.Append($"\n  {Clause(clause)}");
            if (query.Parts.Length > 1)
                text.Append($"\n  output {string.Join(", ", query.Parts[i].Output)}");
        }
    }

    private static string Query(BoundQuery query) =>
        string.Join(" union ", query.Parts.Select(part => string.Join("; ", part.Clauses.Select(Clause))));

    private static string Clause(BoundClause clause) => clause switch
    {
        BoundMatch match => Match(match),
        BoundUnwind unwind => $"unwind {Expression(unwind.List)} as {string.Join(", ", unwind.Variables)}",
        BoundProject project => Projection(project),
        BoundProcedureCall call => Call(call),
        BoundCallSubquery call =>
            $"{(call.IsOptional ? "optional " : "")}call ({Query(call.Query)}; outer {string.Join(' ', call.Outer)}) as {string.Join(' ', call.Variables)}",
        _ => throw new InvalidOperationException(clause.GetType().Name),
    };

    private static string Match(BoundMatch match)
    {
        var mode = match.Mode == MatchMode.RepeatableElements ? " repeatable" : "";
        var paths = string.Join(", ", match.Paths.Select(BoundPatternText.Path));
        return $"{(match.IsOptional ? "optional " : "")}match{mode} {paths}{Where(match.Where)} new {string.Join(' ', match.Variables)}";
    }

    private static string Call(BoundProcedureCall call)
    {
        var yields = call.Yields.Select(yield => $"{call.Procedure.Columns[yield.Column].Name} as {yield.Variable}");
        return $"call {call.Procedure.Name}({Expressions(call.Arguments)}) yield {string.Join(", ", yields)}{Where(call.Where)}";
    }

    private static string Projection(BoundProject project)
    {
        var projection = project.Projection;
        var text = new StringBuilder();
        if (projection.Grouping is { } grouping)
        {
            var aggregates = grouping.Aggregates.Select(aggregate => $"{aggregate.Variable} := {Aggregate(aggregate)}");
            text.Append($"group [{Items(grouping.Keys)}] {string.Join(", ", aggregates)}\n  ");
        }

        text.Append(
            $"project {(projection.Distinct ? "distinct " : "")}{string.Join(", ", Kept(projection).Append(Items(projection.Items)).Where(part => part.Length > 0))}");
        if (projection.OrderBy.Length > 0)
            text.Append(
                $" order by {string.Join(", ", projection.OrderBy.Select(item => Expression(item.Expression) + (item.Descending ? " desc" : "")))}");
        if (projection.Skip is { } skip)
            text.Append($" skip {Expression(skip)}");
        if (projection.Limit is { } limit)
            text.Append($" limit {Expression(limit)}");
        return text.Append(Where(project.Where)).ToString();
    }

    private static IEnumerable<string> Kept(BoundProjection projection) =>
        projection.Kept?.Variables.Select(variable => $"{variable}") ?? [];

    private static string Aggregate(BoundAggregate aggregate)
    {
        var arguments = new[] { aggregate.Argument, aggregate.Parameter }.OfType<BoundExpression>().Select(Expression);
        return $"{aggregate.Function}({(aggregate.Distinct ? "distinct " : "")}{string.Join(", ", arguments)})";
    }

    private static string Items(ImmutableArray<BoundProjectionItem> items) =>
        string.Join(", ", items.Select(item => $"{item.Variable} := {Expression(item.Expression)}"));

    public static string Where(BoundExpression? condition) => condition is null ? "" : $" where {Expression(condition)}";

    private static string Expressions(IEnumerable<BoundExpression> expressions) => string.Join(", ", expressions.Select(Expression));

    public static string Expression(BoundExpression expression) => expression switch
    {
        BoundConstant constant => constant.Value.ToString(),
        BoundParameter parameter => $"${parameter.Name}",
        BoundReference reference => reference.Variable.Name,
        BoundProperty property => $"{Expression(property.Target)}.{property.Key}",
        BoundCall call => $"{call.Function.Name}({Expressions(call.Arguments)})",
        BoundComparison comparison => $"{comparison.Operator}({Expression(comparison.Left)}, {Expression(comparison.Right)})",
        BoundLogical logical => $"{logical.Operator}({Expressions(logical.Operands)})",
        BoundNot not => $"Not({Expression(not.Operand)})",
        BoundIsNull isNull => $"{(isNull.IsNegated ? "IsNotNull" : "IsNull")}({Expression(isNull.Operand)})",
        BoundLabelTest test => $"{Expression(test.Target)}:{BoundPatternText.Labels(test.Labels)}",
        BoundList list => $"[{Expressions(list.Items)}]",
        BoundMap map => $"{{{Entries(map.Entries)}}}",
        BoundMapExtension extension => $"{Expression(extension.Target)} with {{{Entries(extension.Entries)}}}",
        BoundLet let => $"let {let.Variable} = {Expression(let.Value)} in {Expression(let.Body)}",
        BoundCase @case => Case(@case),
        _ => Iteration(expression),
    };

    private static string Entries(ImmutableArray<KeyValuePair<string, BoundExpression>> entries) =>
        string.Join(", ", entries.Select(entry => $"{entry.Key}: {Expression(entry.Value)}"));

    private static string Case(BoundCase @case)
    {
        var branches = @case.Branches.Select(branch => $"{Expression(branch.When)} -> {Expression(branch.Then)}");
        return $"case({string.Join(", ", branches)}{(@case.Else is null ? "" : $", else {Expression(@case.Else)}")})";
    }

    private static string Iteration(BoundExpression expression) => expression switch
    {
        BoundListComprehension list =>
            $"[{list.Variable} in {Expression(list.List)}{Where(list.Where)}{(list.Projection is null ? "" : $" | {Expression(list.Projection)}")}]",
        BoundQuantified quantified =>
            $"{quantified.Quantifier}({quantified.Variable} in {Expression(quantified.List)}{Where(quantified.Where)})",
        BoundReduce reduce =>
            $"reduce({reduce.Accumulator} = {Expression(reduce.Initial)}, {reduce.Variable} in {Expression(reduce.List)} | {Expression(reduce.Body)})",
        BoundCount count => $"count({Query(count.Query)}; outer {string.Join(' ', count.Outer)})",
        BoundExists exists => $"exists({Query(exists.Query)}; outer {string.Join(' ', exists.Outer)})",
        BoundCollect collect => $"{(collect.First ? "first" : "collect")}({Query(collect.Query)}; outer {string.Join(' ', collect.Outer)})",
        _ => throw new InvalidOperationException(expression.GetType().Name),
    };
}
