using System.Runtime.InteropServices;

namespace Graph.Query.Algorithms;

/// <summary>Sums of weights by a small number, cleared and filled again without allocation.</summary>
internal sealed class WeightSums(int capacity)
{
    private readonly double[] sums = new double[capacity];
    private readonly bool[] isUsed = new bool[capacity];
    private readonly List<int> keys = [];

    public double this[int key] => sums[key];

    public void Add(int key, double weight)
    {
        if (!isUsed[key])
        {
            isUsed[key] = true;
            keys.Add(key);
        }

        sums[key] += weight;
    }

    /// <summary>The numbers that were added to, ascending.</summary>
    public ReadOnlySpan<int> SortKeys()
    {
        keys.Sort();
        return CollectionsMarshal.AsSpan(keys);
    }

    public void Clear()
    {
        foreach (var key in keys)
            (sums[key], isUsed[key]) = (0, false);
        keys.Clear();
    }
}
