using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>Mathematics. Arguments outside a function's domain give NaN, as IEEE 754 says; integers never wrap.</summary>
internal static class NumberFunctions
{
    public static readonly ImmutableArray<Function> All =
    [
        new("abs", KeepingInteger, Absolute),
        new("ceil", OfNumber, (_, a) => Float("ceil", a[0], Math.Ceiling)),
        new("floor", OfNumber, (_, a) => Float("floor", a[0], Math.Floor)),
        new("round", OfNumber, (_, a) => Float("round", a[0], RoundHalfUp)),
        new("sign", [Signature.Of(StaticType.Integer, StaticType.Number)], Sign),
        new("rand", [Signature.Of(StaticType.Float)], (_, _) => Value.FromFloat(Random.Shared.NextDouble()), IsDeterministic: false),
        new("e", [Signature.Of(StaticType.Float)], (_, _) => Value.FromFloat(Math.E)),
        new("exp", OfNumber, (_, a) => Float("exp", a[0], Math.Exp)),
        new("log", OfNumber, (_, a) => Float("log", a[0], Math.Log)),
        new("log10", OfNumber, (_, a) => Float("log10", a[0], Math.Log10)),
        new("sqrt", OfNumber, (_, a) => Float("sqrt", a[0], Math.Sqrt)),
        new("acos", OfNumber, (_, a) => Float("acos", a[0], Math.Acos)),
        new("asin", OfNumber, (_, a) => Float("asin", a[0], Math.Asin)),
        new("atan", OfNumber, (_, a) => Float("atan", a[0], Math.Atan)),
        new("atan2", [Signature.Of(StaticType.Float, StaticType.Number, StaticType.Number)], Atan2),
        new("cos", OfNumber, (_, a) => Float("cos", a[0], Math.Cos)),
        new("cot", OfNumber, (_, a) => Float("cot", a[0], x => 1 / Math.Tan(x))),
        new("degrees", OfNumber, (_, a) => Float("degrees", a[0], double.RadiansToDegrees)),
        new("haversin", OfNumber, (_, a) => Float("haversin", a[0], x => (1 - Math.Cos(x)) / 2)),
        new("pi", [Signature.Of(StaticType.Float)], (_, _) => Value.FromFloat(Math.PI)),
        new("radians", OfNumber, (_, a) => Float("radians", a[0], double.DegreesToRadians)),
        new("sin", OfNumber, (_, a) => Float("sin", a[0], Math.Sin)),
        new("tan", OfNumber, (_, a) => Float("tan", a[0], Math.Tan)),
    ];

    private static ImmutableArray<Signature> OfNumber => [Signature.Of(StaticType.Float, StaticType.Number)];

    private static ImmutableArray<Signature> KeepingInteger =>
    [
        Signature.Of(StaticType.Integer, StaticType.Integer),
        Signature.Of(StaticType.Float, StaticType.Float),
    ];

    private static Value Float(string function, Value value, Func<double, double> compute) => Value.FromFloat(compute(Expect(function, value)));

    private static double Expect(string function, Value value) =>
        value.IsNumber ? value.AsNumber() : throw RuntimeErrors.InvalidArgument(function, value);

    private static Value Absolute(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        if (!arguments[0].IsInteger)
            return Float("abs", arguments[0], Math.Abs);

        var integer = arguments[0].AsInteger();
        return integer == long.MinValue ? throw RuntimeErrors.Overflow("abs") : Value.FromInteger(Math.Abs(integer));
    }

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
