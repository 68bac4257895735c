using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// Task 7 of SemEval 2018: abstracts in <c>1.1.text.xml</c> with an <c>entity</c> for each term, and beside them the relations of
/// <c>1.1.relations.txt</c>, <c>USAGE(H01-1001.1,H01-1001.2,REVERSE)</c>.
/// </summary>
internal sealed class SemEvalAbstractFormat : IAnnotationFormat
{
    private const string Suffix = ".text.xml";
    private const string Relations = ".relations.txt";

    public string Name => "semeval-abstracts";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var file in folder.Remaining.Where(file => file.Extension == ".xml" && XmlHeads.HasRoot(file, "doc")
            && Regex.IsMatch(file.Head, "<text id=[^>]+>", RegexOptions.CultureInvariant)
            && file.Head.Contains("<entity id=", StringComparison.Ordinal)))
        {
            folder.Take(file);
            var stem = file.Name.EndsWith(Suffix, StringComparison.Ordinal) ? file.Name[..^Suffix.Length] : file.Stem;
            var relations = new[] { stem + Relations, $"keys.test.{stem}.txt", $"{stem}.test{Relations}" }.Select(folder.TakeIfPresent)
                .OfType<AnnotationFile>();
            yield return new FileSet([file, .. relations]);
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var source = files.Main.ReadText(log);
        var relations = files.Files
            .Skip(1)
            .SelectMany(file => ReadRelations(file, log))
            .ToLookup(relation => GetText(relation.Source), StringComparer.Ordinal);
        var whole = new MarkedText(source.Text);
        foreach (var element in whole.Elements.Where(element => element.Name == "TEXT"))
        {
            var id = whole.GetAttribute(element, "id") ?? "";
            yield return ReadArticle(files.Main, source, TextSpan.FromBounds(element.Tag.Start, element.End), id, relations[id], log);
        }
    }

    private static AnnotatedArticle ReadArticle(
        AnnotationFile file, SourceText source, TextSpan span, string id, IEnumerable<AbstractRelation> relations, ReadingLog log)
    {
        var marked = new MarkedText(source.Text.Substring(span.Start, span.Length));
        var spans = MarkedSpans.FromMarks(marked, element => element.Name == "ENTITY");
        var mentions = new List<Mention>();
        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var element in marked.Elements.Where(element => element.Name == "ENTITY"))
        {
            var name = marked.GetAttribute(element, "id") ?? "";
            var place = new SourcePlace(source, new TextSpan(span.Start + element.Tag.Start, element.Tag.Length));
            if (!spans.TryGetSpan(element.Start, element.End, out var words))
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "entity", "it has no words"));
            else if (byId.TryAdd(name, mentions.Count))
                mentions.Add(new Mention(name, [""], [words], place));
            else
                log.ReportMalformed(ReadingDiagnostics.DuplicateId(place, name));
        }

        var found = new List<RelationAnnotation>();
        foreach (var relation in relations)
        {
            if (byId.TryGetValue(relation.Source, out var from) && byId.TryGetValue(relation.Target, out var to))
                found.Add(new RelationAnnotation(
                    $"r{found.Count + 1}", relation.Type, new MentionArgument(from), new MentionArgument(to), relation.Place)
                {
                    Fragments = [mentions[from].Span.Cover(mentions[to].Span)],
                });
            else
                log.ReportMalformed(ReadingDiagnostics.UnknownReference(
                    relation.Place, byId.ContainsKey(relation.Source) ? relation.Target : relation.Source));
        }

        return new AnnotatedArticle(new ArticleMetadata(id, marked.GetWords("TITLE")), spans.Text)
        {
            File = file,
            Place = FilePlace.From(new SourcePlace(source, span)),
            Mentions = [.. mentions],
            Relations = [.. found],
            Sentences = MarkedSentences.Split(spans.Text, spans.Breaks),
        };
    }

    /// <summary>Of <c>H01-1001.2</c> what stands before its number.</summary>
    private static string GetText(string entity) => entity.LastIndexOf('.') is > 0 and var end ? entity[..end] : entity;

    private static IEnumerable<AbstractRelation> ReadRelations(AnnotationFile file, ReadingLog log)
    {
        foreach (var (_, written, place) in file.ReadText(log).ReadLines())
        {
            var line = written.Trim();
            var match = Regex.Match(
                line, @"^(?<type>[\w-]+)\((?<from>[^,()]+),(?<to>[^,()]+)(?<reverse>,REVERSE)?\)$", RegexOptions.CultureInvariant);
            var (from, to) = (match.Groups["from"].Value, match.Groups["to"].Value);
            if (match.Groups["reverse"].Success)
                (from, to) = (to, from);
            if (match.Success)
                yield return new AbstractRelation(match.Groups["type"].Value, from, to, place);
            else if (line.Length > 0)
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "relation", "it is written as 'USAGE(H01-1001.1,H01-1001.2)'"));
        }
    }

    private sealed record AbstractRelation(string Type, string Source, string Target, SourcePlace Place);
}
