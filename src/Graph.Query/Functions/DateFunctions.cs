using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>Partial dates: reading them, and how two of them lie (LANGUAGE 4.2).</summary>
internal static class DateFunctions
{
    public static readonly ImmutableArray<Function> All =
    [
        new("date", [Signature.Of(StaticType.Date, StaticType.String), Signature.Of(StaticType.Date, StaticType.Date)], Date),
        new("overlaps", OfTwoDates, (_, a) => Compare("overlaps", a, PartialDate.Overlaps)),
        new("within", OfTwoDates, (_, a) => Compare("within", a, PartialDate.Within)),
    ];

    private static ImmutableArray<Signature> OfTwoDates => [Signature.Of(StaticType.Boolean, StaticType.Date, StaticType.Date)];

    private static Value Date(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].Kind == ValueKind.Date)
            return arguments[0];

        if (arguments[0].Kind != ValueKind.String)
            throw RuntimeErrors.InvalidArgument("date", arguments[0]);

        var text = arguments[0].AsString();
        return PartialDate.TryParse(text, out var date, out var reason)
            ? Value.FromDate(date)
            : throw RuntimeErrors.InvalidDate(text, reason);
    }

    private static Value Compare(string function, ReadOnlySpan<Value> arguments, Func<PartialDate, PartialDate, bool> compare) =>
        Value.FromBoolean(compare(Expect(function, arguments[0]), Expect(function, arguments[1])));

    private static PartialDate Expect(string function, Value value) =>
        value.Kind == ValueKind.Date ? value.AsDate() : throw RuntimeErrors.InvalidArgument(function, value);
}
