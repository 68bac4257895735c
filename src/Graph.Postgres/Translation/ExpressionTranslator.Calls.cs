using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Types;

namespace Graph.Postgres;

/// <summary>Calls of functions and operators.</summary>
internal sealed partial class ExpressionTranslator
{
    private SqlValue TranslateCall(BoundCall call, Frame frame)
    {
        if (call.Function.Name == TextComparison.IsCalled)
            return TranslateIsCalled(call, frame);

        var arguments = call.Arguments.Select(argument => Translate(argument, frame)).ToArray();
        if (call.Function.NullInNullOut && arguments.Any(argument => argument.Kind == SqlKind.Null))
            return SqlValue.Null;

        return call.Function.Name switch
        {
            "+" when arguments.Length == 2 => Add(call, arguments[0], arguments[1]),
            "+" => arguments[0].IsNumber ? arguments[0] : Arithmetic("+", call, SqlValue.Json("'0'::jsonb"), arguments[0]),
            "-" when arguments.Length == 1 => Negate(call, arguments[0]),
            "-" or "*" or "/" or "%" or "^" => Compute(call.Function.Name, call, arguments[0], arguments[1]),
            "[]" => TranslateItem(call, arguments, frame),
            "[..]" =>
                SqlValue.Json($"_slice({arguments[0].AsJson()}, {arguments[1].AsJson()}, {arguments[2].AsJson()}, {Place(call.Span)})"),
            "IN" => TranslateIn(call, arguments[0], arguments[1]),
            "STARTS WITH" => TestTexts(arguments, (text, part) => $"starts_with({text}, {part})"),
            "ENDS WITH" => TestTexts(arguments, (text, part) => $"(right({text}, length({part})) = {part})"),
            "CONTAINS" => TestTexts(arguments, (text, part) => $"(strpos({text}, {part}) > 0)"),
            "coalesce" => Coalesce(arguments),
            "exists" => SqlValue.Boolean($"({arguments[0].Text} IS NOT NULL)"),
            "id" or "type" or "startNode" or "endNode" or "labels" or "keys" or "properties" =>
                TranslateElementCall(call, arguments[0], frame),
            "length" => SqlValue.Integer($"_path_length({arguments[0].AsJson()}, {Place(call.Span)})"),
            "nodes" => SqlValue.Json($"_path_part({arguments[0].AsJson()}, 'n', 'nodes', {Place(call.Span)})"),
            "relationships" => SqlValue.Json($"_path_part({arguments[0].AsJson()}, 'e', 'relationships', {Place(call.Span)})"),
            "head" => SqlValue.Json($"nullif(_expect_list({arguments[0].AsJson()}, 'head', {Place(call.Span)})->0, 'null')"),
            "last" => SqlValue.Json($"nullif(_expect_list({arguments[0].AsJson()}, 'last', {Place(call.Span)})->-1, 'null')"),
            "tail" => SqlValue.Json($"_tail({arguments[0].AsJson()}, {Place(call.Span)})"),
            "size" => arguments[0].Kind == SqlKind.Text
                ? SqlValue.Integer($"length({arguments[0].Text})::bigint")
                : SqlValue.Integer($"_size({arguments[0].AsJson()}, {Place(call.Span)})"),
            "reverse" => SqlValue.Json($"_reverse({arguments[0].AsJson()}, {Place(call.Span)})"),
            "range" => SqlValue.Json(
                $"_range({arguments[0].AsJson()}, {arguments[1].AsJson()}, "
                    + $"{(arguments.Length > 2 ? arguments[2].AsJson() : "'1'::jsonb")}, {Place(call.Span)})"),
            "toBoolean" => SqlValue.Boolean($"_to_boolean({arguments[0].AsJson()}, {Place(call.Span)})"),
            "toInteger" => arguments[0].Kind == SqlKind.Integer
                ? arguments[0]
                : SqlValue.Integer($"_to_integer({arguments[0].AsJson()}, {Place(call.Span)})"),
            "toFloat" => arguments[0].IsNumber
                ? SqlValue.Float(arguments[0].AsFloat())
                : SqlValue.Float($"_to_float({arguments[0].AsJson()}, {Place(call.Span)})"),
            "toString" => arguments[0].Kind is SqlKind.Text or SqlKind.Date
                ? SqlValue.OfText(arguments[0].Text)
                : SqlValue.OfText($"_to_text({arguments[0].AsJson()}, 'toString', {Place(call.Span)})"),
            "overlaps" or "within" => TranslateDates(call, arguments),
            "date" => TranslateDate(call, arguments[0]),
            "rand" => SqlValue.Float("random()"),
            "e" => SqlValue.Float("exp(1::double precision)"),
            "pi" => SqlValue.Float("pi()"),
            "sources" => SqlValue.Json($"_sources({arguments[0].AsJson()}, {Place(call.Span)})"),
            "quote" or "sentence" => TranslateCitation(call, arguments[0], frame),
            _ => TranslateTextCall(call, arguments) ?? TranslateNumberCall(call, arguments)
                ?? throw new RefusalException(call.Span, $"PostgreSQL has nothing that is exactly '{call.Function.Name}'"),
        };
    }

