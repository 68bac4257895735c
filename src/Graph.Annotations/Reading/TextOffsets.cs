using System.Text;

namespace Graph.Annotations;

/// <summary>What the offsets of annotations count in a text.</summary>
/// <param name="Unit">The unit of a character.</param>
/// <param name="JoinsLineEnds">A carriage return with its line feed counts as one character.</param>
/// <param name="Shift">How much larger the offsets are than those of the text; 1 where a byte order mark is counted.</param>
/// <param name="IncludesLast">The end of a span is its last character, not the one behind it.</param>
internal readonly record struct OffsetCounting(OffsetUnit Unit, bool JoinsLineEnds = false, int Shift = 0, bool IncludesLast = false)
{
    public override string ToString() =>
        (Unit switch { OffsetUnit.Utf16 => "UTF-16 units", OffsetUnit.Bytes => "bytes of UTF-8", _ => "code points" })
        + (JoinsLineEnds ? ", CR LF as one" : "") + (Shift == 0 ? "" : ", a byte order mark included")
        + (IncludesLast ? ", the last one included" : "");
}

internal enum OffsetUnit
{
    CodePoints,
    Utf16,
    Bytes,
}

/// <summary>An annotation as its file has it.</summary>
/// <param name="Surface">The words that the file records with it, or null.</param>
internal readonly record struct RecordedSpan(long Start, long End, string? Surface)
{
    /// <summary>Whether it says that its words are not in the text; a letter may be the first and the last.</summary>
    public bool IsNowhere => Start <= 0 && End <= 0 && (Start < 0 || Surface is { Length: not 1 });
}

/// <summary>Offsets of one text to its UTF-16 units, whatever they count.</summary>
internal sealed class TextOffsets
{
    // Fewer spans may all have been cut by a letter; the words say nothing of these.
    public const int EnoughToTell = 3;

    private readonly int[]? offsets;
    private readonly int shift;
    private readonly int endShift;

    /// <param name="counting">Code points, where nothing else is said.</param>
    public TextOffsets(string text, OffsetCounting counting = default)
    {
        Counting = counting;
        shift = counting.Shift;
        endShift = counting.IncludesLast ? shift - 1 : shift;
        offsets = IsPlain(text, counting) ? null : FindOffsets(text, counting);
        Length = (offsets is null ? text.Length : offsets.Length - 1) + shift;
    }

    public OffsetCounting Counting { get; }

    /// <summary>The length of the text as the offsets count.</summary>
    public int Length { get; }

    /// <summary>False where the span is empty, reversed, outside the text or inside a character.</summary>
    public bool TryGetSpan(long start, long end, out TextSpan span)
    {
        span = default;
        if (!TryGetOffset(start - shift, out var from) || !TryGetOffset(end - endShift, out var to) || from >= to)
            return false;

        span = TextSpan.FromBounds(from, to);
        return true;
    }

    /// <summary>Where in the text what an offset counts begins.</summary>
    public bool TryGetStart(long start, out int offset) => TryGetOffset(start - shift, out offset);

    /// <summary>
    /// The counting that explains the annotations of a text: code points, unless another fits more of them. They fit
    /// where their words are those recorded or, where none are, where they begin and end with words; where no span does so unless its last
    /// character is included, it is.
    /// </summary>
    public static TextOffsets Choose(string text, IReadOnlyCollection<RecordedSpan> spans) => Choose(text, default, spans);

    /// <param name="usual">What the format counts, where that is something else.</param>
    public static TextOffsets Choose(string text, OffsetCounting usual, IReadOnlyCollection<RecordedSpan> spans)
    {
        var best = new TextOffsets(text, usual);
        if (spans.Count == 0 || HasOneCounting(text, spans))
            return best;

        var score = best.CountFits(text, spans);
        if (score == 0 && spans.Count >= EnoughToTell && spans.All(span => span.Surface is null)
            && new TextOffsets(text, usual with { IncludesLast = !usual.IncludesLast }) is var turned
                && turned.CountFits(text, spans) == spans.Count)
            return turned;
        foreach (var counting in ListCountings(text, spans.Any(span => span.Surface is not null)).Where(other => other != usual))
        {
            if (score == spans.Count)
                break;
            var other = new TextOffsets(text, counting);
            if (other.CountFits(text, spans) is var fits && fits > score)
                (best, score) = (other, fits);
        }

        return best;
    }

    private static bool HasOneCounting(string text, IReadOnlyCollection<RecordedSpan> spans) =>
        Ascii.IsValid(text)
        && !text.Contains("\r\n", StringComparison.Ordinal)
        && spans.All(span => span.Surface is null ? IsWhole(text, span) : Matches(text, span));

