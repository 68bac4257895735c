using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// PARC 3: news as trees of phrases, whose words have <c>@text</c> and say which attributions they are part of, as source, cue or content.
/// An attribution is an event of who says what; blanks follow the places of the words in bytes.
/// </summary>
internal sealed class ParcFormat() : XmlFormat("parc")
{
    protected override bool Fits(AnnotationFile file) =>
        file.Extension == ".xml" && XmlHeads.HasRoot(file, "root")
        && file.Head.Contains("<SENTENCE", StringComparison.Ordinal) && file.Head.Contains("<WORD ", StringComparison.Ordinal);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log) =>
        [new ParcReader(file, xml, log).Read()];
}

internal sealed class ParcReader(AnnotationFile file, XmlFile xml, ReadingLog log)
{
    private const string Kind = "attribution";
    private const string Cue = "cue";

    private static readonly KnownElements Known = new(["attribution @id", "attributionRole @roleValue"]);

    // What has nothing in it; any other element is a phrase.
    private static readonly HashSet<string> Leaves = ["SENTENCE", "WORD", "attribution", "attributionRole"];

    private readonly TokenizedText text = new();
    private readonly List<Mention> mentions = [];
    private readonly OrderedDictionary<string, OrderedDictionary<string, List<int>>> attributions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourcePlace> places = new(StringComparer.Ordinal);

    public AnnotatedArticle Read()
    {
        foreach (var sentence in xml.Root.Elements())
        {
            var words = sentence.Descendants("WORD").ToList();
            foreach (var (index, word) in words.Index())
                AddWord(word, words.ElementAtOrDefault(index + 1));
            text.EndSentence();
        }

        foreach (var other in xml.Root.Descendants().Where(element => !element.HasElements && !Leaves.Contains(element.Name.LocalName)))
            log.CountLoss($"'{other.Name.LocalName}' elements not read");
        log.CountPassed("words with parts of speech and syntax", text.Tokens.Count);
        ImmutableArray<EventAnnotation> events = [.. attributions.Select(pair => CreateEvent(pair.Key, pair.Value))];
        return new AnnotatedArticle(new ArticleMetadata(), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Events = events,
            Sentences = text.GetSentences(),
        };
    }

    private void AddWord(XElement word, XElement? next)
    {
        var index = text.Tokens.Count;
        text.Add(
            (string?)word.Attribute("text") ?? "",
            next is null || GetPlace(word, 1) is not { } end || GetPlace(next, 0) is not { } start || start > end);
        foreach (var attribution in word.Elements(Kind))
            Known.CountOthersOf(attribution, log);
        foreach (var attribution in word.Elements(Kind))
        {
            var id = (string?)attribution.Attribute("id") ?? "";
            if (attributions.TryAdd(id, new OrderedDictionary<string, List<int>>(StringComparer.Ordinal)))
                places.Add(id, xml.GetPlace(attribution));
            foreach (var role in attribution.Elements("attributionRole")
                .Select(role => (string?)role.Attribute("roleValue") ?? "")
                .Distinct())
            {
                attributions[id].AddTo(role, index);
            }
        }
    }

    /// <summary>The begin or the end of <c>9,13</c>.</summary>
    private static long? GetPlace(XElement word, int part) =>
        WholeNumber.Read(((string?)word.Attribute("ByteCount"))?.Split(',').ElementAtOrDefault(part));

    private EventAnnotation CreateEvent(string id, OrderedDictionary<string, List<int>> roles)
    {
        int? trigger = null;
        var participants = new List<Participant>();
        foreach (var (role, words) in roles)
        {
            var index = mentions.Count;
            var isCue = role == Cue;
            mentions.Add(new Mention(
                $"{id}.{role}", [isCue ? Kind : role], [.. TokenRuns.Find(words).Select(run => text.Cover(run.First, run.Last))],
                places[id])
            {
                Kind = isCue ? MentionKind.Trigger : MentionKind.Entity,
            });
            if (isCue)
                trigger = index;
            else
                participants.Add(new Participant(role, new MentionArgument(index)));
        }

        return new EventAnnotation(id, Kind, trigger, [.. participants], places[id])
        {
            Fragments = trigger is { } cue ? mentions[cue].Fragments : [],
        };
    }
}
