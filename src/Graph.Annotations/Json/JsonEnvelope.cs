using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Records in a list of an object that says something about all of them, such as <c>{"documents": [...]}</c>, or by their ids; the list may
/// stand some objects below. Lists of such records beside it belong to it, as the splits of a data set in one file do.
/// </summary>
internal static class JsonEnvelope
{
    private const int Deepest = 3;
    private const int Sample = 50;

    // Behind the name of a list whose items each hold a list of records.
    private const string OfEach = "[]";

    // What servers of data sets and search engines wrap each record in.
    private static readonly string[] Wrappers = ["row", "_source", "record", "response"];

    // What these say of where they keep the record and how well it fits what was sought; the id is that of the record.
    private static readonly string[] OfWrapped = ["row_idx", "truncated_cells", "_index", "_type", "_id", "_score", "_version", "sort"];

    // What tells of the file as a whole.
    private static readonly string[] Described =
    [
        "version", "key", "date", "source", "infons", "classes", "license", "description", "info", "split", "tag_names", "label_names",
        "label2id", "id2label", "schema", "features", "num_rows_total", "num_rows_per_page", "partial", "took", "timed_out", "_shards",
        "total", "totalResults", "page", "pages", "count", "max_score",
    ];

    /// <summary>The shape of the records of a file, or of those in a list of one; null where none has any.</summary>
    public static JsonShape? Recognise(IEnumerable<JsonElement> roots)
    {
        JsonShape? plain = null;
        foreach (var root in roots)
        {
            var shape = JsonColumns.IsTable(root) ? null : JsonShapes.Recognise(root);
            if (shape is null || shape == JsonShapes.Plain)
                shape = FindList(root, JsonShapes.Recognise)?.Shape ?? RecogniseRows(root) ?? shape;
            if (shape is not null && shape != JsonShapes.Plain)
                return shape;
            plain ??= shape;
        }

        return plain;
    }

    /// <summary>The records themselves, and those inside the ones that are envelopes.</summary>
    public static IEnumerable<JsonRecord> Open(IEnumerable<JsonRecord> records, JsonShape shape, JsonReading reading)
    {
        foreach (var record in records)
        {
            var isTable = JsonColumns.IsTable(record.Root);
            if (!isTable && shape.Fits(record.Root))
            {
                yield return record;
                continue;
            }

            var list = isTable ? null : FindList(record.Root, item => shape.Fits(item) ? shape : null);
            if (list is null && FindRows(record.Root, shape) is { } rows)
            {
                using var whole = record;
                using var table = rows;
                foreach (var row in table.RootElement.EnumerateArray())
                    yield return record with { Root = row, Document = null };
                continue;
            }

            if (list is null)
            {
                yield return record;
                continue;
            }

            using var holder = record;
            reading.Labels = LabelTable.ReadAll(record.Root);
            CountHolders(record.Root, list, reading);
            foreach (var (key, item) in list.Items)
            {
                if (list.Wrapper is null)
                {
                    yield return record with { Root = item, Document = null, Key = key };
                    continue;
                }

                reading.CountUnread(string.Join('.', list.Path), item, [.. OfWrapped, list.Wrapper]);
                yield return record with { Root = item.Get(list.Wrapper), Document = null, Key = item.Text("_id") };
            }
        }
    }

    /// <summary>The records of a shape in a value, which may be one itself.</summary>
    public static IEnumerable<JsonElement> ListRecords(JsonElement root, JsonShape shape) => shape.Fits(root) ? [root]
        : FindList(root, item => shape.Fits(item) ? shape : null) is not { } list ? []
        : list.Items.Select(item => list.Wrapper is null ? item.Value : item.Value.Get(list.Wrapper));

    /// <summary>Counts what stands beside the list, in the record and in the objects on the way to it.</summary>
    private static void CountHolders(JsonElement record, RecordList list, JsonReading reading)
    {
        var path = list.Path;
        List<JsonElement> holders = [record];
        for (var step = 0; step < path.Length; step++)
        {
            var name = path[step].Replace(OfEach, "", StringComparison.Ordinal);
            var taken = new HashSet<string>(Described, StringComparer.Ordinal) { name };
            if (step == path.Length - 1)
                taken.UnionWith(list.Beside);
            foreach (var holder in holders)
            {
                if (step == 0)
                    reading.CountUnread(holder, taken);
                else
                    reading.CountInside(string.Join('.', path[..step]), holder, taken);
            }

            var isList = name != path[step];
            holders = [.. holders.SelectMany(holder => isList ? holder.Items(name) : [holder.Get(name)])];
        }
    }

    /// <summary>The shape of the rows of a table in columns; null where the value is none, or they have no annotations.</summary>
    private static JsonShape? RecogniseRows(JsonElement root)
    {
        using var rows = JsonColumns.Turn(root);
        return rows?.RootElement.EnumerateArray().Take(Sample).Select(JsonShapes.Recognise)
            .FirstOrDefault(shape => shape is not null && shape != JsonShapes.Plain);
    }

