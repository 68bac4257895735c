using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// The queries of TAC's entity linking: a name, its document and, since 2010, its first and last character; each query is a mention. The
/// entry stands in the query, or in a table of answers beside: id, entry, type. Queries of 2009 mean the first place of their name.
/// </summary>
internal sealed class LinkingQueryFormat : IAnnotationFormat
{
    private const string Root = "kbpentlink";
    private static readonly string[] Tables = [".tab", ".tsv", ".txt"];

    private readonly CompanionTexts companions = new([".xml"], [".xml", ".sgm", ".txt", ".nw.xml", ".df.xml", ".mpdf.xml", ""], IsQueries);
    private readonly Dictionary<string, AnnotationFile> answers = new(StringComparer.Ordinal);

    public string Name => "entity-linking-queries";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var queries in companions.Claim(folder, ListDocuments))
        {
            var tables = folder.Remaining.Where(file => Tables.Contains(file.Extension)).ToList();
            if (tables.Find(table => IsAnswer(table, queries.Main)) is not { } answer)
            {
                yield return queries;
                continue;
            }

            folder.Take(answer);
            answers[queries.Main.FullPath] = answer;
            yield return new FileSet([.. queries.Files, answer]);
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (XmlFile.Read(files.Main, log) is not { } xml)
            yield break;
        var entries = answers.TryGetValue(files.Main.FullPath, out var table) ? ReadAnswers(table, log) : [];
        foreach (var document in ListQueries(xml.Root).GroupBy(query => Get(query, "docid"), StringComparer.Ordinal))
        {
            if (companions.GetText(files.Main, document.Key) is not { } file)
            {
                log.ReportMalformed(ReadingDiagnostics.NoText(xml.GetPlace(document.First()), $"{document.Key}.xml"));
                continue;
            }

            var text = file.ReadText(log).Text;
            var mentions = document.Select(query => ReadQuery(query, entries, text, xml)).ToList();
            yield return LinkedDocument.Read(files.Main, document.Key, mentions, new MarkedText(text), log);
        }
    }

    private static bool IsQueries(AnnotationFile file) => file.Extension == ".xml" && XmlHeads.HasRoot(file, Root);

    /// <summary>Whether the first line of a table has the id of a query.</summary>
    private static bool IsAnswer(AnnotationFile table, AnnotationFile queries) =>
        table.FirstLine.Split('\t') is [var id, _, ..] && id.Length > 0
        && queries.Head.Contains($"\"{id}\"", StringComparison.Ordinal);

    private static IEnumerable<string> ListDocuments(AnnotationFile file) =>
        XmlFile.Read(file, new ReadingLog()) is { } xml ? ListQueries(xml.Root).Select(query => Get(query, "docid")) : [];

    private static IEnumerable<XElement> ListQueries(XElement root) => root.Elements("query");

    private static LinkedMention ReadQuery(
        XElement query, Dictionary<string, (string Entry, string Type)> entries, string text, XmlFile xml)
    {
        var id = (string?)query.Attribute("id") ?? "";
        var answer = entries.GetValueOrDefault(id, (Get(query, "entity"), Get(query, "type")));
        var name = Get(query, "name");
        var place = long.TryParse(Get(query, "beg"), out var first) && long.TryParse(Get(query, "end"), out var last)
            ? new RecordedSpan(first, last + 1, name)
            : FindName(text, name);
        return new LinkedMention(id, Get(query, "docid"), place, answer.Item1, answer.Item2, "", xml.GetPlace(query));
    }

    /// <summary>The first place behind the head of the document.</summary>
    private static RecordedSpan FindName(string text, string name)
    {
        var body = Math.Max(0, text.IndexOf("<TEXT", StringComparison.OrdinalIgnoreCase));
        var start = name.Length == 0 ? -1 : text.IndexOf(name, body, StringComparison.Ordinal);
        if (start < 0)
            return new RecordedSpan(-1, -1, name);
        var before = text.AsSpan(0, start).EnumerateRunes();
        var count = 0;
        foreach (var _ in before)
            count++;
        return new RecordedSpan(count, count + name.EnumerateRunes().Count(), name);
    }

    private static Dictionary<string, (string Entry, string Type)> ReadAnswers(AnnotationFile table, ReadingLog log)
    {
        var result = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var (_, line, place) in table.ReadText(log).ReadLines())
        {
            if (line.Split('\t') is [var id, var entry, .. var rest])
                result.TryAdd(id, (entry.Trim(), rest.FirstOrDefault("").Trim()));
            else if (line.Length > 0)
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "answer", "it has not an id and an entry"));
        }

        return result;
    }

    private static string Get(XElement query, string name) => query.Element(name)?.Value.Trim() ?? "";
}
