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

    /// <summary>Names that annotation schemes use for what graph types of news call otherwise; tried before the nearest name.</summary>
    private static readonly ImmutableArray<KeyValuePair<string, string>> Customary =
    [
        new("per", "Person"), new("pers", "Person"), new("persname", "Person"),
        new("loc", "Place"), new("location", "Place"), new("placename", "Place"), new("gpe", "Country"), new("fac", "Facility"),
        new("org", "Organization"), new("organisation", "Organization"), new("orgname", "Organization"),
        new("nationality", "Group"), new("norp", "Group"),
    ];

    /// <param name="type">The graph type that types are to be mapped to, or null to only list what there is.</param>
    public static string Write(LoadSummary summary, GraphType? type)
    {
        var text = new StringBuilder("# How this corpus is read; a line without its hash maps a type of the files onto the graph type.\n");
        WriteSection(text, "types", summary.MentionsByType, type?.Labels ?? [], type?.Name);
        WriteSection(text, "relations", summary.RelationsByType, type?.RelationTypes ?? [], type?.Name);
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
        text.Append(proposals.Exists(proposal => proposal.Proposal is not null) ? $"{name}:\n" : $"# {name}:\n");
        foreach (var (type, count, proposal) in proposals)
        {
            var hash = proposal is null ? "# " : "";
            var note = proposal is null && graphType is not null ? $"; nothing near it in {graphType}" : "";
            text.Append(CultureInfo.InvariantCulture,
                $"{Indent}{Indent}{hash}{Quote(type)}: {Quote(proposal ?? type)}{Indent}{Indent}# {count}{note}\n");
        }
    }

    private static string? FindProposal(string type, ImmutableArray<string> known)
    {
        var customary = Customary.FirstOrDefault(pair => pair.Key == type.ToLowerInvariant()).Value;
        if (customary is not null && known.Contains(customary))
            return customary;
        return NearestName.Find(type, known) ?? NearestName.Find(ToRelationName(type), known);
    }

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

    /// <summary>Anything but a plain word is quoted, as YAML reads much into punctuation.</summary>
    private static string Quote(string text) =>
        text.All(character => char.IsLetterOrDigit(character) || character is '_' or '-') ? text : $"'{text.Replace("'", "''")}'";
}
