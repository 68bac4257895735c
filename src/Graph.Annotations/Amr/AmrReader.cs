using System.Text;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>The sentences of a file to articles.</summary>
internal sealed class AmrReader(AnnotationFile file, ReadingLog log)
{
    private readonly StringBuilder text = new();
    private readonly List<Mention> mentions = [];
    private readonly List<TextSpan> sentences = [];
    private string? document;

    public IEnumerable<AnnotatedArticle> Read()
    {
        var source = file.ReadText(log);
        var (id, words, first) = ("", "", 0);
        var graph = new StringBuilder();
        for (var number = 1; number <= source.LineCount + 1; number++)
        {
            var line = number > source.LineCount ? "" : source.GetLineText(number);
            if (line.StartsWith('#'))
            {
                id = Find(line, "id") ?? id;
                words = Find(line, "snt") ?? (words.Length == 0 ? Find(line, "tok") : null) ?? words;
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                first = graph.Length == 0 ? number : first;
                graph.Append(line).Append('\n');
            }
            else if (graph.Length > 0)
            {
                if (GetDocument(id) is var own && own != document && text.Length > 0)
                    yield return Finish();
                document = GetDocument(id);
                Add(words, graph.ToString(), SourcePlace.Line(source, first));
                (id, words) = ("", "");
                graph.Clear();
            }
        }

        if (text.Length > 0)
            yield return Finish();
    }

    /// <summary>A line may have several fields, but the words of a sentence go on to its end.</summary>
    private static string? Find(string line, string key)
    {
        var match = Regex.Match(line, key == "id" ? @"::id\s+(?<value>\S+)" : $@"::{key}\s+(?<value>.*)$", RegexOptions.CultureInvariant);
        return match.Success ? match.Groups["value"].Value.Trim() : null;
    }

    /// <summary>What stands before the number of the sentence: <c>lpp_1943</c> of <c>lpp_1943.12</c>.</summary>
    private static string? GetDocument(string id) =>
        id.Length == 0 ? null : Regex.Replace(id, @"(\.\d+)+$", "", RegexOptions.CultureInvariant);

    private void Add(string words, string graph, SourcePlace place)
    {
        if (text.Length > 0)
            text.Append('\n');
        var start = text.Length;
        text.Append(words);
        if (words.Length > 0)
            sentences.Add(TextSpan.FromBounds(start, text.Length));
        var taken = new List<TextSpan>();
        var nodes = AmrNode.ReadAll(graph, out var isWhole);
        if (!isWhole)
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "graph", "its brackets do not close"));
        foreach (var node in nodes)
            AddName(node, words, start, taken, place);
        log.CountPassed("concepts of AMR that name nothing", nodes.Count(node => node.Name is null && node.Concept != "name"));
    }

    /// <summary>The words of a name stand in the sentence, at a place of their own.</summary>
    private void AddName(AmrNode node, string sentence, int start, List<TextSpan> taken, SourcePlace place)
    {
        if (node.Name is not { Length: > 0 } name)
            return;
        var at = WordFinder.Find(sentence, name, isTaken: span => taken.Exists(span.Overlaps));
        if (at < 0)
        {
            log.CountLoss("names that their sentence has not in these words", 1, place);
            return;
        }

        taken.Add(new TextSpan(at, name.Length));
        mentions.Add(new Mention($"m{mentions.Count + 1}", [node.Concept], [new TextSpan(start + at, name.Length)], place)
        {
            Form = MentionForm.Name,
            Links = node.Wiki is { } page && !EntityLink.IsNothing(page)
                ? [EntityLink.FromField(page) ?? new EntityLink(EntityLink.Wikipedia, page)]
                : [],
        });
    }

    private AnnotatedArticle Finish()
    {
        var article = new AnnotatedArticle(new ArticleMetadata(document, Published: MarkedMetadata.FindDate(document)), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Sentences = [.. sentences],
        };
        text.Clear();
        mentions.Clear();
        sentences.Clear();
        return article;
    }
}
