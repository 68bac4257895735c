using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// Text with names in marks that hold the words and the type: <c>{{person_name:...}}</c> of BosonNLP, <c>{{Oslo|LOCATION|Oslo}}</c> of
/// ELGOLD with a page of Wikipedia, <c>{Oslo|LOC}</c>, <c>[@Oslo#Location*]</c> of YEDDA,
/// <c>&lt;Oslo:LOC&gt;</c> of Korean corpora, <c>&lt;START:place&gt; Oslo &lt;END&gt;</c> of OpenNLP,
/// <c>&lt;NE&gt;...&lt;/NE&gt;</c> between the bars of Thai ones. The text is what stands
/// between the marks and in them; a file is one article.
/// </summary>
internal sealed class InlineMarkFormat : IAnnotationFormat
{
    public string Name => "inline-marks";

    // Files with few marks or none, by the way of those beside them.
    private readonly Dictionary<string, InlineMarks> unmarked = new(StringComparer.Ordinal);

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        var marked = folder.TakeEach(file => (file.Extension == ".ann" || !FileKinds.NotTagged.Contains(file.Extension))
            && InlineMarks.Find(file.Head) is not null).ToList();
        foreach (var set in marked)
            yield return set;
        foreach (var file in UnmarkedFiles.Take(folder, marked.Select(set => set.Main)))
        {
            unmarked.Add(file.FullPath, InlineMarks.Find(marked[0].Main.Head)!);
            yield return new FileSet([file]);
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var source = files.Main.ReadText(log);
        if ((unmarked.GetValueOrDefault(files.Main.FullPath) ?? InlineMarks.Find(files.Main.Head)) is { } marks)
            yield return marks.Read(files.Main, source, log);
    }
}

/// <summary>One way in which names are marked.</summary>
/// <param name="Mark">With groups of the words and of the type.</param>
/// <param name="Opening">What a mark begins with, and nothing else in most texts.</param>
/// <param name="Between">What parts the words of scripts without blanks, and is none of the text.</param>
internal sealed record InlineMarks(string Mark, string Opening, string? Between = null)
{
    private const int Least = 2;
    private const double Share = 0.7;

    private static readonly InlineMarks[] Known =
    [
        new(@"\{\{\s*(?<type>[A-Za-z][\w.-]*)\s*:(?<words>[^{}]*)\}\}", "{{"),
        new(@"\{\{(?<words>[^{}|]+)\|(?<type>[^{}|]+)(\|(?<link>[^{}|]*))?\}\}", "{{"),
        new(@"\{(?<words>[^{}|\n]+)\|(?<type>[A-Za-z][^{}|\s]*)\}", "{"),
        new(@"\[[@$](?<words>[^\[\]]+?)#(?<type>[^\[\]#*]+)\*?\]", "["),
        new(@"<START(:(?<type>[^<>\s]+))?>(?<words>[^<>]*)<END>", "<START"),
        new(@"<(?<type>NE|AB)>(?<words>[^<>]*)</\k<type>>", "<N", "|"),
        new(@"<(?<words>[^<>\n]*[^<>\s]):(?<type>[A-Z]{2,4}[A-Z_-]*)>", "<"),
    ];

    /// <summary>The one that most openings in a head are of, two at least; null where none is.</summary>
    public static InlineMarks? Find(string head) => Known.FirstOrDefault(marks =>
    {
        var opened = head.AsSpan().Count(marks.Opening);
        return opened >= Least
            && (marks.Between is null || head.Contains(marks.Between, StringComparison.Ordinal))
            && Regex.Count(head, marks.Mark, RegexOptions.CultureInvariant) is var count && count >= Least && count >= (opened - 1) * Share;
    });

    public AnnotatedArticle Read(AnnotationFile file, SourceText source, ReadingLog log)
    {
        var text = new System.Text.StringBuilder();
        var mentions = new List<Mention>();
        var position = 0;
        foreach (Match match in Regex.Matches(source.Text, Mark, RegexOptions.CultureInvariant))
        {
            text.Append(Clean(source.Text[position..match.Index]));
            position = match.Index + match.Length;
            var place = new SourcePlace(source, new TextSpan(match.Index, match.Length));
            var words = Clean(match.Groups["words"].Value).Trim();
            if (words.Length == 0)
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "mark", "there are no words in it"));
            else
                mentions.Add(new Mention(
                    $"m{mentions.Count + 1}", [match.Groups["type"].Value.Trim()], [new TextSpan(text.Length, words.Length)], place)
                {
                    Links = match.Groups["link"].Value.Trim() is { Length: > 0 } page && !EntityLink.IsNothing(page)
                        ? [EntityLink.FromField(page) ?? new EntityLink(EntityLink.Wikipedia, page.Replace(' ', '_'))]
                        : [],
                });
            text.Append(words);
        }

        text.Append(Clean(source.Text[position..]));
        ReportBroken(source, log);
        return new AnnotatedArticle(new ArticleMetadata(), text.ToString()) { File = file, Mentions = [.. mentions] };
    }

    private string Clean(string text) => Between is null ? text : text.Replace(Between, "", StringComparison.Ordinal);

    /// <summary>Where a mark begins and is none: it is not closed, or says no type.</summary>
    private void ReportBroken(SourceText source, ReadingLog log)
    {
        var whole = Regex.Matches(source.Text, Mark, RegexOptions.CultureInvariant)
            .Select(match => (match.Index, End: match.Index + match.Length))
            .ToList();
        var next = 0;
        for (var at = source.Text.IndexOf(Opening, StringComparison.Ordinal);
            at >= 0;
            at = source.Text.IndexOf(Opening, at + Opening.Length, StringComparison.Ordinal))
        {
            while (next < whole.Count && whole[next].End <= at)
                next++;
            if (next == whole.Count || at < whole[next].Index)
                log.ReportMalformed(ReadingDiagnostics.Malformed(
                    new SourcePlace(source, new TextSpan(at, Opening.Length)), "mark", "it has not words and a type, or is not closed"));
        }
    }
}
