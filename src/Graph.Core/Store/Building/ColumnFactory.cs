using System.Text;

namespace Graph.Core;

/// <summary>Makes the narrowest column that holds the given values, a null for each row without one.</summary>
internal static class ColumnFactory
{
    /// <param name="isIndexed">Whether strings are to be found by value and prefix.</param>
    public static PropertyColumn Create(string key, ReadOnlySpan<Value> values, bool isIndexed = false)
    {
        var kind = FindKind(values, out var isMixed);
        if (isMixed)
            return CreateMixed(key, values);

        return kind switch
        {
            ValueKind.Null or ValueKind.Boolean => CreateBooleans(key, values),
            ValueKind.Integer => CreateIntegers(key, values),
            ValueKind.Float => CreateFloats(key, values),
            ValueKind.String => CreateStrings(key, values, isIndexed),
            ValueKind.Date => CreateDates(key, values),
            ValueKind.List => CreateLists(key, values),
            ValueKind.LocalTime or ValueKind.Time or ValueKind.LocalDateTime or ValueKind.DateTime or ValueKind.Duration =>
                CreateTemporals(key, kind, values),
            _ => throw new ArgumentException($"Property '{key}' cannot hold a {kind}."),
        };
    }

    public static IntegerColumn CreateIntegers(string key, ReadOnlySpan<long> values, Validity validity) =>
        IntegerColumn.Create(key, IntegerVector.Narrow(values), validity);

    /// <param name="ids">The interner's id of each row; what stands in a row without a value does not matter.</param>
    public static StringColumn CreateStrings(string key, int[] ids, Utf8Interner interner, Validity validity, bool isIndexed) =>
        IsIdentity(ids, interner, validity)
            ? StringColumnFactory.CreateIdentity(key, ids, interner, validity, isIndexed)
            : StringColumnFactory.CreateSorted(key, ids, interner, validity, isIndexed);

