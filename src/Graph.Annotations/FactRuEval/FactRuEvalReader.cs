namespace Graph.Annotations;

/// <summary>
/// The files of one text of FactRuEval to its article. Each line has fields between blanks, and a remark behind <c>#</c>.
/// </summary>
internal sealed class FactRuEvalReader(FileSet files, ReadingLog log)
{
    private static readonly char[] Blanks = [' ', '\t', '\r'];

    private readonly string text = files.Main.ReadText(log).Text;
    private readonly Dictionary<string, (string Type, TextSpan Span)> spans = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<string, int> mentionsById = new(StringComparer.Ordinal);
    private readonly List<CoreferenceChain> chains = [];
    private readonly List<EventAnnotation> events = [];

    public AnnotatedArticle Read()
    {
        ReadSpans();
        foreach (var (fields, place, _) in ReadLines(".objects"))
            AddObject(fields, place);
        foreach (var (fields, place, _) in ReadLines(".coref"))
            ReadCoreference(fields, place);
        ReadFacts();
        log.CountPassed("spans that are part of no object", spans.Keys.Count(id => !used.Contains(id)));
        return new AnnotatedArticle(new ArticleMetadata(), text)
        {
            File = files.Main,
            Mentions = [.. mentions],
            Chains = [.. chains],
            Events = [.. events],
        };
    }

    private void ReadSpans()
    {
        var lines = ReadLines(".spans").Where(line => line.Fields.Length > 0).ToList();
        var offsets = TextOffsets.Choose(text, lines.ConvertAll(line => ReadSpan(line.Fields, line.Remark)));
        foreach (var (fields, place, remark) in lines)
        {
            var recorded = ReadSpan(fields, remark);
            if (fields.Length < 4)
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "span", "it has not an id, a type, a start and a length"));
            else if (offsets.TryGetSpan(recorded.Start, recorded.End, out var span))
                spans[fields[0]] = (fields[1], span);
            else
                log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(place, recorded.Start, recorded.End, offsets.Length));
        }
    }

    /// <summary><c>100 name 0 4 1 1 # 1 Mira</c>: the remark has the tokens and their words.</summary>
    private static RecordedSpan ReadSpan(string[] fields, string remark)
    {
        var start = WholeNumber.Read(fields.ElementAtOrDefault(2));
        var words = remark.Split(Blanks, StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word.All(char.IsAsciiDigit)).ToList();
        return new RecordedSpan(
            start ?? -1, start + WholeNumber.Read(fields.ElementAtOrDefault(3)) ?? -1, words.Count == 1 ? words[0] : null);
    }

    private void AddObject(string[] fields, SourcePlace place)
    {
        if (fields.Length == 0)
            return;
        if (fields.Length < 3)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "object", "it has not an id, a type and a span"));
            return;
        }

        var parts = new List<TextSpan>();
        foreach (var id in fields[2..])
        {
            used.Add(id);
            if (spans.TryGetValue(id, out var span))
                parts.Add(span.Span);
            else
                log.ReportMalformed(ReadingDiagnostics.UnknownReference(place, id));
        }

        if (parts.Count == 0)
            return;
        if (mentionsById.TryAdd(fields[0], mentions.Count))
            mentions.Add(new Mention(fields[0], [fields[1]], Join(parts), place));
        else
            log.ReportMalformed(ReadingDiagnostics.DuplicateId(place, fields[0]));
    }

    /// <summary>Spans with nothing but blanks between them are one.</summary>
    private ImmutableArray<TextSpan> Join(List<TextSpan> parts)
    {
        var joined = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var part in parts.OrderBy(part => part.Start).ThenBy(part => part.End))
        {
            if (joined.Count > 0
                && (part.Start <= joined[^1].End || text.AsSpan(joined[^1].End, part.Start - joined[^1].End).IsWhiteSpace()))
                joined[^1] = joined[^1].Cover(part);
            else
                joined.Add(part);
        }

        return joined.ToImmutable();
    }

    /// <summary>A number and the objects that are one, then lines with what they are called.</summary>
    private void ReadCoreference(string[] fields, SourcePlace place)
    {
        if (fields.Length == 0)
            return;
        if (!fields[0].All(char.IsAsciiDigit))
        {
            log.CountPassed("names of objects that are one");
            return;
        }

        foreach (var unknown in fields[1..].Where(id => !mentionsById.ContainsKey(id)))
            log.ReportMalformed(ReadingDiagnostics.UnknownReference(place, unknown));
        ImmutableArray<int> members = [.. fields[1..].Where(mentionsById.ContainsKey).Select(id => mentionsById[id])];
        if (!members.IsEmpty)
            chains.Add(new CoreferenceChain(fields[0], members, place));
    }

    /// <summary><c>58-0 Occupation</c>, then a line for each role: <c>Who obj200 Mira</c>, <c>Job span104 director</c>.</summary>
    private void ReadFacts()
    {
        var (id, type, start) = ("", "", default(SourcePlace));
        var participants = new List<Participant>();
        foreach (var (fields, place, _) in ReadLines(".facts").Append(([], default, "")))
        {
            if (fields.Length == 0)
            {
                if (type.Length > 0)
                    events.Add(new EventAnnotation(id, type, null, [.. participants], start));
                type = "";
                participants.Clear();
            }
            else if (type.Length == 0)
            {
                (id, type, start) = (fields[0], fields.ElementAtOrDefault(1) ?? fields[0], place);
            }
            else if (fields.Length > 1 && FindMention(fields[1], place) is { } mention)
            {
                participants.Add(new Participant(fields[0], new MentionArgument(mention)));
            }
            else
            {
                log.CountLoss($"'{fields[0]}' of facts", 1, place);
            }
        }
    }

    private int? FindMention(string reference, SourcePlace place)
    {
        if (reference.StartsWith("obj", StringComparison.Ordinal) && mentionsById.TryGetValue(reference["obj".Length..], out var known))
            return known;
        if (!reference.StartsWith("span", StringComparison.Ordinal) || !spans.TryGetValue(reference["span".Length..], out var span))
            return null;

        used.Add(reference["span".Length..]);
        if (mentionsById.TryGetValue(reference, out var argument))
            return argument;
        mentionsById.Add(reference, mentions.Count);
        mentions.Add(new Mention(reference, [span.Type], [span.Span], place) { Layer = "argument" });
        return mentions.Count - 1;
    }

    private IEnumerable<(string[] Fields, SourcePlace Place, string Remark)> ReadLines(string extension)
    {
        if (files.Find(extension) is not { } file)
            yield break;
        foreach (var (_, line, place) in file.ReadText(log).ReadLines())
        {
            // Facts and names have no remarks, and may hold the sign.
            var end = extension is ".spans" or ".objects" ? line.IndexOf('#') : -1;
            yield return (
                (end < 0 ? line : line[..end]).Split(Blanks, StringSplitOptions.RemoveEmptyEntries),
                place,
                end < 0 ? "" : line[(end + 1)..]);
        }
    }
}
