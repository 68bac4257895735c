using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// WebNLG: entries of a <c>benchmark</c> with triples, and for each several texts that say them; each text is an article. The triples with
/// unified names count where there are such.
/// </summary>
internal sealed class WebNlgFormat() : XmlFormat("webnlg")
{
    private static readonly KnownElements Known = new(
        [
            "entries", "entry", "originaltripleset", "otriple", "modifiedtripleset", "mtriple", "lex",
        ], "dbpedialinks", "links", "sortedtripleset", "references", "template", "text", "lexicalization");

    protected override bool Fits(AnnotationFile file) =>
        file.Extension == ".xml" && XmlHeads.HasRoot(file, "benchmark") && file.Head.Contains("<entry ", StringComparison.Ordinal);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log)
    {
        Known.CountOthers(xml.Root, log);
        foreach (var entry in xml.Root.Descendants("entry"))
        {
            var triples = ReadTriples(entry, xml, log);
            if (!entry.Elements("lex").Any())
                log.CountLoss("entries without a text", 1, xml.GetPlace(entry));
            foreach (var (number, text) in entry.Elements("lex").Index())
            {
                var language = (string?)text.Attribute("lang");
                var id = $"{(string?)entry.Attribute("category")}/{(string?)entry.Attribute("size")}/{(string?)entry.Attribute("eid")}/"
                    + ((string?)text.Attribute("lid") ?? $"{number + 1}");
                yield return TripleArticle.Create(
                    file, new ArticleMetadata(id, Language: language), text.Value.Trim(), triples, xml.GetPlace(text));
            }
        }
    }

    private static ImmutableArray<(string Subject, string Property, string Object)> ReadTriples(XElement entry, XmlFile xml, ReadingLog log)
    {
        var lines = entry.Elements("modifiedtripleset").Take(1).SelectMany(set => set.Elements("mtriple")).ToList();
        if (lines.Count == 0)
            lines = [.. entry.Elements("originaltripleset").Take(1).SelectMany(set => set.Elements("otriple"))];
        var triples = ImmutableArray.CreateBuilder<(string, string, string)>();
        foreach (var line in lines)
        {
            if (line.Value.Split(" | ") is [var subject, var predicate, var target])
                triples.Add((subject, predicate, target));
            else
                log.ReportMalformed(
                    ReadingDiagnostics.Malformed(xml.GetPlace(line), "triple", "it is written as 'subject | property | object'"));
        }

        return triples.ToImmutable();
    }
}