    private SqlValue Arithmetic(string operation, BoundCall call, SqlValue left, SqlValue right) =>
        SqlValue.Json($"_arithmetic('{operation}', {left.AsJson()}, {right.AsJson()}, {Place(call.Span)})");

    private SqlValue Add(BoundCall call, SqlValue left, SqlValue right) => left.Kind == SqlKind.Text && right.Kind == SqlKind.Text
        ? SqlValue.OfText($"({left.Text} || {right.Text})")
        : Compute("+", call, left, right);

    private SqlValue Negate(BoundCall call, SqlValue operand) => operand.IsNumber
        ? operand with { Text = $"(-{operand.Text})" }
        : Arithmetic("-", call, SqlValue.Json("""'{"f": "-0"}'::jsonb"""), operand) is var negated && operand.Kind == SqlKind.Json
            ? SqlValue.Json(
                $"CASE WHEN _kind({operand.Text}) = 'i' THEN _arithmetic('-', '0', {operand.Text}, {Place(call.Span)}) ELSE "
                    + $"{negated.Text} END")
            : negated;

    private SqlValue Compute(string operation, BoundCall call, SqlValue left, SqlValue right)
    {
        if (left.Kind == SqlKind.Date || right.Kind == SqlKind.Date)
            throw new RefusalException(call.Span, "dates are not computed with there");
        if (!left.IsNumber || !right.IsNumber)
            return Arithmetic(operation, call, left, right);
        if (operation == "^")
            return SqlValue.Float($"_power({left.AsFloat()}, {right.AsFloat()})");
        if (left.Kind == SqlKind.Integer && right.Kind == SqlKind.Integer)
            context.ArithmeticPlaces.Add((operation is "/" or "%", call.Span));
        if (left.Kind == SqlKind.Integer && right.Kind == SqlKind.Integer)
            return SqlValue.Integer($"({left.Text} {operation} {right.Text})");

        return SqlValue.Float(operation switch
        {
            "/" => $"_divide({left.AsFloat()}, {right.AsFloat()})",
            "%" => $"_remainder({left.AsFloat()}, {right.AsFloat()})",
            _ => $"({left.AsFloat()} {operation} {right.AsFloat()})",
        });
    }

    private SqlValue TranslateItem(BoundCall call, SqlValue[] arguments, Frame frame)
    {
        if (arguments[0].Kind is SqlKind.Node or SqlKind.Relation)
            return TranslateDynamicProperty(call, arguments, frame);
        if (arguments[0].Kind == SqlKind.Json && call.Arguments[0].Type.Kind == TypeKind.Any)
        {
            if (call.Arguments[1] is BoundConstant { Value.Kind: ValueKind.String } key)
            {
                var otherwise = $"_item({arguments[0].AsJson()}, {arguments[1].AsJson()}, {Place(call.Span)})";
                return SqlValue.Json(ReadAny(arguments[0], key.Value.AsString(), otherwise, StaticType.Any));
            }

            return SqlValue.Json(
                $"CASE WHEN _kind({arguments[0].Text}) IN ('n', 'e') THEN _fail('GR8002', {Place(call.Span)}, 'PostgreSQL reads a "
                    + $"property only of what is known as a node or relation') ELSE _item({arguments[0].AsJson()}, "
                    + $"{arguments[1].AsJson()}, {Place(call.Span)}) END");
        }

        return SqlValue.Json($"_item({arguments[0].AsJson()}, {arguments[1].AsJson()}, {Place(call.Span)})");
    }

