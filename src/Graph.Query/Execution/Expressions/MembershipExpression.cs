using System.Runtime.CompilerServices;
using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>
/// <c>x IN list</c>. A list that stands in many rows, as a literal or one that was collected before does, is sorted once, and items are
/// looked up in it.
/// </summary>
internal sealed class MembershipExpression(CompiledExpression item, CompiledExpression list, TextSpan span) : CompiledExpression(span)
{
    // So few items are tried one by one as fast as a value is looked up; codes are looked up faster.
    private const int Few = 2;

    // Kept as long as its list, and not as long as this expression, which outlives the run.
    private readonly ConditionalWeakTable<ListValue, SortedList> sorted = [];

    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var items = item.Evaluate(state, batch);
        var lists = list.Evaluate(state, batch);
        if (batch.Count > 0 && items is ConstantColumn && lists is ConstantColumn)
            return new ConstantColumn(ElementAccess.IsIn(state, [items[0], lists[0]]));

        var truths = new Truth[batch.Count];
        if (lists is ConstantColumn { Value.Kind: ValueKind.List } constant
            && Sort(constant.Value.AsList()) is { } membership
            && items.TryTestMembership(membership, truths))
            return new TruthColumn(truths);

        for (var start = 0; start < truths.Length;)
        {
            var end = FindRunEnd(lists, start, truths.Length);
            TestRun(state, items, lists[start], start, truths.AsSpan(start..end));
            start = end;
        }

        return new TruthColumn(truths);
    }

    /// <summary>The end of the rows that have the very same list.</summary>
    private static int FindRunEnd(Column lists, int start, int count)
    {
        var end = start + 1;
        if (lists is ConstantColumn)
            return count;
        if (lists[start] is not { Kind: ValueKind.List } first)
            return end;
        while (end < count && lists[end] is { Kind: ValueKind.List } next && ReferenceEquals(next.AsList(), first.AsList()))
            end++;
        return end;
    }

    private void TestRun(ExecutionState state, Column items, Value rowList, int start, Span<Truth> truths)
    {
        var membership = rowList.Kind == ValueKind.List && rowList.AsList() is { Count: > Few } tried
            && (truths.Length > 1 || sorted.TryGetValue(tried, out _))
            ? Sort(tried)
            : null;
        for (var row = 0; row < truths.Length; row++)
        {
            var value = items[start + row];
            truths[row] = membership is not null && Membership.CanTest(value)
                ? membership.Test(value)
                : ToTruth(ElementAccess.IsIn(state, [value, rowList]));
        }
    }

    private static Truth ToTruth(Value value) => value.IsNull ? Truth.Unknown : value.AsBoolean() ? Truth.True : Truth.False;

    private Membership? Sort(ListValue value) =>
        sorted.GetValue(value, static each => new SortedList(Membership.TryCreate(each))).Membership;

    /// <param name="Membership">Null for a list that is tried item by item.</param>
    private sealed record SortedList(Membership? Membership);
}
