namespace Graph.Annotations;

/// <summary>A mention as a file of annotations records it, by offsets of a text that stands elsewhere.</summary>
/// <param name="Parts">More than one where it is interrupted.</param>
/// <param name="Words">Those of all its parts, where the file has them.</param>
internal sealed record RecordedMention(
    string Id, ImmutableArray<string> Types, ImmutableArray<RecordedSpan> Parts, string? Words, SourcePlace Place)
{
    public ImmutableArray<EntityLink> Links { get; init; } = [];

    public Properties Properties { get; init; } = [];
}

/// <summary>Puts recorded mentions at their places in a text.</summary>
internal static class RecordedMentions
{
    /// <summary>
    /// Those that lie in the text, in their order. What the offsets count is what fits the recorded words best; words that are others
    /// than those of the text stay with their mention.
    /// </summary>
    public static ImmutableArray<Mention> PlaceAll(
        string text, OffsetUnit unit, IReadOnlyCollection<RecordedMention> recorded, ReadingLog log)
    {
        var usual = new OffsetCounting(unit);
        var offsets = TextOffsets.Choose(
            text, usual,
            [.. recorded.Where(mention => mention.Parts is [_]).Select(mention => mention.Parts[0] with { Surface = mention.Words })]);
        if (offsets.Counting != usual)
            log.Report(OffsetDiagnostics.OtherCounting(recorded.First().Place, offsets.Counting));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var mentions = ImmutableArray.CreateBuilder<Mention>(recorded.Count);
        foreach (var mention in recorded)
        {
            if (!ids.Add(mention.Id))
                log.ReportMalformed(ReadingDiagnostics.DuplicateId(mention.Place, mention.Id));
            else if (PlaceParts(mention, offsets, log) is { } parts)
                mentions.Add(Create(mention, parts, text, log));
        }

        return mentions.ToImmutable();
    }

    /// <summary>The place of each mention in the list, by its id.</summary>
    public static Dictionary<string, int> IndexById(IEnumerable<Mention> mentions) =>
        mentions.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);

    private static List<TextSpan>? PlaceParts(RecordedMention mention, TextOffsets offsets, ReadingLog log)
    {
        var parts = new List<TextSpan>(mention.Parts.Length);
        foreach (var part in mention.Parts)
        {
            if (!offsets.TryGetSpan(part.Start, part.End, out var span))
            {
                log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(mention.Place, part.Start, part.End, offsets.Length));
                return null;
            }

            parts.Add(span);
        }

        parts.Sort((left, right) => left.Start.CompareTo(right.Start));
        return parts;
    }

    private static Mention Create(RecordedMention mention, List<TextSpan> parts, string text, ReadingLog log)
    {
        var surface = Surfaces.Join(text, parts);
        // Tools write dots between the parts of what is interrupted.
        var isSame = mention.Words is not { } words || TextOffsets.IsSame(surface, words)
            || (parts.Count > 1 && TextOffsets.IsSame(surface, words.Replace(" ... ", " ", StringComparison.Ordinal)));
        if (!isSame)
            log.ReportSurfaceMismatch(mention.Place, mention.Words!, surface);
        return new Mention(mention.Id, mention.Types, [.. parts], mention.Place)
        {
            RecordedSurface = isSame ? null : mention.Words,
            Links = mention.Links,
            Properties = mention.Properties,
        };
    }
}
