namespace Graph.Query.Execution;

/// <summary>
/// Strings as integers that stand in the same order: those that were numbered by even ones, and any other by the odd one between its
/// neighbours, so that strings are compared where only integers are.
/// </summary>
internal sealed class TextRanks : ComparedForm
{
    private const long BytesPerText = 80;
    private static readonly Comparer<Value> Order = Comparer<Value>.Create(ValueComparer.Compare);

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<Value> texts = [];
    private readonly CodeMemo memo = new();
    private Value[] sorted = [];

    public override long Bytes => texts.Count * BytesPerText;

    public override bool TryNumber(Column values, Span<long> integers) => TryRead(values, integers, memo, Number);

    /// <summary>The string of an integer: of its number before they are in order, of its rank afterwards.</summary>
    public override Value Decode(long integer) => sorted.Length == 0 ? texts[(int)integer] : sorted[(int)(integer / 2)];

    public override long[] Sort()
    {
        var places = new int[texts.Count];
        for (var number = 0; number < places.Length; number++)
            places[number] = number;
        sorted = [.. texts];
        Array.Sort(sorted, places, Order);
        var ranks = new long[places.Length];
        for (var place = 0; place < places.Length; place++)
            ranks[places[place]] = 2L * place;
        return ranks;
    }

    public override bool TryRank(Column values, Span<long> integers, CodeMemo known) => TryRead(values, integers, known, FindRank);

    private static bool TryRead(Column column, Span<long> codes, CodeMemo known, Func<Value, int> find)
    {
        if (!column.AreTexts || !column.TryGetExactCodes(codes))
            return false;

        var memo = known.Of(column);
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] == PropertyReader.NullCode)
                continue;

            // One more than is found, as what is remembered is never negative.
            var found = memo.Find(codes[row]);
            if (found < 0)
                memo.Set(codes[row], found = find(column[row]) + 1);
            codes[row] = found - 1;
        }

        return true;
    }

    private int Number(Value text)
    {
        if (!numbers.TryGetValue(text.AsString(), out var number))
        {
            numbers.Add(text.AsString(), number = texts.Count);
            texts.Add(text);
        }

        return number;
    }

    private int FindRank(Value text)
    {
        var place = Array.BinarySearch(sorted, text, Order);
        return place >= 0 ? 2 * place : (2 * ~place) - 1;
    }
}
