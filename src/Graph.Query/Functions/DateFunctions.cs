using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>How two partial dates lie.</summary>
internal static class DateFunctions
{
    public static readonly ImmutableArray<Function> All =
    [
        new("overlaps", OfTwoDates, (_, a) => Compare("overlaps", a, PartialDate.Overlaps)),
        new("within", OfTwoDates, (_, a) => Compare("within", a, PartialDate.Within)),
    ];

    private static ImmutableArray<Signature> OfTwoDates => [Signature.Of(StaticType.Boolean, StaticType.Date, StaticType.Date)];

    private static Value Compare(string function, ReadOnlySpan<Value> arguments, Func<PartialDate, PartialDate, bool> compare) =>
        Value.FromBoolean(compare(Expect(function, arguments[0]), Expect(function, arguments[1])));

    private static PartialDate Expect(string function, Value value) =>
        value.Kind == ValueKind.Date ? value.AsDate() : throw RuntimeErrors.InvalidArgument(function, value);
}
