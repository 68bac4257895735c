namespace Graph.Export;

/// <summary>What a picture shows of a selection.</summary>
public enum PictureKind
{
    Graph,
    Timeline,
    Counts,
}

/// <param name="Arrangement">Of the nodes of a graph.</param>
/// <param name="Grouping">Of the facts of a timeline.</param>
public sealed record PictureOptions(
    PictureKind Kind = PictureKind.Graph, Arrangement Arrangement = Arrangement.Auto, FactGrouping Grouping = FactGrouping.Type);

/// <summary>The pictures of a graph.</summary>
public static class Pictures
{
    /// <summary>More nodes than this make a picture that shows nothing.</summary>
    public const int MostNodes = 2000;

    public const string SvgEnding = ".svg";
    public const string PageEnding = ".html";

    public static readonly ImmutableArray<string> Endings = [SvgEnding, PageEnding];

    /// <summary>Why a selection cannot be drawn, and how it gets smaller; null where it can.</summary>
    public static string? FindObstacle(GraphSelection selection, PictureOptions options)
    {
        if (options.Kind == PictureKind.Counts
            || (options.Kind == PictureKind.Graph ? selection.Nodes.Length : selection.Edges.Length) <= MostNodes)
            return null;

        var store = selection.Store;
        var labels = new NodeLabels(store);
        var largest = selection.Nodes.ToArray().GroupBy(node => string.Join(':', labels.GetSpecific(node)))
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(3)
            .Select(group => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{group.Count():N0} :{group.Key}"));
        var count = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{selection.Nodes.Length:N0} nodes ({string.Join(", ", largest)}) and {selection.Edges.Length:N0} relations");
        return $"{count} are more than a picture can show; 2,000 are the most. Name labels or relations in the query, add WHERE or LIMIT, "
            + $"or lower '--around'; 'graph export' writes all of them for Gephi.";
    }

    /// <summary>Writes a picture in the format that the ending of a file name says, SVG for any other.</summary>
    public static ExportReport Write(string path, GraphSelection selection, PictureOptions options, Stream output) =>
        path.EndsWith(PageEnding, StringComparison.OrdinalIgnoreCase)
            ? PageWriter.Write(selection, options.Arrangement, output)
            : WriteSvg(selection, options, output);

    /// <summary>Writes a picture as SVG: the same selection gives the same bytes.</summary>
    public static ExportReport WriteSvg(GraphSelection selection, PictureOptions options, Stream output) => options.Kind switch
    {
        PictureKind.Timeline => SvgTimeline.Write(selection, options.Grouping, output),
        PictureKind.Counts => SvgCounts.Write(selection, output),
        _ => SvgPicture.Write(selection, options.Arrangement, output),
    };
}