    private static JsonDocument? FindRows(JsonElement root, JsonShape shape)
    {
        var rows = JsonColumns.Turn(root);
        if (rows?.RootElement.EnumerateArray().Any(shape.Fits) == true)
            return rows;
        rows?.Dispose();
        return null;
    }

    private static RecordList? FindList(JsonElement root, Func<JsonElement, JsonShape?> recognise)
    {
        RecordList? plain = null;
        foreach (var found in ListArrays(root, [], Deepest))
        {
            foreach (var shape in found.Items.Take(Sample)
                .Select(item => recognise(found.Wrapper is null ? item.Value : item.Value.Get(found.Wrapper)))
                .OfType<JsonShape>())
            {
                if (shape != JsonShapes.Plain)
                    return AddBeside(root, new RecordList(shape, found), recognise);
                plain ??= new RecordList(shape, found);
            }
        }

        return plain;
    }

    /// <summary>With the records of further lists in the same object, of which one at least is of the same shape.</summary>
    private static RecordList AddBeside(JsonElement root, RecordList list, Func<JsonElement, JsonShape?> recognise)
    {
        var holder = list.Path.SkipLast(1).Aggregate(root, (outer, name) => outer.Get(name));
        if (list.Wrapper is not null || list.Path.IsEmpty || list.Path.Any(step => step.EndsWith(OfEach, StringComparison.Ordinal))
            || !holder.Get(list.Path[^1]).IsArray())
            return list;
        var beside = holder.EnumerateObject()
            .Where(property => JsonText.GetName(property) != list.Path[^1]
                && property.Value.Items().Take(Sample).Any(item => recognise(item) == list.Shape))
            .ToList();
        return beside.Count == 0 ? list : list with
        {
            Items = beside.Aggregate(
                list.Items, (items, property) => items.Concat(property.Value.Items().Select(item => ((string?)null, item)))),
            Beside = [.. beside.Select(JsonText.GetName)],
        };
    }

    /// <summary>Lists of objects and objects whose values are all objects, the outer ones first.</summary>
    private static IEnumerable<FoundList> ListArrays(JsonElement holder, ImmutableArray<string> path, int depth)
    {
        if (!holder.IsObject() || depth == 0)
            yield break;
        if (IsById(holder))
            yield return new(path, holder.EnumerateObject().Select(pair => ((string?)JsonText.GetName(pair), pair.Value)), null);
        foreach (var property in holder.EnumerateObject())
        {
            ImmutableArray<string> inner = [.. path, JsonText.GetName(property)];
            if (property.Value.IsArray())
            {
                var items = property.Value.Items().Select(item => ((string?)null, item));
                yield return new(inner, items, null);
                if (Wrappers.FirstOrDefault(name => property.Value.At(0).Get(name).IsObject()) is { } wrapper)
                    yield return new(inner, items, wrapper);
                foreach (var found in ListInner(property.Value, inner))
                    yield return found;
            }
            else if (Wrappers.Contains(inner[^1]) && property.Value.IsObject())
            {
                yield return new(inner, [(null, property.Value)], null);
            }

            foreach (var found in ListArrays(property.Value, inner, depth - 1))
                yield return found;
        }
    }

    /// <summary>The lists of objects that the items of a list hold, those of one name together: documents by project.</summary>
    private static IEnumerable<FoundList> ListInner(JsonElement outer, ImmutableArray<string> path) => outer.Items().Take(Sample)
        .SelectMany(item => item.Fields().Where(field => field.Value.At(0).IsObject()).Select(JsonText.GetName))
        .Distinct(StringComparer.Ordinal)
        .Select(name => new FoundList(
            [.. path[..^1], path[^1] + OfEach, name],
            outer.Items().SelectMany(item => item.Items(name)).Select(item => ((string?)null, item)),
            null));

    /// <summary>Whether all values of an object are objects: records by their ids.</summary>
    private static bool IsById(JsonElement value) => value.EnumerateObject().All(property => property.Value.IsObject());

    /// <summary>A list, or an object of objects by their ids, in which records may be.</summary>
    /// <param name="Path">The names that lead to it.</param>
    /// <param name="Wrapper">The field of each item that holds the record, where it is not the item itself.</param>
    private record FoundList(ImmutableArray<string> Path, IEnumerable<(string? Key, JsonElement Value)> Items, string? Wrapper);

    /// <summary>One whose records are of a known shape.</summary>
    private sealed record RecordList(JsonShape Shape, FoundList Found) : FoundList(Found)
    {
        /// <summary>The names of further lists in the same object, whose records are among the items.</summary>
        public ImmutableArray<string> Beside { get; init; } = [];
    }
}
