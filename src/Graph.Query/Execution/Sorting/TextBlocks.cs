using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Graph.Query.Execution;

/// <summary>
/// Strings and nulls that only become more, as UTF-8 in blocks of bytes. A string object each, of many millions, would be looked at by
/// the garbage collector again and again. Long strings stay objects: they are fewer, and often one stands in many rows.
/// </summary>
internal sealed class TextBlocks
{
    /// <summary>UTF-16 units of the longest string whose bytes are taken.</summary>
    public const int LongestTaken = 128;

    private const int BytesPerUnit = 3;
    private const int WholeBlock = 1 << 16;
    private const int SmallestBlock = 1 << 10;
    private const int BytesPerPlace = 12;
    private const int BytesPerReference = 8;
    private const int NoBlock = -1;

    /// <summary>Beyond so many bytes at the front of a string, nobody looks for what is common to all.</summary>
    private const int LongestPrefix = 256;
    private const int LongestHead = (LongestPrefix + 16) * BytesPerUnit;

    private readonly Blocks<Place> places = new();
    private readonly List<byte[]> blocks = [];
    private readonly Blocks<string> longTexts = new();
    private int used;
    private long capacity;

    public int Count => places.Count;

    /// <summary>Without the long strings.</summary>
    public long Bytes => capacity + (places.Capacity * BytesPerPlace) + (longTexts.Capacity * BytesPerReference);

    public Value this[int index] => places[index] is { IsNull: false } place ? Value.FromString(GetString(place)) : Value.Null;

    /// <returns>False, and nothing added, for a value of another kind and for half a surrogate pair, which has no UTF-8.</returns>
    public bool TryAdd(Value value)
    {
        if (value.IsNull)
            places.Add(Place.Null);
        else if (value.Kind != ValueKind.String)
            return false;
        else if (value.AsString() is { Length: > LongestTaken } text)
            return TryAddLong(text);
        else
            return TryAddShort(value.AsString());
        return true;
    }

    /// <summary>The order of two values (orderability): that of the code points, null last.</summary>
    public int Compare(int left, int right)
    {
        var (one, other) = (places[left], places[right]);
        if (one.IsNull || other.IsNull)
            return one.IsNull.CompareTo(other.IsNull);
        return one.IsLong || other.IsLong
            ? CodePointOrder.Compare(GetString(one), GetString(other))
            : GetUtf8(one).SequenceCompareTo(GetUtf8(other));
    }

    /// <summary>
    /// As <see cref="Column.GetOrderCodes"/>; what all strings begin with tells nothing, so the codes are taken from what comes after.
    /// </summary>
    public bool GetOrderCodes(Span<ulong> codes, Action check)
    {
        Span<byte> head = stackalloc byte[LongestHead];
        var skipped = FindCommonPrefix(codes.Length, check);
        var isExact = true;
        for (var row = 0; row < codes.Length; row++)
        {
            if (row % QueryBudget.CheckInterval == 0)
                check();
            if (places[row].IsNull)
            {
                codes[row] = OrderCodes.Null;
                continue;
            }

            var utf8 = GetHead(places[row], head)[skipped..];
            codes[row] = OrderCodes.OfUtf8(utf8);
            isExact &= OrderCodes.IsExactUtf8(utf8.Length);
        }

        return isExact;
    }

    private bool TryAddShort(string text)
    {
        if (blocks.Count == 0 || !TryEncode(text, out var status, out var written))
        {
            AddBlock();
            TryEncode(text, out status, out written);
        }

        if (status != OperationStatus.Done)
            return false;
        places.Add(new Place(blocks.Count - 1, used, written));
        used += written;
        return true;
    }

    /// <summary>False where the block has no room.</summary>
    private bool TryEncode(string text, out OperationStatus status, out int written)
    {
        status = Utf8.FromUtf16(text, blocks[^1].AsSpan(used), out _, out written, replaceInvalidSequences: false);
        return status != OperationStatus.DestinationTooSmall;
    }

    private bool TryAddLong(string text)
    {
        if (!IsWellFormed(text))
            return false;
        if (longTexts.Count == 0 || !ReferenceEquals(longTexts[longTexts.Count - 1], text))
            longTexts.Add(text);
        places.Add(new Place(NoBlock, longTexts.Count - 1, 0));
        return true;
    }

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0 && at < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text[at..], out _, out var length) != OperationStatus.Done)
                return false;
            at += length;
        }

        return true;
    }

    private void AddBlock()
    {
        blocks.Add(new byte[(int)Math.Min(WholeBlock, Math.Max(SmallestBlock, capacity))]);
        capacity += blocks[^1].Length;
        used = 0;
    }

    private int FindCommonPrefix(int count, Action check)
    {
        Span<byte> head = stackalloc byte[LongestHead];
        Span<byte> prefix = stackalloc byte[LongestPrefix];
        var length = -1;
        for (var row = 0; row < count && length != 0; row++)
        {
            if (row % QueryBudget.CheckInterval == 0)
                check();
            if (places[row].IsNull)
                continue;

            var utf8 = GetHead(places[row], head);
            utf8 = utf8[..Math.Min(utf8.Length, LongestPrefix)];
            if (length < 0)
                utf8.CopyTo(prefix);
            length = length < 0 ? utf8.Length : prefix[..length].CommonPrefixLength(utf8);
        }

        return Math.Max(length, 0);
    }

    private ReadOnlySpan<byte> GetUtf8(Place place) => blocks[place.Block].AsSpan(place.Start, place.Length);

    /// <summary>All bytes of a string, or at least what a prefix and a code need of a long one.</summary>
    private ReadOnlySpan<byte> GetHead(Place place, Span<byte> target)
    {
        if (!place.IsLong)
            return GetUtf8(place);
        var text = longTexts[place.Start].AsSpan();
        Utf8.FromUtf16(text[..Math.Min(text.Length, target.Length / BytesPerUnit)], target, out _, out var written, isFinalBlock: false);
        return target[..written];
    }

    private string GetString(Place place) => place.IsLong ? longTexts[place.Start] : Encoding.UTF8.GetString(GetUtf8(place));

    /// <summary>Where a string stands: bytes of a block, or a long string by its number.</summary>
    private readonly record struct Place(int Block, int Start, int Length)
    {
        public static readonly Place Null = new(NoBlock, 0, -1);

        public bool IsNull => Length < 0;

        public bool IsLong => Block == NoBlock && Length == 0;
    }
}

internal sealed class TextBlocksColumn(TextBlocks texts) : Column
{
    public override Value this[int row] => texts[row];

    public override int Compare(int left, int right) => texts.Compare(left, right);

    public override bool GetOrderCodes(Span<ulong> codes, Action check) => texts.GetOrderCodes(codes, check);
}
