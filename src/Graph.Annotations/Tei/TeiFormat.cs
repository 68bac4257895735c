using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// TEI P5, and P4 and what else is without the namespace: articles with names marked in the text, alone or in a corpus, and authority lists
/// of persons, places and organizations, also as files of their own. Offsets are not recorded; blanks of the layout are one, and between
/// tokens as the file says.
/// </summary>
internal sealed class TeiFormat : IAnnotationFormat
{
    public static readonly XNamespace Namespace = "http://www.tei-c.org/ns/1.0";
    private static readonly string[] Roots = ["TEI", "teiCorpus", "standOff", "listPerson", "listPlace", "listOrg", "particDesc"];

    // More words outside of lists than a heading has make an article.
    private const int WordsOfRegister = 30;

    public string Name => "tei";

    // Parts of texts that other files include, and files that were asked for alone.
    private readonly HashSet<string> parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> alone = new(StringComparer.Ordinal);

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        var texts = folder.Remaining.Where(IsTei).ToList();
        parts.UnionWith(texts.SelectMany(TeiIncludes.List));
        foreach (var group in TeiLayers.Group(texts))
        {
            foreach (var file in group)
            {
                folder.Take(file);
                if (folder.Only is not null)
                    alone.Add(file.FullPath);
            }

            yield return new FileSet(group);
        }

        foreach (var part in folder.Remaining.Where(file => parts.Contains(file.FullPath)))
            folder.Take(part);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (files.Files.Length == 1)
            return XmlFile.Read(files.Main, log) is { } xml ? ReadFile(files.Main, xml, [], log) : [];
        var (texts, layers) = TeiLayers.Read(files, log);
        return texts.Count > 0
            ? texts.SelectMany(text => ReadFile(text.File, text.Xml, layers, log))
            : layers.SelectMany(layer => ReadFile(files.Files.First(file => file.Name == layer.FileName), layer.Xml, [], log));
    }

    private IEnumerable<AnnotationRecord> ReadFile(AnnotationFile file, XmlFile xml, IReadOnlyList<TeiLayer> layers, ReadingLog log)
    {
        TeiNamespace.Add(xml.Root);
        TeiPrefixes.Expand(xml.Root);
        new TeiIncludes(file, xml, other => !alone.Contains(file.FullPath) && IsTei(other), log).Resolve();
        var texts = xml.Root.DescendantsAndSelf(Namespace + "TEI").ToList();
        var name = layers.Count > 0 ? TeiLayers.GetName(file) : file.Stem;
        foreach (var (number, text) in texts.Index())
            yield return ReadText(file, xml, text, number == 0 ? name : $"{name}#{number + 1}", layers, log);

        // Of the header of a corpus, and of files that are nothing but a list.
        var lists = texts.Count == 0 ? [xml.Root]
            : xml.Root
                .DescendantsAndSelf()
                .Where(list => list.Name == Namespace + "standOff"
                    || (list.Name == Namespace + "teiHeader" && list.Parent?.Name == Namespace + "teiCorpus"))
                .Where(list => !list.Ancestors(Namespace + "TEI").Any()).ToList();
        if (lists.Count > 0)
            yield return ReadLists(xml, lists, log);
    }

    /// <summary>A text without words, that only lists authorities, is no article; one that lists letters is.</summary>
    private static AnnotationRecord ReadText(
        AnnotationFile file, XmlFile xml, XElement text, string name, IReadOnlyList<TeiLayer> layers, ReadingLog log)
    {
        var hasWords = HasWords(text);
        var listsLetters = text.Elements(Namespace + "teiHeader").Descendants(Namespace + "correspAction").Any();
        return (hasWords && !IsRegister(text)) || (!hasWords && listsLetters)
            ? new TeiArticleReader(file, xml, text, name, layers, log).Read()
            : ReadLists(xml, [text], log);
    }

    public static bool HasWords(XElement text) => text.Elements(Namespace + "text").Elements()
        .Any(part => part.Name.LocalName != "back" && TeiBody.HasWords(part));

    private static AuthorityList ReadLists(XmlFile xml, IReadOnlyList<XElement> lists, ReadingLog log)
    {
        foreach (var list in lists)
        {
            TeiAuthorities.CountUnread(list, log);
            TeiElements.CountUnread(list, log);
            TeiFeatures.CountAll(list, log);
            TeiStandoff.CountAll(list, log);
        }

        var authorities = new TeiAuthorities(xml, articleId: null);
        return new AuthorityList([.. lists.SelectMany(list => authorities.Read(list))])
        {
            Relations = [.. lists.SelectMany(list => authorities.ReadRelations(list, System.Collections.Frozen.FrozenSet<string>.Empty))],
        };
    }

    /// <summary>Lists in the body with a heading or a line beside them, and no name that is not an entry.</summary>
    private static bool IsRegister(XElement text)
    {
        var bodies = text.Elements(Namespace + "text").Elements(Namespace + "body").ToList();
        if (!bodies.Exists(part => TeiAuthorities.GetIds(part).Count > 0))
            return false;

        var body = new TeiBody(text);
        bodies.ForEach(body.Add);
        return body.MarkedNames.Count == 0
            && body.Segments.Count == 0
            && body.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= WordsOfRegister;
    }

    private static bool IsTei(AnnotationFile file) =>
        file.Extension is ".xml" or ".tei"
        && (file.Head.Contains(Namespace.NamespaceName, StringComparison.Ordinal)
            ? Roots.Any(root => file.Head.Contains($"<{root}", StringComparison.Ordinal)
                || file.Head.Contains($":{root}", StringComparison.Ordinal))
            : XmlHeads.HasRoot(file, TeiNamespace.RootsWithout));
}
