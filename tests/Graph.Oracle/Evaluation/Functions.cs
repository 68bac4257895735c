using Graph.Query.Binding;

namespace Graph.Oracle.Evaluation;

/// <summary>Functions and operators by their names.</summary>
internal sealed class Functions(Evaluation evaluation)
{
    public Value Call(BoundCall call, Func<BoundExpression, Value> evaluate)
    {
        if (call.Function.Name == "coalesce")
            return call.Arguments.Select(evaluate).FirstOrDefault(value => !value.IsNull);

        var arguments = call.Arguments.Select(evaluate).ToArray();
        if (call.Function.Name == "exists")
            return Value.FromBoolean(!arguments[0].IsNull);
        if (call.Function.Name == "nullIf")
            return Equality.AreEqual(arguments[0], arguments[1]) == true ? Value.Null : arguments[0];
        if (call.Function.TestedType is { } type)
            return Value.FromBoolean(Types.Includes(type, arguments[0]));
        if (call.Function.Name == "valueType")
            return Value.FromString(Types.Describe(arguments[0]));
        if (call.Function.Name == "IN")
            return IsIn(arguments[0], arguments[1]);
        if (arguments.Any(argument => argument.IsNull))
            return Value.Null;

        // What time it is nobody can say a second time.
        if (arguments.Length == 0 && call.Function.ReadsClock)
            throw new TooLargeException();
        return Operate(call.Function.Name, arguments)
            ?? Texts.Call(call.Function.Name, arguments)
            ?? Mathematics.Call(call.Function.Name, arguments)
            ?? Lists.Call(call.Function.Name, arguments)
            ?? Conversions.Call(call.Function.Name, arguments)
            ?? Synonyms.Call(call.Function.Name, arguments)
            ?? Points.Call(call.Function.Name, arguments)
            ?? Times.Call(call.Function.Name, arguments)
            ?? OfElements(call.Function.Name, arguments)
            ?? throw new InvalidOperationException($"Unknown function '{call.Function.Name}'.");
    }

    public static ListValue ExpectList(Value value) =>
        value.Kind == ValueKind.List ? value.AsList() : throw new ExpectedErrorException($"{value} is no list");

    private Value? Operate(string sign, Value[] a) => sign switch
    {
        "-" when a is [{ Kind: ValueKind.Duration } duration] => Times.Operate("*", duration, Value.FromInteger(-1)),
        "+" or "-" or "*" when a.Length == 2 && Times.Operate(sign, a[0], a[1]) is { } time => time,
        "+" when a.Length == 1 => Numbers.Expect(a[0]),
        "-" when a.Length == 1 => Numbers.Negate(a[0]),
        "+" => Add(a[0], a[1]),
        "||" => (a[0].Kind, a[1].Kind) is (ValueKind.String, ValueKind.String) or (ValueKind.List, ValueKind.List)
            ? Add(a[0], a[1])
            : throw new ExpectedErrorException("only strings are put after strings, and lists after lists"),
        "-" => Numbers.Subtract(a[0], a[1]),
        "*" => Numbers.Multiply(a[0], a[1]),
        "/" => Numbers.Divide(a[0], a[1]),
        "%" => Numbers.Modulo(a[0], a[1]),
        "^" => Numbers.Power(a[0], a[1]),
        "[]" => GetItem(a[0], a[1]),
        _ => null,
    };

    private static Value Add(Value left, Value right)
    {
        if (left.Kind == ValueKind.List || right.Kind == ValueKind.List)
            return Value.FromList([.. AsItems(left), .. AsItems(right)]);
        if (left.Kind != ValueKind.String && right.Kind != ValueKind.String)
            return Numbers.Add(left, right);
        if (!IsAddable(left) || !IsAddable(right))
            throw new ExpectedErrorException("only strings and numbers are added to strings");
        return Value.FromString(Conversions.ToText(left) + Conversions.ToText(right));
    }

    private static bool IsAddable(Value value) =>
        value.IsNumber || value.IsTemporal || value.Kind is ValueKind.String or ValueKind.Date or ValueKind.Duration;

    private static IEnumerable<Value> AsItems(Value value) => value.Kind == ValueKind.List ? value.AsList() : [value];

    private Value GetItem(Value target, Value index)
    {
        if (target.Kind != ValueKind.List)
        {
            return target.Kind is ValueKind.Map or ValueKind.Node or ValueKind.Edge && index.Kind == ValueKind.String
                ? evaluation.Elements.GetProperty(target, index.AsString())
                : throw new ExpectedErrorException("no such access");
        }

        var list = target.AsList();
        var position = Lists.ExpectInteger(index);
        position = position < 0 ? position + list.Count : position;
        return position >= 0 && position < list.Count ? list[(int)position] : Value.Null;
    }

    private static Value IsIn(Value item, Value list) =>
        list.IsNull ? Value.Null : Value.FromBoolean(Truth.Or(ExpectList(list).Select(other => Equality.AreEqual(item, other))));

    private Value? OfElements(string name, Value[] arguments) =>
        name == "name ~=" ? IsCalled(arguments[0], arguments[1]) : OfElements(name, arguments[0]);

    /// <summary>The name of a node, or one of its aliases, whatever the case and the marks.</summary>
    private Value IsCalled(Value node, Value text)
    {
        var properties = evaluation.Elements.GetProperties(node);
        var (name, aliases) = (properties["name"], properties["aliases"]);
        if (text.Kind != ValueKind.String || (name.Kind != ValueKind.String && aliases.Kind != ValueKind.List))
            return Value.Null;

        var names = aliases.Kind == ValueKind.List ? aliases.AsList().Prepend(name) : [name];
        return Value.FromBoolean(names.Any(candidate => Texts.AreFoldedEqual(candidate, text) == true));
    }

    private Value? OfElements(string name, Value value) => name switch
    {
        "elementId" => Value.FromString($"{(value.IsNode ? value.AsNode() : ExpectEdge(value))}"),
        "id" => Value.FromInteger(value.IsNode ? value.AsNode() : ExpectEdge(value)),
        "type" => Value.FromString(evaluation.Graph.Edges[ExpectEdge(value)].Type),
        "startNode" => Value.FromNode(evaluation.Graph.Edges[ExpectEdge(value)].Source.Id),
        "endNode" => Value.FromNode(evaluation.Graph.Edges[ExpectEdge(value)].Target.Id),
        "labels" => Labels(value),
        "keys" => Value.FromList([.. evaluation.Elements.GetProperties(value).Select(entry => Value.FromString(entry.Key))]),
        "properties" => Value.FromMap(evaluation.Elements.GetProperties(value)),
        "length" => Value.FromInteger(ExpectPath(value).Length),
        "nodes" => Value.FromList([.. ExpectPath(value).Nodes.ToArray().Select(Value.FromNode)]),
        "relationships" => Value.FromList([.. ExpectPath(value).Edges.ToArray().Select(Value.FromEdge)]),
        _ => null,
    };

    private Value Labels(Value value)
    {
        if (!value.IsNode)
            throw new ExpectedErrorException($"{value} is no node");
        var labels = evaluation.Graph.Nodes[value.AsNode()].Labels;
        return Value.FromList([.. evaluation.Graph.LabelOrder.Where(labels.Contains).Select(Value.FromString)]);
    }

    private static int ExpectEdge(Value value) => value.IsEdge ? value.AsEdge() : throw new ExpectedErrorException($"{value} is no edge");

    private static PathValue ExpectPath(Value value) =>
        value.Kind == ValueKind.Path ? value.AsPath() : throw new ExpectedErrorException($"{value} is no path");
}
