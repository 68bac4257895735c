namespace Graph.Annotations;

/// <summary>
/// A column behind the words that names the document of each line, where no header says which: it is the same on the lines of several
/// sentences, and does not come again behind another document.
/// </summary>
internal static class IobDocuments
{
    // Numbers of sentences are as many as these.
    private const double LeastSentences = 1.5;

    /// <param name="rows">The fields of lines, none of lines between sentences.</param>
    /// <param name="isFree">Whether a column is neither token nor tag.</param>
    /// <returns>-1 where no column is one.</returns>
    public static int Find(List<string[]> rows, int columns, Func<int, bool> isFree)
    {
        var sentences = SplitAtBlanks(rows.Select(fields => fields.Length == 0 || fields.Length == columns ? fields : []));
        return sentences.Count < 2
            ? -1
            : Enumerable.Range(1, Math.Max(0, columns - 1)).FirstOrDefault(column => isFree(column) && Names(sentences, column), -1);
    }

    private static List<List<string[]>> SplitAtBlanks(IEnumerable<string[]> rows)
    {
        var sentences = new List<List<string[]>> { new() };
        foreach (var fields in rows)
        {
            if (fields.Length > 0)
                sentences[^1].Add(fields);
            else if (sentences[^1].Count > 0)
                sentences.Add([]);
        }

        sentences.RemoveAll(sentence => sentence.Count == 0);
        return sentences;
    }

    private static bool Names(List<List<string[]>> sentences, int column)
    {
        var names = sentences.ConvertAll(sentence =>
            sentence[0][column].Trim() is var name && sentence.TrueForAll(fields => fields[column].Trim() == name) ? name : "");
        var runs = names.Where((name, index) => index == 0 || name != names[index - 1]).ToList();
        return runs.TrueForAll(name => name.Any(char.IsAsciiDigit))
            && runs.Distinct(StringComparer.Ordinal).Count() == runs.Count
            && names.Count >= runs.Count * LeastSentences
            && (runs.Count > 1 || runs[0].Any(char.IsLetter));
    }
}
