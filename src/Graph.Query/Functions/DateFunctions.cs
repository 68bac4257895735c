using Graph.Query.Binding;

namespace Graph.Query;

/// <summary>Partial dates: reading them, and how two of them lie (LANGUAGE 4.2).</summary>
internal static class DateFunctions
{
    public static readonly ImmutableArray<Function> All =
    [
        new("date", [Signature.Of(StaticType.Date, StaticType.String), Signature.Of(StaticType.Date, StaticType.Date)], Date),
        new("overlaps", OfTwoDates, Overlaps),
        new("within", OfTwoDates, Within),
    ];

    private static ImmutableArray<Signature> OfTwoDates => [Signature.Of(StaticType.Boolean, StaticType.Date, StaticType.Date)];

    private static Value Date(EvaluationContext context, ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].Kind == ValueKind.Date)
            return arguments[0];

        if (arguments[0].Kind != ValueKind.String)
            throw RuntimeDiagnostics.InvalidValue("date", arguments[0]);

        var text = arguments[0].AsString();
        return PartialDate.TryParse(text, out var date, out var reason)
            ? Value.FromDate(date)
            : throw RuntimeDiagnostics.InvalidDate(text, reason ?? "");
    }

    private static Value Overlaps(EvaluationContext context, ReadOnlySpan<Value> arguments)
    {
        var (a, b) = (Expect("overlaps", arguments[0]), Expect("overlaps", arguments[1]));
        return Value.FromBoolean(a.Start <= b.End && b.Start <= a.End);
    }

    private static Value Within(EvaluationContext context, ReadOnlySpan<Value> arguments)
    {
        var (a, b) = (Expect("within", arguments[0]), Expect("within", arguments[1]));
        return Value.FromBoolean(b.Start <= a.Start && a.End <= b.End);
    }

    private static PartialDate Expect(string function, Value value) =>
        value.Kind == ValueKind.Date ? value.AsDate() : throw RuntimeDiagnostics.InvalidValue(function, value);
}
