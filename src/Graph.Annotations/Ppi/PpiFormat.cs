using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// Sentences with their text in an attribute, entities by <c>charOffset</c> and pairs of them: the corpora of protein interactions in one
/// form, whose last character is included or not as the words show, and DDI of drugs, where several ranges are parted by semicolons.
/// </summary>
internal sealed class PpiFormat() : XmlFormat("interactions")
{
    protected override bool Fits(AnnotationFile file) =>
        file.Extension == ".xml"
        && XmlHeads.HasRoot(file, "corpus", "document")
        && file.Head.Contains("<sentence", StringComparison.Ordinal)
        && file.Head.Contains("charOffset=", StringComparison.Ordinal);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log)
    {
        PpiReader.Known.CountOthers(xml.Root, log);
        foreach (var document in xml.Root.DescendantsAndSelf("document"))
            yield return new PpiReader(file, xml, log).Read(document);
    }

    private sealed class PpiReader(AnnotationFile file, XmlFile xml, ReadingLog log)
    {
        public static readonly KnownElements Known = new(
            [
                "document", "sentence", "entity", "pair", "interaction",
            ]);

        private static readonly string[] Pairs = ["pair", "interaction"];
        private readonly System.Text.StringBuilder text = new();
        private readonly List<TextSpan> sentences = [];
        private readonly List<Mention> mentions = [];
        private readonly Dictionary<string, int> byId = new(StringComparer.Ordinal);
        private readonly List<RelationAnnotation> relations = [];

        public AnnotatedArticle Read(XElement document)
        {
            foreach (var sentence in document.Elements("sentence"))
                ReadSentence(sentence);
            return new AnnotatedArticle(new ArticleMetadata((string?)document.Attribute("id")), text.ToString())
            {
                File = file,
                Place = FilePlace.From(xml.GetPlace(document)),
                Mentions = [.. mentions],
                Relations = [.. relations],
                Sentences = [.. sentences],
            };
        }

        private void ReadSentence(XElement sentence)
        {
            var words = (string?)sentence.Attribute("text") ?? "";
            if (text.Length > 0)
                text.Append('\n');
            var start = text.Length;
            text.Append(words);
            if (words.Length > 0)
                sentences.Add(new TextSpan(start, words.Length));
            var offsets = new TextOffsets(words);
            foreach (var entity in sentence.Elements("entity"))
                AddMention(entity, words, start, offsets);
            foreach (var pair in sentence.Elements().Where(element => Pairs.Contains(element.Name.LocalName)))
                AddRelation(pair);
        }

        private void AddMention(XElement entity, string words, int start, TextOffsets offsets)
        {
            var place = xml.GetPlace(entity);
            var recorded = (string?)entity.Attribute("text");
            var spans = ReadSpans((string?)entity.Attribute("charOffset") ?? "", offsets, last: 1);
            if (recorded is not null && Surfaces.Join(words, spans) != recorded
                && ReadSpans((string?)entity.Attribute("charOffset") ?? "", offsets, last: 0) is var others
                && (Surfaces.Join(words, others) == recorded || spans.IsEmpty))
                spans = others;
            if (spans.IsEmpty)
            {
                log.ReportMalformed(ReadingDiagnostics.Malformed(
                    place, "entity", $"'{(string?)entity.Attribute("charOffset")}' does not lie in its sentence"));
                return;
            }

            var isSame = recorded is null || IsSame(spans, words, recorded);
            if (!isSame)
                log.ReportSurfaceMismatch(place, recorded!, Surfaces.Join(words, spans));
            var id = (string?)entity.Attribute("id") ?? $"m{mentions.Count + 1}";
            if (byId.TryAdd(id, mentions.Count))
                mentions.Add(new Mention(
                    id, [(string?)entity.Attribute("type")
                        ?? ""], [.. spans.Select(span => new TextSpan(span.Start + start, span.Length))], place)
                {
                    RecordedSurface = isSame ? null : recorded,
                });
            else
                log.ReportMalformed(ReadingDiagnostics.DuplicateId(place, id));
        }

        /// <summary><c>12-16;20-24</c>, also parted by commas; none where a range is outside.</summary>
        private static ImmutableArray<TextSpan> ReadSpans(string value, TextOffsets offsets, int last)
        {
            var spans = ImmutableArray.CreateBuilder<TextSpan>();
            foreach (var range in value.Split([';', ','], StringSplitOptions.RemoveEmptyEntries))
            {
                if (range.Split('-') is not [var first, var end]
                    || WholeNumber.Read(first) is not { } from
                    || WholeNumber.Read(end) is not { } to
                    || !offsets.TryGetSpan(from, to + last, out var span))
                    return [];
                spans.Add(span);
            }

            return [.. spans.OrderBy(span => span.Start)];
        }

        private static bool IsSame(ImmutableArray<TextSpan> spans, string words, string recorded) =>
            !spans.IsEmpty
            && (Surfaces.Join(words, spans) == recorded
                || TextOffsets.IsSame(words.AsSpan(spans[0].Start, spans[^1].End - spans[0].Start), recorded));

        private void AddRelation(XElement pair)
        {
            var says = (string?)pair.Attribute("ddi") ?? (string?)pair.Attribute("interaction");
            if (says?.ToLowerInvariant() == "false")
            {
                log.Count("pairs without a relation");
                return;
            }

            var place = xml.GetPlace(pair);
            var (from, to) = ((string?)pair.Attribute("e1") ?? "", (string?)pair.Attribute("e2") ?? "");
            if (byId.TryGetValue(from, out var source) && byId.TryGetValue(to, out var target))
                relations.Add(new RelationAnnotation(
                    (string?)pair.Attribute("id") ?? $"r{relations.Count + 1}",
                    (string?)pair.Attribute("type") is { Length: > 0 } type ? type : "interaction",
                    new MentionArgument(source), new MentionArgument(target), place)
                {
                    Fragments = [mentions[source].Span.Cover(mentions[target].Span)],
                });
            else
                log.ReportMalformed(ReadingDiagnostics.UnknownReference(place, byId.ContainsKey(from) ? to : from));
        }
    }
}
