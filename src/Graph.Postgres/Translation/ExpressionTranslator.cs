using Graph.Query.Binding;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Postgres;

/// <summary>
/// Bound expressions as SQL. Operands of known kinds become PostgreSQL's own operators, all others the functions of Functions.sql.
/// </summary>
internal sealed partial class ExpressionTranslator(TranslationContext context, QueryTranslator queries)
{
    public SqlValue Translate(BoundExpression expression, Frame frame)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (ConstantEvaluator.IsConstant(expression))
            return TranslateConstant(expression);

        return Decode(TranslateVarying(expression, frame), expression.Type);
    }

    /// <summary>A truth value, where null is neither.</summary>
    public string Condition(BoundExpression expression, Frame frame, string name) =>
        AsCondition(Translate(expression, frame), name, expression.Span);

    private string AsCondition(SqlValue value, string name, TextSpan span) => value.Kind switch
    {
        SqlKind.Boolean => value.Text,
        SqlKind.Null => "NULL::boolean",
        _ => $"_condition({value.AsJson()}, {context.AddText(name)}, {Place(span)})",
    };

    private string Place(TextSpan span) => context.AddPlace(span);

    private SqlValue TranslateConstant(BoundExpression expression)
    {
        if (!context.Constants.HasParameters && ConstantSearch.HasParameter(expression))
            return SqlValue.Json("NULL::jsonb");

        try
        {
            return context.Constant(context.Constants.Evaluate(expression));
        }
        catch (QueryException exception)
        {
            // The mistake counts only if the value is asked for.
            return SqlValue.Json(
                $"_fail({context.AddText(RemoteErrors.GetCode(exception.Diagnostic))}, {Place(exception.Diagnostic.Span)}, "
                    + $"{context.AddText(exception.Diagnostic.Message)})");
        }
    }

    /// <summary>A value whose kind is known before the query runs, in that kind.</summary>
    private static SqlValue Decode(SqlValue value, StaticType type) => value.Kind != SqlKind.Json ? value : type.Kind switch
    {
        TypeKind.Boolean => SqlValue.Boolean($"({value.Text})::boolean"),
        TypeKind.Integer => SqlValue.Integer($"({value.Text})::bigint"),
        TypeKind.Float => value,
        TypeKind.String => SqlValue.OfText($"({value.Text} #>> '{{}}')"),
        TypeKind.Node => new SqlValue(SqlKind.Node, $"({value.Text}->>'n')::bigint"),
        TypeKind.Edge => new SqlValue(SqlKind.Relation, $"({value.Text}->>'e')::bigint"),
        _ => value,
    };

    /// <summary>An element of a list, whose JSON null is a null.</summary>
    public static SqlValue DecodeItem(string item, StaticType type) => Decode(SqlValue.Json($"nullif({item}, 'null')"), type);

    private SqlValue TranslateVarying(BoundExpression expression, Frame frame) => expression switch
    {
        BoundReference reference => frame.Find(reference.Variable).Value,
        BoundProperty property => TranslateProperty(property, frame),
        BoundCall call => TranslateCall(call, frame),
        BoundComparison comparison => TranslateComparison(comparison, frame),
        BoundLogical logical => TranslateLogical(logical, frame),
        BoundNot not => SqlValue.Boolean($"(NOT {Condition(not.Operand, frame, "NOT")})"),
        BoundIsNull isNull => SqlValue.Boolean($"({Translate(isNull.Operand, frame).Text} IS {(isNull.IsNegated ? "NOT " : "")}NULL)"),
        BoundLabelTest test => TranslateLabelTest(test, frame),
        BoundList list =>
            SqlValue.Json($"jsonb_build_array({string.Join(", ", list.Items.Select(item => Translate(item, frame).AsJson()))})"),
        BoundMap map => SqlValue.Json($"jsonb_build_object('m', {RenderEntries(map.Entries, frame)})"),
        BoundMapExtension extension => TranslateExtension(extension, frame),
        BoundLet let => TranslateLet(let, frame),
        BoundCase branches => TranslateCase(branches, frame),
        BoundListComprehension list => TranslateComprehension(list, frame),
        BoundQuantified quantified => TranslateQuantified(quantified, frame),
        BoundReduce reduce => TranslateReduce(reduce, frame),
        BoundExists exists => SqlValue.Boolean($"EXISTS ({queries.RenderExistence(exists.Query, frame)})"),
        BoundCount count =>
            SqlValue.Integer($"(SELECT count(*) FROM ({queries.RenderRows(count.Query, frame)}) AS {context.CreateAlias("q")})"),
        BoundCollect collect => TranslateCollect(collect, frame),
        _ => throw new RefusalException(expression.Span, "this expression has no SQL"),
    };

    private SqlValue TranslateLogical(BoundLogical logical, Frame frame)
    {
        var name = logical.Operator.ToString().ToUpperInvariant();
        var operands = logical.Operands.Select(operand => $"({Condition(operand, frame, name)})").ToList();
        return SqlValue.Boolean(logical.Operator == LogicalOperator.Xor
            ? operands.Aggregate((left, right) => $"({left} <> {right})")
            : $"({string.Join($" {name} ", operands)})");
    }

    private SqlValue TranslateProperty(BoundProperty property, Frame frame)
    {
        var target = Translate(property.Target, frame);
        if (property.Target.Type.Kind == TypeKind.Date
            && property.Key is not ("year" or "month" or "day" or "start" or "end" or "precision"))
            throw new RefusalException(property.Span, $"the component '{property.Key}' of a date is not computed there");
        switch (target.Kind)
        {
            case SqlKind.Null:
                return SqlValue.Null;
            case SqlKind.Node or SqlKind.Relation:
                return ReadElement(property.Target, target, frame, source => source.Property(property.Key));
            default:
                return SqlValue.Json(ReadAny(
                    target,
                    property.Key,
                    $"_get({target.AsJson()}, {context.AddText(property.Key)}, {Place(property.Span)})",
                    property.Target.Type));
        }
    }

    /// <summary>The value may also be a node or a relation, unless its type says that it is none.</summary>
    private string ReadAny(SqlValue target, string key, string otherwise, StaticType type)
    {
        if (type.Kind != TypeKind.Any || target.Kind != SqlKind.Json)
            return otherwise;

        var node = ReadById(
            new NodeSource(context.CreateAlias("n"), context.FindNodeTables(null), context),
            $"({target.Text}->>'n')::bigint",
            source => source.Property(key));
        var relation = ReadById(
            new RelationSource(context.CreateAlias("r"), context.FindRelationTables(null), isUndirected: false, context),
            $"({target.Text}->>'e')::bigint", source => source.Property(key));
        return $"CASE _kind({target.Text}) WHEN 'n' THEN {node.AsJson()} WHEN 'e' THEN {relation.AsJson()} ELSE {otherwise} END";
    }

    /// <summary>Something of the table that a node or relation is in.</summary>
    private SqlValue ReadElement(BoundExpression expression, SqlValue id, Frame frame, Func<ElementSource, SqlValue> read)
    {
        var binding = expression is BoundReference reference ? frame.Find(reference.Variable) : null;
        if (binding is { CanJoin: true } && binding.Value.Kind == id.Kind)
            return read(id.Kind == SqlKind.Node ? binding.GetNodeSource(context) : binding.GetRelationSource(context));

        ElementSource source = id.Kind == SqlKind.Node
            ? new NodeSource(context.CreateAlias("n"), binding?.Tables ?? context.FindNodeTables(null), context)
            : new RelationSource(
                context.CreateAlias("r"), binding?.Tables ?? context.FindRelationTables(null), isUndirected: false, context);
        return ReadById(source, id.Text, read);
    }

    private static SqlValue ReadById(ElementSource source, string id, Func<ElementSource, SqlValue> read)
    {
        var value = read(source);
        if (value.Kind == SqlKind.Null)
            return value;

        var select = new Select();
        select.Add(source);
        select.Conditions.Add($"{source.Id.Text} = {id}");
        var part = value.Kind == SqlKind.Date ? value.ToJson() : value;
        select.AddColumns(part);
        return part with { Text = $"({select.Render()})" };
    }

    private SqlValue TranslateLabelTest(BoundLabelTest test, Frame frame)
    {
        var target = Translate(test.Target, frame);
        return target.Kind switch
        {
            SqlKind.Null => SqlValue.Null,
            SqlKind.Node => ReadElement(test.Target, target, frame, source => IsIn(source, target, context.FindNodeTables(test.Labels))),
            SqlKind.Relation =>
                ReadElement(test.Target, target, frame, source => IsIn(source, target, context.FindRelationTables(test.Labels))),
            _ => throw new RefusalException(test.Span, "a label test needs a node or relation that is known as one before the query runs"),
        };
    }

    private static SqlValue IsIn(ElementSource source, SqlValue id, ImmutableArray<int> tables)
    {
        var matching = source.Tables.Count(tables.Contains);
        var test = matching == 0
            ? "false"
            : matching == source.Tables.Length ? "true"
            : $"{source.Table} IN ({string.Join(", ", source.Tables.Where(tables.Contains))})";
        return SqlValue.Boolean($"CASE WHEN {id.Text} IS NOT NULL THEN {test} END");
    }

    private string RenderEntries(ImmutableArray<KeyValuePair<string, BoundExpression>> entries, Frame frame)
    {
        var pairs = entries.Select(entry => $"jsonb_build_array({context.AddText(entry.Key)}, {Translate(entry.Value, frame).AsJson()})");
        return $"jsonb_build_array({string.Join(", ", pairs)})";
    }

    private SqlValue TranslateExtension(BoundMapExtension extension, Frame frame)
    {
        var target = Translate(extension.Target, frame);
        var map = target.Kind is SqlKind.Node or SqlKind.Relation
            ? ReadElement(extension.Target, target, frame, source => source.AllProperties())
            : target;
        return map.Kind == SqlKind.Null
            ? SqlValue.Null
            : SqlValue.Json($"_extend({map.AsJson()}, {RenderEntries(extension.Entries, frame)}, {Place(extension.Span)})");
    }

    private SqlValue TranslateLet(BoundLet let, Frame frame)
    {
        var value = Translate(let.Value, frame);
        var alias = context.CreateAlias("l");
        var inner = new Frame(frame, new Select());
        var select = new Select();
        var columns = select.AddColumns(value);
        inner.Bind(let.Variable, Local(SqlValue.FromColumns(value.Kind, [.. columns.Select(column => $"{alias}.{column}")])));
        return WrapScalar(Translate(let.Body, inner), $"({select.Render()}) AS {alias}");
    }

    private static Binding Local(SqlValue value) => new(value, null);

    /// <summary>A value computed from one row of a source.</summary>
    private static SqlValue WrapScalar(SqlValue value, string source)
    {
        var single = value.Kind == SqlKind.Date ? value.ToJson() : value;
        return single with { Text = $"(SELECT {single.Text} FROM {source})" };
    }

    private SqlValue TranslateCase(BoundCase branches, Frame frame)
    {
        var values = branches.Branches.Select(branch => Translate(branch.Then, frame))
            .Append(branches.Else is null ? SqlValue.Null : Translate(branches.Else, frame)).ToList();
        var kind = CommonKind(values);
        var text = string.Concat(branches.Branches.Select((branch, index) =>
            $" WHEN {Condition(branch.When, frame, "CASE")} THEN {values[index].As(kind).Text}"));
        return new SqlValue(kind, $"CASE{text} ELSE {values[^1].As(kind).Text} END");
    }

    /// <summary>One expression must hold each of the values, so that a date becomes JSON.</summary>
    private static SqlKind CommonKind(IEnumerable<SqlValue> values)
    {
        var kind = values.Select(value => value.Kind).Aggregate(SqlValue.Join);
        return kind is SqlKind.Date or SqlKind.Null ? SqlKind.Json : kind;
    }

    private SqlValue TranslateComprehension(BoundListComprehension list, Frame frame)
    {
        var (inner, source, alias) = OpenList(list.List, list.Variable, frame, "a list comprehension");
        var where = list.Where is null ? "" : $" WHERE {Condition(list.Where, inner, "WHERE")}";
        var item = list.Projection is null ? $"nullif({alias}.v, 'null')" : Translate(list.Projection, inner).AsJson();
        return SqlValue.Json(
            $"(SELECT CASE WHEN {source.Alias}.v IS NOT NULL THEN coalesce((SELECT jsonb_agg({item} ORDER BY {alias}.n) FROM "
                + $"{source.Elements}{where}), '[]') END FROM {source.List})");
    }

    /// <summary>The elements of a list, each under a variable.</summary>
    private (Frame Inner, (string Alias, string List, string Elements) Source, string Element) OpenList(
        BoundExpression list, BoundVariable variable, Frame frame, string name)
    {
        var (outerAlias, alias) = (context.CreateAlias("l"), context.CreateAlias("i"));
        var value = Translate(list, frame);
        var inner = new Frame(frame, new Select());
        inner.Bind(variable, Local(Decode(SqlValue.Json($"nullif({alias}.v, 'null')"), variable.Type)));
        var text = $"_elements({value.AsJson()}, {context.AddText(name)}, {Place(list.Span)})";
        var elements = $"jsonb_array_elements({outerAlias}.v) WITH ORDINALITY AS {alias}(v, n)";
        return (inner, (outerAlias, $"(SELECT {text} AS v) AS {outerAlias}", elements), alias);
    }

    private SqlValue TranslateQuantified(BoundQuantified quantified, Frame frame)
    {
        var (inner, source, _) = OpenList(quantified.List, quantified.Variable, frame, quantified.Quantifier.ToString().ToLowerInvariant());
        var decided = quantified.Quantifier switch
        {
            ListQuantifier.All => "WHEN bool_or(q.t = false) THEN false WHEN bool_or(q.t IS NULL) THEN NULL ELSE true",
            ListQuantifier.Any => "WHEN bool_or(q.t) THEN true WHEN bool_or(q.t IS NULL) THEN NULL ELSE false",
            ListQuantifier.None => "WHEN bool_or(q.t) THEN false WHEN bool_or(q.t IS NULL) THEN NULL ELSE true",
            _ => "WHEN count(*) FILTER (WHERE q.t) > 1 THEN false WHEN bool_or(q.t IS NULL) THEN NULL ELSE count(*) FILTER (WHERE q.t) = 1",
        };
        var where = Condition(quantified.Where, inner, "WHERE");
        return SqlValue.Boolean(
            $"(SELECT CASE WHEN {source.Alias}.v IS NOT NULL THEN (SELECT CASE {decided} END FROM (SELECT {where} AS t FROM "
                + $"{source.Elements}) AS q) END FROM {source.List})");
    }

    private SqlValue TranslateReduce(BoundReduce reduce, Frame frame)
    {
        var (list, walk) = (context.CreateAlias("l"), context.CreateAlias("w"));
        var value = Translate(reduce.List, frame);
        var initial = Translate(reduce.Initial, frame);
        var inner = new Frame(frame, new Select());
        inner.Bind(reduce.Accumulator, Local(SqlValue.Json($"{walk}.v")));
        inner.Bind(reduce.Variable, Local(Decode(SqlValue.Json($"nullif({list}.v->{walk}.n, 'null')"), reduce.Variable.Type)));
        var body = Translate(reduce.Body, inner).AsJson();
        return SqlValue.Json($"""
            (SELECT CASE WHEN {list}.v IS NOT NULL THEN (WITH RECURSIVE {walk}(n, v) AS (
            SELECT 0, {initial.AsJson()} UNION ALL SELECT {walk}.n + 1, {body} FROM {walk} WHERE {walk}.n < jsonb_array_length({list}.v))
            SELECT {walk}.v FROM {walk} ORDER BY {walk}.n DESC LIMIT 1) END
            FROM (SELECT _elements({value.AsJson()}, 'reduce', {Place(reduce.List.Span)}) AS v) AS {list})
            """);
    }

    private SqlValue TranslateCollect(BoundCollect collect, Frame frame)
    {
        var alias = context.CreateAlias("q");
        var text = queries.RenderCollect(collect.Query, frame, alias, out var value);
        return collect.First
            ? SqlValue.Json($"(SELECT {value.AsJson()} FROM ({text}) AS {alias} LIMIT 1)")
            : SqlValue.Json($"coalesce((SELECT jsonb_agg({value.AsJson()}) FROM ({text}) AS {alias}), '[]')");
    }
}
