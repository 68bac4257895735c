using System.Text.Json;

namespace Graph.Annotations;

/// <summary>One way in which tools and data sets write annotated text as JSON, recognised by the fields of its records.</summary>
internal abstract class JsonShape(string name)
{
    /// <summary>The tool or data set.</summary>
    public string Name => name;

    /// <summary>Whether the records of a file are read together.</summary>
    public virtual bool IsWholeFile => false;

    /// <summary>Whether the text may be in a file beside that is called like this one.</summary>
    public virtual bool HasTextBeside => false;

    public abstract bool Fits(JsonElement record);

    /// <summary>Whether a record of a file that is known to be of this shape fits it too, though nothing in it is annotated.</summary>
    public virtual bool FitsEmpty(JsonElement record) => false;

    /// <summary>The names of the files beside that hold the texts, where records do not.</summary>
    public virtual IEnumerable<string> ListTexts(IEnumerable<JsonElement> records) => [];

    /// <summary>The articles of one record; mostly one.</summary>
    public abstract IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading);

    /// <summary>The articles of all records, where an article is spread over several.</summary>
    public virtual IEnumerable<AnnotatedArticle> ReadFile(IEnumerable<JsonRecord> records, JsonReading reading) =>
        records.SelectMany(record => Read(record, reading));
}

/// <summary>What all records of a file share while they are read.</summary>
internal sealed class JsonReading(FileSet files, ReadingLog log)
{
    private const int RecordsToAsk = 200;

    private static readonly HashSet<string> MetadataFields = new(StringComparer.Ordinal)
    {
        "id", "_id", "doc_id", "docid", "doc_key", "document_id", "title", "published", "date", "source", "language", "lang", "url",
        "meta", "metadata",
    };

    // Objects of these names are looked into.
    private static readonly string[] MetadataObjects = ["meta", "metadata"];

    /// <summary>What is read of such an object.</summary>
    private static readonly HashSet<string> OfMetadata = new(StringComparer.Ordinal)
    {
        "title", "published", "date", "source", "language", "lang", "url",
    };

    private readonly SortedDictionary<string, int> unread = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyDictionary<long, string>?> labels = new(StringComparer.Ordinal);
    private bool? includesLast;
    private bool? includesLastCharacter;

    /// <summary>What a loss calls a field.</summary>
    public string FieldName { get; init; } = "JSON field";

    public AnnotationFile File => files.Main;

    public FileSet Files => files;

    public ReadingLog Log => log;

    /// <summary>The labels of tags that are numbers, by the field of the tags, where the file has them beside its records.</summary>
    public ILookup<string, IReadOnlyDictionary<long, string>>? Labels { get; set; }

    /// <summary>The same of the files beside; these are read once.</summary>
    public IReadOnlyDictionary<long, string>? FindLabels(string field)
    {
        if (!labels.TryGetValue(field, out var known))
            labels.Add(field, known = LabelTable.Find(File, field, log));
        return known;
    }

    /// <summary>
    /// What the fields of a record, or of the object in which tools keep what was imported, say of the article; what else that object has
    /// is counted.
    /// </summary>
    public ArticleMetadata ReadMetadata(JsonElement record, SourcePlace place, params ReadOnlySpan<string> idFields)
    {
        var own = Read(record, place, record.TextOf(idFields) ?? record.TextOf("id", "_id", "doc_id", "docid", "doc_key", "document_id"));
        foreach (var inner in MetadataObjects)
        {
            if (record.Get(inner) is not { ValueKind: JsonValueKind.Object } other)
                continue;
            own = own.Or(Read(other, place, id: null));
            CountInside(inner, other, OfMetadata);
        }

        return own;
    }

    /// <summary>
    /// Whether spans of tokens include their last one, of which the words say nothing: where any of a file ends where it begins, all do.
    /// </summary>
    public bool IncludesLast(Func<JsonElement, IEnumerable<(long Start, long End)>> list)
    {
        if (includesLast is { } known)
            return known;
        includesLast = false;
        foreach (var record in JsonRecordStream.PeekAll(File))
        {
            using var whole = record;
            if (!list(record.Root).Any(span => span.Start >= 0 && span.Start == span.End))
                continue;
            includesLast = true;
            break;
        }

        return includesLast.Value;
    }

    /// <summary>Whether spans of characters include their last one, as one of the first records of the file shows.</summary>
    public bool IncludesLastCharacter(Func<JsonElement, bool> shows)
    {
        if (includesLastCharacter is { } known)
            return known;
        includesLastCharacter = false;
        foreach (var record in JsonRecordStream.PeekAll(File).Take(RecordsToAsk))
        {
            using var whole = record;
            if (!shows(record.Root))
                continue;
            includesLastCharacter = true;
            break;
        }

        return includesLastCharacter.Value;
    }

    /// <summary>Counts the fields of a record that its shape does not take, by name.</summary>
    public void CountUnread(JsonElement record, IReadOnlySet<string> taken)
    {
        if (record.ValueKind != JsonValueKind.Object)
            return;
        foreach (var property in record.EnumerateObject())
        {
            if (property.Value.IsSaying()
                && JsonText.GetName(property) is var name
                && !taken.Contains(name)
                && !IsMetadata(name, property.Value))
                Count(name);
        }
    }

