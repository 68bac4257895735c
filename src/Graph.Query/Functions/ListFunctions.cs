using System.Runtime.CompilerServices;
using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>Lists, and what works on lists and strings alike.</summary>
internal static class ListFunctions
{
    private static readonly long ValueSize = Unsafe.SizeOf<Value>();

    public static readonly ImmutableArray<Function> All =
    [
        new("head", [Signature.Of(Signature.ElementOfFirst, StaticType.AnyList)], Head),
        new("last", [Signature.Of(Signature.ElementOfFirst, StaticType.AnyList)], Last),
        new("tail", [Signature.Of(Signature.SameAsFirst, StaticType.AnyList)], Tail),
        new("size", [Signature.Of(StaticType.Integer, StaticType.AnyList), Signature.Of(StaticType.Integer, StaticType.String)], Size),
        new(
            "isEmpty",
            [
                Signature.Of(StaticType.Boolean, StaticType.AnyList),
                Signature.Of(StaticType.Boolean, StaticType.String),
                Signature.Of(StaticType.Boolean, StaticType.Map),
            ],
            IsEmpty),
        new("toSet", [Signature.Of(Signature.SameAsFirst, StaticType.AnyList)], ToSet),
        new(
            "reverse",
            [Signature.Of(Signature.SameAsFirst, StaticType.AnyList), Signature.Of(StaticType.String, StaticType.String)],
            Reverse) { TextKernel = TextKernels.Reverse },

        // Wrong argument types are an ArgumentError at run time, never a mistake at compile time.
        new(
            "range",
            [new([StaticType.Any, StaticType.Any, StaticType.Any], _ => StaticType.ListOf(StaticType.Integer), OptionalCount: 1)],
            Range),
    ];

    private static Value Head(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var list = ExpectList("head", arguments[0]);
        return list.Count == 0 ? Value.Null : list[0];
    }

    private static Value Last(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var list = ExpectList("last", arguments[0]);
        return list.Count == 0 ? Value.Null : list[^1];
    }

    private static Value Tail(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var list = ExpectList("tail", arguments[0]);
        return list.Count <= 1 ? Value.FromList(ListValue.Empty) : Value.FromList(list.Span[1..]);
    }

    private static Value Size(ExecutionState context, ReadOnlySpan<Value> arguments) => arguments[0].Kind switch
    {
        ValueKind.List => Value.FromInteger(arguments[0].AsList().Count),
        ValueKind.String => Value.FromInteger(CodePoints.Count(arguments[0].AsString())),
        _ => throw RuntimeErrors.InvalidArgument("size", arguments[0]),
    };

    private static Value IsEmpty(ExecutionState context, ReadOnlySpan<Value> arguments) => arguments[0].Kind switch
    {
        ValueKind.List => Value.FromBoolean(arguments[0].AsList().Count == 0),
        ValueKind.String => Value.FromBoolean(arguments[0].AsString().Length == 0),
        ValueKind.Map => Value.FromBoolean(arguments[0].AsMap().Count == 0),
        _ => throw RuntimeErrors.InvalidArgument("isEmpty", arguments[0]),
    };

    // Each element once, where it first stands, as DISTINCT tells them apart.
    private static Value ToSet(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var seen = new HashSet<Value>(EquivalentValues.Instance);
        var items = new List<Value>();
        foreach (var item in ExpectList("toSet", arguments[0]).Span)
        {
            if (seen.Add(item))
                items.Add(item);
        }

        return Value.FromList(new ListValue([.. items]));
    }

    private sealed class EquivalentValues : IEqualityComparer<Value>
    {
        public static readonly EquivalentValues Instance = new();

        public bool Equals(Value left, Value right) => ValueComparer.AreEquivalent(left, right);

        public int GetHashCode(Value value) => ValueComparer.GetEquivalenceHash(value);
    }

    private static Value Reverse(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].Kind == ValueKind.String)
            return Value.FromString(CodePoints.Reverse(arguments[0].AsString()));

        var items = ExpectList("reverse", arguments[0]).Span.ToArray();
        Array.Reverse(items);
        return Value.FromList(new ListValue(items));
    }

    private static Value Range(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var from = ExpectBound(arguments[0]);
        var to = ExpectBound(arguments[1]);
        var step = arguments.Length > 2 ? ExpectBound(arguments[2]) : 1;
        if (step == 0)
            throw RuntimeErrors.OutOfRange("The step", "range");

        if (step > 0 ? from > to : from < to)
            return Value.FromList(ListValue.Empty);

        // The distance and the step both fit in unsigned 64 bits, whatever their signs.
        var distance = step > 0 ? (ulong)to - (ulong)from : (ulong)from - (ulong)to;
        var stride = step > 0 ? (ulong)step : 0UL - (ulong)step;
        var last = distance / stride;
        if (last >= (ulong)Array.MaxLength)
            throw RuntimeErrors.OutOfRange("The length", "range");

        context.Budget.Require(ValueSize * (long)(last + 1));
        var items = new Value[last + 1];
        for (var i = 0; i < items.Length; i++)
        {
            if (i % QueryBudget.CheckInterval == 0)
                context.Budget.Check();
            items[i] = Value.FromInteger(from + (i * step));
        }

        return Value.FromList(new ListValue(items));
    }

    private static long ExpectBound(Value value) =>
        value.IsInteger ? value.AsInteger() : throw RuntimeErrors.WrongArgument("range", "integers", value);

    private static ListValue ExpectList(string function, Value value) =>
        value.Kind == ValueKind.List ? value.AsList() : throw RuntimeErrors.InvalidArgument(function, value);
}
