using Graph.Query.Binding;
using Graph.Query.Functions;

namespace Graph.Postgres;

/// <summary>WITH and RETURN: grouping, columns, DISTINCT, ORDER BY, SKIP and LIMIT.</summary>
internal sealed class ProjectionTranslator(TranslationContext context, ExpressionTranslator expressions)
{
    /// <summary>
    /// The last projection of a query: its columns stand in the order of the output. Of a subquery it may be a WITH that filters.
    /// </summary>
    public (Select Select, ImmutableArray<SqlValue> Values) TranslateLast(
        BoundProject last, Frame frame, ImmutableArray<BoundVariable> output)
    {
        if (last.Where is not null)
            return Show(Translate(last, frame), output);

        var projection = last.Projection;
        var rows = Compute(projection, frame);
        var order = projection.OrderBy.IsEmpty && !projection.Distinct ? rows.Order : [];
        Sort(projection, rows);
        rows.Select.OrderBy.AddRange(order);
        return Show(rows, output);
    }

    private static (Select Select, ImmutableArray<SqlValue> Values) Show(Frame rows, ImmutableArray<BoundVariable> output) =>
        (rows.Select, [.. output.Select(variable => Column(rows.Select, rows.Find(variable).Value))]);

    /// <summary>The rows after a WITH, and only its variables.</summary>
    public Frame Translate(BoundProject project, Frame frame)
    {
        var projection = project.Projection;
        if (IsRenaming(project, frame))
            return Rename(project, frame);

        var rows = Compute(projection, frame);
        var filtersLater = project.Where is not null && (projection.Limit is not null || projection.Skip is not null);
        if (project.Where is { } where && !filtersLater)
            rows.Select.Conditions.Add(expressions.Condition(where, rows, "WHERE"));
        var late = filtersLater ? rows.Select.AddColumn(expressions.Condition(project.Where!, rows, "WHERE")) : null;
        var order = rows.Order.Select(rows.Select.AddColumn).ToList();
        Sort(projection, rows);

        var alias = context.CreateAlias("q");
        var after = new Frame(frame.Outer, new Select());
        foreach (var variable in (projection.Kept?.Variables ?? []).Concat(projection.Items.Select(item => item.Variable)))
        {
            var binding = rows.Find(variable);
            after.Bind(variable, Take(rows.Select, binding.Value, alias), binding);
        }

        after.Select.Add(projection.OrderBy.IsEmpty ? new SelectSource(alias, rows.Select) : Number(rows.Select, alias));
        after.Order.AddRange(projection.OrderBy.IsEmpty ? order.Select(column => $"{alias}.{column}") : [$"{alias}.n"]);
        if (late is not null)
            after.Select.Conditions.Add($"{alias}.{late}");
        return after;
    }

    /// <summary>Rows without duplicates; the first of each is shown.</summary>
    public (Select Select, ImmutableArray<SqlValue> Values) Distinct(Select select, ImmutableArray<SqlValue> values)
    {
        if (values.All(value => value.Kind is not (SqlKind.Date or SqlKind.Json or SqlKind.Null)))
        {
            var plain = new Select { IsDistinct = true };
            foreach (var source in select.Sources)
                plain.Add(source);
            plain.Conditions.AddRange(select.Conditions);
            return (plain, [.. values.Select(value => Column(plain, value))]);
        }

        var alias = context.CreateAlias("d");
        var columns = values.Select(value => Take(select, value, alias)).ToList();
        var keys = values.Select(value => select.AddColumns(SqlValue.OfText(value.EquivalenceKey))[0]).ToList();
        var grouped = new Select { IsGrouped = true };
        grouped.Add(new SelectSource(alias, select));
        grouped.GroupBy.AddRange(keys.Select(key => $"{alias}.{key}"));
        return (grouped, [.. columns.Select(value => Column(grouped, FirstOf(value)))]);
    }

    private static SqlValue FirstOf(SqlValue value) =>
        SqlValue.FromColumns(value.Kind, [.. value.Parts.Select(part => $"(array_agg({part}))[1]")]);

    private static SqlValue Column(Select select, SqlValue value) => SqlValue.FromColumns(value.Kind, select.AddColumns(value));

    private static SqlValue Take(Select select, SqlValue value, string alias)
    {
        var typed = value.Kind == SqlKind.Null ? value.ToJson() : value;
        return SqlValue.FromColumns(typed.Kind, [.. select.AddColumns(typed).Select(column => $"{alias}.{column}")]);
    }

    /// <summary>The rows with a number each, in their order.</summary>
    private SelectSource Number(Select select, string alias)
    {
        var inner = context.CreateAlias("s");
        return new SelectSource(alias, () => $"SELECT {inner}.*, row_number() OVER () AS n FROM ({select.Render()}) AS {inner}");
    }

