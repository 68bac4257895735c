namespace Graph.Annotations;

/// <summary>
/// Reads a tagged file; a <c># file:</c> comment or a <c>-DOCSTART-</c> line begins an article, without them the file is one.
/// </summary>
internal sealed class IobFileReader(AnnotationFile file, SourceText source, TokenColumns? configured, ReadingLog log)
{
    private static readonly HashSet<string> Structure = ["sent_id", "text", "newpar", "global.columns"];
    private readonly IobLayout layout = IobLayout.Find(IobLayout.TakeSample(source), configured);
    private TokenizedText text = new();
    private TagSequence[] layers = [];
    private NestedTags nested = new();
    private List<int> lines = [];
    private Dictionary<int, EntityLink> links = [];
    private string? id;
    private string? sentence;
    private string? document;

    public IEnumerable<AnnotatedArticle> Read()
    {
        var isHeader = layout.HasHeader;
        Begin();
        foreach (var (number, line, _) in source.ReadLines())
        {
            if (IobLine.BeginsDocument(line, out var name))
            {
                if (text.Tokens.Count > 0)
                    yield return Finish();
                id = name.Length > 0 ? name : null;
            }
            else if (IobLine.IsComment(line))
            {
                CountComment(line);
            }
            else
            {
                if (!isHeader && BeginsDocument(line) && text.Tokens.Count > 0)
                    yield return Finish();
                id ??= document;
                if (!isHeader || line.AsSpan().IsWhiteSpace())
                    ReadLine(line, number);
                isHeader &= line.AsSpan().IsWhiteSpace();
            }
        }

        if (text.Tokens.Count > 0 || id is not null)
            yield return Finish();
    }

    /// <summary>Whether the column of articles has another one than before.</summary>
    private bool BeginsDocument(string line)
    {
        if (layout.Document < 0
            || layout.Split(line) is not { Length: > 1 } fields
            || IobLayout.Get(fields, layout.Document) is not { Length: > 0 } name
            || name == document)
            return false;
        (document, sentence) = (name, null);
        return true;
    }

    private void EndSentence()
    {
        nested.Break();
        Array.ForEach(layers, layer => layer.Break());
        text.EndSentence();
    }

    private void CountComment(string line)
    {
        if (IobLine.IsMarkup(line))
        {
            log.CountPassed("lines of markup");
            EndSentence();
            return;
        }

        var hasKey = IobLine.ReadKey(line, out var key, out _);
        if (!hasKey || !Structure.Contains(key))
            log.CountPassed(hasKey ? $"comments '{key}'" : "comments");
    }

    private void ReadLine(string line, int number)
    {
        var fields = layout.Split(line);
        if (fields.Length == 0)
        {
            EndSentence();
            return;
        }

        if (fields.Length != layout.ColumnCount && layout.Nesting is not { AreFields: true })
            log.ReportMalformed(ReadingDiagnostics.Malformed(SourcePlace.Line(source, number), "tagged token",
                $"it has {fields.Length} fields, not {layout.ColumnCount}"));
        if (fields.Length == 1)
            return;
        // A table names the sentence in its first column, on its first row or on each.
        if (layout.Sentence >= 0 && IobLayout.Get(fields, layout.Sentence) is { Length: > 0 } name && name != sentence)
        {
            sentence = name;
            EndSentence();
        }

        // What numbers the words of sentences has a line without one between them.
        if (layout.HasHeader && layout.GetToken(fields).Length == 0
            && layout.Tags.All(tag => layout.IsOutside(layout.GetTag(fields, tag.Index))))
        {
            EndSentence();
            return;
        }

        if (layout.AreNumbered && IobLayout.Get(fields, layout.Tags[0].Index) is ['B' or 'S' or 'U', ..])
            log.CountPassed("numbers behind the types of tags");
        if (layout.AreCharacters)
            text.Add(layout.GetToken(fields) is { Length: > 0 } character ? character : " ", isFollowedBySpace: false);
        else
            text.Add(layout.GetToken(fields));
        if (layout.GetLink(fields) is { } link)
            links[lines.Count] = link;
        if (layout.Nesting is { } nesting)
            AddNested([.. nesting.GetTags(fields, layout.Tags[0].Index)], number);
        for (var layer = 0; layer < layers.Length && layout.Nesting is null; layer++)
            AddTag(layers[layer], layout.GetTag(fields, layout.Tags[layer].Index), layout.GetKind(fields), number);
        lines.Add(number);
    }

    private void AddNested(ImmutableArray<string> tags, int number)
    {
        foreach (var tag in tags)
            Check(tag, number);
        nested.Add(text.Tokens.Count - 1, tags.Where(layout.IsTag));
    }

    private void Check(string tag, int number)
    {
        if (layout.IsTag(tag))
            return;
        log.Count("broken tags");
        log.Report(ConllDiagnostics.BrokenTag(SourcePlace.Line(source, number), tag));
    }

    /// <param name="kind">The type where tags are only positions.</param>
    private void AddTag(TagSequence sequence, string tag, string kind, int number)
    {
        Check(tag, number);
        if (layout.Continues(tag))
            sequence.Continue(text.Tokens.Count - 1);
        else if (layout.AreBare && tag is not ("O" or ""))
            sequence.Add(text.Tokens.Count - 1, tag[0], kind);
        else
            sequence.Add(text.Tokens.Count - 1, layout.ArePlain && !layout.IsOutside(tag) ? $"I-{tag}" : tag);
    }

    private void Begin()
    {
        (text, layers, nested) = (new TokenizedText(), [.. layout.Tags.Select(_ => new TagSequence())], new NestedTags());
        (lines, links, id) = ([], [], null);
    }

    private AnnotatedArticle Finish()
    {
        foreach (var column in layout.Unread)
            log.CountPassed($"values of {column}", text.Tokens.Count);
        nested.Break();
        Array.ForEach(layers, layer => layer.Break());
        var hasSentences = text.HasSentences;
        text.EndSentence();
        var article = new AnnotatedArticle(
            new ArticleMetadata(id, Language: layout.Prefix.Length > 0 ? layout.Prefix.TrimEnd(':') : null), text.ToString())
        {
            File = file,
            Mentions = [.. CreateMentions(nested.Runs, 0),
                .. layers.SelectMany((sequence, number) => CreateMentions(sequence.Runs, number))],
            Sentences = hasSentences ? text.GetSentences() : default,
        };
        Begin();
        return article;
    }

    private IEnumerable<Mention> CreateMentions(IEnumerable<TaggedRun> runs, int number) =>
        runs.Select((run, index) =>
        {
            var mentionId = $"{(number == 0 ? "t" : $"l{number}.")}{index + 1}";
            var place = SourcePlace.Line(source, lines[run.First]);
            return new Mention(mentionId, [run.Type], [text.Cover(run.First, run.Last)], place)
            {
                Layer = layout.Tags[number].Layer,
                Links = number == 0 ? FindLinks(run) : [],
            };
        });

    /// <summary>The tokens of a name say the same of it, or its first one alone.</summary>
    private ImmutableArray<EntityLink> FindLinks(TaggedRun run) =>
        links.Count == 0
            ? []
            : [.. Enumerable.Range(run.First, run.Last - run.First + 1).Select(links.GetValueOrDefault).OfType<EntityLink>().Take(1)];
}
