using System.Text.RegularExpressions;

namespace Graph.Fuzz.Ledgers;

/// <summary>Marks of WebAnno TSV 3, by the first column of each layer of spans.</summary>
internal static partial class WebAnnoMarks
{
    /// <summary>
    /// A value without a number is one mark, and one with a number is one with all of the same number. Null where columns are not as the
    /// header has them, or a layer has relations or slots, whose columns mean more.
    /// </summary>
    public static int? Count(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (!lines[0].StartsWith("#FORMAT=WebAnno TSV 3", StringComparison.Ordinal)
            || ReadColumns(lines) is not { } columns
            || text.Contains('\\'))
            return null;
        var sum = 0;
        var numbered = new HashSet<(int, string)>();
        foreach (var cells in lines.Where(line => Token().IsMatch(line)).Select(line => line.TrimEnd('\t').Split('\t')))
        {
            if (cells.Length != columns.Width + 3)
                return null;
            foreach (var column in columns.First)
                sum += Count(cells[column + 3], column, numbered);
        }

        return sum;
    }

    private static int Count(string cell, int column, HashSet<(int, string)> numbered)
    {
        var sum = 0;
        foreach (var value in cell.Split('|').Where(value => value is not ("_" or "")))
        {
            if (Number().Match(value) is not { Success: true } number)
                sum++;
            else
                sum += numbered.Add((column, number.Value)) ? 1 : 0;
        }

        return sum;
    }

    /// <summary>The first column of each layer, counted from the first of all, and how many there are.</summary>
    private static (List<int> First, int Width)? ReadColumns(string[] lines)
    {
        var (first, width) = (new List<int>(), 0);
        foreach (var line in lines.Where(line => line.StartsWith("#T_", StringComparison.Ordinal)))
        {
            var parts = line.Split('|');
            if (!line.StartsWith("#T_SP=", StringComparison.Ordinal)
                || parts.Length < 2
                || parts.Any(part => part.StartsWith("ROLE_", StringComparison.Ordinal)))
                return null;
            first.Add(width);
            width += parts.Length - 1;
        }

        return first.Count == 0 ? null : (first, width);
    }

    [GeneratedRegex(@"^\d+-\d+\t\d+-\d+\t\S", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"\[\d+\]$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
