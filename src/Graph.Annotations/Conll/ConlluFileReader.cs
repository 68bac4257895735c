using System.Globalization;

namespace Graph.Annotations;

/// <summary>Splits a file into documents and reads the lines of each: comments, multiword tokens, tokens.</summary>
internal sealed class ConlluFileReader(AnnotationFile file, SourceText source, ReadingLog log)
{
    private static readonly string[] Structure = ["sent_id", "sentence_id", "text", "newpar", "global."];
    private ConlluDocument document = new(source, log);
    private ConlluColumns columns = ConlluColumns.Usual;
    private ImmutableArray<string> entityFields = CorefEntity.GuessFields(source.Text);

    public IEnumerable<AnnotatedArticle> Read()
    {
        foreach (var (number, line, _) in source.ReadLines())
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                if (!document.IsEmpty)
                    yield return Finish();
                document.Metadata = document.Metadata with { Id = GetValue(line) };
            }
            else
            {
                ReadLine(line, number);
            }
        }

        if (!document.IsEmpty)
            yield return Finish();
    }

    private void ReadLine(string line, int number)
    {
        if (line.Length == 0)
            document.EndSentence();
        else if (line[0] == '#')
            ReadComment(line, number);
        else
            ReadToken(line.Split('\t'), number);
    }

    private void ReadComment(string line, int number)
    {
        var metadata = document.Metadata;
        if (line.StartsWith("# newpar", StringComparison.Ordinal) && !line.StartsWith("# newpar_", StringComparison.Ordinal))
            document.EndParagraph();
        else if (line.StartsWith("# global.Entity", StringComparison.Ordinal) && GetValue(line) is { } fields)
            entityFields = [.. fields.Split('-')];
        else if (line.StartsWith(ConlluColumns.Declaration, StringComparison.Ordinal) && GetValue(line) is { } names)
            columns = ConlluColumns.Read(names);
        else if (GetValue(line) is { } value && line.StartsWith("# meta::", StringComparison.Ordinal))
            document.Metadata = ReadMetadata(metadata, line[8..line.IndexOf(" = ", StringComparison.Ordinal)], value, number);
        else if (!document.ReadRelations(line, number)
            && !Structure.Any(key => line.AsSpan(1).TrimStart().StartsWith(key, StringComparison.Ordinal)))
            log.CountPassed(line.IndexOf(" = ", StringComparison.Ordinal) is > 2 and var end
                ? $"comments '{line[1..end].Trim()}'"
                : "comments");
    }

    private ArticleMetadata ReadMetadata(ArticleMetadata metadata, string key, string value, int number) => key switch
    {
        "title" => metadata with { Title = value },
        "author" => metadata with { Source = value },
        "sourceURL" => metadata with { Url = value },
        "dateCreated" => metadata with { Published = MetadataDate.Parse(value, SourcePlace.Line(source, number), log) },
        "lang" or "language" => metadata with { Language = value },
        _ => Pass(metadata, $"comments 'meta::{key}'"),
    };

    private ArticleMetadata Pass(ArticleMetadata metadata, string what)
    {
        log.CountPassed(what);
        return metadata;
    }

    private void ReadToken(string[] fields, int number)
    {
        if (fields.Length != columns.FileCount)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(SourcePlace.Line(source, number), "token",
                $"it has {fields.Length} columns, not {columns.FileCount}"));
            return;
        }

        var all = fields;
        fields = columns.Order(fields);

        if (fields[0].Contains('.'))
        {
            document.AddEmptyNode(fields, number, entityFields);
            return;
        }

        var dash = fields[0].IndexOf('-');
        if (dash > 0 && TryParse(fields[0][..dash], out var first) && TryParse(fields[0][(dash + 1)..], out var last) && last >= first)
            document.AddMultiword(fields, last - first + 1);
        else if (TryParse(fields[0], out _))
            AddToken(fields, all, number);
        else
            log.ReportMalformed(ReadingDiagnostics.Malformed(SourcePlace.Line(source, number), "token",
                $"'{fields[0]}' is no token number"));
    }

    private void AddToken(string[] fields, string[] all, int number)
    {
        document.AddToken(fields, number, entityFields);
        if (columns.HasAnaphora)
            document.AddAnaphora(name => columns.Get(all, name), number);
    }

    private AnnotatedArticle Finish()
    {
        var article = document.Finish(file);
        document = new ConlluDocument(source, log);
        return article;
    }

    private static string? GetValue(string comment)
    {
        var equals = comment.IndexOf(" = ", StringComparison.Ordinal);
        return equals < 0 ? null : comment[(equals + 3)..].Trim();
    }

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
