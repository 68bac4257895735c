using System.Globalization;
using System.Text;

namespace Graph.Annotations;

/// <summary>
/// Writes a first <c>corpus.yaml</c> from what a load found: every annotation type with its count, and the nearest label of the graph type
/// as a
/// proposal. What the graph type knows already needs no line and gets none.
/// </summary>
public static class CorpusDraft
{
    private const char Indent = ' ';
    private const int MostSkipped = 20;

    /// <summary>Names that annotation schemes use for what graph types of news call otherwise; tried before the nearest name.</summary>
    private static readonly ImmutableArray<KeyValuePair<string, string>> Customary =
    [
        new("per", "Person"), new("pers", "Person"), new("persname", "Person"),
        new("loc", "Place"), new("location", "Place"), new("placename", "Place"), new("gpe", "Country"), new("fac", "Facility"),
        new("org", "Organization"), new("organisation", "Organization"), new("orgname", "Organization"),
        new("nationality", "Group"), new("norp", "Group"),
    ];

    /// <param name="type">The graph type that types are to be mapped to, or null to only list what there is.</param>
    /// <param name="folder">The folder of the corpus, whose tables and records without settings are looked at; null to look at
    /// none.</param>
    /// <exception cref="IOException">A file that was not read cannot be looked at.</exception>
    public static string Write(LoadSummary summary, GraphType? type, string? folder = null)
    {
        var text = new StringBuilder("# How this corpus is read; a line without its hash maps a type of the files onto the graph type.\n");
        WriteSection(text, CorpusFile.Types, summary.MentionsByType, type?.Labels ?? [], type?.Name);
        WriteSection(text, CorpusFile.Relations, summary.RelationsByType, type?.RelationTypes ?? [], type?.Name);
        var files = folder is null ? [] : ListSkipped(summary.Skipped, folder);
        var tables = TableDraft.Find(files.Where(file => file.Extension is ".csv" or ".tsv" or ".tab" or ".xlsx")).ToImmutableArray();
        WriteTables(text, tables, type);
        WriteRecords(text, files.Where(file => file.Extension is ".json" or ".jsonl" or ".ndjson"));
        WriteSkipped(text, [.. summary.Skipped.Where(file => !tables.Any(table => table.File == Path.GetFileName(file.Path)))]);
        text.Append("# confidence: 0.5\n# layers: []\n# identity: {lastName: false}\n");
        return text.ToString();
    }

    private static void WriteSection(StringBuilder text, string name, IReadOnlyDictionary<string, int> counts, ImmutableArray<string> known,
        string? graphType)
    {
        var unknown = counts.Where(pair => pair.Key.Length > 0 && !known.Contains(pair.Key)).OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        if (unknown.Count == 0)
            return;

        var proposals = unknown.Select(pair => (pair.Key, pair.Value, Proposal: FindProposal(pair.Key, known))).ToList();
        text.Append(proposals.Exists(proposal => proposal.Proposal.IsCertain) ? $"{name}:\n" : $"# {name}:\n");
        foreach (var (type, count, (label, isCertain)) in proposals)
        {
            var hash = isCertain ? "" : "# ";
            var note = isCertain || graphType is null ? ""
                : label is null ? $"; nothing near it in {HiddenCharacters.Escape(graphType)}"
                : "; near in spelling only, so take the hash away if it is right";
            text.Append(CultureInfo.InvariantCulture,
                $"{Indent}{Indent}{hash}{Quote(type)}: {Quote(label ?? type)}{Indent}{Indent}# {count}{note}\n");
        }
    }

    private static List<AnnotationFile> ListSkipped(ImmutableArray<SkippedFile> skipped, string folder) =>
        [.. skipped
            .Where(file => file.IsData
                && File.Exists(file.Path)
                && Path.GetDirectoryName(Path.GetFullPath(file.Path)) == Path.GetFullPath(folder).TrimEnd('/', '\\'))
            .Select(file => new AnnotationFile(Path.GetFullPath(file.Path), file.Path, Path.GetFileName(file.Path)))];

    /// <summary>Tables by their keys and what refers to them; what only the values suggest stays a comment.</summary>
    private static void WriteTables(StringBuilder text, ImmutableArray<TableDraftLine> lines, GraphType? type)
    {
        if (lines.IsEmpty)
            return;

        text.Append(lines.Any(line => line.IsCertain) ? "tables:\n" : "# tables:\n");
        foreach (var section in lines.GroupBy(line => line.IsNode))
        {
            text.Append(section.Any(line => line.IsCertain) ? "" : "# ").Append(section.Key ? "  nodes:\n" : "  relations:\n");
            foreach (var line in section)
            {
                var kind = line.TypeColumn.Length > 0
                    ? $"typeColumn: {Quote(line.TypeColumn)}"
                    : $"type: {Quote(FindType(line.Type, type))}";
                var content = line.IsNode
                    ? $"label: {Quote(FindLabel(line.Type, type))}, id: {Quote(line.Key)}, space: {Quote(line.Space)}"
                    : $"{kind}, source: {Quote(line.Source)}, sourceSpace: {Quote(line.SourceSpace)}, target: {Quote(line.Target)}, "
                        + $"targetSpace: {Quote(line.TargetSpace)}";
                text.Append(
                    $"    {(line.IsCertain ? "" : "# ")}- {{file: {Quote(line.File)}, {content}}}  # "
                        + $"{HiddenCharacters.Escape(line.Reason)}\n");
            }
        }
    }

