using System.Buffers;
using System.Text.Json;
using Apache.Arrow;

namespace Graph.Core;

/// <summary>
/// Writes the segments of a store, and beside them the manifest that describes them. Where things lie in a segment is known when it is
/// written, and segments are written together; so each part of the store first adds its segments and gives back how it is described.
/// </summary>
internal sealed class GraphFileWriter(GraphStore store, GraphFolder folder)
{
    private const string EvidenceColumn = ":evidence";

    private readonly SegmentWriter segments = new(folder);
    private readonly ArrayBufferWriter<byte> manifest = new();

    public void Write()
    {
        var describe = AddAll();
        segments.WriteAll();
        using (var json = new Utf8JsonWriter(manifest))
            WriteManifest(json, describe);
        folder.Replace(GraphFile.ManifestName, Manifest.Seal(manifest.WrittenSpan));
        folder.DeleteAllBut(segments.Segments.Select(segment => segment.Name).ToHashSet(StringComparer.Ordinal));
    }

    private Action<Utf8JsonWriter> AddAll()
    {
        Action<Utf8JsonWriter>[] parts =
        [
            AddObjects("nodes", store.NodeRanges, AddRange),
            AddObjects("edges", store.EdgeTables, AddTable),
            AddObjects("texts", store.Articles.Segments, AddTexts),
            AddNodeEvidence(),
            AddFoldedNames(),
        ];
        return json =>
        {
            foreach (var describe in parts)
                describe(json);
        };
    }

    private void WriteManifest(Utf8JsonWriter json, Action<Utf8JsonWriter> describe)
    {
        json.WriteStartObject();
        json.WriteString("format", GraphFile.FormatName);
        json.WriteNumber("version", GraphFile.FormatVersion);
        if (store.Type is { } type)
            ManifestGraphType.Write(json, type);
        json.WriteStrings("labels", store.Labels);
        describe(json);
        WriteObjects(json, "segments", segments.Segments, WriteSegment);
        json.WriteEndObject();
    }

    private Action<Utf8JsonWriter> AddRange(NodeRange range)
    {
        var name = $"nodes-{string.Join('_', range.Labels.Select(label => store.Labels[label]))}";
        var locations = segments.Add(
            name, ("firstNode", range.Start), [.. range.Columns.Select(column => (column.Key, ArrowArrays.Create(column)))]);
        var indexes = AddObjects(
            "indexes", range.Columns.OfType<StringColumn>().Where(column => column.HasIndex), column => AddIndex(name, column));
        return json =>
        {
            json.WriteNumber("count", range.Count);
            json.WriteStartArray("labels");
            foreach (var label in range.Labels)
                json.WriteNumberValue(label);
            json.WriteEndArray();
            WriteColumns(json, range.Columns, locations);
            indexes(json);
        };
    }

    private Action<Utf8JsonWriter> AddIndex(string rangeName, StringColumn column)
    {
        var locations = segments.Add($"index-{rangeName}-{column.Key}", null, ("row", ArrowArrays.Create(column.SortedRowMemory)));
        return json =>
        {
            json.WriteString("key", column.Key);
            json.WriteBuffer("rows", locations["row"].Values);
        };
    }

    private Action<Utf8JsonWriter> AddTable(EdgeTable table)
    {
        var name = $"edges-{table.Type}";
        var outgoing = AddAdjacency("outgoing", $"{name}-outgoing", table.Outgoing.Parts);
        var incoming = AddAdjacency("incoming", $"{name}-incoming", table.Incoming.Parts);

        List<(string, ArrayData)> columns = [.. table.Columns.Select(column => (column.Key, ArrowArrays.Create(column)))];
        if (table.Evidence is { } rows)
            columns.Add((EvidenceColumn, CreateEvidence(rows, table.Count)));
        var locations = segments.Add(name, ("firstEdge", table.FirstEdge), columns);
        var evidence = table.Evidence is { } given ? AddEvidence(name, given, () => locations[EvidenceColumn]) : static _ => { };
        return json =>
        {
            json.WriteString("type", table.Type);
            json.WriteNumber("count", table.Count);
            outgoing(json);
            incoming(json);
            WriteColumns(json, table.Columns, locations);
            evidence(json);
        };
    }