    /// <summary>A WITH that only passes variables on needs no select of its own.</summary>
    private static bool IsRenaming(BoundProject project, Frame frame) =>
        project.Projection is { Grouping: null, Distinct: false, OrderBy.IsEmpty: true, Skip: null, Limit: null }
        && project.Projection.Items.All(item => item.Expression is BoundReference) && !frame.Select.IsEmpty;

    private Frame Rename(BoundProject project, Frame frame)
    {
        foreach (var item in project.Projection.Items)
            frame.Bind(item.Variable, frame.Find(((BoundReference)item.Expression).Variable));
        if (project.Where is { } where)
            frame.Select.Conditions.Add(expressions.Condition(where, frame, "WHERE"));
        return frame;
    }

    /// <summary>Rows in which each item's variable has its value.</summary>
    private Frame Compute(BoundProjection projection, Frame frame)
    {
        var rows = projection.Grouping is { } grouping ? Group(grouping, frame) : frame;
        var values = projection.Items.Select(item => (item, Value: expressions.Translate(item.Expression, rows))).ToList();
        if (projection.Distinct)
            return ComputeDistinct(values, rows);

        foreach (var (item, value) in values)
            rows.Bind(
                item.Variable, OriginOf(item.Expression, rows) is { } origin && origin.Value == value ? origin : new Binding(value, rows));
        return rows;
    }

    private Frame ComputeDistinct(List<(BoundProjectionItem Item, SqlValue Value)> values, Frame rows)
    {
        var (select, columns) = Distinct(rows.Select, [.. values.Select(pair => pair.Value)]);
        var alias = context.CreateAlias("q");
        var after = new Frame(rows.Outer, new Select());
        foreach (var (pair, column) in values.Zip(columns))
        {
            var value = SqlValue.FromColumns(column.Kind, [.. column.Parts.Select(part => $"{alias}.{part}")]);
            after.Bind(pair.Item.Variable, value.Kind == SqlKind.Null ? SqlValue.Null : value, OriginOf(pair.Item.Expression, rows));
        }

        after.Select.Add(new SelectSource(alias, select));
        return after;
    }

    private static Binding? OriginOf(BoundExpression expression, Frame frame) =>
        expression is BoundReference reference ? frame.Find(reference.Variable) : null;

    private void Sort(BoundProjection projection, Frame rows)
    {
        foreach (var item in projection.OrderBy)
        {
            var value = expressions.Translate(item.Expression, rows);
            // What is the same for every row sorts nothing, and is no key in SQL.
            foreach (var key in value.SortKeys.Where(_ => value.Kind != SqlKind.Null && value.Text is not ("true" or "false")))
                rows.Select.OrderBy.Add(
                    $"{key.Text} {(key.IsReversed != item.Descending ? "DESC" : "ASC")} NULLS {(item.Descending ? "FIRST" : "LAST")}");
        }

        rows.Select.Offset = Count(projection.Skip, "SKIP");
        rows.Select.Limit = Count(projection.Limit, "LIMIT");
    }

    private string? Count(BoundExpression? expression, string clause)
    {
        if (expression is null || (expression is not BoundConstant && !context.Constants.HasParameters))
            return null;
        var value = context.Constants.EvaluateCount(expression, clause);
        return string.Create(null, $"{value}");
    }

    /// <summary>One row for each group: the keys and the aggregates under their variables.</summary>
    private Frame Group(BoundGrouping grouping, Frame frame)
    {
        var alias = context.CreateAlias("g");
        var keys = grouping.Keys
            .Select(key => (key.Variable, Value: expressions.Translate(key.Expression, frame), Origin: OriginOf(key.Expression, frame)))
            .ToList();
        var arguments = grouping.Aggregates
            .Select(aggregate => aggregate.Argument is { } argument ? expressions.Translate(argument, frame) : null)
            .ToList();
        var input = frame.Select;
        var taken = keys.Select(key => Take(input, key.Value, alias)).ToList();
        var takenArguments = arguments.Select(argument => argument is null ? null : Take(input, argument, alias)).ToList();
        var order = string.Join(", ", frame.Order.Select(text => $"{alias}.{input.AddColumn(text)}"));

        var grouped = new Select { IsGrouped = true };
        grouped.Add(new SelectSource(alias, input));
        var after = new Frame(frame.Outer, new Select());
        var outer = context.CreateAlias("q");
        foreach (var (key, value) in keys.Zip(taken))
        {
            after.Bind(key.Variable, Take(grouped, AddKey(grouped, value), outer), key.Origin);
        }

        for (var i = 0; i < grouping.Aggregates.Length; i++)
        {
            var aggregate = grouping.Aggregates[i];
            after.Bind(aggregate.Variable, Take(grouped, Aggregate(aggregate, takenArguments[i], order), outer));
        }

        after.Select.Add(new SelectSource(outer, grouped));
        return after;
    }