    /// <summary>A label of the graph type in the singular or as the file is called; else that name, with a capital.</summary>
    private static string FindLabel(string stem, GraphType? type)
    {
        var known = type?.Labels ?? [];
        var found =
            new[] { stem, stem.TrimEnd('s') }
                .Select(name => FindProposal(name, known))
                .FirstOrDefault(proposal => proposal.IsCertain).Label;
        return found ?? string.Concat(WithoutKind(stem).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    /// <summary><c>nodes-officers</c> holds officers.</summary>
    private static ImmutableArray<string> WithoutKind(string stem)
    {
        var words = stem.Split(['-', '_', '.', ' '], StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();
        var others = words.Where(word => word.ToLowerInvariant() is not ("node" or "nodes" or "vertices")).ToImmutableArray();
        return others.Length > 0 ? others : words.Length > 0 ? words : [stem];
    }

    private static string FindType(string name, GraphType? type) =>
        FindProposal(name, type?.RelationTypes ?? []) is { IsCertain: true, Label: { } label } ? label : ToRelationName(name);

    /// <summary>Records that no shape takes, with the fields that were seen.</summary>
    private static void WriteRecords(StringBuilder text, IEnumerable<AnnotationFile> files)
    {
        foreach (var file in files)
        {
            var draft = JsonDraft.Read(file);
            if (draft.Fields.IsEmpty)
                continue;
            text.Append(
                $"# {HiddenCharacters.Escape(file.Name)} has the fields {HiddenCharacters.Escape(string.Join(", ", draft.Fields))}\n");
            var proposal = draft.Proposal ?? "json: {text: ..., mentions: {list: ..., start: ..., end: ..., type: ...}}";
            text.Append($"# {HiddenCharacters.Escape(proposal)}\n");
        }
    }

    /// <summary>What was not read and why, so that it can be said here how to.</summary>
    private static void WriteSkipped(StringBuilder text, ImmutableArray<SkippedFile> skipped)
    {
        foreach (var file in skipped.Where(file => file.IsData).Take(MostSkipped))
            text.Append($"# not read: {HiddenCharacters.Escape(file.Path)}: {HiddenCharacters.Escape(file.Reason)}\n");
    }

    /// <summary>
    /// The label that a type is: by custom, or but for case and punctuation the same word; else what is near in spelling, which is a
    /// guess.
    /// </summary>
    private static (string? Label, bool IsCertain) FindProposal(string type, ImmutableArray<string> known)
    {
        var customary = Customary.FirstOrDefault(pair => pair.Key.Equals(type, StringComparison.OrdinalIgnoreCase)).Value;
        if (customary is not null && known.Contains(customary))
            return (customary, true);
        if (known.FirstOrDefault(label => Letters(label) == Letters(type)) is { } same)
            return (same, true);
        return (NearestName.Find(type, known) ?? NearestName.Find(ToRelationName(type), known), false);
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>
    /// <c>FightingAgainst</c> and <c>part-of</c> in the way relation types are written: <c>FIGHTING_AGAINST</c>, <c>PART_OF</c>.
    /// </summary>
    private static string ToRelationName(string type)
    {
        var result = new StringBuilder();
        for (var i = 0; i < type.Length; i++)
        {
            if (i > 0 && char.IsUpper(type[i]) && char.IsLower(type[i - 1]))
                result.Append('_');
            result.Append(type[i] == '-' ? '_' : char.ToUpperInvariant(type[i]));
        }

        return result.ToString();
    }

    /// <summary>
    /// Anything but a plain word is quoted, as YAML reads much into punctuation; what would end the line is written as a code, so that a
    /// name out of a file never becomes a setting.
    /// </summary>
    private static string Quote(string text)
    {
        if (HiddenCharacters.IsIn(text))
            return $"\"{HiddenCharacters.Escape(text.Replace("\\", "\\\\").Replace("\"", "\\\""))}\"";
        return IsPlain(text) ? text : $"'{text.Replace("'", "''")}'";
    }

    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsLetter(text[0]) && text.All(character => char.IsLetterOrDigit(character) || character is '_' or '-')
        && text.ToLowerInvariant() is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n");
}
