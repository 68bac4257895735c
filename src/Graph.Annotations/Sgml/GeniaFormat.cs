using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// GENIA's corpus of terms: articles of a <c>set</c> with terms in <c>cons</c>, nested in each other, whose type is in <c>sem</c>,
/// <c>G#protein_molecule</c>; what is said of several together, <c>(AND G#x G#y)</c>, has all of their types.
/// </summary>
internal sealed class GeniaFormat() : SingleFileFormat("genia")
{
    private static readonly KnownElements Known = new(
        [
            "ARTICLE", "ARTICLEINFO", "BIBLIOMISC", "TITLE", "ABSTRACT", "SENTENCE", "CONS", "W",
        ]);

    private const string Term = "CONS";

    protected override bool Fits(AnnotationFile file) =>
        file.Extension == ".xml" && XmlHeads.HasRoot(file, "set", "annotation", "article")
        && file.Head.Contains("<cons ", StringComparison.Ordinal)
        && file.Head.Contains("sem=", StringComparison.Ordinal);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log)
    {
        var source = file.ReadText(log);
        var whole = new MarkedText(source.Text);
        foreach (var article in whole.Elements.Where(element => element.Name == "ARTICLE"))
            yield return ReadArticle(file, source, TextSpan.FromBounds(article.Tag.Start, article.End), log);
    }

    private static AnnotatedArticle ReadArticle(AnnotationFile file, SourceText source, TextSpan span, ReadingLog log)
    {
        var marked = new MarkedText(source.Text.Substring(span.Start, span.Length));
        var spans = MarkedSpans.FromMarks(marked, element => element.Name is Term or "W", "ARTICLEINFO");
        Known.CountOthers(marked, log);
        var mentions = new List<Mention>();
        foreach (var element in marked.Elements)
        {
            var place = new SourcePlace(source, new TextSpan(span.Start + element.Tag.Start, element.Tag.Length));
            if (element.Name == "W")
                log.CountPassed("words with parts of speech");
            else if (element.Name == Term && spans.TryGetSpan(element.Start, element.End, out var words))
                AddMention(words, place, marked.GetAttribute(element, "sem"), mentions, log);
            else if (element.Name == Term)
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "term", "it has no words"));
        }

        var title = marked.GetWords("TITLE");
        return new AnnotatedArticle(new ArticleMetadata(marked.GetWords("BIBLIOMISC", "PMID")?.Split(':')[^1], title), spans.Text)
        {
            File = file,
            Place = FilePlace.From(new SourcePlace(source, span)),
            Mentions = [.. mentions],
            Sentences = MarkedSentences.Split(spans.Text, spans.Breaks),
        };
    }

    private static void AddMention(TextSpan words, SourcePlace place, string? sem, List<Mention> mentions, ReadingLog log)
    {
        // Of terms that share words, the parts have no type; the whole has all.
        var types = Regex.Matches(sem ?? "", @"(G#)?(?<type>[A-Za-z][\w.-]*)", RegexOptions.CultureInvariant)
            .Select(match => match.Groups["type"].Value)
            .Where(type => type is not ("AND" or "OR" or "AS_WELL_AS" or "BUT_NOT" or "TO" or "VERSUS" or "NOT_ONLY" or "BUT_ALSO"))
            .Distinct(StringComparer.Ordinal)
            .ToImmutableArray();
        if (types.IsEmpty)
            log.CountPassed("terms without a type");
        else
            mentions.Add(new Mention($"m{mentions.Count + 1}", types, [words], place));
    }
}
