using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>Mathematics. Arguments outside a function's domain give NaN, as IEEE 754 says; integers never wrap.</summary>
internal static class NumberFunctions
{
    public static readonly ImmutableArray<Function> All =
    [
        new("abs", KeepingInteger, Absolute) { IntegerKernel = Absolute, FloatKernel = Math.Abs },
        OfFloat("ceil", Math.Ceiling),
        OfFloat("floor", Math.Floor),
        new("round", [
            .. OfNumber,
            new([StaticType.Number, StaticType.Integer, StaticType.String], _ => StaticType.Float, OptionalCount: 1)
        ], (_, a) =>
            a.Length == 1 ? Float("round", a[0], RoundHalfUp) : Rounding.Round(a)) { FloatKernel = RoundHalfUp },
        OfFloat("ceiling", Math.Ceiling),
        new(
            "isNaN",
            [Signature.Of(StaticType.Boolean, StaticType.Number)],
            (_, a) => Value.FromBoolean(double.IsNaN(Expect("isNaN", a[0])))),
        new(
            "pow",
            [Signature.Of(StaticType.Float, StaticType.Number, StaticType.Number)],
            (_, a) => Value.FromFloat(Math.Pow(Expect("pow", a[0]), Expect("pow", a[1])))),
        new("sign", [Signature.Of(StaticType.Integer, StaticType.Number)], Sign),
        new("rand", [Signature.Of(StaticType.Float)], (_, _) => Value.FromFloat(Random.Shared.NextDouble()), IsDeterministic: false),
        new("e", [Signature.Of(StaticType.Float)], (_, _) => Value.FromFloat(Math.E)),
        OfFloat("exp", Math.Exp),
        OfFloat("log", Math.Log),
        OfFloat("ln", Math.Log),
        OfFloat("log10", Math.Log10),
        OfFloat("sqrt", Math.Sqrt),
        OfFloat("acos", Math.Acos),
        OfFloat("asin", Math.Asin),
        OfFloat("atan", Math.Atan),
        new("atan2", [Signature.Of(StaticType.Float, StaticType.Number, StaticType.Number)], Atan2),
        OfFloat("cos", Math.Cos),
        OfFloat("cosh", Math.Cosh),
        OfFloat("coth", x => 1 / Math.Tanh(x)),
        OfFloat("cot", x => 1 / Math.Tan(x)),
        OfFloat("degrees", double.RadiansToDegrees),
        OfFloat("haversin", x => (1 - Math.Cos(x)) / 2),
        new("pi", [Signature.Of(StaticType.Float)], (_, _) => Value.FromFloat(Math.PI)),
        OfFloat("radians", double.DegreesToRadians),
        OfFloat("sin", Math.Sin),
        OfFloat("sinh", Math.Sinh),
        OfFloat("tan", Math.Tan),
        OfFloat("tanh", Math.Tanh),
    ];

    private static Function OfFloat(string name, Func<double, double> compute) =>
        new(name, OfNumber, (_, arguments) => Float(name, arguments[0], compute)) { FloatKernel = compute };

    private static ImmutableArray<Signature> OfNumber => [Signature.Of(StaticType.Float, StaticType.Number)];

    private static ImmutableArray<Signature> KeepingInteger =>
    [
        Signature.Of(StaticType.Integer, StaticType.Integer),
        Signature.Of(StaticType.Float, StaticType.Float),
    ];

    private static Value Float(string function, Value value, Func<double, double> compute) =>
        Value.FromFloat(compute(Expect(function, value)));

    private static double Expect(string function, Value value) =>
        value.IsNumber ? value.AsNumber() : throw RuntimeErrors.InvalidArgument(function, value);

    private static Value Absolute(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        if (!arguments[0].IsInteger)
            return Float("abs", arguments[0], Math.Abs);

        return Value.FromInteger(Absolute(arguments[0].AsInteger()));
    }

    private static long Absolute(long integer) => integer == long.MinValue ? throw RuntimeErrors.Overflow("abs") : Math.Abs(integer);

    private static Value Sign(ExecutionState context, ReadOnlySpan<Value> arguments) =>
        Value.FromInteger(Expect("sign", arguments[0]) switch
        {
            > 0 => 1,
            < 0 => -1,
            _ => 0,
        });

    private static Value Atan2(ExecutionState context, ReadOnlySpan<Value> arguments) =>
        Value.FromFloat(Math.Atan2(Expect("atan2", arguments[0]), Expect("atan2", arguments[1])));

    // Half goes towards positive infinity; adding 0.5 first would round the float just below it up.
    private static double RoundHalfUp(double number)
    {
        var floor = Math.Floor(number);
        return number - floor >= 0.5 ? floor + 1 : floor;
    }
}
