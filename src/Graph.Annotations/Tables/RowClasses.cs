namespace Graph.Annotations;

/// <summary>What the rows of a table are by a column of text, or all the same.</summary>
internal sealed class RowClasses
{
    private const int Excluded = -1;

    private readonly StringColumn? column;
    private readonly string other;

    // By row the id of the text, or one more than the last id where there is none.
    private readonly int[] codes;

    /// <param name="column">Text; null where all rows are the same.</param>
    /// <param name="other">The class of the rows without a text.</param>
    public RowClasses(int count, PropertyColumn? column, string other)
    {
        this.column = column as StringColumn;
        this.other = other;
        codes = new int[count];
        for (var row = 0; row < count; row++)
            codes[row] = this.column?.HasValue(row) == true ? this.column.GetId(row) : OtherCode;
    }

    private int OtherCode => column?.Dictionary.Count ?? 0;

    /// <summary>Whether the row has a text of its own.</summary>
    public bool HasText(int row) => codes[row] != OtherCode;

    public void Exclude(int row) => codes[row] = Excluded;

    /// <summary>The rows by class, in order of first occurrence, without those that were excluded.</summary>
    public List<(string Class, TableRows Rows)> Group()
    {
        var counts = new int[OtherCode + 1];
        var found = new List<int>();
        foreach (var code in codes)
        {
            if (code != Excluded && counts[code]++ == 0)
                found.Add(code);
        }

        return found is [var only] && counts[only] == codes.Length
            ? TableRows.All(GetName(only), codes.Length)
            : found.Zip(Fill(counts, found), (code, rows) => (GetName(code), new TableRows(rows, rows.Length))).ToList();
    }

    private int[][] Fill(int[] counts, List<int> found)
    {
        var rows = new int[counts.Length][];
        foreach (var code in found)
            rows[code] = new int[counts[code]];
        var next = new int[counts.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] is not Excluded and var code)
                rows[code][next[code]++] = row;
        }

        return [.. found.Select(code => rows[code])];
    }

    private string GetName(int code) => code == OtherCode ? other : column!.Dictionary.GetString(code);
}
