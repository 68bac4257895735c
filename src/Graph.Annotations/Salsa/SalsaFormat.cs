using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// SALSA: sentences of TIGER XML with frames of FrameNet, whose targets and elements are nodes of the tree. A frame is an event with the
/// words that evoke it and its elements; a file is one article.
/// </summary>
internal sealed class SalsaFormat() : XmlFormat("salsa")
{
    protected override bool Fits(AnnotationFile file) =>
        file.Extension == ".xml" && XmlHeads.HasRoot(file, "corpus")
        && file.Head.Contains("<terminals>", StringComparison.Ordinal)
        && (file.Head.Contains("<sem>", StringComparison.Ordinal) || file.Head.Contains("<frames>", StringComparison.Ordinal));

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log) =>
        [new SalsaReader(file, xml, log).Read()];
}

internal sealed class SalsaReader(AnnotationFile file, XmlFile xml, ReadingLog log)
{
    private static readonly KnownElements Known = new(
        [
            "body", "s", "graph", "terminals", "t", "nonterminals", "nt", "edge", "secedge", "sem", "frames", "frame", "target", "fe",
            "fenode", "globals", "usp", "uspframes", "uspfes", "splitwords", "flag", "matches",
        ],
        "head");

    private readonly TokenizedText text = new();
    private readonly List<Mention> mentions = [];
    private readonly List<EventAnnotation> events = [];

    public AnnotatedArticle Read()
    {
        Known.CountOthers(xml.Root, log);
        foreach (var sentence in xml.Root.Elements("body").Elements("s"))
            ReadSentence(sentence);
        log.CountPassed("words with parts of speech and syntax", text.Tokens.Count);
        return new AnnotatedArticle(new ArticleMetadata(), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Events = [.. events],
            Sentences = text.GetSentences(),
        };
    }

    private void ReadSentence(XElement sentence)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in sentence.Elements("graph").Elements("terminals").Elements("t"))
        {
            words.TryAdd(GetId(word), text.Tokens.Count);
            text.Add((string?)word.Attribute("word") ?? "");
        }

        text.EndSentence();
        var phrases = sentence.Elements("graph").Elements("nonterminals").Elements("nt")
            .ToLookup(
                GetId, phrase => phrase.Elements("edge").Select(edge => (string?)edge.Attribute("idref") ?? ""), StringComparer.Ordinal);
        foreach (var frame in sentence.Elements("sem").Elements("frames").Elements("frame"))
            AddFrame(frame, words, phrases);
    }

    private static string GetId(XElement element) => (string?)element.Attribute("id") ?? "";

    private void AddFrame(XElement frame, Dictionary<string, int> words, ILookup<string, IEnumerable<string>> phrases)
    {
        var place = xml.GetPlace(frame);
        var type = (string?)frame.Attribute("name") ?? "";
        if (frame.Element("target") is not { } target || AddMention(target, type, MentionKind.Trigger, words, phrases) is not { } trigger)
        {
            log.CountLoss("frames without the words that evoke them", 1, place);
            return;
        }

        var participants = new List<Participant>();
        foreach (var element in frame.Elements("fe"))
        {
            var role = (string?)element.Attribute("name") ?? "";
            if (!element.Elements("fenode").Any())
                log.CountPassed("elements of frames that have no words");
            else if (AddMention(element, role, MentionKind.Entity, words, phrases) is { } mention)
                participants.Add(new Participant(role, new MentionArgument(mention)));
        }

        events.Add(new EventAnnotation(GetId(frame), type, trigger, [.. participants], place) { Fragments = mentions[trigger].Fragments });
    }

    private int? AddMention(
        XElement element, string type, MentionKind kind, Dictionary<string, int> words, ILookup<string, IEnumerable<string>> phrases)
    {
        var found = new SortedSet<int>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(element.Elements("fenode").Select(node => (string?)node.Attribute("idref") ?? ""));
        while (waiting.TryPop(out var id))
        {
            if (words.TryGetValue(id, out var word))
                found.Add(word);
            else if (seen.Add(id))
                phrases[id].SelectMany(children => children).ToList().ForEach(waiting.Push);
        }

        if (found.Count == 0)
        {
            log.ReportMalformed(
                ReadingDiagnostics.Malformed(xml.GetPlace(element), "element of a frame", "its nodes are not in the sentence"));
            return null;
        }

        mentions.Add(new Mention(
            $"m{mentions.Count + 1}", [type], [.. TokenRuns.Find(found).Select(run => text.Cover(run.First, run.Last))],
            xml.GetPlace(element))
        {
            Kind = kind,
        });
        return mentions.Count - 1;
    }
}
