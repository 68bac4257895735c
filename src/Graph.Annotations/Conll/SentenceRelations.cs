using System.Globalization;

namespace Graph.Annotations;

/// <summary>
/// Relations in a comment above their sentence, as flair has them: <c># relations = 1;2;4;5;runs|4;5;1;2;run_by</c>, the first and last
/// token of both ends, counted from 1, and the type.
/// </summary>
internal sealed class SentenceRelations(SourceText source, ReadingLog log)
{
    private const string Comment = "# relations = ";
    private readonly List<(int Source, int SourceEnd, int Target, int TargetEnd, string Type, int Line)> relations = [];

    /// <summary>Takes the comment; false for any other.</summary>
    /// <param name="firstToken">How many tokens stand before the sentence.</param>
    public bool Read(string comment, int number, int firstToken)
    {
        if (!comment.StartsWith(Comment, StringComparison.Ordinal))
            return false;

        foreach (var text in comment[Comment.Length..].Trim().Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = text.Split(';', 5);
            var places = fields.Take(4).Select(ReadNumber).OfType<int>().Select(place => place + firstToken - 1).ToList();
            if (fields.Length == 5 && places.Count == 4 && fields[4].Length > 0)
                relations.Add((places[0], places[1], places[2], places[3], fields[4], number));
            else
                log.ReportMalformed(ReadingDiagnostics.Malformed(
                    SourcePlace.Line(source, number), "relation",
                    $"'{text}' has not four numbers of tokens and a type, as '1;2;4;5;runs'"));
        }

        return true;
    }

    /// <summary>The article with the relations; ends that no mention covers become mentions of a layer.</summary>
    public AnnotatedArticle Complete(AnnotatedArticle article, TokenizedText text)
    {
        if (relations.Count == 0)
            return article;

        var mentions = article.Mentions.ToBuilder();
        var bySpan = new Dictionary<TextSpan, int>();
        foreach (var (index, mention) in mentions.Index())
            bySpan.TryAdd(mention.Span, index);
        var found = new List<RelationAnnotation>();
        foreach (var relation in relations)
        {
            var place = SourcePlace.Line(source, relation.Line);
            if (Find(relation.Source, relation.SourceEnd) is { } from && Find(relation.Target, relation.TargetEnd) is { } to)
                found.Add(
                    new RelationAnnotation($"r{found.Count + 1}", relation.Type, new MentionArgument(from), new MentionArgument(to), place)
                    {
                        Fragments = [mentions[from].Span.Cover(mentions[to].Span)],
                    });
            else
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "relation", "its ends are no tokens of the sentence"));

            int? Find(int first, int last)
            {
                if (first < 0 || last < first || last >= text.Tokens.Count)
                    return null;
                var span = text.Cover(first, last);
                if (!bySpan.TryGetValue(span, out var index))
                {
                    bySpan.Add(span, index = mentions.Count);
                    mentions.Add(new Mention($"a{index + 1}", [""], [span], place) { Layer = "argument" });
                }

                return index;
            }
        }

        return article with { Mentions = mentions.ToImmutable(), Relations = article.Relations.AddRange(found) };
    }

    private static int? ReadNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000
            ? number
            : null;
}
