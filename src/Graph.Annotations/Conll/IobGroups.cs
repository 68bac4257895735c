using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// Finds in tagged files without a header whether the first column names the article or the sentence of each line: one name on all lines
/// that follow each other, and never again.
/// </summary>
internal static class IobGroups
{
    // Without lines between sentences, what is longer than these is no sentence.
    private const int LongestSentence = 60;

    /// <summary>The columns of articles and of sentences; -1 where there is none.</summary>
    /// <param name="rows">The fields of lines, none of those between sentences.</param>
    /// <param name="token">The column of the words.</param>
    public static (int Document, int Sentence) Find(IReadOnlyList<string[]> rows, int token)
    {
        if (token == 0 || ReadBlocks(rows) is not { } blocks || blocks.TrueForAll(block => block.Lines < 2))
            return (-1, -1);
        var first = rows.TakeWhile(fields => fields.Length > 0).Count();
        if (rows.Skip(first).Any(fields => fields.Length > 0) && rows.Any(fields => fields.Length == 0))
            return blocks.Exists(block => block.Sentences > 1) ? (0, -1) : (-1, -1);
        if (token > 1 && HasSentences(rows, blocks.Count))
            return (0, 1);
        return blocks.TrueForAll(block => IsDocument(block.Name)) || blocks.Average(block => block.Lines) > LongestSentence ? (0, -1)
            : blocks.Count > 1 ? (-1, 0)
            : (-1, -1);
    }

    /// <summary>Whether the second column names parts of what the first does: more of them, none twice, some of several lines.</summary>
    private static bool HasSentences(IEnumerable<string[]> rows, int documents)
    {
        var runs = new List<(string Name, int Lines)>();
        foreach (var fields in rows.Where(fields => fields.Length > 1))
        {
            var name = $"{fields[0]}\t{fields[1]}";
            if (runs.Count > 0 && runs[^1].Name == name)
                runs[^1] = (name, runs[^1].Lines + 1);
            else
                runs.Add((name, 1));
        }

        return runs.Count > documents
            && runs.Average(run => run.Lines) > 1
            && runs.TrueForAll(run => run.Name.LastIndexOf('\t') is var end && run.Name.AsSpan(end).ContainsAnyInRange('0', '9'))
            && runs.Select(run => run.Name).Distinct(StringComparer.Ordinal).Count() == runs.Count;
    }

    /// <summary>The names in their order; null where one comes again behind another, or is no number and has none.</summary>
    private static List<NamedBlock>? ReadBlocks(IReadOnlyList<string[]> rows)
    {
        var blocks = new List<NamedBlock>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var isBehindBreak = false;
        foreach (var fields in rows)
        {
            if (fields.Length == 0)
            {
                isBehindBreak = true;
                continue;
            }

            if (blocks.Count > 0 && blocks[^1].Name == fields[0])
                blocks[^1] = blocks[^1] with { Lines = blocks[^1].Lines + 1, Sentences = blocks[^1].Sentences + (isBehindBreak ? 1 : 0) };
            else if (fields[0].Any(char.IsAsciiDigit) && known.Add(fields[0]))
                blocks.Add(new NamedBlock(fields[0], 1, 1));
            else
                return null;
            isBehindBreak = false;
        }

        return blocks;
    }

    private static bool IsDocument(string name) => Regex.IsMatch(
        name, @"^(doc|news|art|text|file)[a-z]*[-_.]?[0-9]|\.(txt|xml|html?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private readonly record struct NamedBlock(string Name, int Lines, int Sentences);
}
