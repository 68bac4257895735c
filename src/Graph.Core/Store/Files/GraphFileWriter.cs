using System.Buffers;
using System.Text.Json;
using Apache.Arrow;

namespace Graph.Core;

/// <summary>Writes the segments of a store one after the other, and beside them the manifest that describes them.</summary>
internal sealed class GraphFileWriter(GraphStore store, GraphFolder folder)
{
    private readonly SegmentWriter segments = new(folder);
    private readonly ArrayBufferWriter<byte> manifest = new();

    public void Write()
    {
        using (var json = new Utf8JsonWriter(manifest))
            WriteManifest(json);
        folder.Replace(GraphFile.ManifestName, Manifest.Seal(manifest.WrittenSpan));
        folder.DeleteAllBut(segments.Segments.Select(segment => segment.Name).ToHashSet(StringComparer.Ordinal));
    }

    private void WriteManifest(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("format", GraphFile.FormatName);
        json.WriteNumber("version", GraphFile.FormatVersion);
        if (store.Type is { } type)
            ManifestGraphType.Write(json, type);
        WriteStrings(json, "labels", store.Labels);
        WriteObjects(json, "nodes", store.NodeRanges, WriteRange);
        WriteObjects(json, "edges", store.EdgeTables, WriteTable);
        WriteObjects(json, "texts", store.Articles.Segments, WriteTexts);
        WriteNodeEvidence(json);
        WriteFoldedNames(json);
        WriteObjects(json, "segments", segments.Segments, WriteSegment);
        json.WriteEndObject();
    }

    private void WriteRange(Utf8JsonWriter json, NodeRange range)
    {
        var name = $"nodes-{string.Join('_', range.Labels.Select(label => store.Labels[label]))}";
        json.WriteNumber("count", range.Count);
        json.WriteStartArray("labels");
        foreach (var label in range.Labels)
            json.WriteNumberValue(label);
        json.WriteEndArray();
        var locations = segments.Write(name, ("firstNode", range.Start), [.. range.Columns.Select(column => (column.Key, ArrowArrays.Create(column)))]);
        WriteColumns(json, range.Columns, locations);
        WriteObjects(json, "indexes", range.Columns.OfType<StringColumn>().Where(column => column.HasIndex), (_, column) => WriteIndex(json, name, column));
    }

    private void WriteIndex(Utf8JsonWriter json, string rangeName, StringColumn column)
    {
        var locations = segments.Write($"index-{rangeName}-{column.Key}", null, ("row", ArrowArrays.Create(column.SortedRowMemory)));
        json.WriteString("key", column.Key);
        locations.Skip();
        json.WriteBuffer("rows", locations.Next());
    }

    private void WriteTable(Utf8JsonWriter json, EdgeTable table)
    {
        var name = $"edges-{table.Type}";
        json.WriteString("type", table.Type);
        json.WriteNumber("count", table.Count);
        WriteAdjacency(json, "outgoing", $"{name}-outgoing", table.Outgoing.Parts);
        WriteAdjacency(json, "incoming", $"{name}-incoming", table.Incoming.Parts);

        List<(string, ArrayData)> columns = [.. table.Columns.Select(column => (column.Key, ArrowArrays.Create(column)))];
        if (table.Evidence is { } rows)
            columns.Add((":evidence", CreateEvidence(rows, table.Count)));
        var locations = segments.Write(name, ("firstEdge", table.FirstEdge), columns);
        WriteColumns(json, table.Columns, locations);
        if (table.Evidence is { } evidence)
            WriteEvidence(json, name, evidence, locations);
    }

    private void WriteAdjacency(Utf8JsonWriter json, string property, string name, AdjacencyParts parts)
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
        WriteAdjacency(json, property, parts, segments.Write(name, firstNode, columns));
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

    private void WriteEvidence(Utf8JsonWriter json, string name, EvidenceTable evidence, BufferLocations locations)
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

        if (!evidence.Fragments.Rows.IsEmpty)
            WriteFragments(json, name, evidence.Fragments);
        json.WriteEndObject();
    }

    private void WriteFragments(Utf8JsonWriter json, string name, FragmentTable fragments)
    {
        var locations = segments.Write(
            $"fragments-{name}", null, ("row", ArrowArrays.Create(fragments.Rows)), ("parts", ArrowArrays.CreateSpans(fragments.Parts)));
        json.WriteStartObject("fragments");
        locations.Skip();
        json.WriteBuffer("rows", locations.Next());
        json.WriteSpans("parts", fragments.Parts, locations);
        json.WriteEndObject();
    }

    private void WriteTexts(Utf8JsonWriter json, TextSegment texts)
    {
        var locations = segments.Write(
            $"texts-{texts.FirstArticle}",
            null,
            ("article", ArrowArrays.Create(texts.Articles)),
            ("sentences", ArrowArrays.CreateSpans(texts.Sentences)),
            ("text", ArrowArrays.CreateStrings(texts.Offsets, texts.Blob)));
        json.WriteNumber("firstArticle", texts.FirstArticle);
        locations.Skip();
        json.WriteBuffer("articles", locations.Next());
        json.WriteSpans("sentences", texts.Sentences, locations);
        locations.Skip();
        json.WriteBuffer("offsets", locations.Next());
        json.WriteBuffer("blob", locations.Next());
    }

    private void WriteNodeEvidence(Utf8JsonWriter json)
    {
        const string Name = "evidence";
        var evidence = store.NodeEvidence;
        if (evidence.Nodes.IsEmpty)
            return;
        var locations = segments.Write(
            Name, null, ("node", ArrowArrays.Create(evidence.Nodes)), ("evidence", ArrowArrays.CreateList(evidence.Offsets, CreateEvidence(evidence.Rows, evidence.Offsets.Span[^1]))));
        json.WriteStartObject("nodeEvidence");
        locations.Skip();
        json.WriteBuffer("nodes", locations.Next());
        locations.Skip();
        json.WriteBuffer("offsets", locations.Next());
        WriteEvidence(json, Name, evidence.Rows, locations);
        json.WriteEndObject();
    }

    private void WriteFoldedNames(Utf8JsonWriter json)
    {
        var names = store.FoldedNames;
        if (names.Nodes.IsEmpty)
            return;
        var locations = segments.Write("folded-names", null, ("hash", ArrowArrays.Create(names.Hashes)), ("node", ArrowArrays.Create(names.Nodes)));
        json.WriteStartObject("foldedNames");
        locations.Skip();
        json.WriteBuffer("hashes", locations.Next());
        locations.Skip();
        json.WriteBuffer("nodes", locations.Next());
        json.WriteEndObject();
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
