namespace Graph.Export;

/// <summary>A way to write a graph into one file.</summary>
/// <param name="Name">The word that names it on a command line.</param>
/// <param name="Endings">Of files in the format; the first is the usual one.</param>
/// <param name="Description">What opens it.</param>
/// <param name="Write">From a selection to bytes and nothing else: the same selection gives the same bytes.</param>
public sealed record GraphFormat(
    string Name, ImmutableArray<string> Endings, string Description, Func<GraphSelection, Stream, ExportReport> Write);
