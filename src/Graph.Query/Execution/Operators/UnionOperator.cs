namespace Graph.Query.Execution;

/// <summary>The rows of one part after another, each part's columns under the slots of the union.</summary>
internal sealed class UnionOperator(ImmutableArray<(Operator Root, int[] Slots)> parts, int[] slots) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        foreach (var (root, partSlots) in parts)
        {
            foreach (var batch in root.Run(state, argument))
            {
                var renamed = batch.Extend();
                for (var i = 0; i < slots.Length; i++)
                    renamed.Set(slots[i], batch[partSlots[i]]);
                yield return renamed;
            }
        }
    }
}
