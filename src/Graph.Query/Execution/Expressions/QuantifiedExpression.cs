using System.Diagnostics;
using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary><c>any(x IN list WHERE p)</c> and its kin, in three-valued logic.</summary>
internal sealed class QuantifiedExpression(
    ListQuantifier quantifier, int slot, CompiledExpression list, CompiledExpression where, TextSpan span) : CompiledExpression(span)
{
    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var lists = list.Evaluate(state, batch);
        var counts = new Counts[batch.Count];
        foreach (var (rows, owners, _) in ListElements.Enumerate(state, batch, lists, slot, quantifier.ToString().ToLowerInvariant()))
        {
            var truths = where.EvaluateTruths(state, rows, "WHERE");
            for (var i = 0; i < owners.Length; i++)
                counts[owners[i]].Add(truths[i]);
        }

        var results = new Truth[batch.Count];
        for (var row = 0; row < results.Length; row++)
            results[row] = lists[row].IsNull ? Truth.Unknown : Decide(counts[row]);
        return new TruthColumn(results);
    }

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
