namespace Graph.Query.Execution;

/// <summary><c>x IN list</c> where the list is the same for every row: it is sorted once, and codes are looked up in it.</summary>
/// <param name="call">The same for any list, item by item.</param>
internal sealed class MembershipExpression(CompiledExpression call, CompiledExpression item, CompiledExpression list, TextSpan span)
    : CompiledExpression(span)
{
    // Several threads may set it, each to the same.
    private volatile LastList? last;

    protected override Column Compute(ExecutionState state, Batch batch)
    {
        if (list.Evaluate(state, batch) is not ConstantColumn { Value: { Kind: ValueKind.List } value }
            || GetMembership(value.AsList()) is not { } membership)
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

    private Membership? GetMembership(ListValue value)
    {
        var known = last;
        if (known is null || !ReferenceEquals(known.List, value))
            last = known = new LastList(value, Membership.TryCreate(value));
        return known.Membership;
    }

    private sealed record LastList(ListValue List, Membership? Membership);
}
