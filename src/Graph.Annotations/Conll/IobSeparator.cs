using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Graph.Annotations;

/// <summary>
/// What stands between the fields of tagged lines that have neither tabs nor blanks: <c>Oslo|B_LOC</c>, or rows by commas without a header.
/// </summary>
internal sealed record IobSeparator(char Character)
{
    private const double Share = 0.9;
    private static readonly char[] Known = ['|', ',', ';'];

    /// <summary>The one behind which nearly all lines have a tag, and some the begin of a name; null where there is none.</summary>
    public static IobSeparator? Find(List<string> lines) => Known
        .Select(character => new IobSeparator(character))
        .FirstOrDefault(separator =>
        {
            var tags = lines.Select(separator.Split).Where(fields => fields.Length > 0)
                .Select(fields => fields.Length > 1 ? TagNotation.Normalize(fields[^1].Trim()) : null).ToList();
            return tags.Count > 0
                && tags.Count(tag => tag is not null) >= tags.Count * Share
                && tags.Contains("O")
                && tags.Exists(tag => tag is ['B' or 'I' or 'S' or 'U', '-', ..]);
        });

    /// <summary>
    /// The fields of a line; none where all are empty, as tables have it between sentences. The separator may be a token itself.
    /// </summary>
    public string[] Split(string line)
    {
        line = line.TrimEnd('\r');
        if (line.AsSpan().Trim().TrimStart(Character).IsEmpty)
            return [];
        if (Character == ',')
            return SplitCells(line, Character);
        return line[0] == Character ? [Character.ToString(), .. line[1..].TrimStart(Character).Split(Character)] : line.Split(Character);
    }

    /// <summary>Cells of a table; quotes around one are doubled inside it.</summary>
    public static string[] SplitCells(string line, char separator)
    {
        using var parser = new CsvParser(
            new StringReader(line), new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, Delimiter = $"{separator}" });
        return parser.Read() ? parser.Record! : [];
    }
}
