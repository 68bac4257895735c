using Graph.Query.Binding;
using Graph.Query.Functions;

namespace Graph.Postgres;

/// <summary>A bound query as SQL, clause by clause.</summary>
internal sealed class QueryTranslator
{
    private readonly TranslationContext context;
    private readonly ExpressionTranslator expressions;
    private readonly PatternTranslator patterns;
    private readonly ProjectionTranslator projections;

    public QueryTranslator(TranslationContext context)
    {
        this.context = context;
        expressions = new ExpressionTranslator(context, this);
        patterns = new PatternTranslator(context, expressions);
        projections = new ProjectionTranslator(context, expressions);
    }

    /// <summary>A whole query; the columns of the SQL in the order of the query's.</summary>
    /// <exception cref="RefusalException">SQL cannot say it exactly.</exception>
    public (string Text, ImmutableArray<SqlKind> Kinds) Translate(BoundQuery query)
    {
        var (select, values) = TranslateParts(query, null);
        return (select.Render(), [.. values.Select(value => value.Kind)]);
    }

    /// <summary>A subquery of which only counts whether it has a row.</summary>
    public string RenderExistence(BoundQuery query, Frame outer) => query.Columns.IsEmpty
        ? RenderRows(query.Parts[0], outer, countsRows: false)
        : TranslateParts(query, outer).Select.Render();

    /// <summary>A subquery of which only counts how many rows it has.</summary>
    public string RenderRows(BoundQuery query, Frame outer) => query.Columns.IsEmpty
        ? string.Join(" UNION ALL ", query.Parts.Select(part => $"({RenderRows(part, outer, countsRows: true)})"))
        : TranslateParts(query, outer).Select.Render();

    private string RenderRows(BoundSingleQuery query, Frame outer, bool countsRows)
    {
        var frame = TranslateClauses(query.Clauses, null, outer, countsRows);
        frame.Select.AddColumn("1");
        return frame.Select.Render();
    }

    /// <summary>A subquery with one column, as it is called under an alias.</summary>
    public string RenderCollect(BoundQuery query, Frame outer, string alias, out SqlValue value)
    {
        var (select, values) = TranslateParts(query, outer);
        value = Qualify(values[0], alias);
        return select.Render();
    }

    private static SqlValue Qualify(SqlValue value, string alias) =>
        SqlValue.FromColumns(value.Kind, [.. value.Parts.Select(part => $"{alias}.{part}")]);

    private (Select Select, ImmutableArray<SqlValue> Values) TranslateParts(BoundQuery query, Frame? outer)
    {
        var parts = query.Parts.Select(part => TranslateSingle(part, outer)).ToList();
        return parts.Count == 1 ? parts[0] : Unite(parts, query.UnionAll);
    }

    private (Select Select, ImmutableArray<SqlValue> Values) Unite(
        List<(Select Select, ImmutableArray<SqlValue> Values)> parts, bool keepsAll)
    {
        var kinds = Enumerable.Range(0, parts[0].Values.Length)
            .Select(column => parts.Select(part => part.Values[column].Kind).Aggregate(SqlValue.Join))
            .Select(kind => kind == SqlKind.Null ? SqlKind.Json : kind).ToImmutableArray();
        var rendered = parts.Select(part => (Func<string>)(() => RenderPart(part, kinds))).ToList();
        var alias = context.CreateAlias("u");
        var select = new Select();
        select.Add(new SelectSource(alias, () => string.Join("\nUNION ALL ", rendered.Select(render => render()))));
        var position = 0;
        var values = kinds.Select(kind => Take(kind, alias, ref position)).ToImmutableArray();
        if (!keepsAll)
            return projections.Distinct(select, values);

        return (select, [.. values.Select(value => SqlValue.FromColumns(value.Kind, select.AddColumns(value)))]);
    }

    private static SqlValue Take(SqlKind kind, string alias, ref int position)
    {
        var first = position;
        var count = kind == SqlKind.Date ? 3 : 1;
        position += count;
        return SqlValue.FromColumns(kind, [.. Enumerable.Range(first, count).Select(column => $"{alias}.c{column}")]);
    }

