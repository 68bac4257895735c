using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// Treebanks of Alpino, such as Lassy: a file for each sentence, or a <c>treebank</c> of several. Words have <c>@neclass</c> where they are
/// of a name; those of one name stand in a phrase <c>mwu</c>. Sentences of a folder that are called alike but for their numbers are one
/// article.
/// </summary>
internal sealed class AlpinoFormat : IAnnotationFormat
{
    private const string Sentence = "alpino_ds";
    private const string Class = "neclass";

    private static readonly KnownElements Known = new(["node", "sentence @sentid", "metadata", "meta"], "comments", "parser");

    public string Name => "alpino";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var text in folder.Remaining
            .Where(file => file.Extension == ".xml" && XmlHeads.HasRoot(file, Sentence))
            .GroupBy(GetText, StringComparer.Ordinal))
        {
            foreach (var file in text)
                folder.Take(file);
            yield return new FileSet([.. text.OrderBy(file => GetOrder(file.Stem), StringComparer.Ordinal)]);
        }

        foreach (var set in folder.TakeEach(file => file.Extension == ".xml" && XmlHeads.HasRoot(file, "treebank")
            && file.Head.Contains($"<{Sentence}", StringComparison.Ordinal)))
            yield return set;
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var sentences = files.Files.Select(file => XmlFile.Read(file, log)).OfType<XmlFile>()
            .SelectMany(
                xml => xml.Root.Name.LocalName == Sentence ? [(xml.Root, xml)] : xml.Root.Elements(Sentence).Select(root => (root, xml)));
        var article = new AlpinoText(log);
        foreach (var (root, xml) in sentences)
        {
            Known.CountOthers(root, log);
            article.Add(root, xml);
        }

        yield return article.Finish(files.Main, files.Files.Length > 1 ? GetText(files.Main) : null);
    }

    /// <summary>
    /// What stands before the number of the paragraph and sentence: <c>WR-P-P-H-0000000020</c> of <c>WR-P-P-H-0000000020.p.1.s.2</c>.
    /// </summary>
    private static string GetText(AnnotationFile file)
    {
        var stem = Regex.Replace(
            file.Stem, @"([.\-_]?(p|s|head|sent|u)?[.\-_]?\d)+$", "", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        var numbered = Regex.Match(file.Stem, @"^(?<text>.+?)[.\-_](p|head|s)[.\-_]\d", RegexOptions.CultureInvariant);
        return numbered.Success ? numbered.Groups["text"].Value : stem.Length > 0 ? stem : Path.GetFileName(file.Folder);
    }

    /// <summary>Numbers in a name order it as numbers.</summary>
    private static string GetOrder(string stem) => Regex.Replace(
        stem, @"\d+", match => match.Value.PadLeft(12, '0'), RegexOptions.CultureInvariant);

    /// <summary>The sentences of one article.</summary>
    private sealed class AlpinoText(ReadingLog log)
    {
        private readonly TokenizedText text = new();
        private readonly List<Mention> mentions = [];

        public void Add(XElement root, XmlFile xml)
        {
            var start = text.Tokens.Count;
            var written = root.Element("sentence")?.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
            var leaves = root.Descendants("node").Where(node => node.Attribute("word") is not null)
                .OrderBy(GetBegin).ToList();
            var words = written.Length > 0 ? written : [.. leaves.Select(leaf => leaf.Attribute("word")!.Value)];
            foreach (var word in words)
                text.Add(word);
            text.EndSentence();
            log.CountPassed("words with parts of speech and syntax", words.Length);
            foreach (var name in leaves.Where(leaf => leaf.Attribute(Class) is not null).GroupBy(GetName))
                AddName([.. name], start, words.Length, xml);
        }

        /// <summary>The phrase of several words whose parts are all of one name; else the word itself.</summary>
        private static XElement GetName(XElement leaf) =>
            leaf.Parent is { } phrase && (string?)phrase.Attribute("cat") == "mwu"
            && phrase.Elements("node").All(part => (string?)part.Attribute(Class) == (string?)leaf.Attribute(Class))
                ? phrase
                : leaf;

        private void AddName(List<XElement> leaves, int start, int count, XmlFile xml)
        {
            var place = xml.GetPlace(leaves[0]);
            if (leaves.Exists(leaf => GetBegin(leaf) < 0 || GetBegin(leaf) >= count))
            {
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "word", "the sentence has fewer words than its tree"));
                return;
            }

            mentions.Add(new Mention(
                $"m{mentions.Count + 1}",
                [(string)leaves[0].Attribute(Class)!],
                [.. TokenRuns.Find(leaves.Select(leaf => start + GetBegin(leaf))).Select(run => text.Cover(run.First, run.Last))],
                place));
        }

        private static int GetBegin(XElement node) =>
            int.TryParse((string?)node.Attribute("begin"), NumberStyles.None, CultureInfo.InvariantCulture, out var begin) ? begin : -1;

        public AnnotatedArticle Finish(AnnotationFile file, string? id) => new(new ArticleMetadata(id), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Sentences = text.GetSentences(),
        };
    }
}
