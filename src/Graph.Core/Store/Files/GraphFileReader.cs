using System.Text.Json;

namespace Graph.Core;

/// <summary>Makes a store of a manifest; its columns map their segments when they are first read.</summary>
internal sealed class GraphFileReader
{
    private readonly Manifest manifest;
    private readonly ImmutableArray<SegmentFile> segments;
    private readonly ManifestBuffers buffers;

    private GraphFileReader(Manifest manifest)
    {
        this.manifest = manifest;
        segments = [.. manifest.Segments.Select(segment => new SegmentFile(manifest.Folder, segment))];
        buffers = new ManifestBuffers(segments);
    }

    public static GraphStore Open(string path)
    {
        using var manifest = Manifest.Read(path);
        foreach (var segment in manifest.Segments)
        {
            if (segment.FindLengthProblem(path) is { } problem)
                throw new GraphFileException(Path.Combine(path, segment.Name), problem);
        }

        try
        {
            var store = new GraphFileReader(manifest).Read();
            ManifestCounts.Require(store);
            return store;
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException
            or ArgumentException or IndexOutOfRangeException)
        {
            throw new GraphFileException(path, "the manifest does not describe a graph of this version; build the graph again", exception);
        }
    }

    private GraphStore Read()
    {
        var root = manifest.Root;
        return new GraphStore(
            root.TryGetProperty("type", out var type) ? ManifestGraphType.Read(type) : null,
            [.. root.GetProperty("labels").EnumerateArray().Select(label => label.GetString()!)],
            ReadRanges(root.GetProperty("nodes")),
            ReadTables(root.GetProperty("edges")),
            new ArticleTexts([.. root.GetProperty("texts").EnumerateArray().Select(ReadTexts)]),
            root.TryGetProperty("nodeEvidence", out var evidence) ? ReadNodeEvidence(evidence) : NodeEvidenceTable.Empty,
            root.TryGetProperty("foldedNames", out var names)
                ? new FoldedNameIndex(buffers.Read<int>(names, "hashes"), buffers.Read<int>(names, "nodes"))
                : new FoldedNameIndex(default, default)).Over(segments);
    }

    private ImmutableArray<NodeRange> ReadRanges(JsonElement elements)
    {
        var ranges = ImmutableArray.CreateBuilder<NodeRange>();
        foreach (var element in elements.EnumerateArray())
        {
            var indexes = element.GetProperty("indexes").EnumerateArray()
                .ToDictionary(
                    index => index.GetProperty("key").GetString()!, index => buffers.Read<int>(index, "rows"), StringComparer.Ordinal);
            ranges.Add(new NodeRange(
                ranges.Count == 0 ? 0 : ranges[^1].End,
                element.GetProperty("count").GetInt32(),
                [.. element.GetProperty("labels").EnumerateArray().Select(label => label.GetInt32())],
                ReadColumns(element, indexes)));
        }

        return ranges.ToImmutable();
    }

    private ImmutableArray<EdgeTable> ReadTables(JsonElement elements)
    {
        var tables = ImmutableArray.CreateBuilder<EdgeTable>();
        foreach (var element in elements.EnumerateArray())
        {
            var firstEdge = tables.Count == 0 ? 0 : tables[^1].EndEdge;
            var outgoing = ReadAdjacency(element.GetProperty("outgoing"), firstEdge);
            tables.Add(new EdgeTable(
                element.GetProperty("type").GetString()!,
                firstEdge,
                element.GetProperty("count").GetInt32(),
                outgoing,
                ReadAdjacency(element.GetProperty("incoming"), firstEdge),
                ReadColumns(element, []),
                element.TryGetProperty("evidence", out var evidence) ? ReadEvidence(evidence, outgoing) : null));
        }

        return tables.ToImmutable();
    }

    private ImmutableArray<PropertyColumn> ReadColumns(JsonElement parent, Dictionary<string, ReadOnlyMemory<int>> indexes) =>
        [.. parent.GetProperty("columns").EnumerateArray().Select(column => ManifestColumns.Read(column, buffers, indexes))];

    private Adjacency ReadAdjacency(JsonElement element, int firstEdge) => new(
        ReadOptional(element, "nodes"),
        element.GetProperty("firstNode").GetInt32(),
        buffers.Read<int>(element, "offsets"),
        buffers.Read<int>(element, "neighbours"),
        ReadOptional(element, "edges"),
        firstEdge);

    private ReadOnlyMemory<int> ReadOptional(JsonElement element, string name) =>
        element.TryGetProperty(name, out _) ? buffers.Read<int>(element, name) : default;

    private IntegerVector? ReadOptionalVector(JsonElement element, string name) =>
        element.TryGetProperty(name, out _) ? buffers.ReadVector(element, name) : null;

    private EvidenceTable ReadEvidence(JsonElement element, Adjacency? outgoing)
    {
        var articles = ReadOptionalVector(element, "articles");
        return new EvidenceTable(
            articles,
            articles is null ? outgoing : null,
            ReadOptionalVector(element, "starts"),
            ReadOptionalVector(element, "lengths"),
            new Validity(buffers.Read<byte>(element, "validity")),
            element.TryGetProperty("fragments", out var fragments)
                ? new FragmentTable(buffers.Read<int>(fragments, "rows"), buffers.ReadSpans(fragments, "parts"))
                : FragmentTable.Empty);
    }

    private TextSegment ReadTexts(JsonElement element) => new(
        element.GetProperty("firstArticle").GetInt32(),
        buffers.Read<int>(element, "articles"),
        buffers.Read<int>(element, "offsets"),
        buffers.Read<byte>(element, "blob"),
        buffers.ReadSpans(element, "sentences"));

    private NodeEvidenceTable ReadNodeEvidence(JsonElement element) => new(
        buffers.Read<int>(element, "nodes"), buffers.Read<int>(element, "offsets"), ReadEvidence(element.GetProperty("evidence"), null));
}
