using System.Globalization;

namespace Graph.Annotations;

/// <summary>
/// NIF 2 in any form of RDF, as AIDA, KORE50, MSNBC and others are published: contexts with their texts, phrases with offsets in them
/// and what they are linked to. Offsets are code points; where the recorded words show another counting, that.
/// </summary>
internal sealed class NifFormat : IAnnotationFormat
{
    private const string Core = "persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";

    public string Name => "nif";

    // What is larger is no list of what a few texts name.
    private const long MostKnowledge = 64 << 20;
    private const int MostFiles = 20;

    // Read once for all texts of a folder.
    private readonly Dictionary<string, Dictionary<string, NifNode>> knowledge = new(StringComparer.Ordinal);

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        var all = folder.Remaining.Where(RdfFile.IsRdf).ToLookup(file => file.Head.Contains(Core, StringComparison.Ordinal));
        var beside = all.Contains(true) ? all[false].Where(file => file.Length <= MostKnowledge && !IsJson(file)).ToList() : [];
        if (beside.Count > MostFiles)
            beside = [];
        foreach (var file in all[true].Concat(beside))
            folder.Take(file);
        return all[true].Select(file => new FileSet([file, .. beside]));
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var beside = files.Files.Skip(1).Select(file => GetKnowledge(file, log)).ToList();
        return new NifFileReader(files.Main, beside, log).Read(NifNode.Index(RdfFile.Read(files.Main, log)));
    }

    private static bool IsJson(AnnotationFile file) => file.Extension is ".json" or ".jsonld";

    private Dictionary<string, NifNode> GetKnowledge(AnnotationFile file, ReadingLog log)
    {
        if (knowledge.TryGetValue(file.FullPath, out var known))
            return known;
        var read = RdfFile.Read(file, log);
        log.CountPassed("statements of knowledge bases, which describe what texts refer to", read.Count);
        return knowledge[file.FullPath] = NifNode.Index(read);
    }
}

/// <param name="knowledge">What files beside say of the things that texts refer to.</param>
internal sealed class NifFileReader(AnnotationFile file, IReadOnlyList<Dictionary<string, NifNode>> knowledge, ReadingLog log)
{
    private static readonly string[] Contexts = ["Context"];
    private static readonly string[] Links = ["taIdentRef", "entityId"];
    private static readonly string[] Classes = ["taClassRef", "class", "taMsClassRef"];
    private static readonly HashSet<string> Taken =
    [
        "type", "beginIndex", "endIndex", "anchorOf", "referenceContext", "annotationUnit", "taIdentRef", "entityId", "taClassRef",
        "class", "taMsClassRef", "taConfidence", "confidence",
        "before", "after", "head", "isString", "sentence", "word", "previousWord", "nextWord", "subString", "superString",
        "taAnnotatorsRef", "annotatorsRef",
    ];

    private readonly SourcePlace place = SourcePlace.StartOf(file);

    public IEnumerable<AnnotatedArticle> Read(Dictionary<string, NifNode> nodes)
    {
        var order = nodes.Values.OrderBy(node => node.Number).ToList();
        var phrases = order
            .Where(node => node.Get("referenceContext") is not null && IsMention(node))
            .ToLookup(node => node.Get("referenceContext")!, StringComparer.Ordinal);
        foreach (var context in order.Where(node => node.Get("isString") is not null
            || node.GetAll("type").Any(type => Contexts.Contains(NifNode.GetLocalName(type)))))
        {
            if (context.Get("isString") is { } text)
                yield return ReadContext(context, text, phrases[context.Name], nodes);
            else
                log.CountLoss("NIF contexts without a text");
        }

        log.CountLoss(
            "NIF phrases whose context is not in the file",
            phrases.Where(phrase => nodes.GetValueOrDefault(phrase.Key)?.Get("isString") is null).Sum(phrase => phrase.Count()));
        log.CountPassed(
            "NIF strings without a link or class not read",
            order.Count(node => node.Get("referenceContext") is not null && !IsMention(node)));
    }

    /// <summary>A phrase with a link or class of its own, or through an annotation; sentences and words are not.</summary>
    private static bool IsMention(NifNode node) =>
        node.Get("beginIndex") is not null
        && (Links.Concat(Classes).Any(name => node.Get(name) is not null) || node.Get("annotationUnit") is not null
            || node.GetAll("type").Any(type => NifNode.GetLocalName(type) is "Phrase" or "Annotation" or "EntityOccurrence"));

    private static RecordedSpan ReadSpan(NifNode phrase) => new(
        WholeNumber.Read(phrase.Get("beginIndex")) ?? -1, WholeNumber.Read(phrase.Get("endIndex")) ?? -1, phrase.Get("anchorOf"));

