namespace Graph.Core;

/// <summary>
/// Whether what a manifest counts and places fits together, told without a look at any segment: each column and index has the rows of its
/// table, ids of labels are those of labels, and neighbours are as many as edges.
/// </summary>
internal static class ManifestCounts
{
    /// <exception cref="FormatException">Something does not fit.</exception>
    public static void Require(GraphStore store)
    {
        // Counts are added up in the order of the tables, so one that is too large shows as an end before its beginning.
        foreach (var range in store.NodeRanges)
            RequireRange(range, store.Labels.Length);
        foreach (var table in store.EdgeTables)
            RequireTable(table, store.NodeCount);
        foreach (var texts in store.Articles.Segments)
            RequireTexts(texts);
        RequireNodeEvidence(store.NodeEvidence);
        Require(store.FoldedNames.Hashes.Length == store.FoldedNames.Nodes.Length, "folded names");
    }

    private static void RequireRange(NodeRange range, int labels)
    {
        Require(range.Count > 0 && range.End > range.Start, "nodes");
        Require(range.Labels.All(label => (uint)label < (uint)labels), "labels");
        Require(range.Labels.SequenceEqual(range.Labels.Order().Distinct()), "labels");
        foreach (var column in range.Columns)
            RequireColumn(column, range.Count);
    }

    private static void RequireTable(EdgeTable table, int nodes)
    {
        Require(table.Count > 0 && table.EndEdge > table.FirstEdge, table.Type);
        var (outgoing, incoming) = (table.Outgoing.Parts, table.Incoming.Parts);
        RequireAdjacency(outgoing, table, nodes);
        RequireAdjacency(incoming, table, nodes);
        Require(outgoing.Edges.IsEmpty && incoming.Edges.Length == table.Count, table.Type);
        foreach (var column in table.Columns)
            RequireColumn(column, table.Count);
        if (table.Evidence is { } evidence)
            RequireEvidence(evidence, table.Count);
    }

    private static void RequireAdjacency(AdjacencyParts parts, EdgeTable table, int nodes)
    {
        var rows = parts.Offsets.Length - 1;
        Require(rows > 0 && parts.Neighbours.Length == table.Count, table.Type);
        Require(parts.Nodes.IsEmpty ? parts.FirstNode >= 0 && parts.FirstNode <= nodes - rows : parts.Nodes.Length == rows, table.Type);
    }

    private static void RequireColumn(PropertyColumn column, int count)
    {
        Require(column.Key is not null && column.Count == count && HasBits(column.Validity, count), column.Key);

        // Lists that are all empty have items without any value, of which nothing is stored.
        if (count == 0)
            return;
        var fits = column switch
        {
            IntegerColumn { Bounds: var bounds } => bounds.Minimum <= bounds.Maximum || !column.Validity.IsComplete,
            BooleanColumn truths => truths.Memory.Length >= BitSet.GetByteCount(count),
            StringColumn strings => (strings.Ids?.Count ?? strings.Dictionary.Count) == count && strings.Dictionary.Count >= 0
                && strings.SortedRowMemory.Length <= count,
            DateColumn dates => dates.Dictionary.Count >= 0,
            TemporalColumn temporals => temporals.Texts.Count >= 0,
            _ => true,
        };
        Require(fits, column.Key);
        if (column is ListColumn lists)
            RequireColumn(lists.Items, lists.Items.Count);
        if (column is not MixedColumn mixed)
            return;
        foreach (var part in mixed.Parts)
            RequireColumn(part, count);
    }

    private static void RequireEvidence(EvidenceTable evidence, int count)
    {
        Require(HasBits(evidence.Validity, count), "evidence");
        foreach (var vector in new[] { evidence.Articles, evidence.Starts, evidence.Lengths })
            Require(vector is null || vector.Count == count, "evidence");
        Require(evidence.Starts is null == evidence.Lengths is null, "evidence");
        var fragments = evidence.Fragments;
        RequireSpans(fragments.Parts, fragments.Rows.Length);
    }

    private static void RequireNodeEvidence(NodeEvidenceTable evidence)
    {
        Require(evidence.Offsets.Length == evidence.Nodes.Length + 1, "evidence");
        if (!evidence.Nodes.IsEmpty)
            RequireEvidence(evidence.Rows, evidence.Rows.Articles?.Count ?? throw Misfit("evidence"));
    }

    private static void RequireTexts(TextSegment texts)
    {
        Require(texts.FirstArticle >= 0 && texts.Offsets.Length == texts.Articles.Length + 1, "texts");
        RequireSpans(texts.Sentences, texts.Articles.Length);
    }

    private static void RequireSpans(SpanLists spans, int rows) =>
        Require(spans.Offsets.Length == rows + 1 && spans.Starts.Count == spans.Lengths.Count, "spans");

    private static bool HasBits(Validity validity, int count) =>
        validity.IsComplete || validity.Memory.Length >= BitSet.GetByteCount(count);

    private static void Require(bool fits, string? what)
    {
        if (!fits)
            throw Misfit(what);
    }

    private static FormatException Misfit(string? what) => new($"The counts of '{what}' do not fit together.");
}
