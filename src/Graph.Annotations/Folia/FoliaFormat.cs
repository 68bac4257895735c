using System.Globalization;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// FoLiA, versions 1 and 2: words with their texts, entities and coreference over words by id. Blanks follow <c>@space</c>; offsets are not
/// needed.
/// </summary>
internal sealed class FoliaFormat() : SingleFileFormat("folia")
{
    public static readonly XNamespace Namespace = "http://ilk.uvt.nl/folia";

    protected override bool Fits(AnnotationFile file) => file.Extension is ".xml" or ".folia" && XmlHeads.HasRoot(file, "FoLiA");

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log)
    {
        if (XmlFile.Read(file, log) is { } xml && xml.Root.Descendants(Namespace + "w").Any())
            yield return new FoliaArticleReader(file, xml, log).Read();
        else
            log.CountLoss("FoLiA documents without words");
    }
}

internal sealed class FoliaArticleReader(AnnotationFile file, XmlFile xml, ReadingLog log)
{
    private static readonly XName Id = XNamespace.Xml + "id";
    private static readonly HashSet<string> LayersRead = ["entities", "coreferences", "relations"];

    /// <summary>What is not the text as it counts now.</summary>
    private static readonly HashSet<string> Beside = ["original", "suggestion", "alt", "altlayers"];

    /// <summary>Parts of a text and what is in them; other elements that hold no word are told.</summary>
    private static readonly KnownElements Known = new(
        [
            "text", "speech", "div", "s", "p", "head", "utt", "event", "list", "item", "label", "table", "tablehead", "row", "cell",
            "quote", "part", "figure", "caption", "entry", "def", "ex", "term", "note", "correction", "new", "current", "w", "t",
            "entities", "entity", "coreferences", "coreferencechain", "coreferencelink", "relations", "relation", "wref", "xref", "link",
            "feat",
        ],
        // What the text does not have any more, and blanks.
        [.. Beside, "metadata", "whitespace", "br", "linebreak", "pagebreak"]);

    // Analysis of the language.
    private static readonly HashSet<string> Language =
    [
        "pos", "lemma", "sense", "metric", "morphology", "phonology", "ph", "hyphbreak", "errordetection", "str", "lang", "hd",
        "dep", "su", "chunk",
    ];

    private readonly TokenizedText text = new();
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<string, int> mentionsById = new(StringComparer.Ordinal);

    public AnnotatedArticle Read()
    {
        foreach (var part in xml.Root.Elements())
            ReadText(part);
        text.EndSentence();
        foreach (var entity in List("entity"))
            AddEntity(entity);
        var chains = List("coreferencechain").Select(ReadChain).ToImmutableArray();
        var relations = List("relation").Select(ReadRelation).OfType<RelationAnnotation>().ToImmutableArray();
        CountUnread(xml.Root);
        return new AnnotatedArticle(ReadMetadata(), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Chains = chains,
            Relations = relations,
            Sentences = text.GetSentences(),
        };
    }

    /// <summary>Counts what is neither a part of the text nor read: of a layer over words its annotations, else the element.</summary>
    private void CountUnread(XElement holder)
    {
        foreach (var element in holder.Elements())
        {
            var name = element.Name.LocalName;
            if (Known.Has(name))
                CountUnread(element);
            else if (IsUnread(element))
                foreach (var annotation in element.Elements())
                    Count(annotation.Name.LocalName);
            else if (!Known.HasWhole(name))
                Count(name);
        }

        void Count(string name)
        {
            if (Language.Contains(name))
                log.CountPassed($"{name} elements not read");
            else
                log.CountLoss($"{name} elements not read");
        }
    }

    private IEnumerable<XElement> List(string name) =>
        xml.Root
            .Descendants(FoliaFormat.Namespace + name)
            .Where(element => !element.Ancestors().Any(above => Beside.Contains(above.Name.LocalName)));

    /// <summary>Layers over words other than those that are read; what stands on a word itself is language.</summary>
    private static bool IsUnread(XElement element) =>
        element.Elements().Any(child => child.Elements(FoliaFormat.Namespace + "wref").Any())
            && !LayersRead.Contains(element.Name.LocalName)
            && element.Name.LocalName is not ("coreferencechain" or "coreferencelink" or "relation" or "entity");

    private void ReadText(XElement element)
    {
        foreach (var child in element.Elements().Where(child => !Beside.Contains(child.Name.LocalName)))
        {
            if (child.Name != FoliaFormat.Namespace + "w")
            {
                ReadText(child);
                continue;
            }

            if (FindWord(child) is not { } word)
            {
                log.CountLoss("words without a text", 1, xml.GetPlace(child));
                continue;
            }

            if ((string?)child.Attribute(Id) is { } id)
                words.TryAdd(id, text.Tokens.Count);
            text.Add(word, (string?)child.Attribute("space") != "no");
        }

        if (element.Name.LocalName is "s" or "p" or "head" or "utt" or "event")
            text.EndSentence(element.Name.LocalName == "s" ? " " : "\n");
    }

