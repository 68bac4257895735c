namespace Graph.Query.Functions;

/// <summary>Durations from texts and from maps of their parts.</summary>
internal static class Durations
{
    private static readonly string[] Fields =
        ["years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds", "nanoseconds"];

    public static Value Create(string function, Value value) => value.Kind switch
    {
        ValueKind.Duration => value,
        ValueKind.String => Parse(value.AsString()),
        ValueKind.Map => OfFields(function, value.AsMap()),
        _ => throw RuntimeErrors.InvalidArgument(function, value),
    };

    private static Value Parse(string text)
    {
        try
        {
            return DurationParser.TryParse(text, out var duration)
                ? Value.FromDuration(duration)
                : throw TemporalErrors.Unreadable(text, "duration", "P1Y2M10DT2H30M");
        }
        catch (OverflowException)
        {
            throw RuntimeErrors.Overflow("duration");
        }
    }

    private static Value OfFields(string function, MapValue map)
    {
        foreach (var entry in map.Span)
        {
            if (Array.IndexOf(Fields, entry.Key) < 0)
                throw TemporalErrors.UnknownField(function, entry.Key, Fields);
            if (entry.Value.IsNull)
                return Value.Null;
            if (!entry.Value.IsNumber)
                throw RuntimeErrors.WrongArgument($"{entry.Key} of {function}", "a number", entry.Value);
        }

        return Value.FromDuration(TemporalArithmetic.Compute(function, () => Sum(map)));
    }

    private static DurationParts Sum(MapValue map)
    {
        var (months, days, seconds) = (0m, 0m, 0m);
        foreach (var entry in map.Span)
        {
            var number = TemporalArithmetic.ToDecimal(entry.Value);
            switch (entry.Key)
            {
                case "years": months += number * 12; break;
                case "quarters": months += number * 3; break;
                case "months": months += number; break;
                case "weeks": days += number * 7; break;
                case "days": days += number; break;
                default: seconds += number * SecondsOf(entry.Key); break;
            }
        }

        return new DurationParts(months, days, seconds);
    }

    private static decimal SecondsOf(string field) => field switch
    {
        "hours" => 3600,
        "minutes" => 60,
        "milliseconds" => 0.001m,
        "microseconds" => 0.000_001m,
        "nanoseconds" => 0.000_000_001m,
        _ => 1,
    };
}