    /// <summary>Metadata is text, but for the objects that are looked into.</summary>
    private static bool IsMetadata(string name, JsonElement value) =>
        (MetadataFields.Contains(name) && (value.Text() is not null || (value.IsObject() && MetadataObjects.Contains(name))))
        || (JsonDates.IsOther(name) && JsonDates.Read(value.Text()) is not null);

    /// <summary>Counts the fields of an item of a list that its shape does not take, by their path.</summary>
    public void CountUnread(string list, JsonElement item, IReadOnlySet<string> taken) => CountInside($"{list}[]", item, taken);

    /// <summary>Counts the fields of an object inside a record that its shape does not take, by their path.</summary>
    public void CountInside(string path, JsonElement item, IReadOnlySet<string> taken)
    {
        foreach (var property in item.IsObject() ? item.EnumerateObject() : default)
        {
            if (property.Value.IsSaying() && JsonText.GetName(property) is var name && !taken.Contains(name))
                Count($"{path}.{name}");
        }
    }

    /// <summary>The same for an object of what was imported, of which <see cref="ReadMetadata"/> reads the usual fields.</summary>
    public void CountImported(string path, JsonElement item, IReadOnlySet<string> taken)
    {
        foreach (var property in item.IsObject() ? item.EnumerateObject() : default)
        {
            if (property.Value.IsSaying()
                && JsonText.GetName(property) is var name
                && !taken.Contains(name)
                && !IsMetadata(name, property.Value))
                Count($"{path}.{name}");
        }
    }

    /// <summary>
    /// Counts what stands beside the steps of paths, in the objects on their way: <c>a.x</c> and <c>a.b[].y</c> for <c>a.b[].c</c>.
    /// </summary>
    public void CountBeside(JsonElement record, IReadOnlyCollection<string> paths) =>
        CountBeside("", record, [.. paths.Select(path => path.Split('.'))]);

    private void CountBeside(string above, JsonElement holder, IReadOnlyCollection<string[]> paths)
    {
        foreach (var steps in paths.Where(path => path.Length > 1).GroupBy(path => path[0], StringComparer.Ordinal))
        {
            // What another path takes as it is has nothing beside it.
            if (paths.Any(path => path is [var last] && last == steps.Key))
                continue;
            var rests = steps.Select(path => path[1..]).ToList();
            var taken = rests.Select(rest => JsonTexts.FirstStep(rest[0])).ToHashSet(StringComparer.Ordinal);
            foreach (var value in JsonPath.Find(holder, steps.Key).Where(value => value.IsObject()))
            {
                CountInside(above + steps.Key, value, taken);
                CountBeside($"{above}{steps.Key}.", value, rests);
            }
        }
    }

    private void Count(string name) => unread[name] = unread.GetValueOrDefault(name) + 1;

    /// <summary>Puts the counts into the log.</summary>
    public void Finish()
    {
        foreach (var (name, count) in unread)
            log.CountLoss($"{FieldName} '{name}' not read", count);
        unread.Clear();
    }

    private ArticleMetadata Read(JsonElement record, SourcePlace place, string? id) => new(
        id,
        record.Text("title"),
        JsonDates.Parse(record.TextOf("published", "date"), place, log) ?? JsonDates.FindOther(record),
        record.Text("source"),
        record.TextOf("language", "lang"),
        record.Text("url"));
}

internal static class JsonDates
{
    // Where services write when an article appeared; what is no date there is counted as not read.
    private static readonly string[] Others =
        ["published_at", "publishedAt", "published_date", "publish_date", "publication_date", "pub_date", "pubDate", "datePublished",
            "date_published"];

    public static bool IsOther(string field) => Others.Contains(field);

    /// <summary>The day in one of these fields; null where none has one.</summary>
    public static PartialDate? FindOther(JsonElement record) =>
        Others.Select(name => Read(record.Text(name))).FirstOrDefault(date => date is not null);

    /// <summary>A date, also with a time behind it or without marks between; null for anything else.</summary>
    public static PartialDate? Read(string? text)
    {
        if (text is null)
            return null;
        if (text.Length > 10 && text[10] is 'T' or ' ')
            text = text[..10];
        return PartialDate.TryParse(WithMarks(text), out var date, out _) ? date : null;
    }

    /// <summary>A date, or a diagnostic; tables write the year 2021 as <c>2021.0</c>.</summary>
    public static PartialDate? Parse(string? text, SourcePlace place, ReadingLog log)
    {
        if (text is null)
            return null;
        if (text.EndsWith(".0", StringComparison.Ordinal) && text.Length == 6)
            text = text[..^2];
        return Read(text) ?? MetadataDate.Parse(text, place, log);
    }

    /// <summary><c>20180101</c> as <c>2018-01-01</c>.</summary>
    private static string WithMarks(string text) =>
        text.Length == 8 && text.All(char.IsAsciiDigit) && text[..2] is "18" or "19" or "20"
            ? $"{text[..4]}-{text[4..6]}-{text[6..]}"
            : text;
}