    private Action<Utf8JsonWriter> AddAdjacency(string property, string name, AdjacencyParts parts)
    {
        // A row for each node: the other ends of its edges, and beside each source the place of the edge in the outgoing order.
        var neighbours = ArrowArrays.Create(parts.Neighbours);
        var runs = parts.Edges.IsEmpty
            ? ArrowArrays.CreateList(parts.Offsets, neighbours)
            : ArrowArrays.CreateList(
                parts.Offsets,
                ArrowArrays.CreateStruct(
                    parts.Neighbours.Length, default, ("source", neighbours), ("edge", ArrowArrays.Create(parts.Edges))));
        List<(string, ArrayData)> columns = [(NameRuns(parts), runs)];
        if (!parts.Nodes.IsEmpty)
            columns.Add(("node", ArrowArrays.Create(parts.Nodes)));
        (string, int)? firstNode = parts.Nodes.IsEmpty ? ("firstNode", parts.FirstNode) : null;
        var locations = segments.Add(name, firstNode, columns);
        return json => WriteAdjacency(json, property, parts, locations);
    }

    private static void WriteAdjacency(Utf8JsonWriter json, string property, AdjacencyParts parts, ColumnLocations locations)
    {
        var runs = locations[NameRuns(parts)];
        json.WriteStartObject(property);
        json.WriteNumber("firstNode", parts.FirstNode);
        json.WriteBuffer("offsets", runs.Offsets);
        json.WriteBuffer("neighbours", parts.Edges.IsEmpty ? runs.Items.Values : runs.Items["source"].Values);
        if (!parts.Edges.IsEmpty)
            json.WriteBuffer("edges", runs.Items["edge"].Values);
        if (!parts.Nodes.IsEmpty)
            json.WriteBuffer("nodes", locations["node"].Values);
        json.WriteEndObject();
    }

    private static string NameRuns(AdjacencyParts parts) => parts.Edges.IsEmpty ? "targets" : "sources";

    /// <summary>Whether there is evidence in each row, and what is known of it beside the source of the edge.</summary>
    private static ArrayData CreateEvidence(EvidenceTable evidence, int count)
    {
        List<(string, ArrayData)> fields = [];
        if (evidence is { Starts: { } starts, Lengths: { } lengths })
            fields.AddRange([("start", ArrowArrays.Create(starts)), ("length", ArrowArrays.Create(lengths))]);
        if (evidence.Articles is { } articles)
            fields.Add(("article", ArrowArrays.Create(articles)));
        return fields.Count > 0
            ? ArrowArrays.CreateStruct(count, evidence.Validity, [.. fields])
            : ArrowArrays.CreatePresence(count, evidence.Validity);
    }

    /// <param name="locate">Where the column of <see cref="CreateEvidence"/> lies; asked when all is written.</param>
    private Action<Utf8JsonWriter> AddEvidence(string name, EvidenceTable evidence, Func<ArrayLocations> locate)
    {
        var fragments = evidence.Fragments.Rows.IsEmpty ? static _ => { } : AddFragments(name, evidence.Fragments);
        return json => WriteEvidence(json, evidence, locate(), fragments);
    }

    private static void WriteEvidence(
        Utf8JsonWriter json, EvidenceTable evidence, ArrayLocations locations, Action<Utf8JsonWriter> fragments)
    {
        json.WriteStartObject("evidence");
        json.WriteBuffer("validity", locations.Validity);
        if (evidence is { Starts: { } starts, Lengths: { } lengths })
        {
            json.WriteVector("starts", starts, locations["start"].Values);
            json.WriteVector("lengths", lengths, locations["length"].Values);
        }

        if (evidence.Articles is { } articles)
            json.WriteVector("articles", articles, locations["article"].Values);
        fragments(json);
        json.WriteEndObject();
    }

