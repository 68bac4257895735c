using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// The segments of one document to its article, or to one for each of its lines. Where the numbers of most segments do not lead to their
/// words, they are those of paragraphs, and the words are sought from there: the next time where they come again. Rows without an id that
/// have the same words with another code are one segment.
/// </summary>
/// <param name="file">The table.</param>
/// <param name="name">How messages call the document.</param>
internal sealed class CodedSegmentReader(AnnotationFile file, string name, SourceText source, ReadingLog log)
{
    public IEnumerable<AnnotatedArticle> Read(ArticleMetadata metadata, IReadOnlyList<CodedSegment> segments)
    {
        if (segments.All(segment => segment.Line is null))
        {
            yield return Create(metadata, source.Text, segments);
            yield break;
        }

        var lines = segments.ToLookup(segment => segment.Line ?? -1);
        foreach (var (number, text, _) in source.ReadLines())
        {
            if (text.Length > 0 || lines[number - 1].Any())
                yield return Create(metadata with { Id = $"{metadata.Id}#{number - 1}" }, text, [.. lines[number - 1]]);
        }

        foreach (var segment in segments.Where(segment => segment.Line is not (>= 0 and var line) || line >= source.LineCount))
            log.ReportMalformed(ReadingDiagnostics.Malformed(segment.Place, "segment", $"'{name}' has not its line"));
    }

    private AnnotatedArticle Create(ArticleMetadata metadata, string text, IReadOnlyList<CodedSegment> segments)
    {
        var placed = segments.Where(HasPlace).Select(ToSpan).ToList();
        var offsets = TextOffsets.Choose(text, placed);
        var isByOffsets = placed.Count > 0 && (placed.TrueForAll(span => span.Surface is null)
            || offsets.CountFits(text, placed) * 2 > placed.Count);
        var last = new Dictionary<string, FoundSegment>(StringComparer.Ordinal);
        var mentions = ImmutableArray.CreateBuilder<Mention>(segments.Count);
        foreach (var segment in segments)
        {
            var span = isByOffsets && HasPlace(segment) ? FindByOffsets(segment, offsets) : FindByWords(segment, text, last);
            if (span is { } found)
                mentions.Add(ToMention(segment, found, text, mentions.Count + 1));
        }

        return new AnnotatedArticle(metadata, text)
        {
            File = file,
            Place = segments.Count == 0 ? null : FilePlace.From(segments[0].Place),
            Mentions = mentions.ToImmutable(),
        };
    }

    private static bool HasPlace(CodedSegment segment) => segment is { Start: not null, End: not null };

    private static RecordedSpan ToSpan(CodedSegment segment) => new(segment.Start!.Value, segment.End!.Value, segment.Words);

    private TextSpan? FindByOffsets(CodedSegment segment, TextOffsets offsets)
    {
        if (offsets.TryGetSpan(segment.Start!.Value, segment.End!.Value, out var span))
            return span;
        log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(segment.Place, segment.Start.Value, segment.End.Value, offsets.Length));
        return null;
    }

    private TextSpan? FindByWords(CodedSegment segment, string text, Dictionary<string, FoundSegment> last)
    {
        var words = segment.Words ?? "";
        var before = last.GetValueOrDefault(words);
        if (before is not null && segment.Key is null && segment.Start == before.Start
            && before.Codes.All(code => !segment.Codes.Contains(code)))
        {
            before.Codes.AddRange(segment.Codes);
            return before.Span;
        }

        var paragraph = segment.Start is > 0 and var number && number <= source.LineCount && ReferenceEquals(text, source.Text)
            ? source.GetLine((int)number).Start
            : 0;
        var span = Find(text, words, Math.Max(before?.Span.End ?? 0, paragraph)) ?? Find(text, words, paragraph) ?? Find(text, words, 0);
        if (span is { } found)
            last[words] = new FoundSegment(found, segment.Start, [.. segment.Codes]);
        else
            log.ReportMalformed(ReadingDiagnostics.Malformed(segment.Place, "segment", $"'{name}' has not its words"));
        return span;
    }

    /// <summary>Words that go over several lines may have other blanks between them in a table.</summary>
    private static TextSpan? Find(string text, string words, int from)
    {
        if (words.Length == 0)
            return null;
        if (WordFinder.Find(text, words, from) is >= 0 and var start)
            return new TextSpan(start, words.Length);
        var parts = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
            return null;
        var match = new Regex(string.Join(@"\s+", parts.Select(Regex.Escape)), RegexOptions.CultureInvariant).Match(text, from);
        return match.Success ? new TextSpan(match.Index, match.Length) : null;
    }

    private Mention ToMention(CodedSegment segment, TextSpan span, string text, int number) =>
        new($"s{number}", segment.Codes, [span], segment.Place)
        {
            RecordedSurface = log.CheckSurface(segment.Place, segment.Words, text.Substring(span.Start, span.Length)),
            Links = segment.Links,
            Properties = segment.Paths.IsEmpty
                ? segment.Properties
                : segment.Properties.Add(new("code", Value.FromList([.. segment.Paths.Select(Value.FromString)]))),
        };

    /// <summary>Where words were found last, and the codes that they have there.</summary>
    private sealed record FoundSegment(TextSpan Span, long? Start, List<string> Codes);
}
