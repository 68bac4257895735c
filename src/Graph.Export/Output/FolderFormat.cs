namespace Graph.Export;

/// <summary>A way to write a graph into a folder of files.</summary>
/// <param name="Name">The word that names it on a command line.</param>
/// <param name="Description">What opens it.</param>
/// <param name="Write">From a selection to files and nothing else: the same selection gives the same bytes.</param>
public sealed record FolderFormat(
    string Name, string Description, Func<GraphSelection, ExportFolder, CancellationToken, ExportReport> Write);