    private SqlValue TranslateDynamicProperty(BoundCall call, SqlValue[] arguments, Frame frame)
    {
        if (call.Arguments[1] is BoundConstant { Value.Kind: ValueKind.String } key)
            return ReadElement(call.Arguments[0], arguments[0], frame, source => source.Property(key.Value.AsString()));

        var properties = ReadElement(call.Arguments[0], arguments[0], frame, source => source.AllProperties());
        return properties.Kind == SqlKind.Null
            ? SqlValue.Null
            : SqlValue.Json($"_item({properties.Text}, {arguments[1].AsJson()}, {Place(call.Span)})");
    }

    /// <summary>A list whose items are known one by one is compared item by item, so that indexes are used.</summary>
    private SqlValue TranslateIn(BoundCall call, SqlValue item, SqlValue list)
    {
        if (item.Kind is SqlKind.Text or SqlKind.Integer
            && ConstantEvaluator.IsConstant(call.Arguments[1])
            && context.Constants.HasParameters
            && TryEvaluate(call.Arguments[1]) is { Kind: ValueKind.List } value && value.AsList() is { Count: > 0 } items
            && items.All(candidate => candidate.Kind == (item.Kind == SqlKind.Text ? ValueKind.String : ValueKind.Integer)))
            return SqlValue.Boolean($"({item.Text} IN ({string.Join(", ", items.Select(candidate => context.Constant(candidate).Text))}))");

        return SqlValue.Boolean($"_in({item.AsJson()}, {list.AsJson()}, {Place(call.Span)})");
    }

    private Value? TryEvaluate(BoundExpression expression)
    {
        try
        {
            return context.Constants.Evaluate(expression);
        }
        catch (QueryException)
        {
            return null;
        }
    }

    /// <summary>Null where one of the two is no text.</summary>
    private static SqlValue TestTexts(SqlValue[] arguments, Func<string, string, string> test)
    {
        if (arguments.Any(argument => argument.Kind is not (SqlKind.Text or SqlKind.Json)))
            return SqlValue.Null;

        var texts = arguments.Select(argument => argument.Kind == SqlKind.Text
            ? argument.Text
            : $"CASE WHEN jsonb_typeof({argument.Text}) = 'string' THEN {argument.Text} #>> '{{}}' END").ToArray();
        return SqlValue.Boolean(test(texts[0], texts[1]));
    }

    private static SqlValue Coalesce(SqlValue[] arguments)
    {
        var kind = CommonKind(arguments);
        return new SqlValue(kind, $"coalesce({string.Join(", ", arguments.Select(argument => argument.As(kind).Text))})");
    }

    private SqlValue TranslateElementCall(BoundCall call, SqlValue target, Frame frame)
    {
        var name = call.Function.Name;
        if (target.Kind is not (SqlKind.Node or SqlKind.Relation))
            return TranslateAnyElementCall(call, target, name);

        return name switch
        {
            "id" => SqlValue.Integer(target.Text),
            "properties" => ReadElement(call.Arguments[0], target, frame, source => source.AllProperties()),
            "keys" => ReadElement(call.Arguments[0], target, frame, source =>
                SqlValue.Json($"_map_keys({source.AllProperties().Text}, {Place(call.Span)})")),
            "labels" when target.Kind == SqlKind.Node =>
                ReadElement(call.Arguments[0], target, frame, source => ((NodeSource)source).Labels()),
            "type" when target.Kind == SqlKind.Relation =>
                ReadElement(call.Arguments[0], target, frame, source => ((RelationSource)source).Type()),
            "startNode" when target.Kind == SqlKind.Relation =>
                ReadElement(call.Arguments[0], target, frame, source => new SqlValue(SqlKind.Node, ((RelationSource)source).Source)),
            "endNode" when target.Kind == SqlKind.Relation =>
                ReadElement(call.Arguments[0], target, frame, source => new SqlValue(SqlKind.Node, ((RelationSource)source).Target)),
            _ => throw new RefusalException(call.Span, $"'{name}' needs a value of one kind"),
        };
    }

