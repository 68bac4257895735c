namespace Graph.Annotations;

/// <summary>The rows of one document to its article.</summary>
internal sealed class TempEvalReader(AnnotationFile file, ReadingLog log)
{
    private const string Event = "event";
    private const string Creation = "t0";

    private readonly TokenizedText text = new();
    private readonly Dictionary<(string, string), int> words = [];
    private readonly OrderedDictionary<(string Kind, string Id), (List<int> Words, SourcePlace Place)> extents = new();
    private readonly Dictionary<string, List<KeyValuePair<string, string>>> attributes = new(StringComparer.Ordinal);
    private readonly List<TempEvalRow> links = [];

    public AnnotatedArticle Read(
        string id, IReadOnlyList<TempEvalRow> tokens, IReadOnlyList<(string Name, IEnumerable<TempEvalRow> Rows)> tables)
    {
        foreach (var sentence in tokens.GroupBy(row => row[1], StringComparer.Ordinal))
        {
            foreach (var row in sentence)
            {
                words.TryAdd((row[1], row[2]), text.Tokens.Count);
                text.Add(row[3]);
            }

            text.EndSentence();
        }

        PartialDate? day = null;
        foreach (var (name, rows) in tables)
        {
            foreach (var row in rows)
                Take(name, row, ref day);
        }

        var mentions = extents.Select(extent => ToMention(extent.Key, extent.Value.Words, extent.Value.Place)).ToImmutableArray();
        var things = new Dictionary<string, Argument>(StringComparer.Ordinal);
        var events = new List<EventAnnotation>();
        foreach (var (index, mention) in mentions.Index())
        {
            things.TryAdd(mention.Id, mention.Kind == MentionKind.Trigger ? new EventArgument(events.Count) : new MentionArgument(index));
            if (mention.Kind == MentionKind.Trigger)
                events.Add(new EventAnnotation(mention.Id, mention.Type, index, [], mention.Place)
                {
                    Fragments = mention.Fragments,
                    Properties = mention.Properties
                });
        }

        return new AnnotatedArticle(new ArticleMetadata(id, Published: day), text.ToString())
        {
            File = file,
            Place = FilePlace.From(tokens[0].Place),
            Mentions = mentions,
            Events = [.. events],
            Relations = [.. links.Select((link, number) => CreateRelation(link, number, things)).OfType<RelationAnnotation>()],
            Sentences = text.GetSentences(),
        };
    }

    private void Take(string table, TempEvalRow row, ref PartialDate? day)
    {
        if (table.StartsWith("dct", StringComparison.Ordinal))
            day ??= MetadataDate.Parse(ToDate(row[1]), row.Place, log);
        else if (table.Contains("tlinks", StringComparison.Ordinal))
            links.Add(row);
        else if (table.Contains("-attributes", StringComparison.Ordinal))
            (attributes.TryGetValue(row[4], out var known) ? known : attributes[row[4]] = []).Add(new(row[6], row[7]));
        else if (!words.TryGetValue((row[1], row[2]), out var word))
            log.ReportMalformed(ReadingDiagnostics.Malformed(row.Place, "extent", "its sentence and word are not those of the text"));
        else if (extents.TryGetValue((row[3], row[4]), out var extent))
            extent.Words.Add(word);
        else
            extents.Add((row[3], row[4]), ([word], row.Place));
    }

    /// <summary>Days are written with or without lines: <c>19891102</c>.</summary>
    private static string ToDate(string text) =>
        text.Length == 8 && text.All(char.IsAsciiDigit) ? $"{text[..4]}-{text[4..6]}-{text[6..]}" : text;

    private Mention ToMention((string Kind, string Id) extent, List<int> tokens, SourcePlace place)
    {
        var fields = attributes.GetValueOrDefault(extent.Id) ?? [];
        var isEvent = extent.Kind == Event;
        var type = fields.Find(field => field.Key == (isEvent ? "class" : "type")).Value ?? extent.Kind;
        return new Mention(extent.Id, [type], [.. TokenRuns.Find(tokens).Select(run => text.Cover(run.First, run.Last))], place)
        {
            Kind = isEvent ? MentionKind.Trigger : MentionKind.Entity,
            Properties =
            [
                .. fields.Where(field => field.Key is not ("class" or "type") && field.Value.Length > 0).DistinctBy(field => field.Key)
                    .Select(field => KeyValuePair.Create(field.Key, Value.FromString(field.Value))),
            ],
        };
    }

    /// <summary>The document, two things, and the relation; the time of the document itself is no thing of the text.</summary>
    private RelationAnnotation? CreateRelation(TempEvalRow row, int number, Dictionary<string, Argument> things)
    {
        if (things.TryGetValue(row[1], out var source) && things.TryGetValue(row[2], out var target))
            return new RelationAnnotation($"l{number + 1}", row[3], source, target, row.Place);
        if (row[1] == Creation || row[2] == Creation)
            log.CountPassed("links with the time of the document");
        else
            log.Report(ReadingDiagnostics.UnknownReference(row.Place, things.ContainsKey(row[1]) ? row[2] : row[1]));
        return null;
    }
}
