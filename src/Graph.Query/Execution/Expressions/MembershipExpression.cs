namespace Graph.Query.Execution;

/// <summary><c>x IN list</c>. A list that is the same for every row is sorted once, and codes are looked up in it.</summary>
/// <param name="call">The same for any list, item by item.</param>
internal sealed class MembershipExpression(CompiledExpression call, CompiledExpression item, CompiledExpression list, TextSpan span)
    : CompiledExpression(span)
{
    // Several threads may set it, each to the same.
    private volatile LastList? last;

    protected override Column Compute(ExecutionState state, Batch batch)
    {
        if (FindOnlyList(list.Evaluate(state, batch), batch.Count) is not { } only || GetMembership(only) is not { } membership)
            return call.Evaluate(state, batch);

        var items = item.Evaluate(state, batch);
        var truths = new Truth[batch.Count];
        if (items.TryTestMembership(membership, truths))
            return new TruthColumn(truths);

        for (var row = 0; row < truths.Length; row++)
        {
            if (!Membership.CanTest(items[row]))
                return call.Evaluate(state, batch);
            truths[row] = membership.Test(items[row]);
        }

        return new TruthColumn(truths);
    }

    // A list that was collected before stands in many rows, each time the same object.
    private static ListValue? FindOnlyList(Column lists, int count)
    {
        if (count == 0 || lists[0].Kind != ValueKind.List)
            return null;

        var first = lists[0].AsList();
        for (var row = 1; row < count && lists is not ConstantColumn; row++)
        {
            if (lists[row] is not { Kind: ValueKind.List } other || !ReferenceEquals(other.AsList(), first))
                return null;
        }

        return first;
    }

    private Membership? GetMembership(ListValue value)
    {
        var known = last;
        if (known is null || !ReferenceEquals(known.List, value))
            last = known = new LastList(value, Membership.TryCreate(value));
        return known.Membership;
    }

    private sealed record LastList(ListValue List, Membership? Membership);
}