    private string RenderPart((Select Select, ImmutableArray<SqlValue> Values) part, ImmutableArray<SqlKind> kinds)
    {
        var alias = context.CreateAlias("q");
        var select = new Select();
        select.Add(new SelectSource(alias, part.Select));
        foreach (var (value, kind) in part.Values.Zip(kinds))
            select.AddColumns(Qualify(value, alias).As(kind));
        return select.Render();
    }

    private (Select Select, ImmutableArray<SqlValue> Values) TranslateSingle(BoundSingleQuery query, Frame? outer)
    {
        if (query.Clauses[^1] is not BoundProject last)
        {
            // CALL ... YIELD alone: its rows are the result.
            throw new RefusalException(default, "a procedure runs on one machine only");
        }

        var frame = TranslateClauses(query.Clauses[..^1], last, outer);
        return projections.TranslateLast(last, frame, query.Output);
    }

    /// <param name="last">The clause behind these; null for none.</param>
    /// <param name="countsRows">Without a clause behind, each row counts, and not only whether there is one.</param>
    private Frame TranslateClauses(ImmutableArray<BoundClause> clauses, BoundClause? last, Frame? outer, bool countsRows = false)
    {
        var frame = Frame.Start(outer);
        for (var i = 0; i < clauses.Length; i++)
        {
            var next = i + 1 < clauses.Length ? clauses[i + 1] : last;
            if (clauses[i] is BoundMatch { IsOptional: false } match)
                patterns.Translate(match, frame, (next is not null || !countsRows) && DistinctEnds.Suffice(match, next));
            else
                frame = Translate(clauses[i], frame);
        }

        return frame;
    }

    private Frame Translate(BoundClause clause, Frame frame)
    {
        switch (clause)
        {
            case BoundMatch { IsOptional: true } match:
                TranslateOptional(match, frame);
                return frame;
            case BoundUnwind unwind:
                TranslateUnwind(unwind, frame);
                return frame;
            case BoundProject project:
                return projections.Translate(project, frame);
            case BoundProcedureCall call:
                throw new RefusalException(
                    call.Arguments.IsEmpty ? default : call.Arguments[0].Span,
                    $"the procedure '{call.Procedure.Name}' runs on one machine only");
            default:
                throw new RefusalException(default, "this clause has no SQL");
        }
    }

    /// <summary>All variables of the clause, or a null for each where nothing matches.</summary>
    private void TranslateOptional(BoundMatch match, Frame frame)
    {
        var inner = Frame.Start(frame);
        patterns.Translate(match, inner, onlyEnds: false);
        var alias = context.CreateAlias("o");
        foreach (var variable in match.Variables)
        {
            var binding = inner.Find(variable);
            var columns = inner.Select.AddColumns(binding.Value);
            var value = SqlValue.FromColumns(binding.Value.Kind, [.. columns.Select(column => $"{alias}.{column}")]);
            frame.Bind(variable, value, binding);
        }

        frame.Select.Add(new SelectSource(alias, inner.Select) { Condition = "true" });
    }

    private void TranslateUnwind(BoundUnwind unwind, Frame frame)
    {
        var list = expressions.Translate(unwind.List, frame);
        var alias = context.CreateAlias("i");
        var call = $"jsonb_array_elements(_elements({list.AsJson()}, 'UNWIND', {context.AddPlace(unwind.List.Span)})) WITH ORDINALITY";
        frame.Select.Add(new FunctionSource(alias, call, "(v, n)"));
        frame.Bind(unwind.Variable, ExpressionTranslator.DecodeItem($"{alias}.v", unwind.Variable.Type));
        if (unwind.Numbering is { } numbering)
            frame.Bind(numbering.Variable, SqlValue.Integer($"({alias}.n - {1 - numbering.First})"));
        if (frame.Order.Count > 0)
            frame.Order.Add($"{alias}.n");
    }
}
