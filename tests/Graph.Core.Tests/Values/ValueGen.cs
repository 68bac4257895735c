using CsCheck;
using Graph.Core;

namespace Graph.Core.Tests.Values;

/// <summary>Random values that collide often: few distinct ones of each kind, and those at the edges.</summary>
internal static class ValueGen
{
    public static readonly Gen<Value> Booleans = Gen.Bool.Select(Value.FromBoolean);

    public static readonly Gen<long> Integers =
        Gen.OneOf(
            Gen.Long[-3, 3],
            Gen.OneOfConst(long.MinValue, long.MaxValue, long.MaxValue - 1, 1L << 53, (1L << 53) + 1, -(1L << 53) - 1, 300, 70_000));

    public static readonly Gen<double> Floats = Gen.OneOf(
        Gen.Int[-3, 3].Select(number => number / 2.0),
        Gen.OneOfConst(
            0.0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 9007199254740992.0, 9223372036854775808.0,
            -9223372036854775808.0, 1e300));

    public static readonly Gen<string> Texts = Gen.OneOf(
        Gen.OneOfConst("a", "b", "é", "\uD83D\uDE00", "\uFFFD", "\uE000", "漢", "'", "\n").Array[0, 4].Select(string.Concat),
        Gen.OneOfConst("Person One", "Person Two", "Place Zero"));

    public static readonly Gen<PartialDate> Dates = Gen.OneOf(
        Gen.OneOfConst(
            "2022", "2022-01", "2022-01-01", "2022-01/2022-02", "2021/2022", "2022-01-31/2022-02-01", "0000", "9999-12-31",
            "2022-01-01/2022-12-31"),
        Gen.Select(Gen.Int[2021, 2022], Gen.Int[1, 2], Gen.Int[1, 3]).Select((year, month, day) => $"{year}-{month:00}-{day:00}"))
            .Select(Parse);

    public static readonly Gen<TemporalValue> Temporals = Gen.Select(
        Gen.Int[0, 3],
        Gen.OneOfConst(0, 1, 738_000, 738_001, 3_652_424),
        Gen.OneOfConst(0, 1, 60_000_000_000, 3_600_000_000_000, TemporalValue.NanosecondsPerDay - 1),
        Gen.OneOfConst(0, 3600, -3600, 64_800, -7507)).Select((kind, day, time, offset) => kind switch
        {
            0 => TemporalValue.FromLocalTime(time),
            1 => TemporalValue.FromTime(time, offset),
            2 => TemporalValue.FromLocalDateTime(new CalendarDay(day), time),
            _ => TemporalValue.FromDateTime(new CalendarDay(day), time, offset, offset == 3600 ? "Europe/Amsterdam" : null),
        });

    public static readonly Gen<DurationValue> Durations = Gen.Select(
        Gen.OneOfConst(0L, 1, -1, 12, 13, -25, long.MinValue / 100),
        Gen.OneOfConst(0L, 30, -1, long.MaxValue / 100),
        Gen.OneOfConst(0L, 86_400, -1, -61, 3_601),
        Gen.OneOfConst(0, 1, 500_000_000, 999_999_999))
            .Select((months, days, seconds, nanoseconds) => new DurationValue(months, days, seconds, nanoseconds));

    public static readonly Gen<Value> Scalars = Gen.OneOf(
        Temporals.Select(Value.FromTemporal),
        Durations.Select(Value.FromDuration),
        Booleans, Integers.Select(Value.FromInteger), Floats.Select(Value.FromFloat), Texts.Select(Value.FromString),
        Dates.Select(date => Value.FromDate(date)));

    /// <summary>What a property can hold, nulls included: scalars and lists.</summary>
    public static readonly Gen<Value> Properties = Gen.OneOf(
        Gen.Const(Value.Null), Scalars, Lists(Gen.OneOf(Gen.Const(Value.Null), Scalars, Lists(Scalars))));

    /// <summary>Values of every kind.</summary>
    public static readonly Gen<Value> All = Gen.OneOf(
        Properties, Elements, Maps(Gen.OneOf(Properties, Elements)), Lists(Gen.OneOf(Properties, Elements, Maps(Properties))));

    public static PartialDate Parse(string text) =>
        PartialDate.TryParse(text, out var date, out var reason) ? date : throw new ArgumentException(reason, nameof(text));

    private static Gen<Value> Elements => Gen.OneOf(
        Gen.Int[0, 2].Select(Value.FromNode),
        Gen.Int[0, 2].Select(Value.FromEdge),
        Gen.Int[0, 2].Array[0, 2].SelectMany(
            edges => Gen.Int[0, 1].Array[edges.Length + 1].Select(nodes => Value.FromPath(new PathValue(nodes, edges)))));

    private static Gen<Value> Lists(Gen<Value> items) => items.Array[0, 3].Select(array => Value.FromList(new ListValue(array)));

    private static Gen<Value> Maps(Gen<Value> values) =>
        Gen.Select(Gen.Shuffle(new[] { "a", "b", "c" }), values.Array[0, 3]).Select((keys, array) =>
            Value.FromMap(new MapValue([.. array.Select((value, i) => new KeyValuePair<string, Value>(keys[i], value))])));
}