    /// <summary>Maps have keys and properties; whether a value of unknown kind is an element shows only when the query runs.</summary>
    private SqlValue TranslateAnyElementCall(BoundCall call, SqlValue target, string name)
    {
        var type = call.Arguments[0].Type.Kind;
        if (type == TypeKind.Map && name is "keys")
            return SqlValue.Json($"_map_keys({target.AsJson()}, {Place(call.Span)})");
        if (type == TypeKind.Map && name is "properties")
            return target;
        if (target.Kind != SqlKind.Json)
            return SqlValue.Json(
                $"CASE WHEN {target.Text} IS NOT NULL THEN _fail('GR5003', {Place(call.Span)}, "
                    + $"{context.AddText($"{name} cannot take this value")}) END");

        var refused = $"_fail('GR5003', {Place(call.Span)}, {context.AddText($"{name} cannot take ")} || _show({target.Text}))";
        var ofNull = $"CASE WHEN _kind({target.Text}) IS NOT NULL THEN {refused} END";
        string OfNode(Func<NodeSource, SqlValue> read) =>
            ReadById(
                new NodeSource(context.CreateAlias("n"), context.FindNodeTables(null), context),
                $"({target.Text}->>'n')::bigint",
                source => read((NodeSource)source)).AsJson();
        string OfRelation(Func<RelationSource, SqlValue> read) => ReadById(
            new RelationSource(context.CreateAlias("r"), context.FindRelationTables(null), isUndirected: false, context),
            $"({target.Text}->>'e')::bigint", source => read((RelationSource)source)).AsJson();
        var branches = name switch
        {
            "id" => $"WHEN 'n' THEN {target.Text}->'n' WHEN 'e' THEN {target.Text}->'e'",
            "labels" => $"WHEN 'n' THEN {OfNode(source => source.Labels())}",
            "type" => $"WHEN 'e' THEN {OfRelation(source => source.Type())}",
            "startNode" => $"WHEN 'e' THEN {OfRelation(source => new SqlValue(SqlKind.Node, source.Source))}",
            "endNode" => $"WHEN 'e' THEN {OfRelation(source => new SqlValue(SqlKind.Node, source.Target))}",
            "properties" =>
                $"WHEN 'm' THEN {target.Text} WHEN 'n' THEN {OfNode(source => source.AllProperties())} WHEN 'e' THEN "
                    + $"{OfRelation(source => source.AllProperties())}",
            _ =>
                $"WHEN 'm' THEN _map_keys({target.Text}, 0) WHEN 'n' THEN _map_keys({OfNode(source => source.AllProperties())}, 0) WHEN "
                    + $"'e' THEN _map_keys({OfRelation(source => source.AllProperties())}, 0)",
        };
        return SqlValue.Json($"CASE _kind({target.Text}) {branches} ELSE {ofNull} END");
    }

    private static SqlValue TranslateDates(BoundCall call, SqlValue[] arguments)
    {
        if (arguments.Any(argument => argument.Kind != SqlKind.Date
            && !(argument.Kind == SqlKind.Json && call.Arguments[Array.IndexOf(arguments, argument)].Type.Kind == TypeKind.Date)))
            throw new RefusalException(call.Span, $"'{call.Function.Name}' needs values that are known as dates before the query runs");

        var (left, right) = (AsDate(arguments[0]), AsDate(arguments[1]));
        return SqlValue.Boolean(call.Function.Name == "overlaps"
            ? $"({left.First} <= {right.Last} AND {right.First} <= {left.Last})"
            : $"({right.First} <= {left.First} AND {left.Last} <= {right.Last})");
    }

    private static SqlValue AsDate(SqlValue value) => value.Kind == SqlKind.Date
        ? value
        : SqlValue.Date($"({value.Text}->'d'->>0)", $"_day(({value.Text}->'d'->>1)::int)", $"_day(({value.Text}->'d'->>2)::int)");

    private static SqlValue TranslateDate(BoundCall call, SqlValue argument) => argument.Kind == SqlKind.Date
        ? argument
        : throw new RefusalException(call.Span, "'date' of a text that differs by row is not read by PostgreSQL as it is here");