    private static bool IsWhole(string text, RecordedSpan span) =>
        span.Start >= 0
        && span.Start < span.End
        && span.End <= text.Length
        && IsWhole(text, TextSpan.FromBounds((int)span.Start, (int)span.End));

    private static bool Matches(string text, RecordedSpan span) =>
        span.Start >= 0 && span.Start < span.End && span.End <= text.Length
        && text.AsSpan((int)span.Start, (int)(span.End - span.Start)).SequenceEqual(span.Surface);

    /// <summary>Without recorded words, only what tools are known to mix up.</summary>
    private static IEnumerable<OffsetCounting> ListCountings(string text, bool hasSurfaces)
    {
        foreach (var joins in text.Contains("\r\n", StringComparison.Ordinal) ? new[] { false, true } : [false])
        {
            yield return new OffsetCounting(OffsetUnit.CodePoints, joins);
            yield return new OffsetCounting(OffsetUnit.Utf16, joins);
            if (!hasSurfaces)
                continue;

            yield return new OffsetCounting(OffsetUnit.Bytes, joins);
            yield return new OffsetCounting(OffsetUnit.CodePoints, joins, IncludesLast: true);
            yield return new OffsetCounting(OffsetUnit.Utf16, joins, IncludesLast: true);
            yield return new OffsetCounting(OffsetUnit.CodePoints, joins, 1);
            yield return new OffsetCounting(OffsetUnit.Utf16, joins, 1);
            yield return new OffsetCounting(OffsetUnit.Bytes, joins, 3);
        }
    }

    /// <summary>How many of the spans have their words in the text of these offsets.</summary>
    public int CountFits(string text, IEnumerable<RecordedSpan> spans) =>
        spans.Count(recorded => TryGetSpan(recorded.Start, recorded.End, out var span)
            && (recorded.Surface is { } surface ? IsSame(text.AsSpan(span.Start, span.Length), surface) : IsWhole(text, span)));

    /// <summary>Whether two surfaces have the same characters; tools write line ends as blanks and leave out outer ones.</summary>
    public static bool IsSame(ReadOnlySpan<char> text, ReadOnlySpan<char> recorded)
    {
        text = text.Trim();
        recorded = recorded.Trim();
        var (left, right) = (0, 0);
        while (left < text.Length && right < recorded.Length)
        {
            if (char.IsWhiteSpace(text[left]) && char.IsWhiteSpace(recorded[right]))
            {
                for (; char.IsWhiteSpace(text[left]); left++)
                {
                }

                for (; char.IsWhiteSpace(recorded[right]); right++)
                {
                }

                continue;
            }

            if (text[left++] != recorded[right++])
                return false;
        }

        return left == text.Length && right == recorded.Length;
    }

    private static bool IsWhole(string text, TextSpan span) =>
        !char.IsWhiteSpace(text[span.Start]) && !char.IsWhiteSpace(text[span.End - 1])
        && !(span.Start > 0 && char.IsLetterOrDigit(text[span.Start - 1]) && char.IsLetterOrDigit(text[span.Start]))
        && !(span.End < text.Length && char.IsLetterOrDigit(text[span.End - 1]) && char.IsLetterOrDigit(text[span.End]));

    private static bool IsPlain(string text, OffsetCounting counting) =>
        (counting.Unit == OffsetUnit.Utf16
            || Ascii.IsValid(text)
            || (counting.Unit == OffsetUnit.CodePoints && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')))
        && !(counting.JoinsLineEnds && text.Contains("\r\n", StringComparison.Ordinal));

    /// <summary>The UTF-16 offset of each unit and of the end; those inside a character are negative.</summary>
    private static int[] FindOffsets(string text, OffsetCounting counting)
    {
        var result = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length;)
        {
            var isLineEnd = counting.JoinsLineEnds && text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
            var length = isLineEnd || (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) ? 2 : 1;
            result.Add(i);
            for (var unit = isLineEnd ? 1 : CountUnits(text.AsSpan(i, length), counting.Unit); unit > 1; unit--)
                result.Add(~i);
            i += length;
        }

        result.Add(text.Length);
        return [.. result];
    }

    private static int CountUnits(ReadOnlySpan<char> character, OffsetUnit unit) => unit switch
    {
        OffsetUnit.Utf16 => character.Length,
        OffsetUnit.Bytes => Encoding.UTF8.GetByteCount(character),
        _ => 1,
    };

    private bool TryGetOffset(long unit, out int offset)
    {
        offset = 0;
        if (unit < 0 || unit > Length - shift)
            return false;

        offset = offsets is null ? (int)unit : offsets[unit];
        return offset >= 0;
    }
}
