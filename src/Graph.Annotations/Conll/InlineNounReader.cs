using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>The articles of a file of words with their parts of speech.</summary>
internal sealed class InlineNounReader(AnnotationFile file, ReadingLog log)
{
    // What a surname has at the most; the given name is a word of its own.
    private const int LongestSurname = 2;

    // A word with its parts of speech is short.
    private const int Longest = 500;

    private TokenizedText text = new();
    private List<Mention> mentions = [];
    private readonly Stack<(int First, SourcePlace Place)> open = new();
    private (int Token, bool IsSurname) person = (-1, false);
    private string? id;

    public IEnumerable<AnnotatedArticle> Read()
    {
        foreach (var (_, line, place) in file.ReadText(log).ReadLines())
        {
            var items = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).AsEnumerable();
            if (items.FirstOrDefault() is { } first && FindArticle(first) is { } article)
            {
                items = items.Skip(1);
                if (id is not null && article != id && text.Tokens.Count > 0)
                    yield return Finish();
                id = article;
            }

            foreach (var item in items)
                Add(item, place);
            EndLine();
        }

        if (text.Tokens.Count > 0)
            yield return Finish();
    }

    /// <summary><c>19980101-01-003</c> of the number of a paragraph.</summary>
    private static string? FindArticle(string item) =>
        Regex.Match(item, @"^(?<article>\d{8}-\d+-\d+)-\d+/m$", RegexOptions.CultureInvariant) is { Success: true } match
            ? match.Groups["article"].Value
            : null;

    private void Add(string item, SourcePlace place)
    {
        var begun = 0;
        for (; item.Length > begun + 1 && item[begun] == '[' && item[begun + 1] != '/'; begun++)
            open.Push((text.Tokens.Count, place));
        var match = item.Length > Longest
            ? Match.Empty
            : Regex.Match(
                item[begun..], @"^(?<word>.+?)/(?<tag>[a-zA-Z]{1,4}\d?)(?<ends>(\]/?[a-z]{1,4}\d?)*)$", RegexOptions.CultureInvariant);
        if (!match.Success)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                place, "tagged token", $"'{item[..Math.Min(item.Length, 40)]}' has no part of speech behind '/'"));
            text.Add(item[begun..]);
            return;
        }

        // Readings stand behind some words: 为{wei4}/p.
        text.Add(
            Regex.Replace(match.Groups["word"].Value, @"\{[a-z]+\d\}", "", RegexOptions.CultureInvariant) is { Length: > 0 } word
                ? word
                : match.Groups["word"].Value);
        AddWord(match.Groups["tag"].Value, place);
        foreach (Match end in Regex.Matches(match.Groups["ends"].Value, @"\]/?(?<tag>[a-z]{1,4}\d?)", RegexOptions.CultureInvariant))
            Close(end.Groups["tag"].Value, place);
    }

    /// <summary>A surname and the given name behind it are one person.</summary>
    private void AddWord(string tag, SourcePlace place)
    {
        var token = text.Tokens.Count - 1;
        if (!InlineNouns.IsName(tag))
        {
            log.CountPassed("parts of speech beside tokens");
            return;
        }

        if (tag == "nr" && person.IsSurname && person.Token == token - 1)
        {
            mentions[^1] = mentions[^1] with { Fragments = [text.Cover(token - 1, token)] };
            person = default;
            return;
        }

        person = (token, tag == "nr" && text.Tokens[token].Length <= LongestSurname);
        AddMention(tag, token, place);
    }

    private void Close(string tag, SourcePlace place)
    {
        person = (-1, false);
        if (!open.TryPop(out var begun))
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "name", "its bracket was not opened on this line"));
        else if (InlineNouns.IsName(tag))
            AddMention(tag, begun.First, begun.Place);
        else
            log.CountPassed("phrases in brackets that are no names");
    }

    private void AddMention(string tag, int first, SourcePlace place) =>
        mentions.Add(new Mention($"m{mentions.Count + 1}", [tag], [text.Cover(first, text.Tokens.Count - 1)], place));

    private void EndLine()
    {
        while (open.TryPop(out var left))
            log.ReportMalformed(ReadingDiagnostics.Malformed(left.Place, "name", "its bracket is not closed on its line"));
        person = (-1, false);
        text.EndSentence();
    }

    private AnnotatedArticle Finish()
    {
        var article = new AnnotatedArticle(new ArticleMetadata(id, Published: MarkedMetadata.FindDate(id)), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
        };
        (text, mentions) = (new TokenizedText(), []);
        return article;
    }
}
