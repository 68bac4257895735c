using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>TEI P5: articles with names marked in the text, alone or in a corpus, and authority lists of persons, places and organizations.</summary>
internal sealed class TeiFormat : IAnnotationFormat
{
    public static readonly XNamespace Namespace = "http://www.tei-c.org/ns/1.0";
    private static readonly string[] Roots = ["TEI", "teiCorpus", "standOff"];

    public string Name => "tei";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var file in folder.Remaining.Where(IsTei))
        {
            folder.Take(file);
            yield return new FileSet([file]);
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (XmlFile.Read(files.Main, log) is not { } xml)
            yield break;

        var texts = xml.Root.DescendantsAndSelf(Namespace + "TEI").ToList();
        foreach (var text in texts)
            yield return ReadText(files.Main, xml, text, log);

        var lists = xml.Root.DescendantsAndSelf(Namespace + "standOff").Where(standOff => !standOff.Ancestors(Namespace + "TEI").Any()).ToList();
        if (lists.Count > 0)
            yield return new AuthorityList([.. lists.SelectMany(list => new TeiAuthorities(xml, articleId: null).Read(list))]);
    }

    /// <summary>A text without words, that only lists authorities, is no article.</summary>
    private static AnnotationRecord ReadText(AnnotationFile file, XmlFile xml, XElement text, ReadingLog log)
    {
        var hasWords = text.Elements(Namespace + "text").Elements()
            .Any(part => part.Name.LocalName is "body" or "front" or "group" && TeiBody.HasWords(part));
        return hasWords
            ? new TeiArticleReader(file, xml, text, log).Read()
            : new AuthorityList([.. new TeiAuthorities(xml, articleId: null).Read(text)]);
    }

    private static bool IsTei(AnnotationFile file) =>
        file.Extension is ".xml" or ".tei"
        && file.Head.Contains(Namespace.NamespaceName, StringComparison.Ordinal)
        && Roots.Any(root => file.Head.Contains($"<{root}", StringComparison.Ordinal) || file.Head.Contains($":{root}", StringComparison.Ordinal));
}
