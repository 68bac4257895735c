using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// The rows of one text to its article. A column whose fields are words of the text has the words, one of numbered marks the ids, addresses
/// and items of Wikidata are links, and the first other one is the type.
/// </summary>
/// <param name="file">The table.</param>
/// <param name="id">Of the article.</param>
internal sealed class SpanTableReader(AnnotationFile file, string id, string text, ReadingLog log)
{
    public AnnotatedArticle Read(IReadOnlyList<SpanTableRow> rows)
    {
        var words = FindWords(rows);
        var ids = FindIds(rows);
        var typed = rows.Where(row => row.Fields.Length > (words is null ? 0 : 1) + (ids is null ? 0 : 1)).ToList();
        // What was found first says only where something is; the table of the next task says what.
        if (typed.Count > 0 && typed.Count < rows.Count)
            log.CountPassed("spans without a type, which another table has with one", rows.Count - typed.Count);
        var recorded = (typed.Count > 0 ? typed : rows).Select((row, index) => ToMention(row, words, ids, index + 1)).ToList();
        return new AnnotatedArticle(new ArticleMetadata(id), text)
        {
            File = file,
            Place = rows.Count == 0 ? null : FilePlace.From(rows[0].Place),
            Mentions = RecordedMentions.PlaceAll(text, OffsetUnit.CodePoints, recorded, log),
        };
    }

    /// <summary>The column whose fields the text has, most of them; null where there is none.</summary>
    private int? FindWords(IReadOnlyList<SpanTableRow> rows)
    {
        for (var column = 0; column < rows.Select(row => row.Fields.Length).DefaultIfEmpty().Max(); column++)
        {
            var fields = rows.Where(row => row.Fields.Length > column).Select(row => (row.Fields[column], row.End - row.Start)).ToList();
            if (fields.Count(
                field => IsAsLong(field.Item1, field.Item2) && text.Contains(field.Item1, StringComparison.Ordinal)) * 2 > fields.Count)
                return column;
        }

        return null;
    }

    /// <summary>The column in which each row has another mark such as <c>T12</c>; null where there is none.</summary>
    private static int? FindIds(IReadOnlyList<SpanTableRow> rows)
    {
        for (var column = 0; column < rows.Select(row => row.Fields.Length).DefaultIfEmpty().Min(); column++)
        {
            if (rows.All(row => Regex.IsMatch(row.Fields[column], "^[A-Z][0-9]+$", RegexOptions.CultureInvariant)
                && EntityLink.FromField(row.Fields[column]) is null)
                && rows.Select(row => row.Fields[column]).Distinct(StringComparer.Ordinal).Count() == rows.Count)
                return column;
        }

        return null;
    }

    /// <summary>Whether words may be those of a span: it has their length, or one more where the last character is counted.</summary>
    private static bool IsAsLong(string words, long length) => words.Length > 0 && Math.Abs(words.Length - length) <= 1;

    private static RecordedMention ToMention(SpanTableRow row, int? words, int? ids, int number)
    {
        var surface = words is { } column && column < row.Fields.Length ? row.Fields[column] : null;
        var others = row.Fields
            .Where((field, index) => index != words && index != ids && field.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var types = others.Where(field => EntityLink.FromField(field) is null).ToImmutableArray();
        // A span that ends with its last character shows in its words.
        var end = surface is not null && surface.EnumerateRunes().Count() == row.End - row.Start + 1 ? row.End + 1 : row.End;
        return new RecordedMention(
            ids is { } id ? row.Fields[id] : $"s{number}", types.IsEmpty ? [""] : types, [new RecordedSpan(row.Start, end, null)], surface,
            row.Place)
        {
            Links = [.. others.Select(EntityLink.FromField).OfType<EntityLink>()],
        };
    }
}
