
namespace Graph.Core;

/// <summary>The evidence of the rows of an edge table, as columns.</summary>
public sealed class EvidenceTable
{
    public Evidence this[int row] => throw new NotImplementedException();

    /// <summary>The parts of a discontinuous span; one part, the whole span, for every other.</summary>
    public ImmutableArray<TextSpan> GetFragments(int row) => throw new NotImplementedException();
}
