using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Rows of a table that each have a word and the number of its label, <c>gold_label,gold_token,doc_idx,sent_idx</c>: rows of one document
/// are one record with a list of words and one of numbers for each sentence, as JSON would have it.
/// </summary>
internal sealed class TokenRows
{
    private static readonly string[] Words = ["goldtoken", "token", "tokens", "word", "words"];
    private static readonly string[] Labels = ["goldlabel", "label", "labels", "nertag", "nertags", "tag", "ner", "nerlabel"];
    private static readonly string[] Documents = ["docidx", "docid", "documentid", "doc", "document", "articleid", "docindex"];
    private static readonly string[] Sentences = ["sentidx", "sentid", "sentenceid", "sentenceidx", "sentence", "sentenceindex"];

    private readonly string word;
    private readonly string label;
    private readonly string? document;
    private readonly string? sentence;

    private TokenRows(string word, string label, string? document, string? sentence) =>
        (this.word, this.label, this.document, this.sentence) = (word, label, document, sentence);

    /// <summary>Null where a table has not such columns, or where labels are no numbers.</summary>
    public static TokenRows? Find(IReadOnlyCollection<string> header, IEnumerable<JsonElement> rows)
    {
        string? Find(string[] known) => header.FirstOrDefault(name => known.Contains(SpanNames.Normalize(name)));
        if (Find(Words) is not { } word || Find(Labels) is not { } label || (Find(Documents) ?? Find(Sentences)) is null)
            return null;
        var own = new TokenRows(word, label, Find(Documents), Find(Sentences));
        var (count, numbered) = (0, 0);
        foreach (var row in rows)
        {
            count++;
            numbered += row.Integer(label) is not null && row.Text(word)?.Contains(' ') != true ? 1 : 0;
        }

        return count > 1 && numbered == count ? own : null;
    }

    /// <summary>Whether the names of columns may be those of such a table.</summary>
    public static bool HasNames(IReadOnlyCollection<string> header) =>
        header.Any(name => Words.Contains(SpanNames.Normalize(name))) && header.Any(name => Labels.Contains(SpanNames.Normalize(name)));

    /// <summary>Records with the place of their first rows.</summary>
    public IEnumerable<JsonRecord> Group(IEnumerable<JsonRecord> rows) => TableRecords.Group(rows, GetDocument).Select(ToRecord);

    /// <summary>Without a column of documents each sentence is one.</summary>
    private string? GetDocument(JsonElement row) => row.Text(document ?? sentence!);

    private JsonRecord ToRecord(List<JsonRecord> group)
    {
        var sentences = new List<List<JsonElement>>();
        string? last = null;
        foreach (var row in group.Select(row => row.Root))
        {
            if (sentences.Count == 0 || (sentence is not null && row.Text(sentence) != last))
                sentences.Add([]);
            sentences[^1].Add(row);
            last = sentence is null ? null : row.Text(sentence);
        }

        var document = WrittenJson.WriteObject(json =>
        {
            json.WriteString("doc_id", GetDocument(group[0].Root));
            Write(json, "tokens", sentences, row => json.WriteStringValue(row.Text(word) ?? ""));
            Write(json, "ner_tags", sentences, row => json.WriteNumberValue(row.Integer(label) ?? 0));
        });
        return new JsonRecord(document.RootElement, group[0].Place, document);
    }

    private static void Write(Utf8JsonWriter json, string name, List<List<JsonElement>> sentences, Action<JsonElement> write)
    {
        json.WriteStartArray(name);
        foreach (var rows in sentences)
        {
            json.WriteStartArray();
            rows.ForEach(write);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
