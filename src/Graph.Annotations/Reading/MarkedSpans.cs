using System.Text;

namespace Graph.Annotations;

/// <summary>What of a marked text offsets count.</summary>
internal enum MarkupCounting
{
    /// <summary>Tags are no characters, references such as <c>&amp;amp;</c> are as many as they are written with.</summary>
    WithoutTags,

    /// <summary>Every character of the file.</summary>
    WithTags,

    /// <summary>Only the text, with references as the characters they stand for.</summary>
    Decoded,
}

/// <summary>
/// The text of an article out of a marked one, with the offsets of a file of annotations beside it. Elements that say only what the
/// document is are left out, unless something in them is annotated; what is annotated inside a tag, as authors of posts are, becomes a
/// line.
/// </summary>
internal sealed class MarkedSpans
{
    private static readonly MarkupCounting[] Countings = [MarkupCounting.WithoutTags, MarkupCounting.WithTags, MarkupCounting.Decoded];

    private readonly MarkedText marked;
    private readonly TextOffsets offsets;

    // Where each character of what is counted stands in the source; null where all of it is counted.
    private readonly int[]? places;
    private readonly int[] textOffsets;
    private readonly StringBuilder text = new();
    private readonly List<int> breaks = [];

    private MarkedSpans(
        MarkedText marked, MarkupCounting counting, int[]? places, TextOffsets offsets, IReadOnlyCollection<RecordedSpan> spans,
        HashSet<string> header)
    {
        (this.marked, Counting, this.places, this.offsets) = (marked, counting, places, offsets);
        var annotated = spans.Select(span => FindSource(span.Start, span.End)).OfType<TextSpan>().ToList();
        textOffsets = new int[marked.Source.Length + 1];
        Compose(annotated, FindLeftOut(header, annotated), isInline: null);
    }

    private MarkedSpans(MarkedText marked, Func<MarkedElement, bool> isMark, IEnumerable<TextSpan> leftOut, HashSet<string> header)
    {
        (this.marked, Counting) = (marked, MarkupCounting.WithTags);
        offsets = new TextOffsets(marked.Source, new OffsetCounting(OffsetUnit.Utf16));
        textOffsets = new int[marked.Source.Length + 1];
        var marks = marked.Elements.Where(isMark).ToList();
        var edges = marks.SelectMany(mark => new[] { mark.Tag.Start, mark.End }).ToHashSet();
        var annotated = marks.ConvertAll(mark => TextSpan.FromBounds(mark.Start, mark.End));
        Compose(
            [],
            [.. FindLeftOut(header, annotated).Concat(leftOut).OrderBy(span => span.Start)],
            tag => edges.Contains(tag.Start));
    }

    public string Text => text.ToString();

    public MarkupCounting Counting { get; }

    public int Length => offsets.Length;

    /// <summary>Where elements begin or end in the text: no sentence goes over these.</summary>
    public IReadOnlyList<int> Breaks => breaks;

    /// <param name="usual">What the format counts, unless something else fits more of the words.</param>
    /// <param name="header">Names of elements that are left out where nothing in them is annotated.</param>
    public static MarkedSpans Choose(
        MarkedText marked, MarkupCounting usual, IReadOnlyCollection<RecordedSpan> spans, params ReadOnlySpan<string> header)
    {
        var (best, places, offsets, fits) = Count(marked, usual, spans);
        foreach (var other in marked.HasTags ? Countings : [])
        {
            if (fits == spans.Count)
                break;
            if (other != usual && Count(marked, other, spans) is var found && found.Fits > fits)
                (best, places, offsets, fits) = found;
        }

        return new MarkedSpans(marked, best, places, offsets, spans, [.. header]);
    }

    /// <summary>The text of what is marked by elements themselves, whose places in the source are the offsets.</summary>
    /// <param name="isMark">Which elements mark words in a sentence; others part the text.</param>
    public static MarkedSpans FromMarks(MarkedText marked, Func<MarkedElement, bool> isMark, params ReadOnlySpan<string> header) =>
        new(marked, isMark, [], [.. header]);

    /// <param name="leftOut">Parts of the source that are no text, tags in them included.</param>
    public static MarkedSpans FromMarks(
        MarkedText marked, Func<MarkedElement, bool> isMark, IEnumerable<TextSpan> leftOut, params ReadOnlySpan<string> header) =>
        new(marked, isMark, leftOut, [.. header]);

    /// <summary>False where the span is empty, reversed or outside the text.</summary>
    public bool TryGetSpan(long start, long end, out TextSpan span)
    {
        span = FindSource(start, end) is { } place
            ? TextSpan.FromBounds(textOffsets[place.Start], Math.Max(textOffsets[place.Start], textOffsets[place.End]))
            : default;
        return span.Length > 0;
    }

