namespace Graph.Annotations;

/// <summary>The line files of one text to its article.</summary>
internal sealed class I2b2ArticleReader(AnnotationFile textFile, ReadingLog log)
{
    private readonly string text = textFile.ReadText(log).Text;
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<TextSpan, int> mentionsBySpan = [];
    private readonly List<RelationAnnotation> relations = [];
    private readonly List<CoreferenceChain> chains = [];
    private ImmutableArray<ImmutableArray<TextSpan>> lines;

    public AnnotatedArticle Read(FileSet files)
    {
        lines = [.. SplitLines()];
        foreach (var file in files.Files)
            Read(file);
        return new AnnotatedArticle(new ArticleMetadata(textFile.Stem), text)
        {
            File = files.Main,
            Mentions = [.. mentions],
            Relations = [.. relations],
            Chains = [.. chains],
            Sentences = [.. lines.Where(words => words.Length > 0).Select(words => words[0].Cover(words[^1]))],
        };
    }

    private void Read(AnnotationFile file)
    {
        foreach (var (_, written, place) in file.ReadText(log).ReadLines())
        {
            var content = written.TrimEnd(' ');
            if (content.Length == 0)
                continue;
            if (I2b2Line.Read(content) is not { } line)
                log.ReportMalformed(
                    ReadingDiagnostics.Malformed(place, "annotation", "it is not written as 'c=\"words\" 3:0 3:1||t=\"type\"'"));
            else if (FindSpans(line, place) is { } spans)
                Add(file.Extension, line, spans, place);
        }
    }

    private void Add(string kind, I2b2Line line, ImmutableArray<TextSpan> spans, SourcePlace place)
    {
        var type = line.Values.GetValueOrDefault('t', "");
        switch (kind)
        {
            case ".con":
                AddMention(type, spans[0], place);
                break;
            case ".ast":
                var asserted = FindOrAdd(type, spans[0], place);
                if (line.Values.TryGetValue('a', out var assertion))
                    mentions[asserted] = mentions[asserted] with
                    {
                        Properties = mentions[asserted].Properties.Add(new("assertion", Value.FromString(assertion))),
                    };
                break;
            case ".rel" when spans.Length == 2 && line.Values.TryGetValue('r', out var relation):
                relations.Add(new RelationAnnotation(
                    $"r{relations.Count + 1}",
                    relation,
                    new MentionArgument(FindOrAdd("", spans[0], place)),
                    new MentionArgument(FindOrAdd("", spans[1], place)),
                    place)
                {
                    Fragments = [spans[0].Cover(spans[1])],
                });
                break;
            case ".rel":
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "relation", "it has not two places and a type 'r'"));
                break;
            default:
                var words = type.StartsWith("coref ", StringComparison.Ordinal) ? type["coref ".Length..] : type;
                chains.Add(new CoreferenceChain(
                    $"c{chains.Count + 1}", [.. spans.Select(span => FindOrAdd(words, span, place)).Distinct()], place));
                break;
        }
    }

    /// <summary>What is no concept and stands in a chain or a relation is a mention of a layer of its own.</summary>
    private int FindOrAdd(string type, TextSpan span, SourcePlace place)
    {
        if (mentionsBySpan.TryGetValue(span, out var known))
            return known;
        var index = AddMention(type, span, place);
        mentions[index] = mentions[index] with { Layer = "coreference" };
        return index;
    }

    private int AddMention(string type, TextSpan span, SourcePlace place)
    {
        mentionsBySpan.TryAdd(span, mentions.Count);
        mentions.Add(new Mention($"m{mentions.Count + 1}", [type], [span], place));
        return mentions.Count - 1;
    }

    /// <summary>The spans of all places of a line; null, and a diagnostic, where one is not in the text.</summary>
    private ImmutableArray<TextSpan>? FindSpans(I2b2Line line, SourcePlace at)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var place in line.Places)
        {
            if (FindWord(place.FirstLine, place.FirstWord) is not { } first
                || FindWord(place.LastLine, place.LastWord) is not { } last
                || last.Start < first.Start)
            {
                log.ReportMalformed(ReadingDiagnostics.Malformed(
                    at, "place", $"{place.FirstLine}:{place.FirstWord} to {place.LastLine}:{place.LastWord} does not lie in the text"));
                return null;
            }

            var span = first.Cover(last);
            var surface = text.Substring(span.Start, span.Length);
            // The words are recorded in small letters.
            if (!TextOffsets.IsSame(surface.ToLowerInvariant(), place.Words.ToLowerInvariant()))
                log.ReportSurfaceMismatch(at, place.Words, surface);
            spans.Add(span);
        }

        return spans.ToImmutable();
    }

    private TextSpan? FindWord(int line, int word) =>
        line >= 1 && line <= lines.Length && word >= 0 && word < lines[line - 1].Length ? lines[line - 1][word] : null;

    private IEnumerable<ImmutableArray<TextSpan>> SplitLines()
    {
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            yield return [.. SplitWords(start, end)];
            start = end + 1;
        }
    }

    private IEnumerable<TextSpan> SplitWords(int start, int end)
    {
        for (var i = start; i < end;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var first = i;
            while (i < end && !char.IsWhiteSpace(text[i]))
                i++;
            yield return TextSpan.FromBounds(first, i);
        }
    }
}
