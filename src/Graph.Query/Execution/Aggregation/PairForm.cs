namespace Graph.Query.Execution;

/// <summary>A set of pairs of a code and a group, for pairs that come in some order or lie close together.</summary>
internal abstract class PairForm
{
    /// <summary>What is remembered, in bytes.</summary>
    public abstract long Bytes { get; }

    public abstract IEnumerable<(long Code, int Group)> Pairs { get; }

    /// <summary>Adds a pair unless it was there; false, and nothing done, where this form cannot hold it.</summary>
    public abstract bool TryAdd(long code, int group, out bool isNew);

    /// <summary>An empty form for these pairs and the one that this form cannot hold.</summary>
    public abstract PairForm CreateNext();

    /// <summary>Adds pairs; false where one cannot be held.</summary>
    public bool TryAddAll(IEnumerable<(long Code, int Group)> pairs)
    {
        foreach (var (code, group) in pairs)
        {
            if (!TryAdd(code, group, out _))
                return false;
        }

        return true;
    }
}
