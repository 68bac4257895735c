using System.Buffers.Binary;

namespace Graph.Query.Execution;

/// <summary>
/// Numbers that stand in the order of values (orderability): a smaller one is before. Null is last, so it has the largest.
/// </summary>
internal static class OrderCodes
{
    public const ulong Null = ulong.MaxValue;

    private const ulong NotANumber = ulong.MaxValue - 1;
    private const ulong Sign = 1UL << 63;

    /// <summary>Beyond this an integer may share its code with a neighbour.</summary>
    public const long LargestExactFloat = 1L << 53;

    public static ulong OfInteger(long value) => (ulong)value ^ Sign;

    public static ulong OfFloat(double value)
    {
        if (double.IsNaN(value))
            return NotANumber;

        // Adding zero turns the negative zero into the positive one, which it is equal to.
        var bits = BitConverter.DoubleToInt64Bits(value + 0.0);
        return bits < 0 ? ~(ulong)bits : (ulong)bits | Sign;
    }

    /// <summary>By first day, then the longer interval first.</summary>
    public static ulong OfDays(int start, int end) => ((ulong)((uint)start ^ 0x8000_0000) << 32) | ~((uint)end ^ 0x8000_0000);

    /// <summary>Seven bytes of a string and how many there are; exact where there are no more.</summary>
    public static ulong OfUtf8(ReadOnlySpan<byte> utf8)
    {
        const int Bytes = 7;
        if (utf8.Length > Bytes)
            return (BinaryPrimitives.ReadUInt64BigEndian(utf8) & ~0xFFUL) | (Bytes + 1);

        var code = 0UL;
        for (var i = 0; i < Bytes; i++)
            code = (code << 8) | (i < utf8.Length ? utf8[i] : 0UL);
        return (code << 8) | (uint)utf8.Length;
    }

    public static bool IsExactUtf8(int length) => length <= 7;

    public static void OfIds(ReadOnlySpan<int> ids, Span<ulong> codes)
    {
        for (var row = 0; row < codes.Length; row++)
            codes[row] = ids[row] < 0 ? Null : (uint)ids[row];
    }

    /// <returns>Whether equal codes mean equivalent values.</returns>
    public static bool OfValues(Column column, Span<ulong> codes, Action check)
    {
        var values = new Value[codes.Length];
        var kinds = Kinds.None;
        for (var row = 0; row < values.Length; row++)
        {
            if (row % QueryBudget.CheckInterval == 0)
                check();
            values[row] = column[row];
            kinds |= GetKind(values[row]);
        }

        return (kinds & ~Kinds.Null) switch
        {
            Kinds.None => FillNulls(codes),
            Kinds.Integer => OfIntegers(values, codes),
            Kinds.Float or (Kinds.Float | Kinds.Integer) => OfNumbers(values, codes),
            _ => OfMixed(values, codes, check),
        };
    }

    private static bool FillNulls(Span<ulong> codes)
    {
        codes.Fill(Null);
        return true;
    }

    private static bool OfIntegers(Value[] values, Span<ulong> codes)
    {
        var isExact = true;
        for (var row = 0; row < values.Length; row++)
        {
            codes[row] = values[row].IsNull ? Null : OfInteger(values[row].AsInteger());
            isExact &= values[row].IsNull || codes[row] != Null;
        }

        return isExact;
    }

    private static bool OfNumbers(Value[] values, Span<ulong> codes)
    {
        var isExact = true;
        for (var row = 0; row < values.Length; row++)
        {
            codes[row] = values[row].IsNull ? Null : OfFloat(values[row].AsNumber());
            isExact &= !values[row].IsInteger || values[row].AsInteger() is >= -LargestExactFloat and <= LargestExactFloat;
        }

        return isExact;
    }

    private const int TextUnits = 3;

    /// <summary>Three UTF-16 units by code point order, and how many there are.</summary>
    private static ulong OfText(ReadOnlySpan<char> text)
    {
        var code = 0UL;
        for (var i = 0; i < TextUnits; i++)
            code = (code << 16) | (i < text.Length ? (ulong)CodePointOrder.Weigh(text[i]) : 0UL);
        return (code << 16) | (uint)Math.Min(text.Length, TextUnits + 1);
    }

    private static bool OfMixed(Value[] values, Span<ulong> codes, Action check)
    {
        for (var row = 0; row < values.Length; row++)
        {
            if (row % QueryBudget.CheckInterval == 0)
                check();
            var value = values[row];
            var rank = (ulong)ValueComparer.GetOrderRank(value.Kind) << 60;
            codes[row] = value.Kind switch
            {
                ValueKind.Null => Null,
                ValueKind.Integer or ValueKind.Float => rank | (OfFloat(value.AsNumber()) >> 4),
                ValueKind.String => rank | (OfText(value.AsString()) >> 4),
                ValueKind.Boolean => rank | (value.IsTrue ? 1UL : 0UL),
                ValueKind.Date => rank | (OfDays(value.AsDate().Start.DayNumber, value.AsDate().End.DayNumber) >> 4),
                _ => rank,
            };
        }

        return false;
    }

    [Flags]
    private enum Kinds
    {
        None = 0,
        Null = 1,
        Integer = 2,
        Float = 4,
        Other = 8,
    }

    private static Kinds GetKind(Value value) => value.Kind switch
    {
        ValueKind.Null => Kinds.Null,
        ValueKind.Integer => Kinds.Integer,
        ValueKind.Float => Kinds.Float,
        _ => Kinds.Other,
    };
}