    /// <summary>The current text of a word; a correction holds it below <c>new</c> or <c>current</c>.</summary>
    private static string? FindWord(XElement word)
    {
        var texts = word.Descendants(FoliaFormat.Namespace + "t")
            .Where(candidate => !candidate.Ancestors().TakeWhile(above => above != word).Any(above => Beside.Contains(above.Name.LocalName)
                || above.Name.LocalName is "morpheme" or "phoneme" or "str"))
            .ToList();
        var chosen = texts.Find(candidate => (string?)candidate.Attribute("class") is null or "current") ?? texts.FirstOrDefault();
        return chosen?.Value.Trim() is { Length: > 0 } value ? value : null;
    }

    private void AddEntity(XElement entity)
    {
        var id = (string?)entity.Attribute(Id) ?? $"e{mentions.Count + 1}";
        if (FindSpan(entity) is not { } fragments)
            return;
        if (!mentionsById.TryAdd(id, mentions.Count))
        {
            log.ReportMalformed(ReadingDiagnostics.DuplicateId(xml.GetPlace(entity), id));
            return;
        }

        mentions.Add(new Mention(id, [(string?)entity.Attribute("class") ?? "entity"], fragments, xml.GetPlace(entity))
        {
            Confidence = double.TryParse(
                (string?)entity.Attribute("confidence"), NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence)
                ? confidence
                : null,
            Properties = [.. ListProperties(entity)],
        });
    }

    private static IEnumerable<KeyValuePair<string, Value>> ListProperties(XElement entity)
    {
        if ((string?)entity.Attribute("annotator") is { Length: > 0 } annotator)
            yield return new("annotator", Value.FromString(annotator));
        foreach (var feature in entity.Elements(FoliaFormat.Namespace + "feat"))
        {
            if ((string?)feature.Attribute("subset") is { Length: > 0 } name
                && (string?)feature.Attribute("class") is { Length: > 0 } value)
                yield return new(name, Value.FromString(value));
        }
    }

    /// <summary>The words that an element points at; null, and a diagnostic, where one is not there.</summary>
    private ImmutableArray<TextSpan>? FindSpan(XElement element)
    {
        var ids = element.Elements(FoliaFormat.Namespace + "wref").Select(reference => (string?)reference.Attribute("id") ?? "").ToList();
        if (ids.Find(id => !words.ContainsKey(id)) is { } missing)
        {
            log.ReportMalformed(ReadingDiagnostics.UnknownReference(xml.GetPlace(element), missing));
            return null;
        }

        if (ids.Count > 0)
            return [.. TokenRuns.Find(ids.Select(id => words[id])).Select(run => text.Cover(run.First, run.Last))];

        log.CountLoss("annotations without words");
        return null;
    }

    private CoreferenceChain ReadChain(XElement chain, int number)
    {
        var members = new List<int>();
        foreach (var link in chain.Elements(FoliaFormat.Namespace + "coreferencelink"))
        {
            if (FindSpan(link) is { } fragments)
                members.Add(FindOrAdd(fragments, xml.GetPlace(link)));
        }

        return new CoreferenceChain((string?)chain.Attribute(Id) ?? $"{number + 1}", [.. members.Distinct()], xml.GetPlace(chain));
    }

    private int FindOrAdd(ImmutableArray<TextSpan> fragments, SourcePlace place)
    {
        var known = mentions.FindIndex(mention => mention.Fragments.SequenceEqual(fragments));
        if (known >= 0)
            return known;
        mentions.Add(new Mention($"c{mentions.Count + 1}", [""], fragments, place) { Layer = "coreference" });
        return mentions.Count - 1;
    }

    /// <summary>A relation between two entities that it refers to.</summary>
    private RelationAnnotation? ReadRelation(XElement relation)
    {
        var ends = relation.Elements(FoliaFormat.Namespace + "xref")
            .Concat(relation.Elements(FoliaFormat.Namespace + "link"))
            .Select(end => (string?)end.Attribute("id") ?? (string?)end.Attribute("idref") ?? "")
            .ToList();
        var owner = relation.Ancestors(FoliaFormat.Namespace + "entity").FirstOrDefault();
        if (owner is not null && (string?)owner.Attribute(Id) is { } id)
            ends.Insert(0, id);
        if (ends.Count == 2 && mentionsById.TryGetValue(ends[0], out var from) && mentionsById.TryGetValue(ends[1], out var to))
            return new RelationAnnotation(
                (string?)relation.Attribute(Id) ?? "",
                (string?)relation.Attribute("class") ?? "relation",
                new MentionArgument(from),
                new MentionArgument(to),
                xml.GetPlace(relation));
        log.CountLoss("relation elements not read");
        return null;
    }

    private ArticleMetadata ReadMetadata()
    {
        string? Get(params string[] names) => xml.Root.Elements(FoliaFormat.Namespace + "metadata").Elements(FoliaFormat.Namespace + "meta")
            .Where(meta => names.Contains((string?)meta.Attribute("id")))
            .Select(meta => meta.Value.Trim())
            .FirstOrDefault(value => value.Length > 0);
        return new ArticleMetadata(
            (string?)xml.Root.Attribute(Id),
            Get("title"),
            PartialDate.TryParse(Get("date", "created") ?? "", out var date, out _) ? date : null,
            Get("publisher", "source"),
            Get("language"),
            Get("url"));
    }
}
