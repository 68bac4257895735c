namespace Graph.Oracle.Laws;

/// <summary>Two ways to ask the same.</summary>
/// <param name="Left">Queries whose rows together are one side.</param>
/// <param name="Right">Queries whose rows together are the other side.</param>
/// <param name="IsOrdered">The rows come in the same order too, not only the same bag.</param>
internal sealed record Law(string Name, ImmutableArray<string> Left, ImmutableArray<string> Right, bool IsOrdered = false)
{
    public override string ToString() => $"{Name}\n  {string.Join("\n  ", Left)}\nmeans the same as\n  {string.Join("\n  ", Right)}";
}