    public static Validity CreateValidity(ReadOnlySpan<Value> values)
    {
        byte[]? bits = null;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].IsNull)
                (bits ??= CreateFull(values.Length))[i >> 3] &= (byte)~(1 << (i & 7));
        }

        return new Validity(bits);
    }

    private static byte[] CreateFull(int count)
    {
        var bits = new byte[BitSet.GetByteCount(count)];
        Array.Fill(bits, byte.MaxValue);
        if ((count & 7) != 0)
            bits[^1] = (byte)((1 << (count & 7)) - 1);
        return bits;
    }

    private static ValueKind FindKind(ReadOnlySpan<Value> values, out bool isMixed)
    {
        var kind = ValueKind.Null;
        isMixed = false;
        foreach (var value in values)
        {
            if (value.IsNull)
                continue;
            isMixed |= kind != ValueKind.Null && kind != value.Kind;
            kind = value.Kind;
        }

        return kind;
    }

    private static BooleanColumn CreateBooleans(string key, ReadOnlySpan<Value> values)
    {
        var bits = new byte[BitSet.GetByteCount(values.Length)];
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].IsTrue)
                BitSet.Set(bits, i);
        }

        return new BooleanColumn(key, values.Length, bits, CreateValidity(values));
    }

    private static IntegerColumn CreateIntegers(string key, ReadOnlySpan<Value> values)
    {
        var integers = new long[values.Length];
        for (var i = 0; i < integers.Length; i++)
            integers[i] = values[i].IsNull ? 0 : values[i].AsInteger();
        return CreateIntegers(key, integers, CreateValidity(values));
    }

    private static FloatColumn CreateFloats(string key, ReadOnlySpan<Value> values)
    {
        var floats = new double[values.Length];
        for (var i = 0; i < floats.Length; i++)
            floats[i] = values[i].IsNull ? 0 : values[i].AsFloat();
        return new FloatColumn(key, floats, CreateValidity(values));
    }

    private static StringColumn CreateStrings(string key, ReadOnlySpan<Value> values, bool isIndexed)
    {
        var interner = new Utf8Interner();
        var ids = new int[values.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            if (!values[i].IsNull)
                ids[i] = interner.Intern(Encoding.UTF8.GetBytes(values[i].AsString()));
        }

        return CreateStrings(key, ids, interner, CreateValidity(values), isIndexed);
    }

    private static bool IsIdentity(int[] ids, Utf8Interner interner, Validity validity)
    {
        var count = 0;
        for (var i = 0; i < ids.Length && count <= interner.Count; i++)
            count += validity[i] ? 1 : 0;
        return count == interner.Count;
    }

    /// <param name="ids">The interner's id of each row; what stands in a row without a value does not matter.</param>
    public static DateColumn CreateDates(string key, int[] ids, Utf8Interner texts, Validity validity)
    {
        var dates = new PartialDate[texts.Count];
        for (var id = 0; id < dates.Length; id++)
            dates[id] = PartialDate.TryParse(Encoding.UTF8.GetString(texts[id]), out var date, out var reason)
                ? date
                : throw new ArgumentException(reason);
        var order = Enumerable.Range(0, dates.Length).ToArray();
        Array.Sort(order, (left, right) => PartialDate.Compare(dates[left], dates[right]) is var comparison && comparison != 0
            ? comparison
            : string.CompareOrdinal(dates[left].Text, dates[right].Text));

        var sorted = new Utf8Interner();
        var rank = new int[order.Length];
        foreach (var id in order)
            rank[id] = sorted.Intern(texts[id]);
        var sortedIds = new int[ids.Length];
        for (var row = 0; row < ids.Length; row++)
            sortedIds[row] = validity[row] ? rank[ids[row]] : 0;
        var dictionary = new DateDictionary(new StringDictionary(sorted.Offsets.ToArray(), sorted.Blob.ToArray(), isSorted: false));
        return new DateColumn(key, dictionary, IntegerVector.Narrow(sortedIds), validity);
    }

    private static DateColumn CreateDates(string key, ReadOnlySpan<Value> values)
    {
        var texts = new Utf8Interner();
        var ids = new int[values.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            if (!values[i].IsNull)
                ids[i] = texts.Intern(Encoding.UTF8.GetBytes(values[i].AsDate().Text));
        }

        return CreateDates(key, ids, texts, CreateValidity(values));
    }

    private static TemporalColumn CreateTemporals(string key, ValueKind kind, ReadOnlySpan<Value> values)
    {
        var texts = new Utf8Interner();
        var ids = new int[values.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            if (!values[i].IsNull)
                ids[i] = texts.Intern(Encoding.UTF8.GetBytes(ValueText.Format(values[i])));
        }

        var dictionary = new StringDictionary(texts.Offsets.ToArray(), texts.Blob.ToArray(), isSorted: false);
        return new TemporalColumn(key, kind, dictionary, IntegerVector.Narrow(ids), CreateValidity(values));
    }

    private static ListColumn CreateLists(string key, ReadOnlySpan<Value> values)
    {
        var offsets = new int[values.Length + 1];
        var items = new List<Value>();
        for (var i = 0; i < values.Length; i++)
        {
            if (!values[i].IsNull)
                items.AddRange(values[i].AsList().Span);
            offsets[i + 1] = items.Count;
        }

        return new ListColumn(key, offsets, Create(key, items.ToArray()), CreateValidity(values));
    }

    private static MixedColumn CreateMixed(string key, ReadOnlySpan<Value> values)
    {
        var parts = new SortedDictionary<ValueKind, Value[]>();
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].IsNull)
                continue;
            if (!parts.TryGetValue(values[i].Kind, out var part))
                parts.Add(values[i].Kind, part = new Value[values.Length]);
            part[i] = values[i];
        }

        return new MixedColumn(key, values.Length, [.. parts.Values.Select(part => Create(key, part))], CreateValidity(values));
    }
}
