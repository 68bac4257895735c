namespace Graph.Query.Execution;

/// <summary>
/// Pairs of a code and a group, each once. They are held in the cheapest form that the order in which they come allows, and move to the
/// next one when it ends.
/// </summary>
internal sealed class DistinctPairs
{
    private PairForm form = new AscendingPairs();

    /// <summary>What is remembered, in bytes.</summary>
    public long Bytes => form.Bytes;

    public IEnumerable<(long Code, int Group)> Pairs => form.Pairs;

    /// <summary>False where the pair was there.</summary>
    public bool Add(long code, int group)
    {
        bool isNew;
        while (!form.TryAdd(code, group, out isNew))
            Move();
        return isNew;
    }

    private void Move()
    {
        var pairs = form.Pairs;
        do
            form = form.CreateNext();
        while (!form.TryAddAll(pairs));
    }
}
