namespace Graph.Annotations;

/// <summary>
/// One text and the list of its names. Each line of the list is one mention, at the first place where its words stand by themselves: the
/// list has each spelling once, however often the text has it.
/// </summary>
internal sealed class BsnlpReader(AnnotationFile file, AnnotationFile textFile, ReadingLog log)
{
    private const int HeaderLines = 4;

    private readonly List<TextSpan> taken = [];

    public AnnotatedArticle Read()
    {
        var raw = textFile.ReadText(log);
        var header = raw.ReadLines().Take(HeaderLines).Select(line => line.Text.Trim()).ToList();
        var text = raw.LineCount > HeaderLines ? raw.Text[raw.GetLine(HeaderLines + 1).Start..] : "";
        var list = file.ReadText(log);
        var mentions = ReadNames(list)
            .OrderByDescending(name => name.Words.Length)
            .Select(name => (name.Line, Mention: Find(name, text)))
            .ToList();
        return new AnnotatedArticle(ReadMetadata(header, text), text)
        {
            File = textFile,
            Mentions = [.. mentions.OrderBy(found => found.Line).Select(found => found.Mention).OfType<Mention>()],
        };
    }

    private static ArticleMetadata ReadMetadata(List<string> header, string text)
    {
        var title = text.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0);
        return new ArticleMetadata(
            header.ElementAtOrDefault(0),
            title,
            MarkedMetadata.FindDate(header.ElementAtOrDefault(2)),
            Language: header.ElementAtOrDefault(1),
            Url: header.ElementAtOrDefault(3));
    }

    private IEnumerable<ListedName> ReadNames(SourceText list)
    {
        foreach (var (number, line, place) in list.ReadLines(2))
        {
            var fields = line.Split('\t').Select(field => field.Trim()).ToArray();
            if (fields.Length >= 3 && fields[0].Length > 0)
                yield return new ListedName(number, fields[0], fields[1], fields[2], fields.ElementAtOrDefault(3) ?? "", place);
            else if (line.Length > 0)
                log.ReportMalformed(
                    ReadingDiagnostics.Malformed(place, "name", "it has not its words, its base form and a type between tabs"));
        }
    }

    /// <summary>A name that stands inside a longer one takes its own place, if it has one.</summary>
    private Mention? Find(ListedName name, string text)
    {
        var whole = FindPlaces(text, name.Words, isWhole: true);
        var place = new[] { whole.Where(IsFree), whole, FindPlaces(text, name.Words, isWhole: false) }.SelectMany(places => places.Take(1))
            .FirstOrDefault();
        if (place.Length == 0)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(name.Place, "name", $"'{name.Words}' is not in the text"));
            return null;
        }

        taken.Add(place);
        return new Mention($"m{name.Line - 1}", [name.Type], [place], name.Place)
        {
            EntityId = name.Id.Length > 0 ? name.Id : null,
            EntityLabel = name.Base.Length > 0 ? name.Base : null,
        };
    }

    private bool IsFree(TextSpan span) => !taken.Exists(span.Overlaps);

    /// <param name="isWhole">Only where no letter or digit stands beside the words.</param>
    private static IEnumerable<TextSpan> FindPlaces(string text, string words, bool isWhole)
    {
        for (var start = text.IndexOf(words, StringComparison.Ordinal);
            start >= 0;
            start = text.IndexOf(words, start + 1, StringComparison.Ordinal))
        {
            if (!isWhole || (!IsLetter(text, start - 1) && !IsLetter(text, start + words.Length)))
                yield return new TextSpan(start, words.Length);
        }
    }

    private static bool IsLetter(string text, int index) => index >= 0 && index < text.Length && char.IsLetterOrDigit(text[index]);

    private sealed record ListedName(int Line, string Words, string Base, string Type, string Id, SourcePlace Place);
}