    private SqlValue? TranslateTextCall(BoundCall call, SqlValue[] arguments)
    {
        var name = call.Function.Name;
        string Text(int index) => arguments[index].Kind == SqlKind.Text
            ? arguments[index].Text
            : $"_expect_text({arguments[index].AsJson()}, '{name}', {Place(call.Span)})";
        string Position(int index, string argument) =>
            $"_position({arguments[index].AsJson()}, '{name}', '{argument}', {Place(call.Span)})";
        return name switch
        {
            "left" => SqlValue.OfText($"_cut({Text(0)}, 0, {Position(1, "The length")})"),
            "right" => SqlValue.OfText(
                $"_cut({Text(0)}, greatest(0, length({Text(0)}) - {Position(1, "The length")}), {Position(1, "The length")})"),
            "substring" =>
                SqlValue.OfText(
                    $"_cut({Text(0)}, {Position(1, "The start")}, {(arguments.Length > 2 ? Position(2, "The length") : "1000000000")})"),
            "replace" when arguments.Length == 3 => SqlValue.OfText($"replace({Text(0)}, {Text(1)}, {Text(2)})"),
            "split" when call.Arguments[1].Type.Kind != TypeKind.List => SqlValue.Json($"_split({Text(0)}, {Text(1)})"),
            "toLower" => SqlValue.OfText($"_lower({Text(0)})"),
            "toUpper" => SqlValue.OfText($"_upper({Text(0)})"),
            "trim" when arguments.Length == 1 => SqlValue.OfText($"btrim({Text(0)}, _blanks())"),
            "lTrim" when arguments.Length == 1 => SqlValue.OfText($"ltrim({Text(0)}, _blanks())"),
            "rTrim" when arguments.Length == 1 => SqlValue.OfText($"rtrim({Text(0)}, _blanks())"),
            _ => null,
        };
    }

    private SqlValue? TranslateNumberCall(BoundCall call, SqlValue[] arguments)
    {
        // With a precision, a mode or more numbers a function is another one.
        var name = call.Function.Name;
        if (arguments.Length != 1)
            return null;

        var number = arguments[0].IsNumber
            ? arguments[0].AsFloat()
            : $"_expect_number({arguments[0].AsJson()}, '{name}', {Place(call.Span)})";
        return name switch
        {
            "abs" when arguments[0].IsNumber => arguments[0] with { Text = $"abs({arguments[0].Text})" },
            "ceil" => SqlValue.Float($"ceil({number})"),
            "floor" => SqlValue.Float($"floor({number})"),
            "round" => SqlValue.Float($"CASE WHEN {number} - floor({number}) >= 0.5 THEN floor({number}) + 1 ELSE floor({number}) END"),
            "sign" => SqlValue.Integer($"CASE WHEN {number} = 'NaN' THEN 0 ELSE sign({number})::bigint END"),
            "sqrt" => SqlValue.Float($"CASE WHEN {number} < 0 THEN 'NaN'::double precision ELSE sqrt({number}) END"),
            "degrees" or "radians" => null,
            _ => null,
        };
    }

    /// <summary>The evidence of a relation stands in its row; that of anything else is looked up.</summary>
    private SqlValue TranslateCitation(BoundCall call, SqlValue argument, Frame frame)
    {
        var name = call.Function.Name;
        return argument.Kind == SqlKind.Relation
            ? ReadElement(call.Arguments[0], argument, frame, source => SqlValue.OfText($"_{name}({((RelationSource)source).Evidence()})"))
            : SqlValue.Json($"_cite({argument.AsJson()}, {(name == "sentence" ? "true" : "false")}, '{name}', {Place(call.Span)})");
    }

    /// <summary>Whether a node has a name that folds to the same; the folded names stand in a table of their own.</summary>
    private SqlValue TranslateIsCalled(BoundCall call, Frame frame)
    {
        if (!ConstantEvaluator.IsConstant(call.Arguments[1]))
            throw new RefusalException(
                call.Span, "PostgreSQL does not fold texts as '~=' does, so the text must be the same for every row");

        var node = Translate(call.Arguments[0], frame);
        if (node.Kind != SqlKind.Node)
            return SqlValue.Null;

        var text = context.Constants.HasParameters || call.Arguments[1] is BoundConstant
            ? TryEvaluate(call.Arguments[1])
            : Value.FromString("");
        if (text is not { Kind: ValueKind.String })
            return SqlValue.Null;

        var name = ReadElement(call.Arguments[0], node, frame, source => source.Property(StoreNames.Name));
        var aliases = ReadElement(call.Arguments[0], node, frame, source => source.Property(StoreNames.Aliases));
        var hasName = name.Kind == SqlKind.Json
            ? $"jsonb_typeof({name.Text}) = 'string'"
            : name.Kind == SqlKind.Text ? $"{name.Text} IS NOT NULL"
            : "false";
        var hasAliases = aliases.Kind == SqlKind.Json ? $"jsonb_typeof({aliases.Text}) = 'array'" : "false";
        var folded = context.AddText(NameFolding.Fold(text.Value.AsString()));
        return SqlValue.Boolean(
            $"({node.Text} IN (SELECT node FROM _names WHERE folded = {folded}) OR CASE WHEN {hasName} OR {hasAliases} THEN false END)");
    }
}
