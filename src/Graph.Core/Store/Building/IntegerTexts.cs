using System.Globalization;
using System.Text;

namespace Graph.Core;

/// <summary>A column of integers as texts behind a prefix, such as the keys of a table; no string is made of any.</summary>
internal sealed class IntegerTexts
{
    // The least 64-bit integer has a sign and 19 digits.
    private const int LongestInteger = 20;

    private readonly IntegerColumn integers;
    private readonly byte[] text;
    private readonly int prefixLength;

    private IntegerTexts(string prefix, IntegerColumn integers)
    {
        this.integers = integers;
        prefixLength = Encoding.UTF8.GetByteCount(prefix);
        text = new byte[prefixLength + LongestInteger];
        Encoding.UTF8.GetBytes(prefix, text);
    }

    public static StringColumn Create(string key, string prefix, IntegerColumn integers)
    {
        var texts = new IntegerTexts(prefix, integers);
        return texts.AreDistinct() ? texts.CreateDistinct(key) : texts.CreateInterned(key);
    }

    /// <summary>Whether the integers are seen to be distinct as they ascend, and their texts fit an array at their longest.</summary>
    private bool AreDistinct()
    {
        if (!integers.Bounds.IsAscending || (long)integers.Count * text.Length > Array.MaxLength)
            return false;
        for (var row = 1; row < integers.Count; row++)
        {
            if (integers.Values[row] == integers.Values[row - 1])
                return false;
        }

        return true;
    }

    private StringColumn CreateDistinct(string key)
    {
        var offsets = new int[integers.Count + 1];
        var blob = new byte[integers.Count * text.Length];
        for (var row = 0; row < integers.Count; row++)
        {
            var formatted = Format(row);
            formatted.CopyTo(blob.AsSpan(offsets[row]));
            offsets[row + 1] = offsets[row] + formatted.Length;
        }

        Array.Resize(ref blob, offsets[^1]);
        return new StringColumn(key, integers.Count, new StringDictionary(offsets, blob, isSorted: false), null, default, default);
    }

    private StringColumn CreateInterned(string key)
    {
        var interner = new Utf8Interner();
        var ids = new int[integers.Count];
        for (var row = 0; row < ids.Length; row++)
        {
            if (integers.HasValue(row))
                ids[row] = interner.Intern(Format(row));
        }

        return ColumnFactory.CreateStrings(key, ids, interner, integers.Validity.Simplify(ids.Length), isIndexed: false);
    }

    private ReadOnlySpan<byte> Format(int row)
    {
        integers.Values[row].TryFormat(text.AsSpan(prefixLength), out var length, default, CultureInfo.InvariantCulture);
        return text.AsSpan(0, prefixLength + length);
    }
}
