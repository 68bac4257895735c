using System.Diagnostics;
using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>
/// <c>any(x IN list WHERE p)</c> and its kin, in three-valued logic. An element after the one that decides is not asked: elements are
/// tested together, and where that fails once more one by one.
/// </summary>
internal sealed class QuantifiedExpression(
    ListQuantifier quantifier, int slot, CompiledExpression list, CompiledExpression where, TextSpan span) : CompiledExpression(span)
{
    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var lists = list.Evaluate(state, batch);
        var counts = new Counts[batch.Count];
        foreach (var elements in ListElements.Enumerate(state, batch, lists, slot, quantifier.ToString().ToLowerInvariant()))
            Test(state, elements, counts);

        var results = new Truth[batch.Count];
        for (var row = 0; row < results.Length; row++)
            results[row] = lists[row].IsNull ? Truth.Unknown : Decide(counts[row]);
        return new TruthColumn(results);
    }

    private void Test(ExecutionState state, ListElements elements, Counts[] counts)
    {
        try
        {
            var truths = where.EvaluateTruths(state, elements.Rows, "WHERE");
            for (var i = 0; i < elements.Owners.Length; i++)
                counts[elements.Owners[i]].Add(truths[i]);
        }
        catch (QueryException error) when (!error.IsLimit)
        {
            TestOneByOne(state, elements, counts);
        }
    }

    private void TestOneByOne(ExecutionState state, ListElements elements, Counts[] counts)
    {
        for (var i = 0; i < elements.Owners.Length; i++)
        {
            state.Check();
            ref var count = ref counts[elements.Owners[i]];
            if (!IsDecided(count))
                count.Add(where.EvaluateTruths(state, elements.Rows.Select([i]), "WHERE")[0]);
        }
    }

    private bool IsDecided(Counts counts) => quantifier switch
    {
        ListQuantifier.All => counts.False > 0,
        ListQuantifier.Any or ListQuantifier.None => counts.True > 0,
        _ => counts.True > 1,
    };

    private Truth Decide(Counts counts) => quantifier switch
    {
        ListQuantifier.All => Decide(counts.False > 0, counts.Unknown > 0, Truth.False, Truth.True),
        ListQuantifier.Any => Decide(counts.True > 0, counts.Unknown > 0, Truth.True, Truth.False),
        ListQuantifier.None => Decide(counts.True > 0, counts.Unknown > 0, Truth.False, Truth.True),
        ListQuantifier.Single => Decide(counts.True > 1, counts.Unknown > 0, Truth.False, counts.True == 1 ? Truth.True : Truth.False),
        _ => throw new UnreachableException(),
    };

    private static Truth Decide(bool isCertain, bool isUnknown, Truth certain, Truth otherwise) =>
        isCertain ? certain : isUnknown ? Truth.Unknown : otherwise;

    private struct Counts
    {
        public int True;
        public int False;
        public int Unknown;

        public void Add(Truth truth)
        {
            switch (truth)
            {
                case Truth.True:
                    True++;
                    break;
                case Truth.False:
                    False++;
                    break;
                default:
                    Unknown++;
                    break;
            }
        }
    }
}