    /// <summary>Groups by equivalence; the value of a group is the first of its own.</summary>
    private static SqlValue AddKey(Select grouped, SqlValue value)
    {
        switch (value.Kind)
        {
            case SqlKind.Date:
                grouped.GroupBy.AddRange([value.First!, value.Last!]);
                return value with { Text = $"(array_agg({value.Text}))[1]" };
            case SqlKind.Json:
                grouped.GroupBy.Add(value.EquivalenceKey);
                return value with { Text = $"(array_agg({value.Text}))[1]" };
            default:
                grouped.GroupBy.Add(value.Text);
                return value;
        }
    }

    private SqlValue Aggregate(BoundAggregate aggregate, SqlValue? argument, string order)
    {
        if (argument is null)
            return SqlValue.Integer("count(*)");

        var distinct = aggregate.Distinct ? "DISTINCT " : "";
        switch (aggregate.Function)
        {
            case AggregateFunction.Count:
                return SqlValue.Integer($"count({distinct}{argument.EquivalenceKey})");
            case AggregateFunction.Sum when argument.Kind == SqlKind.Integer:
                return SqlValue.Integer($"coalesce(sum({distinct}{argument.Text}), 0)::bigint");
            case AggregateFunction.Average when argument.Kind == SqlKind.Integer:
                // Twenty decimals, so that the exact mean is rounded once.
                return SqlValue.Float(
                    $"(sum({distinct}{argument.Text}) * 1.00000000000000000000 / count({distinct}{argument.Text}))::double precision");
            case AggregateFunction.Minimum or AggregateFunction.Maximum when Extreme(aggregate.Function, argument) is { } extreme:
                return extreme;
            default:
                return AggregateList(aggregate, argument, order);
        }
    }

    private static SqlValue? Extreme(AggregateFunction function, SqlValue argument)
    {
        var isLeast = function == AggregateFunction.Minimum;
        return argument.Kind switch
        {
            SqlKind.Integer or SqlKind.Float or SqlKind.Node or SqlKind.Relation =>
                argument with { Text = $"{(isLeast ? "min" : "max")}({argument.Text})" },
            SqlKind.Text => argument with { Text = $"{(isLeast ? "min" : "max")}({argument.Text} COLLATE \"C\")" },
            SqlKind.Boolean => argument with { Text = $"{(isLeast ? "bool_and" : "bool_or")}({argument.Text})" },
            _ => null,
        };
    }

    /// <summary>Aggregates of values of any kind, over the list of them.</summary>
    private SqlValue AggregateList(BoundAggregate aggregate, SqlValue argument, string order)
    {
        var sorted = order.Length > 0 ? $" ORDER BY {order}" : "";
        var list = $"coalesce(jsonb_agg({argument.AsJson()}{sorted}) FILTER (WHERE {argument.Text} IS NOT NULL), '[]')";
        if (aggregate.Distinct)
            list = $"_distinct({list})";
        var place = context.AddPlace(aggregate.Span);
        return aggregate.Function switch
        {
            AggregateFunction.Collect => SqlValue.Json(list),
            AggregateFunction.Sum => SqlValue.Json($"_sum({list}, {place})"),
            AggregateFunction.Average => SqlValue.Float($"_avg({list}, {place})"),
            AggregateFunction.Minimum => SqlValue.Json($"_extreme({list}, false)"),
            AggregateFunction.Maximum => SqlValue.Json($"_extreme({list}, true)"),
            AggregateFunction.StandardDeviation => SqlValue.Float($"_deviation({list}, false, 'stDev', {place})"),
            AggregateFunction.StandardDeviationPopulation => SqlValue.Float($"_deviation({list}, true, 'stDevP', {place})"),
            AggregateFunction.PercentileContinuous =>
                SqlValue.Float($"_number({RenderPercentile(aggregate, list, "percentileCont", place)})"),
            _ => SqlValue.Json(RenderPercentile(aggregate, list, "percentileDisc", place)),
        };
    }

    private string RenderPercentile(BoundAggregate aggregate, string list, string name, string place)
    {
        var parameter = aggregate.Parameter!;
        if (!ConstantEvaluator.IsConstant(parameter))
            throw new RefusalException(parameter.Span, "a percentile that differs by row has no SQL");

        var value = context.Constants.HasParameters || !ConstantSearch.HasParameter(parameter)
            ? context.Constants.Evaluate(parameter)
            : Value.FromFloat(0);
        if (!value.IsNumber)
            throw new RefusalException(parameter.Span, "a percentile that is no number has no SQL");
        return $"_percentile({list}, {context.Constant(Value.FromFloat(value.AsNumber())).Text}, "
            + $"{(name == "percentileCont" ? "true" : "false")}, '{name}', {place})";
    }
}
