using System.Text.Json;

namespace Graph.Annotations;

/// <summary>What all records of a file share while they are read.</summary>
internal sealed class JsonReading(FileSet files, ReadingLog log)
{
    private const int RecordsToAsk = 200;
    private const int ManyMore = 10;

    private static readonly HashSet<string> MetadataFields =
    [
        "id", "_id", "doc_id", "docid", "doc_key", "document_id", "title", "published", "date", "source", "language", "lang", "url",
        "meta", "metadata",
    ];

    // Objects of these names are looked into.
    private static readonly string[] MetadataObjects = ["meta", "metadata"];

    /// <summary>What is read of such an object.</summary>
    private static readonly HashSet<string> OfMetadata = ["title", "published", "date", "source", "language", "lang", "url"];

    private readonly SortedDictionary<string, int> unread = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyDictionary<long, string>?> labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<string, string?>?> notations = new(StringComparer.Ordinal);
    private bool? includesLast;
    private bool? includesLastCharacter;
    private string? sections;

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

    /// <summary>How the tags in a field are read of which only those of several records show that they have positions.</summary>
    public Func<string, string?>? FindNotation(string field, Func<JsonElement, IEnumerable<string>> list)
    {
        if (notations.TryGetValue(field, out var known))
            return known;
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in JsonRecordStream.PeekAll(File).Take(RecordsToAsk))
        {
            using var whole = record;
            tags.UnionWith(list(record.Root.Get(field)));
        }

        return notations[field] = TagNotation.FindJoint(tags);
    }

    /// <summary>
    /// What the fields of a record, or of the object in which tools keep what was imported, say of the article; what else that object has
    /// is counted.
    /// </summary>
    public ArticleMetadata ReadMetadata(JsonElement record, SourcePlace place, params ReadOnlySpan<string> idFields)
    {
        var own = Read(record, place, record.TextOf(idFields) ?? JsonIds.Find(record));
        foreach (var inner in MetadataObjects)
        {
            if (record.Get(inner) is not { ValueKind: JsonValueKind.Object } other)
                continue;
            own = own.Or(Read(other, place, id: null));
            CountInside(inner, other, OfMetadata);
        }

        return own;
    }

    /// <summary>Begins the article of a record.</summary>
    /// <param name="metadata">Null for what the fields of the record say.</param>
    /// <param name="sentences">Left out where the splitter decides.</param>
    public JsonArticleDraft CreateDraft(
        JsonRecord record, string text, ArticleMetadata? metadata = null, ImmutableArray<TextSpan> sentences = default) =>
        new(File, metadata ?? ReadMetadata(record.Root, record.Place), text, record.Place, log) { Sentences = sentences };

    /// <summary>
    /// Whether spans of tokens include their last one, of which the words say nothing: where any of a file ends where it begins, all do.
    /// </summary>
    /// <param name="shape">That of the records.</param>
    public bool IncludesLast(JsonShape shape, Func<JsonElement, IEnumerable<(long Start, long End)>> list) => includesLast ??= AnyOf(
        JsonRecordStream.PeekAll(File), root => JsonEnvelope.ListRecords(root, shape)
            .Any(record => list(record).Any(span => span.Start >= 0 && span.Start == span.End)));

    /// <summary>What is annotated are the items of a list in each record.</summary>
    public void ReadSections(string list) => sections = list;

    /// <summary>Whether spans of characters include their last one, as those of the first records show, with few exceptions.</summary>
    /// <param name="count">How many spans of a record are whole words without and with the character at their end.</param>
    public bool IncludesLastCharacter(Func<JsonElement, (int Without, int With)> count)
    {
        return includesLastCharacter ??= Ask();

        bool Ask()
        {
            var (without, with) = (0, 0);
            foreach (var record in JsonRecordStream.PeekAll(File).Take(RecordsToAsk))
            {
                using var whole = record;
                foreach (var counts in (sections is null ? [record.Root] : record.Root.Items(sections)).Select(count))
                    (without, with) = (without + counts.Without, with + counts.With);
            }

            return with >= TextOffsets.EnoughToTell && with > ManyMore * without;
        }
    }

    private static bool AnyOf(IEnumerable<JsonRecord> records, Func<JsonElement, bool> shows)
    {
        foreach (var record in records)
        {
            using var whole = record;
            if (shows(record.Root))
                return true;
        }

        return false;
    }

    /// <summary>Counts the fields of a record that its shape does not take, by name.</summary>
    public void CountUnread(JsonElement record, IReadOnlySet<string> taken)
    {
        var id = JsonIds.FindOther(record);
        CountFields(null, record, taken, (name, value) => name == id || IsMetadata(name, value));
    }

    /// <summary>The same where what it takes depends on the record; null for a field that it has not.</summary>
    public void CountUnread(JsonElement record, ReadOnlySpan<string?> taken) => CountUnread(record, ToSet(taken));

    /// <summary>Counts the fields of an item of a list that its shape does not take, by their path.</summary>
    public void CountUnread(string list, JsonElement item, IReadOnlySet<string> taken) => CountInside($"{list}[]", item, taken);

    /// <summary>The same where what is taken depends on the item.</summary>
    public void CountUnread(string list, JsonElement item, ReadOnlySpan<string?> taken) => CountUnread(list, item, ToSet(taken));

    private static HashSet<string> ToSet(ReadOnlySpan<string?> names)
    {
        var set = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (name is not null)
                set.Add(name);
        }

        return set;
    }

    /// <summary>Counts the fields of an object inside a record that its shape does not take, by their path.</summary>
    public void CountInside(string path, JsonElement item, IReadOnlySet<string> taken) => CountFields(path, item, taken, (_, _) => false);

    /// <summary>The same for an object of what was imported, of which <see cref="ReadMetadata"/> reads the usual fields.</summary>
    public void CountImported(string path, JsonElement item, IReadOnlySet<string> taken) => CountFields(path, item, taken, IsMetadata);

    private void CountFields(string? path, JsonElement item, IReadOnlySet<string> taken, Func<string, JsonElement, bool> isRead)
    {
        foreach (var property in item.Fields())
        {
            if (property.Value.IsSaying()
                && JsonText.GetName(property) is var name
                && !taken.Contains(name)
                && !isRead(name, property.Value))
                Count(path is null ? name : $"{path}.{name}");
        }
    }

    private void Count(string name) => unread[name] = unread.GetValueOrDefault(name) + 1;

    /// <summary>Metadata is text, but for the objects that are looked into.</summary>
    private static bool IsMetadata(string name, JsonElement value) =>
        (MetadataFields.Contains(name) && (value.Text() is not null || (value.IsObject() && MetadataObjects.Contains(name))))
        || (JsonDates.IsOther(name) && JsonDates.Read(value.Text()) is not null);

    /// <summary>
    /// Counts what stands beside the steps of paths, in the objects on their way: <c>a.x</c> and <c>a.b[].y</c> for <c>a.b[].c</c>.
    /// </summary>
    /// <param name="described">The path of the object whose metadata are read.</param>
    public void CountBeside(JsonElement record, IReadOnlyCollection<string> paths, string? described = null) =>
        CountBeside("", record, [.. paths.Select(path => path.Split('.'))], described);

    private void CountBeside(string above, JsonElement holder, IReadOnlyCollection<string[]> paths, string? described)
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
                var path = above + steps.Key;
                if (path == described)
                    CountImported(path, value, taken);
                else
                    CountInside(path, value, taken);
                CountBeside($"{path}.", value, rests, described);
            }
        }
    }

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
