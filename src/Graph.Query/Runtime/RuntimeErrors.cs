namespace Graph.Query;

/// <summary>Every error that shows only while a query runs. The engine adds the place of the expression that was evaluated.</summary>
internal static class RuntimeErrors
{
    private const int LongestShownValue = 60;

    /// <param name="operation">As the user wrote it: <c>+</c>, <c>sum</c>.</param>
    public static QueryException Overflow(string operation) =>
        QueryException.Create(
            "GR5001", $"{operation} goes beyond the 64-bit integers.", new ErrorClass("ArithmeticError", "IntegerOverflow"));

    public static QueryException DivisionByZero() =>
        QueryException.Create("GR5002", "Division by zero.", new ErrorClass("ArithmeticError", "DivisionByZero"));

    /// <param name="hint">What to write instead, or null.</param>
    public static QueryException InvalidArgument(string function, Value value, string? hint = null) =>
        QueryException.Create(
            "GR5003",
            $"{function} cannot take {Show(value)}{(hint is null ? "" : $"; {hint}")}.",
            new ErrorClass("TypeError", "InvalidArgumentValue"));

    public static QueryException MapKeyIsNoString(ValueKind kind) =>
        QueryException.Create(
            "GR5004", $"A map needs a string key, not {Describe(kind)}.", new ErrorClass("TypeError", "MapElementAccessByNonString"));

    public static QueryException OutOfRange(string argument, string function) =>
        QueryException.Create("GR5005", $"{argument} of {function} is out of range.", new ErrorClass("ArgumentError", "NumberOutOfRange"));

    public static QueryException MissingParameter(string name) =>
        QueryException.Create("GR2013", $"Parameter '${name}' has no value.", new ErrorClass("ParameterMissing", "MissingParameter"));

    public static QueryException WrongParameter(string name, string declared, Value value) => QueryException.Create(
        "GR2019",
        $"Parameter '${name}' is declared {declared}, and cannot be {Show(value)}.",
        new ErrorClass("TypeError", "InvalidArgumentType"));

    public static QueryException NullInParameter(string name, string declared) => QueryException.Create(
        "GR2019", $"Parameter '${name}' is declared {declared}, and the list has a null.",
        new ErrorClass("TypeError", "InvalidArgumentType"));

    /// <summary>The TCK calls this a syntax error also where the value comes from a parameter.</summary>
    public static QueryException NegativeCount(string clause) =>
        QueryException.Create("GR3004", $"{clause} cannot be negative.", new ErrorClass("SyntaxError", "NegativeIntegerArgument"));

    public static QueryException CountIsNoInteger(string clause, ValueKind kind) =>
        QueryException.Create(
            "GR3012", $"{clause} needs an integer, but this is {Describe(kind)}.", new ErrorClass("SyntaxError", "InvalidArgumentType"));

    public static QueryException InvalidDate(string text, string reason) =>
        QueryException.Create("GR3007", $"'{text}' is no date: {reason}.", new ErrorClass("ArgumentError", "InvalidArgumentValue"));

    /// <summary>A value of a kind the operator cannot take, where the static type did not tell.</summary>
    public static QueryException WrongKind(string operation, ValueKind kind) =>
        QueryException.Create("GR3002", $"{operation} cannot take {Describe(kind)}.", new ErrorClass("TypeError", "InvalidArgumentType"));

    /// <summary>The same where it is known what the operator takes.</summary>
    public static QueryException WrongOperand(string operation, string expected, Value value) =>
        QueryException.Create(
            "GR3002",
            $"{operation} takes {expected}, but this is {Describe(value.Kind)}.",
            new ErrorClass("TypeError", "InvalidArgumentType"));

    /// <summary><c>range</c> has a class of its own in the TCK.</summary>
    public static QueryException WrongArgument(string function, string expected, Value value) =>
        QueryException.Create(
            "GR3002",
            $"{function} takes {expected}, but this is {Describe(value.Kind)}.",
            new ErrorClass("ArgumentError", "InvalidArgumentType"));

    public static QueryException UnsupportedRegularExpression(string reason) =>
        QueryException.Create(
            "GR3010", $"The regular expression is not supported: {reason}.", new ErrorClass("ArgumentError", "InvalidArgumentValue"));

    public static QueryException UnknownLabel(string label, string graphType, string? near) =>
        QueryException.Create("GR2006", $"No label '{label}' in graph type '{graphType}'.{Suggest(near)}", null);

    public static QueryException UnknownRelationType(string type, string graphType, string? near) =>
        QueryException.Create("GR2007", $"No relation type '{type}' in graph type '{graphType}'.{Suggest(near)}", null);

    public static QueryException UnknownProperty(string property, string graphType, string? near) =>
        QueryException.Create("GR2008", $"No relation of graph type '{graphType}' has a property '{property}'.{Suggest(near)}", null);

    public static QueryException UnknownSetting(string procedure, string key, string? near) =>
        QueryException.Create(
            "GR5007", $"{procedure} has no setting '{key}'.{Suggest(near)}", new ErrorClass("ArgumentError", "InvalidArgumentValue"));

    public static QueryException InvalidSetting(string procedure, string key, string word, string choices) =>
        QueryException.Create(
            "GR5008", $"{key} of {procedure} is {choices}, not '{word}'.", new ErrorClass("ArgumentError", "InvalidArgumentValue"));

    public static string Describe(ValueKind kind) => kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Boolean => "a truth value",
        ValueKind.Integer => "an integer",
        ValueKind.Float => "a float",
        ValueKind.String => "a string",
        ValueKind.Date => "a date",
        ValueKind.List => "a list",
        ValueKind.Map => "a map",
        ValueKind.Node => "a node",
        ValueKind.Edge => "a relation",
        ValueKind.LocalTime => "a local time",
        ValueKind.Time => "a time",
        ValueKind.LocalDateTime => "a local date time",
        ValueKind.DateTime => "a date time",
        ValueKind.Duration => "a duration",
        ValueKind.Point => "a point",
        _ => "a path",
    };

    private static string Suggest(string? near) => near is null ? "" : $" Did you mean '{near}'?";

    // Elements are named by their kind, as their ids mean nothing to the reader; long values are cut at a code point.
    private static string Show(Value value)
    {
        if (value.Kind is ValueKind.Node or ValueKind.Edge or ValueKind.Path or ValueKind.List or ValueKind.Map)
            return Describe(value.Kind);

        var text = ValueText.Format(value);
        if (text.Length <= LongestShownValue)
            return text;

        var end = char.IsHighSurrogate(text[LongestShownValue - 1]) ? LongestShownValue - 1 : LongestShownValue;
        return $"{text.AsSpan(0, end)}...";
    }
}
