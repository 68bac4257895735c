using Graph.Query.Syntax;

namespace Graph.Cli.Sessions;

/// <summary>
/// Reads <c>name=value</c>. The value is a literal of the language (<c>3</c>, <c>'Rusland'</c>, <c>[1, 2]</c>, <c>{a: true}</c>,
/// <c>date('2022-01')</c>), and where it is none, the text itself: nobody wants to quote a name twice for the shell. What begins like a
/// list or a map must be one, and blanks around the sign are no part of the value. A date is nothing to compute: <c>2022-01-06</c> is a
/// text.
/// </summary>
internal static class ParameterParser
{
    /// <exception cref="UsageException">There is no name, or the name is given twice.</exception>
    public static IReadOnlyDictionary<string, Value> Parse(IEnumerable<string> assignments)
    {
        var parameters = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var assignment in assignments)
        {
            var (name, value) = ParseAssignment(assignment);
            if (!parameters.TryAdd(name, value))
                throw new UsageException($"The parameter '{name}' is given twice.");
        }

        return parameters;
    }

    /// <exception cref="UsageException">There is no name before an equals sign.</exception>
    public static (string Name, Value Value) ParseAssignment(string assignment) => ParseAssignment(assignment, _ => null);

    private static (string Name, Value Value) ParseAssignment(string assignment, Func<string, Value?> evaluate)
    {
        var equals = assignment.IndexOf('=');
        var left = equals > 0 ? assignment[..equals] : "";
        var name = left.Trim().TrimStart('$');
        if (name.Length == 0)
            throw new UsageException($"'{assignment}' does not have the form name=value.");

        var text = assignment[(equals + 1)..];
        return (name, ParseValue(char.IsWhiteSpace(left[^1]) ? text.Trim() : text, evaluate));
    }

    /// <summary>Also as other prompts have it: <c>name => value</c>, and <c>{name: value, ..}</c>.</summary>
    /// <param name="evaluate">The value of an expression that is no literal; null for a text that is none.</param>
    /// <exception cref="UsageException">It is none of these.</exception>
    public static IEnumerable<KeyValuePair<string, Value>> ParseAtPrompt(string assignment, Func<string, Value?> evaluate)
    {
        if (assignment.StartsWith('{'))
            return ParseValue(assignment, evaluate).AsMap();

        var equals = assignment.IndexOf('=');
        var (name, value) = ParseAssignment(
            assignment.AsSpan(equals).StartsWith("=>") ? $"{assignment[..equals].Trim()} = {assignment[(equals + 2)..]}" : assignment,
            evaluate);
        return [KeyValuePair.Create(name, value)];
    }

    private static Value ParseValue(string text, Func<string, Value?> evaluate)
    {
        if (QueryParser.ParseExpression(new SourceText(text)) is { Syntax: { } syntax }
            && (Evaluate(syntax) ?? (WrittenNumbers.IsText(text.Trim()) ? null : EvaluateOther(text, evaluate))) is { } value)
            return value;
        if (text.AsSpan().TrimStart() is ['[' or '{', ..])
            throw new UsageException($"'{text.Trim()}' is no list and no map of values; a text that begins so stands in quotes.");

        return Value.FromString(text);
    }

    private static Value? EvaluateOther(string text, Func<string, Value?> evaluate) =>
        evaluate(text) is not { } value ? null
        : WrittenNumbers.FindDate(text) is { } date
            ? throw new UsageException($"'{date}' reads as a date; write date('{date}'), or blanks around the '-' to compute.")
            : value;

    /// <summary>The value of a literal; null for any other expression.</summary>
    private static Value? Evaluate(ExpressionSyntax expression) => expression switch
    {
        LiteralSyntax literal => literal.Value,
        UnarySyntax { Operator: UnaryOperator.Minus, Operand: LiteralSyntax { Value: { IsNumber: true } number } } => Negate(number),
        ListSyntax list => EvaluateList(list),
        MapSyntax map => EvaluateMap(map),
        FunctionCallSyntax { Name.Text: var name, Arguments: [LiteralSyntax { Value: { Kind: ValueKind.String } text }] }
            when name.Equals("date", StringComparison.OrdinalIgnoreCase) && PartialDate.TryParse(text.AsString(), out var date, out _) =>
            Value.FromDate(date),
        _ => null,
    };

    private static Value Negate(Value number) =>
        number.IsInteger ? Value.FromInteger(-number.AsInteger()) : Value.FromFloat(-number.AsFloat());

    private static Value? EvaluateList(ListSyntax list)
    {
        var items = new Value[list.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            if (Evaluate(list.Items[i]) is not { } item)
                return null;
            items[i] = item;
        }

        return Value.FromList(new ListValue(items));
    }

    private static Value? EvaluateMap(MapSyntax map)
    {
        var entries = new KeyValuePair<string, Value>[map.Entries.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            if (Evaluate(map.Entries[i].Value) is not { } value)
                return null;
            entries[i] = KeyValuePair.Create(map.Entries[i].Key.Text, value);
        }

        var isSet = entries.DistinctBy(entry => entry.Key, StringComparer.Ordinal).Count() == entries.Length;
        return isSet ? Value.FromMap(new MapValue(entries)) : null;
    }
}
