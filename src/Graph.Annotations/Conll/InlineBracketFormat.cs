using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// Text in which brackets hold names with their type before them, <c>[PER Mira Ford ] left [LOC Oslo ] .</c>, as taggers of Illinois print
/// it. The text is what stands between the marks, a line for each line; a file is one article.
/// </summary>
internal sealed class InlineBracketFormat : IAnnotationFormat
{
    private const double Share = 0.7;

    // A type, at least one blank, and words.
    private const string Mark = @"\[(?<type>[A-Z][A-Za-z_.-]{1,30})\s+[^\s\]]";

    private static readonly HashSet<string> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        "PER", "PERS", "PERSON", "LOC", "LOCATION", "ORG", "ORGANIZATION", "MISC", "GPE", "FAC", "DATE", "TIME", "MONEY",
    };

    public string Name => "inline-brackets";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        var marked = folder.TakeEach(file => !FileKinds.NotTagged.Contains(file.Extension) && IsMarked(file.Head)).ToList();
        return marked.Concat(UnmarkedFiles.Take(folder, marked.Select(set => set.Main)).Select(file => new FileSet([file])));
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var source = files.Main.ReadText(log);
        yield return new InlineBracketReader(files.Main, source, log).Read();
    }

    /// <summary>Most brackets are such marks, two at least, and one of them has a usual type.</summary>
    private static bool IsMarked(string head)
    {
        var brackets = head.AsSpan().Count('[');
        if (brackets < 2)
            return false;
        var marks = Regex.Matches(head, Mark, RegexOptions.CultureInvariant);
        return marks.Count >= Math.Max(2, brackets * Share) && marks.Any(mark => Usual.Contains(mark.Groups["type"].Value));
    }
}

internal sealed class InlineBracketReader(AnnotationFile file, SourceText source, ReadingLog log)
{
    private readonly System.Text.StringBuilder text = new();
    private readonly List<Mention> mentions = [];
    private readonly Stack<(string Type, int Start, SourcePlace Place)> open = new();

    public AnnotatedArticle Read()
    {
        foreach (var (_, line, place) in source.ReadLines())
        {
            ReadLine(line, place);
            text.Append('\n');
        }

        return new AnnotatedArticle(new ArticleMetadata(), text.ToString().TrimEnd()) { File = file, Mentions = [.. mentions] };
    }

    private void ReadLine(string line, SourcePlace place)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '[' && ReadType(line, i) is { Length: > 0 } type)
            {
                open.Push((type, text.Length, place));
                i += type.Length + 1;
            }
            else if (line[i] == ']' && open.Count > 0)
            {
                Close(place);
            }
            else if (line[i] != ' ' || (text.Length > 0 && text[^1] is not (' ' or '\n')))
            {
                text.Append(line[i]);
            }
        }

        while (open.TryPop(out var left))
            log.ReportMalformed(
                ReadingDiagnostics.Malformed(left.Place, "mention", $"the bracket '[{left.Type}' is not closed on its line"));
    }

    private void Close(SourcePlace place)
    {
        var (type, start, _) = open.Pop();
        var end = text.Length;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            mentions.Add(new Mention($"m{mentions.Count + 1}", [type], [TextSpan.FromBounds(start, end)], place));
        else
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "mention", "there are no words in its brackets"));
    }

    private static string ReadType(string line, int bracket)
    {
        var end = line.IndexOf(' ', bracket);
        return end > bracket + 1 && line[(bracket + 1)..end] is var type && char.IsAsciiLetterUpper(type[0]) && type.All(IsOfType)
            ? type
            : "";
    }

    private static bool IsOfType(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.';
}
