using System.Globalization;

namespace Graph.Query;

/// <summary>The mistakes that only values show, one factory per id (LANGUAGE section 5). The place is added by the compiled call.</summary>
internal static class RuntimeDiagnostics
{
    private const int LongestShownValue = 60;

    private static readonly ErrorClass InvalidArgumentValue = new("TypeError", "InvalidArgumentValue");
    private static readonly ErrorClass InvalidArgumentType = new("TypeError", "InvalidArgumentType");

    /// <summary>The operands of an operator, or what is indexed and the index, have the wrong type.</summary>
    public static EvaluationException WrongOperand(string @operator, string expected, Value value) =>
        new("GR3002", $"'{@operator}' takes {expected}, but this is {Describe(value.Kind)}.", InvalidArgumentType);

    /// <summary><c>range</c> has its own class in the TCK.</summary>
    public static EvaluationException WrongArgument(string function, string expected, Value value) =>
        new("GR3002", $"'{function}' takes {expected}, but this is {Describe(value.Kind)}.", new ErrorClass("ArgumentError", "InvalidArgumentType"));

    public static EvaluationException InvalidDate(string text, string reason) =>
        new("GR3007", $"'{text}' is no date: {reason}.", new ErrorClass("ArgumentError", "InvalidArgumentValue"));

    public static EvaluationException UnsupportedRegularExpression(string reason) =>
        new("GR3010", $"The regular expression is not supported: {reason}.", new ErrorClass("ArgumentError", "InvalidArgumentValue"));

    public static EvaluationException IntegerOverflow(string operation) =>
        new("GR5001", $"{operation} goes beyond the 64-bit integers.", new ErrorClass("ArithmeticError", "IntegerOverflow"));

    public static EvaluationException DivisionByZero() =>
        new("GR5002", "Division by zero.", new ErrorClass("ArithmeticError", "DivisionByZero"));

    public static EvaluationException InvalidValue(string function, Value value) =>
        new("GR5003", $"'{function}' cannot take {Show(value)}.", InvalidArgumentValue);

    public static EvaluationException MapKeyIsNoString(Value key) =>
        new("GR5004", $"A map needs a string key, not {Describe(key.Kind)}.", new ErrorClass("TypeError", "MapElementAccessByNonString"));

    public static EvaluationException OutOfRange(string argument, string function) =>
        new("GR5005", $"{argument} of '{function}' is out of range.", new ErrorClass("ArgumentError", "NumberOutOfRange"));

    /// <summary>A kind of value in words: <c>a string</c>.</summary>
    public static string Describe(ValueKind kind) => kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Integer => "an integer",
        ValueKind.Edge => "a relation",
        _ => $"a {kind.ToString().ToLowerInvariant()}",
    };

    // Nodes, relations and paths are named by their kind: their ids mean nothing to the reader.
    private static string Show(Value value)
    {
        if (value.Kind is ValueKind.Node or ValueKind.Edge or ValueKind.Path or ValueKind.List or ValueKind.Map)
            return Describe(value.Kind);

        var text = ValueText.Format(value);
        if (text.Length <= LongestShownValue)
            return text;

        var end = char.IsHighSurrogate(text[LongestShownValue - 1]) ? LongestShownValue - 1 : LongestShownValue;
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, end)}...");
    }
}
