using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>What a marked text of a news corpus says of its article: elements and attributes as the LDC and others have them.</summary>
internal static class MarkedMetadata
{
    /// <summary>Elements that say what the document is; left out of its text where nothing in them is annotated.</summary>
    public static readonly string[] Header =
    [
        "DOCID", "DOCNO", "DOCTYPE", "DATETIME", "DATE_TIME", "DATE", "DD", "SLUG", "HEADER", "FOOTER", "TRAILER", "FILEID", "NWORDS",
        "STORYID", "TXTTYPE", Index, "DOCDATA", "PUBDATA",
    ];

    /// <summary>Names that a newspaper's archive gives a document, which stand nowhere in it.</summary>
    public const string Index = "IDENTIFIED-CONTENT";

    private static readonly string[] IdElements = ["DOCID", "DOCNO", "STORYID"];
    private static readonly string[] IdAttributes = ["id", "docid", "docno"];
    public static readonly string[] Dates = ["DATETIME", "DATE_TIME", "DATE", "DD", "TIMESTAMP"];

    public static ArticleMetadata Read(MarkedText text)
    {
        var document = text.Elements.FirstOrDefault(element => element.Name is "DOC" or "DOCUMENT" or "STORY" or "RECORD")
            ?? text.Elements.FirstOrDefault(element => element.Name == "TEXT");
        var id = text.GetWords(IdElements)
            ?? IdAttributes.Select(name => document is null ? null : text.GetAttribute(document, name))
                .FirstOrDefault(value => value is { Length: > 0 });
        return new ArticleMetadata(
            id,
            text.GetWords("HEADLINE", "TITLE", "HL"),
            FindDate(text.GetWords(Dates)) ?? FindDate(id));
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

        return null;
    }
}
