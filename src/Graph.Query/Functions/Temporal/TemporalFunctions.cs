using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>
/// Dates, times and durations as openCypher has them, with the words of GQL for the same. Without an argument they give the time at which
/// the query began, the same in all of its rows.
/// </summary>
internal static class TemporalFunctions
{
    private delegate Value Constructor(string function, Value value);

    private static readonly TemporalType[] Types =
    [
        new("date", ValueKind.Date, StaticType.Date, TemporalConstruction.Date, []),
        new("datetime", ValueKind.DateTime, StaticType.DateTime, TemporalConstruction.DateTime, ["zoned_datetime"]),
        new("localdatetime", ValueKind.LocalDateTime, StaticType.LocalDateTime, TemporalConstruction.LocalDateTime, ["local_datetime"]),
        new("localtime", ValueKind.LocalTime, StaticType.LocalTime, TemporalConstruction.LocalTime, ["local_time"]),
        new("time", ValueKind.Time, StaticType.Time, TemporalConstruction.Time, ["zoned_time"]),
    ];

    public static readonly ImmutableArray<Function> All =
    [
        .. Types.SelectMany(CreateAll),
        new("datetime.fromepoch", [Signature.Of(StaticType.DateTime, StaticType.Integer, StaticType.Integer)], (_, a) =>
            Value.FromTemporal(TemporalConstruction.AtEpoch(
                Zone.Utc, Expect("datetime.fromepoch", a[0]), Expect("datetime.fromepoch", a[1])))),
        new("datetime.fromepochmillis", [Signature.Of(StaticType.DateTime, StaticType.Integer)], (_, a) => FromMilliseconds(a[0])),
        new("timestamp", [Signature.Of(StaticType.Integer)], (context, _) => Value.FromInteger(context.Started.ToUnixTimeMilliseconds())),
        new("duration", DurationSignatures, (_, a) => Durations.Create("duration", a[0])),
        new(
            "format",
            [new([StaticType.Any, StaticType.String], _ => StaticType.String, OptionalCount: 1)],
            (_, a) => TemporalFormat.Format(a)),
        Between("duration.between", DurationBetween.Between),
        Between("duration_between", DurationBetween.Between),
        Between("duration.inMonths", DurationBetween.InMonths),
        Between("duration.inDays", DurationBetween.InDays),
        Between("duration.inSeconds", DurationBetween.InSeconds),
    ];

    private static ImmutableArray<Signature> DurationSignatures =>
    [
        Signature.Of(StaticType.Duration, StaticType.String),
        Signature.Of(StaticType.Duration, StaticType.Map),
        Signature.Of(StaticType.Duration, StaticType.Duration),
    ];

    private sealed record TemporalType(string Name, ValueKind Kind, StaticType Type, Constructor Create, string[] Synonyms);

    private static IEnumerable<Function> CreateAll(TemporalType type)
    {
        foreach (var name in type.Synonyms.Prepend(type.Name))
        {
            yield return new Function(name, ConstructorSignatures(type), (context, a) => a.IsEmpty
                ? Now(context, type, Value.Null)
                : Create(context, name, type, a[0]))
            { ReadsClock = true };
        }

        foreach (var clock in new[] { "transaction", "statement", "realtime" })
        {
            Value Read(ExecutionState context, ReadOnlySpan<Value> a) => Now(context, type, a.IsEmpty ? Value.Null : a[0]);
            yield return new Function($"{type.Name}.{clock}", ClockSignatures(type), Read) { ReadsClock = true };
        }

        var truncate = $"{type.Name}.truncate";
        yield return new Function(truncate, TruncateSignatures(type), Truncate) { ReadsClock = true };

        Value Truncate(ExecutionState context, ReadOnlySpan<Value> a) => TemporalConstruction.Truncate(
            truncate,
            type.Kind,
            a[0],
            a.Length > 1 ? a[1] : Now(context, type, Value.Null),
            a.Length > 2 ? a[2] : Value.FromMap(MapValue.Empty));
    }

    private static ImmutableArray<Signature> ConstructorSignatures(TemporalType type)
    {
        StaticType[] others = type.Kind is ValueKind.LocalTime or ValueKind.Time
            ? [StaticType.LocalTime, StaticType.Time, StaticType.LocalDateTime, StaticType.DateTime]
            : [StaticType.Date, StaticType.LocalDateTime, StaticType.DateTime];
        return
        [
            Signature.Of(type.Type),
            Signature.Of(type.Type, StaticType.String),
            Signature.Of(type.Type, StaticType.Map),
            .. others.Select(other => Signature.Of(type.Type, other)),
        ];
    }

    private static ImmutableArray<Signature> ClockSignatures(TemporalType type) =>
        [Signature.Of(type.Type), Signature.Of(type.Type, StaticType.String)];

    private static ImmutableArray<Signature> TruncateSignatures(TemporalType type) =>
        [new([StaticType.String, StaticType.Any, StaticType.Map], _ => type.Type, OptionalCount: 2)];

    // A map with nothing but a zone asks for the time there.
    private static Value Create(ExecutionState context, string function, TemporalType type, Value value) =>
        value.Kind == ValueKind.Map && value.AsMap() is { Count: 1 } map && map.TryGet("timezone", out var zone)
            ? Now(context, type, zone)
            : type.Create(function, value);

    private static Value Now(ExecutionState context, TemporalType type, Value zone)
    {
        if (!zone.IsNull && zone.Kind != ValueKind.String)
            throw RuntimeErrors.WrongArgument($"timezone of {type.Name}", "a string", zone);
        var place = zone.IsNull ? Zone.Utc : Zone.Parse(zone.AsString());
        var ticks = context.Started.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        var (second, rest) = Clock.FloorDivide(ticks, TimeSpan.TicksPerSecond);
        var now = Value.FromTemporal(place.AtInstant(second, rest * TimeSpan.NanosecondsPerTick));
        return type.Kind == ValueKind.DateTime ? now : type.Create(type.Name, now);
    }

    private static Function Between(string name, Func<Value, Value, Value> compute) =>
        new(name, [Signature.Of(StaticType.Duration, StaticType.Any, StaticType.Any)], (_, a) => compute(a[0], a[1]));

    private static Value FromMilliseconds(Value value)
    {
        var (second, millisecond) = Clock.FloorDivide(Expect("datetime.fromepochmillis", value), 1000);
        return Value.FromTemporal(TemporalConstruction.AtEpoch(Zone.Utc, second, millisecond * 1_000_000));
    }

    private static long Expect(string function, Value value) =>
        value.IsInteger ? value.AsInteger() : throw RuntimeErrors.InvalidArgument(function, value);
}
