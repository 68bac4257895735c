using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>What a marked text of a news corpus says of its article: elements and attributes as the LDC and others have them.</summary>
internal static class MarkedMetadata
{
    /// <summary>Elements that say what the document is; left out of its text where nothing in them is annotated.</summary>
    public static readonly string[] Header =
    [
        "DOCID", "DOCNO", "DOCTYPE", "DATETIME", "DATE_TIME", "DATE", "DD", "SLUG", "HEADER", "FOOTER", "TRAILER", "FILEID", "NWORDS",
        "STORYID", "TXTTYPE", Index, "DOCDATA", "PUBDATA", "TOPICS", "PLACES", "PEOPLE", "ORGS", "EXCHANGES", "COMPANIES", "UNKNOWN",
        "MKNOTE",
    ];

    /// <summary>An article of Reuters-21578.</summary>
    public const string Reuters = "REUTERS";

    /// <summary>What else an article of several in a file may stand in.</summary>
    public static readonly string[] Articles = ["ARTICLE", "DOCUMENT", "STORY"];

    /// <summary>Names that a newspaper's archive gives a document, which stand nowhere in it.</summary>
    public const string Index = "IDENTIFIED-CONTENT";

    private static readonly string[] IdElements = ["DOCID", "DOCNO", "STORYID"];
    private static readonly string[] IdAttributes = ["id", "docid", "docno", "newid"];
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    public static readonly string[] Dates = ["DATETIME", "DATE_TIME", "DATE", "DD", "TIMESTAMP"];

    /// <param name="isMark">Which elements mark words of the text; a day among these is not that of the document.</param>
    public static ArticleMetadata Read(MarkedText text, Func<MarkedElement, bool>? isMark = null)
    {
        var document = text.Elements.FirstOrDefault(
                element => element.Name is "DOC" or "RECORD" or Reuters || Articles.Contains(element.Name))
            ?? text.Elements.FirstOrDefault(element => element.Name == "TEXT");
        var id = text.GetWords(IdElements)
            ?? IdAttributes.Select(name => document is null ? null : text.GetAttribute(document, name))
                .FirstOrDefault(value => value is { Length: > 0 });
        return new ArticleMetadata(
            id,
            text.GetWords("HEADLINE", "TITLE", "HL") ?? Get("title"),
            FindDate(FindDay()) ?? FindDate(Get("date")) ?? FindDate(id),
            Url: Get("url") is { } url && url.StartsWith("http", StringComparison.Ordinal) ? url : null);

        string? FindDay() => Dates
            .Select(name => text.Elements.FirstOrDefault(element => element.Name == name && isMark?.Invoke(element) != true))
            .Select(element => element is null ? null : text.GetWords(element))
            .FirstOrDefault(words => words is { Length: > 0 });

        string? Get(string name) => document is not null && text.GetAttribute(document, name) is { Length: > 0 } value ? value : null;
    }

    /// <summary>A day in any of the ways in which the names and heads of news documents have it, <c>APW_ENG_20030322.0119</c>.</summary>
    public static PartialDate? FindDate(string? text)
    {
        if (text is null)
            return null;
        foreach (Match match in Regex.Matches(text, @"(?<!\d)((19|20)\d\d)([-/]?)(\d\d)\3(\d\d)(?!\d)", RegexOptions.CultureInvariant))
        {
            if (PartialDate.TryParse($"{match.Groups[1].Value}-{match.Groups[4].Value}-{match.Groups[5].Value}", out var date, out _))
                return date;
        }

        // 26-FEB-1987, 3 March 2004
        var named = Regex.Match(
            text, @"(?<![\d-])(?<day>\d{1,2})[- ](?<month>[A-Za-z]{3})[a-z]*\.?[-, ]+(?<year>(19|20)\d\d)(?!\d)",
            RegexOptions.CultureInvariant);
        var month = named.Success ? Array.IndexOf(Months, named.Groups["month"].Value.ToLowerInvariant()) + 1 : 0;
        return month > 0
            && PartialDate.TryParse(
                $"{named.Groups["year"].Value}-{month:00}-{named.Groups["day"].Value.PadLeft(2, '0')}", out var day, out _) ? day : null;
    }
}
