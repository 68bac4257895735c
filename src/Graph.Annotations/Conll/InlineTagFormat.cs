namespace Graph.Annotations;

/// <summary>
/// A sentence a line, each token written together with its tags, as WikiNER has it: <c>Oxford|NNP|I-LOC fell|VBD|O</c>, or CINTIL with the
/// tag in brackets: <c>Lisboa/PNM[B-LOC]</c>. The text is the tokens joined by blanks; a file is one article.
/// </summary>
internal sealed class InlineTagFormat() : SingleFileFormat("inline-tags")
{
    protected override bool Fits(AnnotationFile file) =>
        !FileKinds.NotTagged.Contains(file.Extension) && InlineTagLayout.Find(TakeLines(file.Head)) is not null;

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log)
    {
        var source = file.ReadText(log);
        if (InlineTagLayout.Find(TakeLines(file.Head)) is { } layout)
            yield return new InlineTagReader(file, source, layout, log).Read();
    }

    /// <summary>The lines of a head but the last, which may be cut off.</summary>
    private static IEnumerable<string> TakeLines(string head)
    {
        var lines = head.Split('\n');
        return lines.Length > 1 ? lines[..^1] : lines;
    }
}

/// <summary>How tokens and tags are written together.</summary>
/// <param name="Count">The parts of a token with its tags; the last is the tag of the name.</param>
/// <param name="ArePlain">Tags are types without a position, as <c>Oxford/LOCATION fell/O</c> has them.</param>
/// <param name="AreOther">Tags are in another notation, such as <c>Oxford/B_LOC</c>.</param>
internal sealed record InlineTagLayout(char Separator, int Count, bool ArePlain = false, bool AreOther = false)
{
    private const int MostTypes = 20;

    private const int Sample = 500;
    private const double Share = 0.95;
    private const int MostParts = 4;
    private const char Bracket = '[';
    private static readonly char[] Separators = ['|', '/', '_', Bracket];

    // Where sentences and paragraphs begin and end.
    private static readonly string[] Marks = ["<s>", "</s>", "<p>", "</p>"];
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];

    /// <summary>
    /// Null where lines are not made so: nearly all tokens have a tag, some name something, and lines have several tokens.
    /// </summary>
    public static InlineTagLayout? Find(IEnumerable<string> lines)
    {
        var filled = lines.Select(Split).Where(items => items.Length > 0).Take(Sample).ToList();
        var items = filled.SelectMany(line => line).Take(Sample).ToList();
        if (filled.Count == 0 || items.Count < 2 * Math.Min(filled.Count, Sample / 2))
            return null;

        return Separators
            .Select(separator => new InlineTagLayout(separator, items.GroupBy(item => item.Count(part => part == separator) + 1)
                .MaxBy(group => group.Count())!.Key))
            .SelectMany(layout => new[] { layout, layout with { AreOther = true }, layout with { ArePlain = true } })
            .FirstOrDefault(layout => layout.ArePlain ? layout.FitsPlain(items) : layout.Fits(items));
    }

    public static string[] Split(string line) =>
        [.. line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries).Where(item => !Marks.Contains(item))];

    /// <summary>Whether anything stands between tokens and tags.</summary>
    public bool HasPartsOfSpeech => Count > 2 || Separator == Bracket;

    /// <summary>The token and its tag; a token may hold the separator itself.</summary>
    public (string Token, string Tag)? Read(string item)
    {
        var tag = item.LastIndexOf(Separator);
        if (Separator == Bracket)
            return ReadBracketed(item, tag);
        var end = tag;
        for (var part = 2; part < Count && end > 0; part++)
            end = item.LastIndexOf(Separator, end - 1);
        if (end <= 0)
            return null;
        var type = item[(tag + 1)..];
        if (ArePlain)
            return IsType(type) ? (item[..end], type is "O" or "o" ? "O" : $"I-{type}") : null;
        if (AreOther)
            return TagNotation.Normalize(type) is { } known ? (item[..end], known) : null;
        return TagSequence.IsTag(type) ? (item[..end], type) : null;
    }

    /// <summary>Behind the token stand its lemma and its part of speech, parted by slashes.</summary>
    private static (string Token, string Tag)? ReadBracketed(string item, int bracket)
    {
        if (bracket <= 0 || !item.EndsWith(']') || item[(bracket + 1)..^1] is not { Length: > 0 } type || !TagSequence.IsTag(type))
            return null;
        var end = item.IndexOf('/', 1, bracket - 1);
        return (item[..(end < 0 ? bracket : end)], type);
    }

    private static bool IsType(string type) =>
        type.Length > 0 && type.All(character => char.IsAsciiLetter(character) || character is '_' or '-');

    /// <summary>Many tokens outside and few different types, at least one of them on a token.</summary>
    private bool FitsPlain(List<string> items)
    {
        var read = items.Select(Read).OfType<(string Token, string Tag)>().ToList();
        var outside = read.Count(item => item.Tag == "O");
        return Count == 2
            && Separator != Bracket
            && read.Count >= items.Count * Share
            && outside < read.Count
            && outside >= read.Count * 0.3
            && read.DistinctBy(item => item.Tag).Count() <= MostTypes;
    }

    private bool Fits(List<string> items)
    {
        var read = items.Select(Read).ToList();
        return Count is > 1 and <= MostParts
            && read.Count(item => item is not null) >= items.Count * Share
            && read.Exists(item => item is { Tag.Length: > 2 });
    }
}

internal sealed class InlineTagReader(AnnotationFile file, SourceText source, InlineTagLayout layout, ReadingLog log)
{
    private readonly TokenizedText text = new();
    private readonly TagSequence tags = new();
    private readonly List<int> lines = [];

    public AnnotatedArticle Read()
    {
        foreach (var (number, line, _) in source.ReadLines())
        {
            foreach (var item in InlineTagLayout.Split(line))
                Add(item, number);
            tags.Break();
            text.EndSentence();
        }

        if (layout.HasPartsOfSpeech)
            log.CountPassed("parts of speech beside tokens", lines.Count);
        return new AnnotatedArticle(new ArticleMetadata(), text.ToString())
        {
            File = file,
            Mentions =
            [
                .. tags.Runs.Select((run, index) => new Mention(
                    $"t{index + 1}", [run.Type], [text.Cover(run.First, run.Last)], SourcePlace.Line(source, lines[run.First]))),
            ],
            Sentences = text.HasSentences ? text.GetSentences() : default,
        };
    }

    private void Add(string item, int number)
    {
        var read = layout.Read(item);
        if (read is null)
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                SourcePlace.Line(source, number), "tagged token", $"'{item}' has no tag behind '{layout.Separator}'"));
        var (token, tag) = read ?? (item, "O");
        text.Add(token);
        tags.Add(lines.Count, tag);
        lines.Add(number);
    }
}
