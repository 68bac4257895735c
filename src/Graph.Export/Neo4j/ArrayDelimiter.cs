using System.Globalization;

namespace Graph.Export;

/// <summary>What stands between the items of a list, which no item may hold, as nothing escapes it.</summary>
/// <param name="Argument">As the command line of the import names it.</param>
internal readonly record struct ArrayDelimiter(char Character, string Argument)
{
    private const char Usual = ';';
    private const char FirstPrivate = '\uE000';

    public static ArrayDelimiter Choose(GraphSelection selection, LossLedger losses)
    {
        var candidates = new SortedSet<char>([Usual, '|', .. Enumerable.Range(FirstPrivate, 16).Select(code => (char)code)]);
        foreach (var text in ListItems(selection))
            candidates.ExceptWith(text);
        var chosen = candidates.Contains(Usual) ? Usual : candidates.FirstOrDefault(Usual);
        if (chosen != Usual)
            losses.Note($"items of lists hold '{Usual}', so that '{Describe(chosen)}' separates them, as import.args says");
        return new ArrayDelimiter(chosen, Describe(chosen));
    }

    private static string Describe(char delimiter) => delimiter < FirstPrivate
        ? delimiter.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"U+{(int)delimiter:X4}");

    private static IEnumerable<string> ListItems(GraphSelection selection)
    {
        var store = selection.Store;
        return store.Labels
            .Concat(store.NodeRanges.SelectMany(range => range.Columns).SelectMany(ListItems))
            .Concat(store.EdgeTables.SelectMany(table => table.Columns).SelectMany(ListItems));
    }

    private static IEnumerable<string> ListItems(PropertyColumn column) => column.Kind is ValueKind.List or null
        ? Enumerable.Range(0, column.Count).SelectMany(row => ColumnKinds.ListTexts(column.GetValue(row)))
        : [];
}
