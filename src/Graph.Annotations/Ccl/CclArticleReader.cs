using System.Globalization;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>One document of CCL.</summary>
/// <param name="relations">Null where it has none.</param>
internal sealed class CclArticleReader(AnnotationFile file, XmlFile xml, XmlFile? relations, ArticleMetadata metadata, ReadingLog log)
{
    // Phrases of the grammar.
    private const string Chunk = "chunk_";

    private static readonly KnownElements Known = new(
        [
            "chunk", "sentence", "tok", "orth", "ann", "prop", "ns", "rel", "from", "to",
        ], "lex");

    private readonly TokenizedText text = new();
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<(string Sentence, string Channel, int Number), int> places = [];

    public AnnotatedArticle Read()
    {
        foreach (var sentence in xml.Root.Descendants("sentence"))
            ReadSentence(sentence);
        foreach (var root in new[] { xml.Root, relations?.Root }.OfType<XElement>())
            Known.CountOthers(root, log);
        return new AnnotatedArticle(metadata, text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Relations = relations is null ? [] : [.. relations.Root.Elements("rel").Select(ReadRelation).OfType<RelationAnnotation>()],
            Sentences = text.GetSentences(),
        };
    }

    private void ReadSentence(XElement sentence)
    {
        var annotations = new OrderedDictionary<(string Channel, int Number), List<int>>();
        foreach (var token in sentence.Elements("tok"))
        {
            text.Add(token.Element("orth")?.Value ?? "", token.ElementsAfterSelf().FirstOrDefault()?.Name != "ns");
            foreach (var annotation in token.Elements("ann"))
            {
                var channel = (string?)annotation.Attribute("chan") ?? "";
                if (!int.TryParse(annotation.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
                    continue;
                annotations.AddTo((channel, number), text.Tokens.Count - 1);
            }

            log.CountPassed("properties of tokens", token.Elements("prop").Count());
        }

        text.EndSentence();
        foreach (var ((channel, number), tokens) in annotations)
        {
            if (channel.StartsWith(Chunk, StringComparison.Ordinal))
            {
                log.CountPassed("phrases of the grammar");
                continue;
            }

            places[((string?)sentence.Attribute("id") ?? "", channel, number)] = mentions.Count;
            mentions.Add(new Mention(
                $"m{mentions.Count + 1}", [channel], [.. TokenRuns.Find(tokens).Select(run => text.Cover(run.First, run.Last))],
                xml.GetPlace(sentence)));
        }
    }

    private RelationAnnotation? ReadRelation(XElement relation, int index)
    {
        var (name, set) = ((string?)relation.Attribute("name") ?? "relation", (string?)relation.Attribute("set") ?? "");
        var place = relations!.GetPlace(relation);
        if (Find(relation.Element("from")) is { } source && Find(relation.Element("to")) is { } target)
        {
            return new RelationAnnotation($"r{index + 1}", name, new MentionArgument(source), new MentionArgument(target), place)
            {
                IsCoreference = set.StartsWith("Anaphora", StringComparison.OrdinalIgnoreCase),
            };
        }

        log.ReportMalformed(ReadingDiagnostics.Malformed(place, "relation", "an end of it is no annotation of this article"));
        return null;
    }

    private int? Find(XElement? end) =>
        end is not null
            && int.TryParse(end.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && places.TryGetValue(((string?)end.Attribute("sent") ?? "", (string?)end.Attribute("chan") ?? "", number), out var mention)
            ? mention
            : null;
}
