namespace Graph.Oracle.Evaluation;

/// <summary>Functions of numbers.</summary>
internal static class Mathematics
{
    public static Value? Call(string name, Value[] a) => name switch
    {
        "abs" => Numbers.Absolute(a[0]),
        "sign" => Sign(a[0]),
        "round" when a.Length > 1 => Rounding.Round(a),
        "pi" => Value.FromFloat(Math.PI),
        "e" => Value.FromFloat(Math.E),
        "atan2" => Value.FromFloat(Math.Atan2(Numbers.Expect(a[0]).AsNumber(), Numbers.Expect(a[1]).AsNumber())),
        _ => Find(name) is { } function ? Value.FromFloat(function(Numbers.Expect(a[0]).AsNumber())) : null,
    };

    /// <summary>An integer for every number; 0 for NaN, which is neither above nor below.</summary>
    private static Value Sign(Value value)
    {
        var number = Numbers.Expect(value).AsNumber();
        return Value.FromInteger(number > 0 ? 1 : number < 0 ? -1 : 0);
    }

    private static Func<double, double>? Find(string name) => name switch
    {
        "ceil" or "ceiling" => Math.Ceiling,
        "floor" => Math.Floor,
        "round" => Round,
        "exp" => Math.Exp,
        "log" or "ln" => Math.Log,
        "sinh" => Math.Sinh,
        "cosh" => Math.Cosh,
        "tanh" => Math.Tanh,
        "log10" => Math.Log10,
        "sqrt" => Math.Sqrt,
        "acos" => Math.Acos,
        "asin" => Math.Asin,
        "atan" => Math.Atan,
        "cos" => Math.Cos,
        "sin" => Math.Sin,
        "tan" => Math.Tan,
        "cot" => x => 1 / Math.Tan(x),
        "degrees" => x => x * 180 / Math.PI,
        "radians" => x => x * Math.PI / 180,
        "haversin" => x => (1 - Math.Cos(x)) / 2,
        _ => null,
    };

    // Half goes up; a float without a fraction stays.
    private static double Round(double number)
    {
        var fraction = number - Math.Floor(number);
        return fraction < 0.5 ? Math.Floor(number) : fraction >= 0.5 ? Math.Ceiling(number) : number;
    }
}
