using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// Stanford CoreNLP, outputFormat xml: tokens with offsets and tags; runs of one tag are mentions, coreference names tokens of sentences,
/// both counted from 1, end exclusive. The text is the tokens with the blanks that their offsets leave.
/// </summary>
internal sealed class CoreNlpFormat() : XmlFormat("corenlp")
{
    protected override bool Fits(AnnotationFile file) =>
        file.Extension is ".xml" or ".out"
        && XmlHeads.HasRoot(file, "root")
        && file.Head.Contains("<sentences", StringComparison.Ordinal)
        && file.Head.Contains("<document", StringComparison.Ordinal);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log)
    {
        CoreNlpArticleReader.Known.CountOthers(xml.Root, log);
        foreach (var document in xml.Root.Elements("document"))
            yield return new CoreNlpArticleReader(file, xml, document, log).Read();
    }
}

internal sealed class CoreNlpArticleReader(AnnotationFile file, XmlFile xml, XElement root, ReadingLog log)
{
    public static readonly KnownElements Known = new(
        [
            "document", "docId", "docDate", "sentences", "sentence", "tokens", "token", "word", "lemma", "CharacterOffsetBegin",
            "CharacterOffsetEnd", "POS", "NER", "NormalizedNER", "Speaker", "TrueCase", "TrueCaseText", "sentiment", "coreference",
            "mention", "start", "end", "head", "text",
        ], "parse", "dependencies", "basic-dependencies", "collapsed-dependencies", "collapsed-ccprocessed-dependencies", "openie", "kbp",
        "MachineReading", "quotes");

    private readonly TokenDocument document = new();
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<TextSpan, int> bySpan = [];

    public AnnotatedArticle Read()
    {
        var sentences = root.Elements("sentences").Elements("sentence").ToList();
        foreach (var sentence in sentences)
        {
            foreach (var token in sentence.Elements("tokens").Elements("token"))
            {
                document.Add(new PlacedToken(
                    Unescape(token.Element("word")?.Value ?? ""), null, token.Element("NER")?.Value ?? "O",
                    WholeNumber.ReadElement(token, "CharacterOffsetBegin"), WholeNumber.ReadElement(token, "CharacterOffsetEnd")));
            }

            document.EndSentence();
        }

        for (var sentence = 0; sentence < sentences.Count; sentence++)
        {
            var place = xml.GetPlace(sentences[sentence]);
            document.AddRuns(sentence, (type, span) => Add(type, span, place, layer: null));
        }

        CountUnread(sentences);
        var chains = root.Elements("coreference").Elements("coreference").Select(ReadChain).ToImmutableArray();
        return new AnnotatedArticle(new ArticleMetadata(root.Element("docId")?.Value is { Length: > 0 } id ? id : null), document.Text)
        {
            File = file,
            Mentions = [.. mentions],
            Chains = chains,
            Sentences = document.Sentences,
        };
    }

    private void CountUnread(List<XElement> sentences)
    {
        log.CountPassed(
            "parses and dependencies",
            sentences.Elements("parse").Concat(sentences.Elements("dependencies")).Count(element => element.Value.Length > 0));
        log.CountLoss(
            "normalized values of names",
            sentences.Elements("tokens").Elements("token").Count(token => token.Element("NormalizedNER") is not null));
        foreach (var name in new[] { "openie", "kbp" })
            log.CountLoss($"{name} triples not read", sentences.Elements(name).Elements().Count());
        log.CountLoss("MachineReading elements not read", sentences.Elements("MachineReading").Elements().Elements().Count());
        log.CountLoss("quotes not read", root.Elements("quotes").Elements("quote").Count());
    }

    private CoreferenceChain ReadChain(XElement chain, int number)
    {
        var members = new List<int>();
        foreach (var mention in chain.Elements("mention"))
        {
            var start = WholeNumber.ReadElement(mention, "start") - 1 ?? -1;
            var end = WholeNumber.ReadElement(mention, "end") - 1 ?? -1;
            var place = xml.GetPlace(mention);
            if (document.TryGetSpan((int)(WholeNumber.ReadElement(mention, "sentence") ?? 0) - 1, start, end, out var span))
                members.Add(bySpan.TryGetValue(span, out var known) ? known : Add("", span, place, "coreference"));
            else
                log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(place, start, end, document.Text.Length));
        }

        return new CoreferenceChain($"{number + 1}", [.. members.Distinct()], xml.GetPlace(chain));
    }

    private int Add(string type, TextSpan span, SourcePlace place, string? layer)
    {
        bySpan.TryAdd(span, mentions.Count);
        mentions.Add(new Mention($"m{mentions.Count + 1}", [type], [span], place) { Layer = layer });
        return mentions.Count - 1;
    }

    /// <summary>Brackets as the treebank writes them.</summary>
    private static string Unescape(string word) =>
        word switch { "-LRB-" => "(", "-RRB-" => ")", "-LSB-" => "[", "-RSB-" => "]", "-LCB-" => "{", "-RCB-" => "}", _ => word };
}
