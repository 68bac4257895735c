namespace Graph.Annotations;

/// <summary>
/// One text with its opinions. Agents with the same id are one entity; what has a source is related to the nearest agent of it, and to what
/// its links name.
/// </summary>
internal sealed class MpqaArticleReader(AnnotationFile file, AnnotationFile textFile, AnnotationFile? sentences, ReadingLog log)
{
    private const string Agent = "GATE_agent";
    private const string Source = "nested-source";
    private const string Link = "-link";
    private const string Writer = "w";

    private readonly string text = textFile.ReadText(log).Text;
    private readonly OrderedDictionary<string, List<int>> agents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> byId = new(StringComparer.Ordinal);

    public AnnotatedArticle Read()
    {
        var lines = ReadLines(file).ToList();
        log.CountPassed("annotations without words, such as what the writer says", lines.Count(line => line.IsImplicit));
        var marked = lines.Where(line => !line.IsImplicit).ToList();
        var mentions = RecordedMentions.PlaceAll(text, OffsetUnit.Bytes, marked.ConvertAll(ToMention), log);
        var placed = RecordedMentions.IndexById(mentions);
        var found = marked.Where(line => placed.TryGetValue(line.Id, out var index) && mentions[index].Place == line.Place).ToList();
        foreach (var line in found)
            Register(line, placed[line.Id]);
        return new AnnotatedArticle(new ArticleMetadata(textFile.Name), text)
        {
            File = textFile,
            Mentions = mentions,
            Chains = [.. agents.Where(agent => agent.Value.Count > 1)
                .Select(agent => CoreferenceChain.Create(agent.Key, agent.Value, mentions))],
            Relations = [.. found.SelectMany(line => Relate(line, placed[line.Id]))
                .Select((relation, index) => relation with { Id = $"r{index + 1}" })],
            Sentences = ReadSentences(),
        };
    }

    private IEnumerable<MpqaLine> ReadLines(AnnotationFile list)
    {
        foreach (var (_, line, place) in list.ReadText(log).ReadLines())
        {
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
                continue;
            if (MpqaLine.Read(line, place) is { } read)
                yield return read;
            else
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "annotation", "it has not an id, a span and a type between tabs"));
        }
    }

    private static RecordedMention ToMention(MpqaLine line) =>
        new(line.Id, [line.Type], [new RecordedSpan(line.Start, line.End, null)], null, line.Place)
        {
            Properties =
            [
                .. line.Attributes
                    .Where(attribute => attribute.Key is not ("id" or Source)
                        && !attribute.Key.EndsWith(Link, StringComparison.Ordinal)
                        && attribute.Value.Length > 0)
                    .Select(attribute => KeyValuePair.Create(attribute.Key, Value.FromString(attribute.Value))),
            ],
        };

    private void Register(MpqaLine line, int index)
    {
        if (line.Get("id") is { Length: > 0 } id)
            byId.TryAdd(id, index);
        if (line.Type != Agent || (MpqaLine.Split(line.Get(Source)).LastOrDefault() ?? line.Get("id")) is not { Length: > 0 } agent)
            return;
        agents.AddTo(agent, index);
    }

    private IEnumerable<RelationAnnotation> Relate(MpqaLine line, int index)
    {
        if (line.Type != Agent && MpqaLine.Split(line.Get(Source)).LastOrDefault() is { } source && source != Writer)
        {
            if (agents.TryGetValue(source, out var members))
                yield return Create(Source, index, members[0], line.Place);
            else
                log.CountLoss("sources that no agent of the text has", 1, line.Place);
        }

        foreach (var (name, value) in line.Attributes.Where(attribute => attribute.Key.EndsWith(Link, StringComparison.Ordinal)))
        {
            foreach (var target in MpqaLine.Split(value))
            {
                if (byId.TryGetValue(target, out var other))
                    yield return Create(name[..^Link.Length], index, other, line.Place);
                else
                    log.CountLoss("links to what has no words or is not there", 1, line.Place);
            }
        }
    }

    private static RelationAnnotation Create(string type, int source, int target, SourcePlace place) =>
        new("", type, new MentionArgument(source), new MentionArgument(target), place);

    private ImmutableArray<TextSpan> ReadSentences()
    {
        if (sentences is null)
            return default;
        var offsets = new TextOffsets(text, new OffsetCounting(OffsetUnit.Bytes));
        return
        [
            .. ReadLines(sentences).Select(line => offsets.TryGetSpan(line.Start, line.End, out var span) ? span : default)
                .Where(span => span.Length > 0).OrderBy(span => span.Start),
        ];
    }
}