    private Action<Utf8JsonWriter> AddFragments(string name, FragmentTable fragments)
    {
        var locations = segments.Add(
            $"fragments-{name}", null, ("row", ArrowArrays.Create(fragments.Rows)), ("parts", ArrowArrays.CreateSpans(fragments.Parts)));
        return json =>
        {
            json.WriteStartObject("fragments");
            json.WriteBuffer("rows", locations["row"].Values);
            json.WriteSpans("parts", fragments.Parts, locations["parts"]);
            json.WriteEndObject();
        };
    }

    private Action<Utf8JsonWriter> AddTexts(TextSegment texts)
    {
        var locations = segments.Add(
            $"texts-{texts.FirstArticle}",
            null,
            ("article", ArrowArrays.Create(texts.Articles)),
            ("sentences", ArrowArrays.CreateSpans(texts.Sentences)),
            ("text", ArrowArrays.CreateStrings(texts.Offsets, texts.Blob)));
        return json =>
        {
            json.WriteNumber("firstArticle", texts.FirstArticle);
            json.WriteBuffer("articles", locations["article"].Values);
            json.WriteSpans("sentences", texts.Sentences, locations["sentences"]);
            json.WriteBuffer("offsets", locations["text"].Offsets);
            json.WriteBuffer("blob", locations["text"].Values);
        };
    }

    private Action<Utf8JsonWriter> AddNodeEvidence()
    {
        const string Name = "evidence";
        var evidence = store.NodeEvidence;
        if (evidence.Nodes.IsEmpty)
            return static _ => { };
        var lists = ArrowArrays.CreateList(evidence.Offsets, CreateEvidence(evidence.Rows, evidence.Offsets.Span[^1]));
        var locations = segments.Add(Name, null, ("node", ArrowArrays.Create(evidence.Nodes)), ("evidence", lists));
        var rows = AddEvidence(Name, evidence.Rows, () => locations["evidence"].Items);
        return json =>
        {
            json.WriteStartObject("nodeEvidence");
            json.WriteBuffer("nodes", locations["node"].Values);
            json.WriteBuffer("offsets", locations["evidence"].Offsets);
            rows(json);
            json.WriteEndObject();
        };
    }

    private Action<Utf8JsonWriter> AddFoldedNames()
    {
        var names = store.FoldedNames;
        if (names.Nodes.IsEmpty)
            return static _ => { };
        var locations = segments.Add(
            "folded-names", null, ("hash", ArrowArrays.Create(names.Hashes)), ("node", ArrowArrays.Create(names.Nodes)));
        return json =>
        {
            json.WriteStartObject("foldedNames");
            json.WriteBuffer("hashes", locations["hash"].Values);
            json.WriteBuffer("nodes", locations["node"].Values);
            json.WriteEndObject();
        };
    }

    private static void WriteColumns(Utf8JsonWriter json, ImmutableArray<PropertyColumn> columns, ColumnLocations locations)
    {
        json.WriteStartArray("columns");
        foreach (var (column, place) in columns.Zip(locations.InOrder))
            ManifestColumns.Write(json, column, place);
        json.WriteEndArray();
    }

    private static void WriteSegment(Utf8JsonWriter json, SegmentInfo segment)
    {
        json.WriteString("name", segment.Name);
        json.WriteNumber("length", segment.Length);
        json.WriteString("checksum", segment.Checksum);
    }

    /// <summary>Adds the segments of several parts, which are described in an array.</summary>
    private static Action<Utf8JsonWriter> AddObjects<T>(string name, IEnumerable<T> items, Func<T, Action<Utf8JsonWriter>> add)
    {
        var parts = items.Select(add).ToList();
        return json => WriteObjects(json, name, parts, static (json, describe) => describe(json));
    }

    private static void WriteObjects<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
