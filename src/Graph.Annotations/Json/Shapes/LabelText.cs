using System.Globalization;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// The labels of numbered tags as a data set's card or the script that loads it lists them: as a table or a list of JSON or Python,
/// <c>{"O": 0, "B-PER": 1}</c> or <c>["O", "B-PER"]</c>, or a line for each number from 0 on, <c>- 1: B-PER</c>.
/// </summary>
internal static class LabelText
{
    private const int FewestLabels = 3;

    private static readonly string[] Tables = [@"\{[^{}]*\}", @"\[[^\[\]]*\]"];

    // What cards call that there is no name.
    private static readonly string[] Outsides = ["Other", "OTHER", "other", "None", "Outside"];

    /// <summary>The labels by their numbers, as <c>B-PER</c>; null where a text lists none.</summary>
    public static IReadOnlyDictionary<long, string>? Find(string text) => FindTable(text) ?? FindLines(text);

    private static Dictionary<long, string>? FindTable(string text)
    {
        // A list may stand in braces that are none of a table.
        foreach (var match in Tables.SelectMany(pattern => Regex.Matches(text, pattern, RegexOptions.CultureInvariant)))
        {
            using var table = TableRecords.TryParse(match.Value);
            if (table is not null && LabelTable.Read(table.RootElement) is { } labels && Normalize(labels) is { } found)
                return found;
        }

        return null;
    }

    private static Dictionary<long, string>? FindLines(string text)
    {
        var labels = new Dictionary<long, string>();
        foreach (var line in text.Split('\n'))
        {
            var match = Regex.Match(line, @"^[\s|*-]*`?([0-9]{1,3})`?\s*[:=|]\s*`?([^\s`|(,]+)", RegexOptions.CultureInvariant);
            if (match.Success && int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) == labels.Count)
                labels.Add(labels.Count, match.Groups[2].Value);
            else if (labels.Count > 0 && Normalize(labels) is { } found)
                return found;
            else if (line.AsSpan().Trim().Length > 0)
                labels.Clear();
        }

        return Normalize(labels);
    }

    /// <summary>Null where not all are tags with a position, and 0 is not what no name has.</summary>
    private static Dictionary<long, string>? Normalize(IReadOnlyDictionary<long, string> labels)
    {
        if (labels.Count < FewestLabels || !labels.TryGetValue(0, out var outside) || !(outside == "O" || Outsides.Contains(outside)))
            return null;
        var normal = labels.ToDictionary(label => label.Key, label => label.Key == 0 ? "O" : TagNotation.Normalize(label.Value) ?? "");
        return normal.Values.All(label => label.Length > 0) ? normal : null;
    }
}
