using System.Net;

namespace Graph.Annotations;

/// <summary>The texts of one vertical file.</summary>
internal sealed class VerticalReader(AnnotationFile file, ReadingLog log)
{
    // No blank stands between the words around it.
    private const string Glue = "g";
    private const int Sample = 500;

    private static readonly HashSet<string> Texts = ["text", "doc", "file"];
    private static readonly HashSet<string> Parts = ["corpus", "p", "par", "div", "head", "s", "sent", "sentence", "xml", Glue];
    private static readonly HashSet<string> Sentences = ["s", "sent", "sentence"];
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "ne", "name", "named_entity", "entity", "enamex", "numex", "timex", "persname", "placename", "orgname", "ner",
    };

    private static readonly string[] Types = ["type", "TYPE", "class", "category", "label", "ner", "ne"];
    private static readonly HashSet<string> Described = ["id", "name", "filename", "title", "date", "published", "source", "publisher",
        "newspaper", "url", "lang", "language"];

    private readonly List<(VerticalLine Line, int First, SourcePlace Place)> open = [];
    private TokenizedText text = new();
    private List<Mention> mentions = [];
    private bool isGlued;
    private (string Form, string Tag, bool HasOne) waiting;
    private TagSequence tags = new();
    private int tagColumn = -1;

    public IEnumerable<AnnotatedArticle> Read()
    {
        var source = file.ReadText(log);
        tagColumn = FindTags(source);
        VerticalLine? current = null;
        var begun = SourcePlace.Line(source, 1);
        foreach (var (_, line, place) in source.ReadLines())
        {
            if (!VerticalLine.IsTag(line))
            {
                AddToken(line);
                continue;
            }

            var tag = VerticalLine.Read(line);
            if (!Texts.Contains(tag.Name))
            {
                AddTag(tag, place);
                continue;
            }

            if (current is not null || text.Tokens.Count > 0 || waiting.HasOne)
                yield return Finish(current, begun);
            (current, begun) = (tag.IsEnd ? null : tag, place);
        }

        if (current is not null || text.Tokens.Count > 0 || waiting.HasOne)
            yield return Finish(current, begun);
    }

    /// <summary>A word is added when it shows whether a blank follows it.</summary>
    private void AddToken(string line)
    {
        var fields = line.Split('\t');
        if (fields[0].Length == 0)
            return;
        var tag = tagColumn > 0 && tagColumn < fields.Length ? fields[tagColumn].Trim() : "";
        log.CountPassed("columns beside words", fields.Length - (tagColumn > 0 ? 2 : 1));
        Flush();
        waiting = (WebUtility.HtmlDecode(fields[0]), tag, true);
    }

    /// <summary>The column that has tags of names such as <c>B-PER</c>; -1 where none does.</summary>
    private static int FindTags(SourceText source)
    {
        var rows = source.ReadLines().Select(line => line.Text)
            .Where(line => line.Length > 0 && !VerticalLine.IsTag(line)).Take(Sample).Select(line => line.Split('\t')).ToList();
        return Enumerable.Range(1, Math.Max(0, rows.Count == 0 ? 0 : rows.Max(fields => fields.Length) - 1)).FirstOrDefault(
            column => rows.TrueForAll(fields => column >= fields.Length || TagSequence.IsTag(fields[column].Trim()))
                && rows.Exists(fields => column < fields.Length && fields[column] is ['B', '-', ..]),
            -1);
    }

    private void Flush()
    {
        if (waiting.HasOne)
        {
            text.Add(waiting.Form, isFollowedBySpace: !isGlued);
            tags.Add(text.Tokens.Count - 1, waiting.Tag);
        }

        waiting = default;
        isGlued = false;
    }

    private void AddTag(VerticalLine tag, SourcePlace place)
    {
        isGlued |= tag.Name == Glue;
        if (tag.Name == Glue)
            return;
        Flush();
        if (Sentences.Contains(tag.Name))
        {
            tags.Break();
            text.EndSentence();
        }

        if (Names.Contains(tag.Name) && tag.IsEnd)
            Close(tag.Name, place);
        else if (Names.Contains(tag.Name))
            open.Add((tag, text.Tokens.Count, place));
        else if (!Parts.Contains(tag.Name) && !tag.IsEnd)
            log.CountLoss($"'{tag.Name}' elements not read", 1, place);
    }

    private void Close(string name, SourcePlace place)
    {
        var begun = open.FindLastIndex(mark => mark.Line.Name == name);
        if (begun < 0 || open[begun].First >= text.Tokens.Count)
        {
            log.ReportMalformed(
                ReadingDiagnostics.Malformed(place, "name", begun < 0 ? "it ends and has not begun" : "there are no words in it"));
            return;
        }

        var (line, first, at) = open[begun];
        open.RemoveAt(begun);
        var type = line.Get(Types);
        mentions.Add(new Mention($"m{mentions.Count + 1}", [type ?? name], [text.Cover(first, text.Tokens.Count - 1)], at)
        {
            Properties =
            [
                .. line.Attributes.Where(attribute => attribute.Value.Length > 0 && attribute.Value != type)
                    .DistinctBy(attribute => attribute.Key)
                    .Select(attribute => KeyValuePair.Create(attribute.Key, Value.FromString(attribute.Value))),
            ],
        });
    }

    private AnnotatedArticle Finish(VerticalLine? line, SourcePlace place)
    {
        Flush();
        text.EndSentence();
        tags.Break();
        mentions.AddRange(
            tags.Runs.Select((run, index) => new Mention($"t{index + 1}", [run.Type], [text.Cover(run.First, run.Last)], place)));
        foreach (var (_, _, at) in open)
            log.ReportMalformed(ReadingDiagnostics.Malformed(at, "name", "it is not ended in its text"));
        foreach (var attribute in line?.Attributes.Where(attribute => !Described.Contains(attribute.Key)) ?? [])
            log.CountPassed($"attributes '{attribute.Key}' of texts");
        var article = new AnnotatedArticle(
            new ArticleMetadata(
                line?.Get("id", "name", "filename"), line?.Get("title"), MetadataDate.Parse(line?.Get("date", "published"), place, log),
                line?.Get("source", "publisher", "newspaper"), line?.Get("lang", "language"), line?.Get("url")),
            text.ToString())
        {
            File = file,
            Place = FilePlace.From(place),
            Mentions = [.. mentions],
            Sentences = text.HasSentences ? text.GetSentences() : default,
        };
        (text, mentions, tags) = (new TokenizedText(), [], new TagSequence());
        open.Clear();
        return article;
    }
}