    private AnnotatedArticle ReadContext(NifNode context, string text, IEnumerable<NifNode> phrases, Dictionary<string, NifNode> nodes)
    {
        var list = phrases.ToList();
        var offsets = TextOffsets.Choose(text, [.. list.Select(ReadSpan)]);
        var mentions = new List<Mention>();
        foreach (var phrase in list)
        {
            var (start, end, _) = ReadSpan(phrase);
            if (!offsets.TryGetSpan(start, end, out var span))
            {
                log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(place, start, end, offsets.Length));
                continue;
            }

            mentions.Add(ToMention(phrase, $"m{mentions.Count + 1}", span, text, nodes));
        }

        var name = context.Name.Split('#')[0];
        var url = context.Get("sourceUrl") ?? (name.StartsWith("http", StringComparison.Ordinal) ? name : null);
        return new AnnotatedArticle(new ArticleMetadata(GetId(context.Name), Url: url), text) { File = file, Mentions = [.. mentions] };
    }

    private Mention ToMention(NifNode phrase, string id, TextSpan span, string text, Dictionary<string, NifNode> nodes)
    {
        var annotations = phrase
            .GetAll("annotationUnit")
            .Select(unit => nodes.GetValueOrDefault(unit))
            .OfType<NifNode>()
            .Prepend(phrase)
            .ToList();
        var addresses = annotations.SelectMany(node => Links.SelectMany(node.GetAll)).Distinct().ToList();
        var things = addresses
            .SelectMany(address => knowledge.Prepend(nodes).Select(all => all.GetValueOrDefault(address)))
            .OfType<NifNode>()
            .ToList();
        var links = addresses.Concat(things.SelectMany(thing => thing.GetAll("sameAs"))).Distinct()
            .Select(ReadLink)
            .OfType<EntityLink>()
            .ToImmutableArray();
        var types = annotations
            .SelectMany(node => Classes.SelectMany(node.GetAll))
            .Concat(things.SelectMany(thing => thing.GetAll("type")).Where(type => !type.Contains("/owl#", StringComparison.Ordinal)))
            .Select(NifNode.GetLocalName)
            .Where(type => type.Length > 0)
            .Distinct()
            .ToImmutableArray();
        return new Mention(id, types.IsEmpty ? [""] : types, [span], place)
        {
            Links = links,
            EntityLabel = things.Select(thing => thing.Get("label")).FirstOrDefault(label => label is not null),
            RecordedSurface = log.CheckSurface(place, phrase.Get("anchorOf"), text.Substring(span.Start, span.Length)),
            Confidence = double.TryParse(
                annotations.Select(node => node.Get("taConfidence") ?? node.Get("confidence")).FirstOrDefault(value => value is not null),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var confidence) ? confidence : null,
            Properties = [.. annotations.SelectMany(node => node.Values)
                .Where(value => !Taken.Contains(value.Name))
                .Distinct()
                .Select(value => KeyValuePair.Create(value.Name, Value.FromString(value.Value)))],
        };
    }

    /// <summary>What has no entry is linked to an address of the data set itself, or to none.</summary>
    private static EntityLink? ReadLink(string address)
    {
        if (EntityLink.FromAddress(address) is not { } link
            || address.Contains("notInWiki", StringComparison.OrdinalIgnoreCase)
            || address.EndsWith("NIL", StringComparison.Ordinal))
            return null;
        const string DBpedia = "dbpedia.org";
        var at = address.IndexOf("/resource/", StringComparison.Ordinal);
        return link.Authority.EndsWith(DBpedia, StringComparison.Ordinal) && at > 0
            ? new EntityLink(link.Authority, Uri.UnescapeDataString(address[(at + "/resource/".Length)..]))
            : link;
    }

    /// <summary>
    /// The end of the address, or what is asked for in it. What DBpedia adds to all addresses of abstracts tells none apart.
    /// </summary>
    private static string GetId(string name)
    {
        var document = name.Split('#')[0].TrimEnd('/');
        var query = document.IndexOf('?');
        var path = query < 0 ? document : document[..query];
        var asked = query < 0
            ? ""
            : string.Join('&', document[(query + 1)..].Split('&').Where(part => part.Split('=')[0] is not ("nif" or "dbpv")));
        if (asked.Length > 0)
            return asked;
        path = path.EndsWith("/abstract", StringComparison.Ordinal) ? path[..^"/abstract".Length] : path;
        return path[(path.LastIndexOf('/') + 1)..] is { Length: > 0 } last ? last : path;
    }
}
