using System.Globalization;
using System.Text;

namespace Graph.Core.Tests.Text;

/// <summary>Writes <c>normalization.txt</c> from the files of the Unicode Character Database.</summary>
internal static class NormalizationTableWriter
{
    private const int LineWidth = 130;

    public static string Write(string unicodeFolder)
    {
        var characters = File.ReadLines(Path.Combine(unicodeFolder, "UnicodeData.txt")).Select(Character.Read).ToList();
        var version = File.ReadLines(Path.Combine(unicodeFolder, "DerivedNormalizationProps.txt")).First()
            .Replace("# DerivedNormalizationProps-", "", StringComparison.Ordinal)
            .Replace(".txt", "", StringComparison.Ordinal);

        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"# Unicode {version}: what normalization needs of UnicodeData.txt and CompositionExclusions.txt.\n");
        text.Append("# Made by NormalizationTableWriter of the tests. A run is its first code point, then one entry for each after it.\n");
        WriteSection(
            text, "canonical", WriteRuns(characters.Where(character => character is { Mapping: not null, IsCompatibility: false })));
        WriteSection(
            text, "compatibility", WriteRuns(characters.Where(character => character is { Mapping: not null, IsCompatibility: true })));
        WriteSection(text, "classes", WriteClasses(characters));
        WriteSection(text, "excluded", ReadExclusions(unicodeFolder));
        return text.ToString();
    }

    private static void WriteSection(StringBuilder text, string name, IEnumerable<string> lines)
    {
        text.Append('[').Append(name).Append("]\n");
        foreach (var line in lines)
            text.Append(line).Append('\n');
    }

    private static IEnumerable<string> WriteRuns(IEnumerable<Character> characters)
    {
        var line = new StringBuilder();
        var next = -1;
        foreach (var character in characters)
        {
            if (character.Code != next || line.Length > LineWidth - character.Mapping!.Length)
            {
                if (line.Length > 0)
                    yield return line.ToString();
                line.Clear().Append(CultureInfo.InvariantCulture, $"{character.Code:X4}=");
            }
            else
            {
                line.Append(';');
            }

            line.Append(character.Mapping);
            next = character.Code + 1;
        }

        yield return line.ToString();
    }

    private static IEnumerable<string> WriteClasses(List<Character> characters)
    {
        for (var start = 0; start < characters.Count;)
        {
            var end = start + 1;
            while (end < characters.Count
                && characters[end].Class == characters[start].Class
                && characters[end].Code == characters[end - 1].Code + 1)
                end++;
            if (characters[start].Class != 0)
                yield return string.Create(
                    CultureInfo.InvariantCulture, $"{characters[start].Class}={characters[start].Code:X4}-{characters[end - 1].Code:X4}");
            start = end;
        }
    }

    private static IEnumerable<string> ReadExclusions(string unicodeFolder) =>
        File.ReadLines(Path.Combine(unicodeFolder, "CompositionExclusions.txt"))
            .Select(line => line.Split('#')[0].Trim())
            .Where(code => code.Length > 0);

    /// <summary>A line of UnicodeData.txt: fields 0, 3 and 5.</summary>
    private sealed record Character(int Code, int Class, string? Mapping, bool IsCompatibility)
    {
        public static Character Read(string line)
        {
            var fields = line.Split(';');
            var mapping = fields[5];
            var isCompatibility = mapping.StartsWith('<');
            if (isCompatibility)
                mapping = mapping[(mapping.IndexOf('>', StringComparison.Ordinal) + 2)..];
            return new Character(
                int.Parse(fields[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                int.Parse(fields[3], CultureInfo.InvariantCulture),
                mapping.Length == 0 ? null : mapping,
                isCompatibility);
        }
    }
}
