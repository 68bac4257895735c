using System.Text;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// TCF of WebLicht: a text, its tokens, and layers that name tokens by their ids: sentences, named entities, references with what they
/// refer to. Layers that say how the language is built are counted.
/// </summary>
internal sealed class TcfFormat() : XmlFormat("tcf")
{
    protected override bool Fits(AnnotationFile file) =>
        file.Extension is ".xml" or ".tcf"
        && XmlHeads.HasRoot(file, "D-Spin")
        && file.Head.Contains("TextCorpus", StringComparison.Ordinal);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log)
    {
        foreach (var (number, corpus) in xml.Root.Elements().Where(element => element.Name.LocalName == "TextCorpus").Index())
            yield return new TcfReader(file, number == 0 ? null : $"{file.Stem}#{number + 1}", xml, corpus, log).Read();
    }
}

internal sealed class TcfReader(AnnotationFile file, string? id, XmlFile xml, XElement corpus, ReadingLog log)
{
    private static readonly string[] Taken = ["text", "tokens", "sentences", "namedEntities", "references"];

    private static readonly KnownElements Known = new(
    [
        "text", "tokens", "token @ID @start @end", "sentences", "sentence @ID @tokenIDs @start @end", "namedEntities @type",
        "entity @ID @class @tokenIDs", "references @typetagset @reltagset", "reference @ID @tokenIDs @type",
    ]);

    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];

    private readonly Dictionary<string, (int Index, TextSpan Span)> tokens = new(StringComparer.Ordinal);
    private readonly List<TextSpan> spans = [];
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<string, int> bySpan = new(StringComparer.Ordinal);
    private string text = "";

    public AnnotatedArticle Read()
    {
        ReadTokens();
        foreach (var layer in corpus.Elements().Where(layer => !Taken.Contains(layer.Name.LocalName)))
            log.CountPassed($"annotations of the layer '{layer.Name.LocalName}'", Math.Max(1, layer.Elements().Count()));
        foreach (var layer in corpus.Elements().Where(layer => Taken.Contains(layer.Name.LocalName)))
            Known.CountOthersOf(layer, log);
        foreach (var entity in List("namedEntities", "entity"))
            Add(entity, (string?)entity.Attribute("class") ?? "", layer: null);
        var hasNames = mentions.Count > 0;
        var chains = List("references", "entity")
            .Select((entity, index) => ReadChain(entity, index, hasNames))
            .OfType<CoreferenceChain>()
            .ToImmutableArray();
        return new AnnotatedArticle(new ArticleMetadata(id, Language: (string?)corpus.Attribute("lang")), text)
        {
            File = file,
            Mentions = [.. mentions],
            Chains = chains,
            Sentences = [.. List("sentences", "sentence")
                .Select(sentence => FindSpans(sentence, "tokenIDs"))
                .Where(parts => parts.Length > 0)
                .Select(parts => parts[0].Cover(parts[^1]))],
        };
    }

    /// <summary>Tokens are at their words in the text; where it has not these, or there is none, blanks part them.</summary>
    private void ReadTokens()
    {
        text = Elements("text").FirstOrDefault()?.Value ?? "";
        var words = List("tokens", "token").ToList();
        var position = 0;
        foreach (var token in words)
        {
            var start = text.IndexOf(token.Value, position, StringComparison.Ordinal);
            if (start < 0 || token.Value.Length == 0)
            {
                Join(words);
                return;
            }

            Register(token, new TextSpan(start, token.Value.Length));
            position = start + token.Value.Length;
        }
    }

    private void Join(List<XElement> words)
    {
        tokens.Clear();
        spans.Clear();
        var joined = new StringBuilder();
        foreach (var token in words)
        {
            if (joined.Length > 0)
                joined.Append(' ');
            Register(token, new TextSpan(joined.Length, token.Value.Length));
            joined.Append(token.Value);
        }

        text = joined.ToString();
    }

    private void Register(XElement token, TextSpan span)
    {
        tokens.TryAdd((string?)token.Attribute("ID") ?? $"{spans.Count}", (spans.Count, span));
        spans.Add(span);
    }

    private IEnumerable<XElement> Elements(string name) => corpus.Elements().Where(element => element.Name.LocalName == name);

    private IEnumerable<XElement> List(string layer, string item) =>
        Elements(layer).Elements().Where(element => element.Name.LocalName == item);

    private ImmutableArray<TextSpan> FindSpans(XElement element, string attribute)
    {
        var ids = ((string?)element.Attribute(attribute) ?? "").Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        var found = ids.Where(tokens.ContainsKey).Select(token => tokens[token].Index).ToList();
        if (found.Count == ids.Length && found.Count > 0)
            return [.. TokenRuns.Find(found).Select(run => spans[run.First].Cover(spans[run.Last]))];
        log.ReportMalformed(ReadingDiagnostics.Malformed(
            xml.GetPlace(element), element.Name.LocalName, $"its tokens '{string.Join(' ', ids)}' are not all in the text"));
        return [];
    }

    private int? Add(XElement element, string type, string? layer)
    {
        var parts = FindSpans(element, "tokenIDs");
        if (parts.Length == 0)
            return null;
        var key = string.Join(' ', parts);
        if (layer is not null && bySpan.TryGetValue(key, out var known))
            return known;
        bySpan.TryAdd(key, mentions.Count);
        mentions.Add(new Mention($"m{mentions.Count + 1}", [type], parts, xml.GetPlace(element))
        {
            Layer = layer is { Length: > 0 } ? layer : null
        });
        return mentions.Count - 1;
    }

    private int? AddReference(XElement reference, string layer)
    {
        var index = Add(reference, "", layer);
        if (index is { } found && mentions[found].Form == MentionForm.Unknown)
            mentions[found] = mentions[found] with { Form = GetForm((string?)reference.Attribute("type") ?? "") };
        return index;
    }

    /// <summary>Tag sets write <c>pro.per3</c>, <c>pronoun</c>, <c>name</c>, <c>nom</c> and <c>nominal</c>.</summary>
    private static MentionForm GetForm(string type) =>
        type.StartsWith("pro", StringComparison.Ordinal) && !type.StartsWith("prop", StringComparison.Ordinal) ? MentionForm.Pronoun
        : type.StartsWith("name", StringComparison.Ordinal) || type.StartsWith("prop", StringComparison.Ordinal) ? MentionForm.Name
        : type.StartsWith("nom", StringComparison.Ordinal) ? MentionForm.Description
        : MentionForm.Unknown;

    /// <summary>Where names are annotated too, what else refers is a layer beside them.</summary>
    private CoreferenceChain? ReadChain(XElement entity, int index, bool hasNames)
    {
        var members = entity.Elements().Where(element => element.Name.LocalName == "reference")
            .Select(reference => AddReference(reference, hasNames ? "references" : "")).OfType<int>().Distinct().ToImmutableArray();
        return members.Length > 0
            ? new CoreferenceChain((string?)entity.Attribute("ID") ?? $"c{index + 1}", members, xml.GetPlace(entity))
            : null;
    }
}