    private static (MarkupCounting Counting, int[]? Places, TextOffsets Offsets, int Fits) Count(
        MarkedText marked, MarkupCounting counting, IReadOnlyCollection<RecordedSpan> spans)
    {
        var (view, places) = counting == MarkupCounting.WithTags || !marked.HasTags
            ? (marked.Source, null)
            : Strip(marked, decode: counting == MarkupCounting.Decoded);
        var offsets = TextOffsets.Choose(view, spans);
        return (counting, places, offsets, offsets.CountFits(view, spans));
    }

    /// <summary>What is left without tags, and where each character of it stands; the end is one more.</summary>
    private static (string View, int[] Places) Strip(MarkedText marked, bool decode)
    {
        var view = new StringBuilder();
        var places = new List<int>();
        var tag = 0;
        for (var i = 0; i < marked.Source.Length;)
        {
            if (tag < marked.Tags.Count && marked.Tags[tag].Start == i)
            {
                i = marked.Tags[tag++].End;
                continue;
            }

            var character = "";
            var length = decode ? marked.ReadReference(i, out character) : 0;
            view.Append(length > 0 ? character : marked.Source.AsSpan(i, 1));
            for (var unit = length > 0 ? character.Length : 1; unit > 0; unit--)
                places.Add(i);
            i += Math.Max(1, length);
        }

        places.Add(marked.Source.Length);
        return (view.ToString(), [.. places]);
    }

    private TextSpan? FindSource(long start, long end)
    {
        if (!offsets.TryGetSpan(start, end, out var counted))
            return null;
        if (places is null)
            return counted;
        var last = places[counted.End - 1];
        return TextSpan.FromBounds(places[counted.Start], last + Math.Max(1, marked.ReadReference(last, out _)));
    }

    /// <summary>Of header elements those that hold no annotation, tags included.</summary>
    private List<TextSpan> FindLeftOut(HashSet<string> header, List<TextSpan> annotated) =>
        [.. marked.Elements
            .Where(element => header.Contains(element.Name))
            .Select(element => TextSpan.FromBounds(element.Tag.Start, Math.Max(element.End, element.Start)))
            .Where(span => !annotated.Exists(span.Overlaps))
            .OrderBy(span => span.Start)];

    private void Compose(List<TextSpan> annotated, List<TextSpan> leftOut, Func<TextSpan, bool>? isInline)
    {
        var source = marked.Source;
        var (tag, skip) = (0, 0);
        for (var i = 0; i < source.Length;)
        {
            while (skip < leftOut.Count && leftOut[skip].Start < i)
                skip++;
            if (skip < leftOut.Count && leftOut[skip].Start == i)
            {
                Array.Fill(textOffsets, text.Length, i, leftOut[skip].Length);
                i = leftOut[skip].End;
                while (tag < marked.Tags.Count && marked.Tags[tag].Start < i)
                    tag++;
            }
            else if (tag < marked.Tags.Count && marked.Tags[tag].Start == i)
            {
                AddTag(marked.Tags[tag], annotated, isInline?.Invoke(marked.Tags[tag]) == true);
                i = marked.Tags[tag++].End;
            }
            else
            {
                var length = marked.ReadReference(i, out var character);
                Array.Fill(textOffsets, text.Length, i, Math.Max(1, length));
                if (length > 1)
                    Array.Fill(textOffsets, text.Length + character.Length, i + 1, length - 1);
                if (text.Length > 0 || !char.IsWhiteSpace(source[i]))
                    text.Append(length > 0 ? character : source.AsSpan(i, 1));
                i += Math.Max(1, length);
            }
        }

        textOffsets[source.Length] = text.Length;
        while (text.Length > 0 && char.IsWhiteSpace(text[^1]))
            text.Length--;
        for (var i = source.Length; i >= 0 && textOffsets[i] > text.Length; i--)
            textOffsets[i] = text.Length;
        breaks.RemoveAll(position => position >= text.Length);
    }

    private void AddTag(TextSpan tag, List<TextSpan> annotated, bool isInline)
    {
        if (!isInline && (breaks.Count == 0 || breaks[^1] != text.Length))
            breaks.Add(text.Length);
        Array.Fill(textOffsets, text.Length, tag.Start, tag.Length);
        var inside = annotated.Where(span => span.Start > tag.Start && span.End < tag.End).ToList();
        if (inside.Count == 0)
            return;

        // All that is annotated in one tag stands close together, such as the parts of a name.
        var all = TextSpan.FromBounds(inside.Min(span => span.Start), inside.Max(span => span.End));
        for (var i = all.Start; i < tag.End; i++)
            textOffsets[i] = text.Length + Math.Min(i - all.Start, all.Length);
        text.Append(marked.Source, all.Start, all.Length).Append('\n');
        breaks.Add(text.Length);
    }
}
