using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// Task 8 of SemEval 2010, and KBP37: a numbered sentence with <c>&lt;e1&gt;</c> and <c>&lt;e2&gt;</c>, then the relation between the two
/// with its direction, <c>Cause-Effect(e2,e1)</c>, or <c>Other</c> for none; then a comment. Task 4 of 2007 asks of one relation whether it
/// holds, <c>Cause-Effect(e2, e1) = "true"</c>.
/// </summary>
internal sealed class SemEvalFormat() : SingleFileFormat("semeval-relations")
{
    private const string Sentence = @"^\d+(\t| "")[^\t]*(<e1>.*</e1>.*<e2>.*</e2>|<e2>.*</e2>.*<e1>.*</e1>)";

    protected override bool Fits(AnnotationFile file) =>
        file.Extension is ".txt" or ".tsv" or ""
        && file.Head.Contains("<e1>", StringComparison.Ordinal)
        && Regex.IsMatch(file.Head, Sentence, RegexOptions.CultureInvariant | RegexOptions.Multiline);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log)
    {
        var source = file.ReadText(log);
        foreach (var (number, line, place) in source.ReadLines())
        {
            if (Regex.IsMatch(line, Sentence, RegexOptions.CultureInvariant))
                yield return ReadSentence(file, source, number, log);
            else if (line.StartsWith("Comment:", StringComparison.Ordinal))
                log.CountPassed("comments", line.Trim().Length > "Comment:".Length ? 1 : 0);
            else if (line.Trim().Length > 0 && !(number > 1 && Regex.IsMatch(source.GetLineText(number - 1), Sentence)))
                log.ReportMalformed(ReadingDiagnostics.Malformed(
                    place, "sentence", "it has not its number, a tab, and both of <e1> and <e2>"));
        }
    }

    private static AnnotatedArticle ReadSentence(AnnotationFile file, SourceText source, int number, ReadingLog log)
    {
        var place = SourcePlace.Line(source, number);
        var line = source.GetLineText(number).TrimEnd();
        var end = line.AsSpan().IndexOfAny('\t', ' ');
        var marked = new MarkedText(line[(end + 1)..].Trim('"'));
        var spans = MarkedSpans.FromMarks(marked, element => element.Name is "E1" or "E2");
        var mentions = new List<Mention>();
        foreach (var element in marked.Elements.Where(element => element.Name is "E1" or "E2"))
        {
            // KBP37 has blanks inside the marks.
            if (spans.TryGetSpan(element.Start, element.End, out var words)
                && Surfaces.WithoutOuterBlanks(spans.Text, words) is { Length: > 0 } name)
                mentions.Add(new Mention(element.Name.ToLowerInvariant(), [""], [name], place));
        }

        return new AnnotatedArticle(new ArticleMetadata(line[..end]), spans.Text)
        {
            File = file,
            Place = FilePlace.From(place),
            Mentions = [.. mentions],
            Relations = number < source.LineCount
                && ReadRelation(source.GetLineText(number + 1).Trim(), mentions, SourcePlace.Line(source, number + 1), log) is { } relation
                    ? [relation] : [],
        };
    }

    private static RelationAnnotation? ReadRelation(string text, List<Mention> mentions, SourcePlace place, ReadingLog log)
    {
        var match = Regex.Match(text, @"^(?<type>.+)\((?<from>e[12]),(?<to>e[12])\)$", RegexOptions.CultureInvariant);
        if (!match.Success)
            match = Regex.Match(text, @"\b(?<type>[\w-]+)\((?<from>e[12]), (?<to>e[12])\) = ""true""", RegexOptions.CultureInvariant);
        var source = mentions.FindIndex(mention => mention.Id == match.Groups["from"].Value);
        var target = mentions.FindIndex(mention => mention.Id == match.Groups["to"].Value);
        var type = match.Groups["type"].Value;
        if (source >= 0 && target >= 0)
            return new RelationAnnotation("r1", type, new MentionArgument(source), new MentionArgument(target), place);
        if (text.Length > 0)
            log.Count("pairs without a relation");
        return null;
    }
}
