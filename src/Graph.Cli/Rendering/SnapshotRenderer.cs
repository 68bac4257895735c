using Graph.Query;
using Graph.Snapshots;

namespace Graph.Cli.Rendering;

/// <summary>Rows as snapshots keep them: stable from build to build, and small where little changes.</summary>
internal sealed class SnapshotRenderer(GraphStore store, RenderOptions options) : ResultRenderer
{
    public override RenderedRows Render(QueryResult result, TextWriter output, CancellationToken cancellation = default)
    {
        var rows = ResultText.Write(result, store, options.IsOrdered, output, cancellation);
        return new RenderedRows(rows, rows);
    }
}
