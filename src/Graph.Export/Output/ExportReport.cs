using System.Globalization;

namespace Graph.Export;

/// <summary>What an export wrote, and what its format could not hold.</summary>
/// <param name="Written"><c>57 nodes, 84 relations</c></param>
/// <param name="Losses">A phrase for each kind of loss; empty where the format holds everything.</param>
public sealed record ExportReport(string Written, ImmutableArray<string> Losses)
{
    internal static ExportReport Create(LossLedger losses, params IEnumerable<(long Count, string One, string Many)> written) => new(
        string.Join(
            ", ",
            written.Select(part => string.Create(
                CultureInfo.InvariantCulture, $"{part.Count:N0} {(part.Count == 1 ? part.One : part.Many)}"))),
        [.. losses.Describe()]);

    /// <summary>Of a graph format.</summary>
    internal static ExportReport Create(LossLedger losses, GraphSelection selection) =>
        Create(losses, (selection.Nodes.Length, "node", "nodes"), (selection.Edges.Length, "relation", "relations"));
}
