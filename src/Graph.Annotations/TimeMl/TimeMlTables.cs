namespace Graph.Annotations;

/// <summary>
/// Tables of temporal relations between what TimeML files mark, which were annotated after these: TimeBank-Dense,
/// <c>APW19980219.0476  e19  t1  b</c>, and MATRES, <c>APW19980219.0476  left  slept  19  20  BEFORE</c> with the numbers of instances.
/// </summary>
internal sealed class TimeMlTables
{
    private readonly List<AnnotationFile> files = [];
    private readonly Dictionary<string, List<TimeMlRow>> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, int>> documents = new(StringComparer.Ordinal);
    private bool isRead;

    /// <summary>Whether most of the first lines of a file are rows.</summary>
    public static bool IsTable(AnnotationFile file)
    {
        if (file.Extension is not (".txt" or ".tsv" or ".tab" or ".full" or ""))
            return false;
        var lines = file.Head.Split('\n');
        var whole = (lines.Length > 1 ? lines[..^1] : lines).Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        return whole.Count > 0 && whole.Count(line => TimeMlRow.Read(line, default) is not null) * 2 > whole.Count;
    }

    public void Add(AnnotationFile file) => files.Add(file);

    /// <summary>The rows on one document; the tables are read when the first asks.</summary>
    public IReadOnlyList<TimeMlRow> Get(string document, ReadingLog log)
    {
        if (!isRead)
        {
            isRead = true;
            files.ForEach(file => Read(file, log));
        }

        return rows.GetValueOrDefault(document) ?? [];
    }

    /// <summary>Counts the rows of a table on texts that are not among those that are read.</summary>
    public void CountOthers(AnnotationFile file, IReadOnlySet<string> known, ReadingLog log)
    {
        Get("", log);
        log.CountLoss(
            "temporal relations of texts that are not here",
            documents[file.FullPath].Where(pair => !known.Contains(pair.Key)).Sum(pair => pair.Value));
    }

    private void Read(AnnotationFile file, ReadingLog log)
    {
        var counts = documents[file.FullPath] = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (_, line, place) in file.ReadText(log).ReadLines())
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (TimeMlRow.Read(line, place) is not { } row)
            {
                log.ReportMalformed(
                    ReadingDiagnostics.Malformed(place, "temporal relation", "it has not a text, two ends and a relation"));
                continue;
            }

            counts[row.Document] = counts.GetValueOrDefault(row.Document) + 1;
            rows.AddTo(row.Document, row);
        }
    }
}

/// <param name="Source">The id of an event, of an instance of one, or of a time.</param>
internal sealed record TimeMlRow(string Document, string Source, string Target, string Type, SourcePlace Place)
{
    private static readonly Dictionary<string, string> Letters = new(StringComparer.Ordinal)
    {
        ["b"] = "BEFORE", ["a"] = "AFTER", ["i"] = "INCLUDES", ["ii"] = "IS_INCLUDED", ["s"] = "SIMULTANEOUS", ["v"] = "VAGUE",
    };

    private static readonly string[] Relations = ["BEFORE", "AFTER", "EQUAL", "VAGUE"];

    /// <summary>Null where a line is none.</summary>
    public static TimeMlRow? Read(string line, SourcePlace place) => line.TrimEnd().Split('\t') switch
    {
        [{ Length: > 0 } document, var source, var target, var letter]
            when IsId(source) && IsId(target) && Letters.TryGetValue(letter, out var type) =>
            new TimeMlRow(document, source, target, type, place),
        [{ Length: > 0 } document, _, _, var source, var target, var type]
            when IsNumber(source) && IsNumber(target) && Relations.Contains(type) =>
            new TimeMlRow(document, $"ei{source}", $"ei{target}", type, place),
        _ => null,
    };

    private static bool IsId(string field) => IsNumber(field.TrimStart('e', 'i', 't')) && field[0] is 'e' or 't';

    private static bool IsNumber(string field) => field.Length > 0 && field.All(char.IsAsciiDigit);
}
