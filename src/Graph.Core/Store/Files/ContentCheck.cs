using System.Text;

namespace Graph.Core;

/// <summary>
/// Whether the numbers in the segments of a graph are ones that a writer can have written: offsets ascend and end where their values do,
/// ids are those of something. Checksums tell this too, unless they were made anew for what somebody changed.
/// </summary>
internal sealed class ContentCheck
{
    private readonly GraphStore store;
    private readonly int?[] textLengths;

    private ContentCheck(GraphStore store)
    {
        this.store = store;
        textLengths = new int?[store.NodeCount];
    }

    /// <summary>The first that cannot be; null where all can.</summary>
    public static GraphFileProblem? FindProblem(GraphStore store)
    {
        try
        {
            new ContentCheck(store).CheckAll();
            return null;
        }
        catch (MisfitException misfit)
        {
            return misfit.Problem;
        }
    }

    private void CheckAll()
    {
        foreach (var texts in store.Articles.Segments)
            CheckTexts(texts);
        foreach (var range in store.NodeRanges)
        {
            foreach (var column in range.Columns)
                CheckColumn(column);
        }

        foreach (var table in store.EdgeTables)
            CheckTable(table);
        CheckInside(store.FoldedNames.Nodes, store.NodeCount);
        CheckInside(store.NodeEvidence.Nodes, store.NodeCount);
        CheckOffsets(store.NodeEvidence.Offsets, store.NodeEvidence.Rows.Articles?.Count ?? 0);
        CheckEvidence(store.NodeEvidence.Rows, store.NodeEvidence.Rows.Articles?.Count ?? 0);
    }

    private void CheckTable(EdgeTable table)
    {
        foreach (var parts in new[] { table.Outgoing.Parts, table.Incoming.Parts })
        {
            CheckOffsets(parts.Offsets, table.Count);
            Require(parts.Offsets.Span[^1] == table.Count, MappedSegment.NameOf(parts.Offsets));
            CheckInside(parts.Neighbours, store.NodeCount);
            CheckInside(parts.Nodes, store.NodeCount);
            CheckInside(parts.Edges, table.Count);
        }

        foreach (var column in table.Columns)
            CheckColumn(column);
        if (table.Evidence is { } evidence)
            CheckEvidence(evidence, table.Count);
    }

    private static void CheckColumn(PropertyColumn column)
    {
        switch (column)
        {
            case IntegerColumn integers when integers.Count > 0:
                var bounds = integers.Values.FindBounds(integers.Validity);
                Require(bounds.Minimum >= integers.Bounds.Minimum && bounds.Maximum <= integers.Bounds.Maximum, integers.Values.Segment);
                Require(bounds.IsAscending || !integers.Bounds.IsAscending, integers.Values.Segment);
                break;
            case StringColumn strings:
                CheckStrings(strings.Dictionary);
                CheckIds(strings.Ids, strings.Dictionary.Count);
                CheckInside(strings.SortedRowMemory, strings.Count);
                break;
            case DateColumn dates:
                CheckStrings(dates.Dictionary.Texts);
                CheckIds(dates.Ids, dates.Dictionary.Count);
                CheckReadable(() => dates.Dictionary.Starts.Length, dates.Dictionary.Texts);
                break;
            case TemporalColumn temporals:
                CheckStrings(temporals.Texts);
                CheckIds(temporals.Ids, temporals.Texts.Count);
                CheckReadable(() => Enumerable.Range(0, temporals.Count).Count(row => temporals.GetValue(row).IsNull), temporals.Texts);
                break;
            case ListColumn lists:
                CheckOffsets(lists.OffsetMemory, lists.Items.Count);
                CheckColumn(lists.Items);
                break;
            case MixedColumn mixed:
                foreach (var part in mixed.Parts)
                    CheckColumn(part);
                break;
        }
    }

    private void CheckTexts(TextSegment texts)
    {
        CheckInside(texts.Articles, store.NodeCount);
        CheckOffsets(texts.Offsets, texts.Blob.Length);
        CheckSpans(texts.Sentences);
        for (var row = 0; row < texts.Articles.Length; row++)
            textLengths[texts.Articles.Span[row]] = Encoding.UTF8.GetCharCount(texts.GetUtf8(row));
    }

    private void CheckEvidence(EvidenceTable evidence, int count)
    {
        CheckIds(evidence.Articles, store.NodeCount);
        CheckOffsets(evidence.Fragments.Parts.Offsets, evidence.Fragments.Parts.Starts.Count);
        CheckInside(evidence.Fragments.Rows, count);
        CheckSpans(evidence.Fragments.Parts);
        if (evidence.Starts is null || evidence.Lengths is null)
            return;
        CheckIds(evidence.Starts, int.MaxValue);
        CheckIds(evidence.Lengths, int.MaxValue);
        for (var row = 0; row < count; row++)
        {
            if (!evidence.HasEvidence(row))
                continue;
            var (article, span) = evidence[row];
            Require(textLengths[article] is not { } length || (long)span.Start + span.Length <= length, evidence.Starts.Segment);
        }
    }

    private static void CheckSpans(SpanLists spans)
    {
        CheckOffsets(spans.Offsets, spans.Starts.Count);
        CheckIds(spans.Starts, int.MaxValue);
        CheckIds(spans.Lengths, int.MaxValue);
    }

    private static void CheckStrings(StringDictionary strings)
    {
        if (strings.Count >= 0)
            CheckOffsets(strings.OffsetMemory, strings.BlobMemory.Length);
    }

    private static void CheckReadable(Func<int> read, StringDictionary texts)
    {
        try
        {
            read();
        }
        catch (InvalidDataException)
        {
            Require(false, MappedSegment.NameOf(texts.BlobMemory));
        }
    }

    /// <summary>Rows without a value hold the id 0, were there none at all.</summary>
    private static void CheckIds(IntegerVector? ids, int count)
    {
        if (ids is { Count: > 0 } && ids.FindBounds(default) is var bounds)
            Require(bounds.Minimum >= 0 && bounds.Maximum < Math.Max(1L, count), ids.Segment);
    }

    private static void CheckInside(ReadOnlyMemory<int> numbers, int count)
    {
        if (!numbers.IsEmpty && Extremes.Find(numbers.Span) is var (least, greatest))
            Require(least >= 0 && greatest < count, MappedSegment.NameOf(numbers));
    }

    private static void CheckOffsets(ReadOnlyMemory<int> offsets, int end)
    {
        var span = offsets.Span;
        for (var i = 0; i < span.Length; i++)
            Require(span[i] >= (i == 0 ? 0 : span[i - 1]) && span[i] <= end, MappedSegment.NameOf(offsets));
    }

    private static void Require(bool holds, string? segment)
    {
        if (!holds)
            throw new MisfitException(
                new GraphFileProblem(segment ?? GraphFile.ManifestName, "holds numbers that no writer of graphs makes"));
    }

    private sealed class MisfitException(GraphFileProblem problem) : Exception
    {
        public GraphFileProblem Problem => problem;
    }
}
