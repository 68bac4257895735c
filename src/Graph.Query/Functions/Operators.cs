using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>
/// The operators that are functions: all but the logical ones, comparisons and IS NULL, which have bound nodes of their own.
/// </summary>
internal static class Operators
{
    public static readonly Function Negation = new("-", [
        .. NumberToNumber,
        Signature.Of(StaticType.Duration, StaticType.Duration)
    ], (_, a) => Arithmetic.Negate(a[0]))
    { IntegerKernel = Arithmetic.Negate, FloatKernel = x => -x };

    public static readonly Function Identity = new("+", NumberToNumber, (_, a) => Arithmetic.Identity(a[0]));

    public static readonly ImmutableArray<Function> All =
    [
        new("+", Addition, (context, a) => Arithmetic.Add(context, a[0], a[1])),
        new("||", Concatenation, (context, a) => Arithmetic.Concatenate(context, a[0], a[1])),
        new("-", [.. OfNumbers, .. TemporalSubtraction], (_, a) => Arithmetic.Subtract(a[0], a[1])),
        new(
            "*",
            [
                .. OfNumbers,
                Signature.Of(StaticType.Duration, StaticType.Duration, StaticType.Number),
                Signature.Of(StaticType.Duration, StaticType.Number, StaticType.Duration),
            ],
            (_, a) => Arithmetic.Multiply(a[0], a[1])),
        new(
            "/",
            [.. OfNumbers, Signature.Of(StaticType.Duration, StaticType.Duration, StaticType.Number)],
            (_, a) => Arithmetic.Divide(a[0], a[1])),
        new("%", OfNumbers, (_, a) => Arithmetic.Modulo(a[0], a[1])),
        new("^", [Signature.Of(StaticType.Float, StaticType.Number, StaticType.Number)], (_, a) => Arithmetic.Power(a[0], a[1])),
        new("[]", Access, ElementAccess.GetItem) { IsAccess = true },
        new("[..]", Slicing, ElementAccess.GetSlice) { IsAccess = true },
        new("IN", [Signature.Of(StaticType.Boolean, StaticType.Any, StaticType.AnyList)], ElementAccess.IsIn, NullInNullOut: false),
        new("STARTS WITH", TextTest, (_, a) => TextComparison.StartsWith(a[0], a[1])),
        new("ENDS WITH", TextTest, (_, a) => TextComparison.EndsWith(a[0], a[1])),
        new("CONTAINS", TextTest, (_, a) => TextComparison.Contains(a[0], a[1])),
        new("=~", TextTest, (_, a) => TextComparison.Matches(a[0], a[1])),
        new("IS NORMALIZED", TextTest, (_, a) => StringFunctions.IsNormalized(a[0], a[1])),
        new("~=", TextTest, (_, a) => TextComparison.AreFoldedEqual(a[0], a[1])),
        new(
            TextComparison.IsCalled,
            [Signature.Of(StaticType.Boolean, StaticType.Node, StaticType.Any)],
            (context, a) => TextComparison.IsCalledBy(context.Store, a[0], a[1])),
    ];

    private static ImmutableArray<Signature> NumberToNumber => [Signature.Of(SumType, StaticType.Number)];

    private static ImmutableArray<Signature> Addition =>
    [
        Signature.Of(SumType, StaticType.Number, StaticType.Number),
        Signature.Of(StaticType.String, StaticType.String, StaticType.String),
        Signature.Of(StaticType.String, StaticType.String, StaticType.Number),
        Signature.Of(StaticType.String, StaticType.Number, StaticType.String),
        .. TemporalTypes.SelectMany(type =>
            new[] { Signature.Of(StaticType.String, StaticType.String, type), Signature.Of(StaticType.String, type, StaticType.String) }),
        .. TemporalTypes.SelectMany(type =>
            new[] { Signature.Of(type, type, StaticType.Duration), Signature.Of(type, StaticType.Duration, type) }),
        Signature.Of(ListSumType, StaticType.AnyList, StaticType.Any),
        Signature.Of(ListSumType, StaticType.Any, StaticType.AnyList),
    ];

    private static ImmutableArray<Signature> Concatenation =>
        [
            Signature.Of(StaticType.String, StaticType.String, StaticType.String),
            Signature.Of(ListSumType, StaticType.AnyList, StaticType.AnyList),
        ];

    private static ImmutableArray<Signature> TemporalSubtraction =>
        [.. TemporalTypes.Select(type => Signature.Of(type, type, StaticType.Duration))];

    private static StaticType[] TemporalTypes =>
        [StaticType.Date, StaticType.LocalTime, StaticType.Time, StaticType.LocalDateTime, StaticType.DateTime, StaticType.Duration];

    private static ImmutableArray<Signature> Access =>
    [
        Signature.Of(Signature.ElementOfFirst, StaticType.AnyList, StaticType.Integer),
        Signature.Of(StaticType.Any, StaticType.Map, StaticType.String),
        Signature.Of(StaticType.Any, StaticType.Node, StaticType.String),
        Signature.Of(StaticType.Any, StaticType.Edge, StaticType.String),
    ];

    // The binder writes a bound that is not there as the constants 0 and 9223372036854775807: a null bound gives null.
    private static ImmutableArray<Signature> Slicing =>
    [
        Signature.Of(Signature.SameAsFirst, StaticType.AnyList, StaticType.Integer, StaticType.Integer),
        Signature.Of(StaticType.String, StaticType.String, StaticType.Integer, StaticType.Integer),
    ];

    // Never a mistake at compile time: what is no string gives null.
    private static ImmutableArray<Signature> TextTest => [Signature.Of(StaticType.Boolean, StaticType.Any, StaticType.Any)];

    private static ImmutableArray<Signature> OfNumbers => [Signature.Of(SumType, StaticType.Number, StaticType.Number)];

    /// <summary>Integers give an integer, a float anywhere gives a float.</summary>
    private static StaticType SumType(ImmutableArray<StaticType> arguments)
    {
        if (arguments.Any(type => type.Kind == TypeKind.Float))
            return StaticType.Float;

        return arguments.All(type => type.Kind == TypeKind.Integer) ? StaticType.Integer : StaticType.Number;
    }

    private static StaticType ListSumType(ImmutableArray<StaticType> arguments)
    {
        var left = arguments[0].Kind == TypeKind.List ? arguments[0].Element : arguments[0];
        var right = arguments[1].Kind == TypeKind.List ? arguments[1].Element : arguments[1];
        return left == right && left is not null ? StaticType.ListOf(left) : StaticType.AnyList;
    }
}
