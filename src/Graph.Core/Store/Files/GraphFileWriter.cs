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
        WriteStrings(json, "labels", store.Labels);
        describe(json);
        WriteObjects(json, "segments", segments.Segments, WriteSegment);
        json.WriteEndObject();
    }

    private Action<Utf8JsonWriter> AddRange(NodeRange range)
    {
        var name = $"nodes-{string.Join('_', range.Labels.Select(label => store.Labels[label]))}";
        var locations = segments.Add(name, ("firstNode", range.Start), [.. range.Columns.Select(column => (column.Key, ArrowArrays.Create(column)))]);
        var indexes = AddObjects("indexes", range.Columns.OfType<StringColumn>().Where(column => column.HasIndex), column => AddIndex(name, column));
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
            locations.Skip();
            json.WriteBuffer("rows", locations.Next());
        };
    }

    private Action<Utf8JsonWriter> AddTable(EdgeTable table)
    {
        var name = $"edges-{table.Type}";
        var outgoing = AddAdjacency("outgoing", $"{name}-outgoing", table.Outgoing.Parts);
        var incoming = AddAdjacency("incoming", $"{name}-incoming", table.Incoming.Parts);

        List<(string, ArrayData)> columns = [.. table.Columns.Select(column => (column.Key, ArrowArrays.Create(column)))];
        if (table.Evidence is { } rows)
            columns.Add((":evidence", CreateEvidence(rows, table.Count)));
        var locations = segments.Add(name, ("firstEdge", table.FirstEdge), columns);
        var evidence = table.Evidence is { } given ? AddEvidence(name, given, locations) : static _ => { };
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
                ArrowArrays.CreateStruct(parts.Neighbours.Length, default, ("source", neighbours), ("edge", ArrowArrays.Create(parts.Edges))));
        List<(string, ArrayData)> columns = [(parts.Edges.IsEmpty ? "targets" : "sources", runs)];
        if (!parts.Nodes.IsEmpty)
            columns.Add(("node", ArrowArrays.Create(parts.Nodes)));
        (string, int)? firstNode = parts.Nodes.IsEmpty ? ("firstNode", parts.FirstNode) : null;
        var locations = segments.Add(name, firstNode, columns);
        return json => WriteAdjacency(json, property, parts, locations);
    }

    private static void WriteAdjacency(Utf8JsonWriter json, string property, AdjacencyParts parts, BufferLocations locations)
    {
        json.WriteStartObject(property);
        json.WriteNumber("firstNode", parts.FirstNode);
        locations.Skip();
        json.WriteBuffer("offsets", locations.Next());
        if (!parts.Edges.IsEmpty)
            locations.Skip();
        locations.Skip();
        json.WriteBuffer("neighbours", locations.Next());
        if (!parts.Edges.IsEmpty)
        {
            locations.Skip();
            json.WriteBuffer("edges", locations.Next());
        }

        if (!parts.Nodes.IsEmpty)
        {
            locations.Skip();
            json.WriteBuffer("nodes", locations.Next());
        }

        json.WriteEndObject();
    }

    /// <summary>Whether there is evidence in each row, and what is known of it beside the source of the edge.</summary>
    private static ArrayData CreateEvidence(EvidenceTable evidence, int count)
    {
        List<(string, ArrayData)> fields = [];
        if (evidence is { Starts: { } starts, Lengths: { } lengths })
            fields.AddRange([("start", ArrowArrays.Create(starts)), ("length", ArrowArrays.Create(lengths))]);
        if (evidence.Articles is { } articles)
            fields.Add(("article", ArrowArrays.Create(articles)));
        return fields.Count > 0 ? ArrowArrays.CreateStruct(count, evidence.Validity, [.. fields]) : ArrowArrays.CreatePresence(count, evidence.Validity);
    }

    /// <param name="locations">Those of the segment that the evidence is a column of, up to that column taken already when it is described.</param>
    private Action<Utf8JsonWriter> AddEvidence(string name, EvidenceTable evidence, BufferLocations locations)
    {
        var fragments = evidence.Fragments.Rows.IsEmpty ? static _ => { } : AddFragments(name, evidence.Fragments);
        return json => WriteEvidence(json, evidence, locations, fragments);
    }

    private static void WriteEvidence(Utf8JsonWriter json, EvidenceTable evidence, BufferLocations locations, Action<Utf8JsonWriter> fragments)
    {
        json.WriteStartObject("evidence");
        json.WriteBuffer("validity", locations.Next());
        if (evidence is { Starts: { } starts, Lengths: { } lengths })
        {
            locations.Skip();
            json.WriteVector("starts", starts, locations.Next());
            locations.Skip();
            json.WriteVector("lengths", lengths, locations.Next());
        }

        if (evidence.Articles is { } articles)
        {
            locations.Skip();
            json.WriteVector("articles", articles, locations.Next());
        }

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
            locations.Skip();
            json.WriteBuffer("rows", locations.Next());
            json.WriteSpans("parts", fragments.Parts, locations);
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
            locations.Skip();
            json.WriteBuffer("articles", locations.Next());
            json.WriteSpans("sentences", texts.Sentences, locations);
            locations.Skip();
            json.WriteBuffer("offsets", locations.Next());
            json.WriteBuffer("blob", locations.Next());
        };
    }

    private Action<Utf8JsonWriter> AddNodeEvidence()
    {
        const string Name = "evidence";
        var evidence = store.NodeEvidence;
        if (evidence.Nodes.IsEmpty)
            return static _ => { };
        var locations = segments.Add(
            Name, null, ("node", ArrowArrays.Create(evidence.Nodes)), ("evidence", ArrowArrays.CreateList(evidence.Offsets, CreateEvidence(evidence.Rows, evidence.Offsets.Span[^1]))));
        var rows = AddEvidence(Name, evidence.Rows, locations);
        return json =>
        {
            json.WriteStartObject("nodeEvidence");
            locations.Skip();
            json.WriteBuffer("nodes", locations.Next());
            locations.Skip();
            json.WriteBuffer("offsets", locations.Next());
            rows(json);
            json.WriteEndObject();
        };
    }

    private Action<Utf8JsonWriter> AddFoldedNames()
    {
        var names = store.FoldedNames;
        if (names.Nodes.IsEmpty)
            return static _ => { };
        var locations = segments.Add("folded-names", null, ("hash", ArrowArrays.Create(names.Hashes)), ("node", ArrowArrays.Create(names.Nodes)));
        return json =>
        {
            json.WriteStartObject("foldedNames");
            locations.Skip();
            json.WriteBuffer("hashes", locations.Next());
            locations.Skip();
            json.WriteBuffer("nodes", locations.Next());
            json.WriteEndObject();
        };
    }

    private static void WriteColumns(Utf8JsonWriter json, ImmutableArray<PropertyColumn> columns, BufferLocations locations)
    {
        json.WriteStartArray("columns");
        foreach (var column in columns)
            ManifestColumns.Write(json, column, locations);
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

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
