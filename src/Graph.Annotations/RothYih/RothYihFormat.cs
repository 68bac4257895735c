using System.Globalization;

namespace Graph.Annotations;

/// <summary>
/// CoNLL04 as Roth and Yih published it, <c>conll04.corp</c>: a line for each word or name with the number of the sentence, the type,
/// its number from 0, the parts of speech and the words joined by slashes; below an empty line the relations of the sentence,
/// <c>0 &lt;TAB&gt; 3 &lt;TAB&gt; Live_In</c>. A sentence is an article.
/// </summary>
internal sealed class RothYihFormat() : SingleFileFormat("roth-yih")
{
    private const int Columns = 9;

    protected override bool Fits(AnnotationFile file) => file.Extension is ".corp" or ".txt" or ".conll" or "" && IsRothYih(file.Head);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log) =>
        new RothYihReader(file, file.ReadText(log), log).Read();

    private static bool IsRothYih(string head)
    {
        var lines = head.Split('\n').Select(line => line.TrimEnd('\r').Split('\t')).Take(2).ToList();
        return lines.Count == 2 && lines.TrueForAll(fields => fields.Length == Columns
            && int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)
            && int.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out _)
            && fields[3] == "O" && fields[6..].All(field => field == "O"));
    }

    private sealed class RothYihReader(AnnotationFile file, SourceText source, ReadingLog log)
    {
        private TokenizedText text = new();
        private List<Mention> mentions = [];
        private List<RelationAnnotation> relations = [];
        private Dictionary<string, int> byNumber = new(StringComparer.Ordinal);
        private string? id;
        private SourcePlace begin;

        public IEnumerable<AnnotatedArticle> Read()
        {
            foreach (var (_, line, place) in source.ReadLines())
            {
                var fields = line.Split('\t');
                if (fields.Length == Columns)
                {
                    // A sentence ends where another number is, or behind its relations.
                    if (id is not null && (fields[0] != id || relations.Count > 0 || fields[2] == "0"))
                        yield return Finish();
                    AddToken(fields, place);
                }
                else if (fields.Length == 3)
                {
                    AddRelation(fields, place);
                }
                else if (fields is not [""])
                {
                    log.ReportMalformed(ReadingDiagnostics.Malformed(place, "token", $"it has {fields.Length} columns, not {Columns}"));
                }
            }

            if (id is not null)
                yield return Finish();
        }

        private void AddToken(string[] fields, SourcePlace place)
        {
            if (id is null)
                (id, begin) = (fields[0], place);
            var first = text.Tokens.Count;
            foreach (var word in fields[5].Split('/', StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty(fields[5]))
                text.Add(Decode(word));
            byNumber[fields[2]] = mentions.Count;
            mentions.Add(new Mention(fields[2], [fields[1]], [text.Cover(first, text.Tokens.Count - 1)], place));
        }

        /// <summary>Signs that the columns use have names.</summary>
        private static string Decode(string word) => word switch
        {
            "COMMA" => ",",
            "-LRB-" => "(",
            "-RRB-" => ")",
            _ => word,
        };

        private void AddRelation(string[] fields, SourcePlace place)
        {
            if (byNumber.TryGetValue(fields[0].Trim(), out var from) && byNumber.TryGetValue(fields[1].Trim(), out var to))
                relations.Add(new RelationAnnotation(
                    $"r{relations.Count + 1}", fields[2].Trim(), new MentionArgument(from), new MentionArgument(to), place)
                {
                    Fragments = [mentions[from].Span.Cover(mentions[to].Span)],
                });
            else
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "relation", "its ends are no words of the sentence"));
        }

        /// <summary>What has no type is a mention only where a relation says something of it.</summary>
        private AnnotatedArticle Finish()
        {
            var used = relations.SelectMany(relation => new[] { relation.Source, relation.Target }).OfType<MentionArgument>()
                .Select(end => end.Index).ToHashSet();
            var kept = mentions.Index().Where(mention => mention.Item.Type != "O" || used.Contains(mention.Index)).ToList();
            var places = kept.Index().ToDictionary(mention => mention.Item.Index, mention => mention.Index);
            Argument Move(Argument argument) => argument is MentionArgument mention ? new MentionArgument(places[mention.Index]) : argument;
            text.EndSentence();
            var article = new AnnotatedArticle(new ArticleMetadata(id), text.ToString())
            {
                File = file,
                Place = FilePlace.From(begin),
                Mentions = [.. kept.Select(
                    mention => mention.Item.Type != "O" ? mention.Item : mention.Item with { Types = [""], Layer = "argument" })],
                Relations = [.. relations.Select(
                    relation => relation with { Source = Move(relation.Source), Target = Move(relation.Target) })],
                Sentences = text.GetSentences(),
            };
            (text, mentions, relations, byNumber, id) = (new TokenizedText(), [], [], new(StringComparer.Ordinal), null);
            return article;
        }
    }
}
