using System.Globalization;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// The rows of one text to its article. A column whose fields are words of the text has the words, one of numbered marks the ids, addresses
/// and items of Wikidata are links, and what a header calls a type is it; without such a header, the first other one.
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
        var recorded = Join((typed.Count > 0 ? typed : rows).Select((row, index) =>
            (row.Place.Source, ToMention(row, words, ids, index + 1))));
        return new AnnotatedArticle(new ArticleMetadata(id), text)
        {
            File = file,
            Place = rows.Count == 0 ? null : FilePlace.From(rows[0].Place),
            Mentions = RecordedMentions.PlaceAll(text, OffsetUnit.CodePoints, recorded, log),
        };
    }

    /// <summary>What several tables mark at one place is one mention, of which each says something.</summary>
    private List<RecordedMention> Join(IEnumerable<(SourceText Table, RecordedMention Mention)> mentions)
    {
        var joined = new List<RecordedMention>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var known = new Dictionary<(RecordedSpan, string), (SourceText Table, int Index)>();
        foreach (var (table, mention) in mentions)
        {
            var key = (mention.Parts[0], mention.Types[0]);
            if (known.TryGetValue(key, out var same) && same.Table != table)
            {
                log.CountPassed("spans that another table has too");
                var first = joined[same.Index];
                joined[same.Index] = first with
                {
                    Links = [.. first.Links.Union(mention.Links)],
                    Properties = [.. first.Properties.Concat(mention.Properties).DistinctBy(property => property.Key)],
                };
                continue;
            }

            known.TryAdd(key, (table, joined.Count));
            // Each table numbers its own; within one, the same number twice is a fault.
            var isOther = !ids.Add(mention.Id) && joined[0].Place.Source != table;
            joined.Add(isOther ? mention with { Id = $"{mention.Id}#{joined.Count + 1}" } : mention);
        }

        return joined;
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

    private RecordedMention ToMention(SpanTableRow row, int? words, int? ids, int number)
    {
        var surface = words is { } column && column < row.Fields.Length ? row.Fields[column] : null;
        var others = Enumerable.Range(0, row.Fields.Length)
            .Where(index => index != words && index != ids && row.Fields[index].Length > 0)
            .DistinctBy(index => row.Fields[index], StringComparer.Ordinal)
            .ToList();
        var plain = others.Where(index => EntityLink.FromField(row.Fields[index]) is null).ToList();
        // Neither is what no knowledge base has, nor how sure a program was.
        if (row.Names.IsEmpty && plain.RemoveAll(index => IsNil(row.Fields[index])) is > 0 and var nothing)
            log.CountPassed("entities that no knowledge base has", nothing);
        if (row.Names.IsEmpty && plain.Exists(index => !IsNumber(row.Fields[index])))
            log.CountPassed("numbers beside the types of spans", plain.RemoveAll(index => IsNumber(row.Fields[index])));
        // A span that ends with its last character shows in its words.
        var end = surface is not null && SpanTableRow.CountLetters(surface) == row.End - row.Start + 1 ? row.End + 1 : row.End;
        var types = FindType(row, plain) is { } type ? [type] : plain.FindAll(index => row.Names.IsEmpty || !IsId(row.Names[index]));
        return new RecordedMention(
            ids is { } id ? row.Fields[id] : $"s{number}", types.Count == 0 ? [""] : [.. types.Select(index => row.Fields[index])],
            [new RecordedSpan(row.Start, end, null)], surface, row.Place)
        {
            Links = [.. others.Select(index => EntityLink.FromField(row.Fields[index])).OfType<EntityLink>()],
            Properties = [.. plain.Except(types).DistinctBy(index => row.Names[index])
                .Select(index => KeyValuePair.Create(row.Names[index], Value.FromString(row.Fields[index])))],
        };
    }

    private static bool IsNil(string field) => Regex.IsMatch(field, "^NIL[0-9]*$", RegexOptions.CultureInvariant);

    private static bool IsNumber(string field) => double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static bool IsId(string name) => name.EndsWith("id", StringComparison.OrdinalIgnoreCase);

    /// <summary>The column that a header calls a type; null where it calls none so.</summary>
    private static int? FindType(SpanTableRow row, List<int> columns) => row.Names.IsEmpty ? null
        : columns.Where(index => TypeNames.FindRank(row.Names[index]) is not null)
            .OrderBy(index => TypeNames.FindRank(row.Names[index])).Select(index => (int?)index).FirstOrDefault();
}
