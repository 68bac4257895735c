using System.Globalization;
using System.Text;
using CsCheck;
using Graph.Core;
using Graph.Core.Tests.Values;

namespace Graph.Core.Tests.Store;

public sealed class PropertyColumnTests
{
    private static readonly Gen<Value> Null = Gen.Const(Value.Null);

    /// <summary>Rows of one kind with gaps, and rows that mix kinds.</summary>
    private static readonly Gen<Value[]> Rows = Gen.OneOf(
        Gen.OneOf(ValueGen.Booleans, Null).Array[0, 40],
        Gen.OneOf(ValueGen.Integers.Select(Value.FromInteger), Null).Array[0, 40],
        Gen.OneOf(ValueGen.Floats.Select(Value.FromFloat), Null).Array[0, 40],
        Gen.OneOf(ValueGen.Texts.Select(Value.FromString), Null).Array[0, 40],
        Gen.OneOf(ValueGen.Dates.Select(date => Value.FromDate(date)), Null).Array[0, 40],
        Gen.OneOf(ValueGen.Temporals.Where(time => time.Kind == ValueKind.DateTime).Select(Value.FromTemporal), Null).Array[0, 40],
        Gen.OneOf(ValueGen.Durations.Select(Value.FromDuration), Null).Array[0, 40],
        ValueGen.Properties.Array[0, 40]);

    private static readonly Gen<string?[]> Strings = Gen.OneOf(
        Gen.OneOf(ValueGen.Texts!, Gen.Const((string?)null)).Array[0, 40],
        Gen.OneOf(Gen.String[0, 5].Where(IsText)!, Gen.Const((string?)null)).Array[0, 40],
        Gen.Int[0, 40].Select(count => Enumerable.Range(0, count).Select(i => (string?)$"name {i * 7919 % 41}").ToArray()));

    [Fact]
    public void ColumnGivesBackWhatWasPutIn() => Rows.Sample(values =>
    {
        var column = ColumnFactory.Create("p", values);
        Assert.Equal(values.Length, column.Count);
        for (var row = 0; row < values.Length; row++)
        {
            Assert.Equal(!values[row].IsNull, column.HasValue(row));
            Assert.Equal(ValueText.Format(values[row]), ValueText.Format(column.GetValue(row)));
            Assert.True(values[row].IsNull || column.Kind is null || column.Kind == values[row].Kind);
        }
    });

    [Fact]
    public void EqualIdsAreEqualStringsAndSortedIdsAreInOrder() => Strings.Sample(texts =>
    {
        var column = CreateStrings(texts, isIndexed: false);
        for (var a = 0; a < texts.Length; a++)
        {
            for (var b = 0; b < texts.Length; b++)
            {
                if (texts[a] is not { } left || texts[b] is not { } right)
                    continue;
                Assert.Equal(left == right, column.GetId(a) == column.GetId(b));
                if (column.Dictionary.IsSorted)
                    Assert.Equal(Math.Sign(CodePointOrder.Compare(left, right)), column.GetId(a).CompareTo(column.GetId(b)));
            }
        }
    });

    [Fact]
    public void IndexFindsTheSameRowsAsAScan() => Gen.Select(Strings, ValueGen.Texts).Sample((texts, sought) =>
    {
        var column = CreateStrings(texts, isIndexed: true);
        if (!column.HasIndex)
            return;
        foreach (var text in texts.Append(sought).OfType<string>())
        {
            Assert.Equal(Where(texts, candidate => candidate == text), column.FindRows(text).ToArray());
            var prefix = text[..Math.Min(1, text.Length)];
            if (IsText(prefix))
                Assert.Equal(
                    Where(texts, candidate => candidate.StartsWith(prefix, StringComparison.Ordinal)),
                    column.FindPrefixRows(prefix).ToArray().Order());
        }
    });

    [Fact]
    public void SortedDictionaryFindsStringsAndPrefixes() => Strings.Sample(texts =>
    {
        var dictionary = CreateStrings([.. texts, "again", "again"], isIndexed: false).Dictionary;
        foreach (var text in texts.OfType<string>())
            Assert.Equal(text, dictionary.GetString(dictionary.FindId(Encoding.UTF8.GetBytes(text))));
        Assert.Equal(-1, dictionary.FindId("no such string"u8));
        var range = dictionary.FindPrefix("ag"u8);
        Assert.Equal(texts.Append("again").Distinct().Count(text => text?.StartsWith("ag", StringComparison.Ordinal) == true), range.Count);
    });

    [Theory]
    [InlineData(0, 255, typeof(byte))]
    [InlineData(-1, 255, typeof(short))]
    [InlineData(0, 32767, typeof(short))]
    [InlineData(0, 65535, typeof(ushort))]
    [InlineData(-1, 65535, typeof(int))]
    [InlineData(0, 1L << 31, typeof(long))]
    [InlineData(long.MinValue, 0, typeof(long))]
    public void IntegersTakeTheNarrowestWidth(long minimum, long maximum, Type width)
    {
        var vector = IntegerVector.Narrow((ReadOnlySpan<long>)[minimum, maximum]);
        Assert.Equal(width, vector.GetType().GenericTypeArguments[0]);
        Assert.Equal((minimum, maximum), (vector[0], vector[1]));
    }

    [Fact]
    public void CopyAndGatherWiden() =>
        Gen.Select(ValueGen.Integers.Array[1, 20], Gen.Int[0, 19], Gen.Int[0, 5]).Sample((values, start, firstRow) =>
    {
        var vector = IntegerVector.Narrow((ReadOnlySpan<long>)values);
        start = Math.Min(start, values.Length);
        var copied = new long[values.Length - start];
        vector.CopyTo(start, copied);
        Assert.Equal(values[start..], copied);
        var rows = Enumerable.Range(0, values.Length).Reverse().Select(row => row + firstRow).ToArray();
        var gathered = new long[rows.Length];
        vector.Gather(rows, firstRow, gathered);
        Assert.Equal(values.Reverse(), gathered);
    });

    [Fact]
    public void AscendingIntegersAreFoundByBinarySearch() => Gen.Long[-3, 3].Array[1, 20].Sample(values =>
    {
        Array.Sort(values);
        var column = (IntegerColumn)ColumnFactory.Create("p", values.Select(Value.FromInteger).ToArray());
        Assert.Equal(new IntegerBounds(values[0], values[^1], true), column.Bounds);
        for (var sought = -4; sought <= 4; sought++)
        {
            var range = column.FindRows(sought);
            Assert.Equal(values.Count(value => value == sought), range.Count);
            Assert.Equal(values.Count(value => value < sought), range.Start);
        }
    });

    [Fact]
    public void IntegersAsTextsAreWhatTheirTextsGive() =>
        Gen.Select(
            Gen.OneOf(Gen.Long.Nullable().Array[1, 40], Gen.Long[0, 9].Array[1, 4].Select(Accumulate)), Gen.OneOfConst("", "Person:", "é"))
                .Sample((integers, prefix) =>
    {
        var values = integers.Select(integer => integer is null ? Value.Null : Value.FromInteger(integer.Value)).ToArray();
        if (ColumnFactory.Create("p", values) is not IntegerColumn column)
            return;
        var texts = integers.Select(
            integer => integer is null ? Value.Null : Value.FromString(prefix + integer.Value.ToString(CultureInfo.InvariantCulture)));
        var (expected, actual) = ((StringColumn)ColumnFactory.Create("p", [.. texts]),
            (StringColumn)PropertyColumn.CreateTexts("p", prefix, column));
        Assert.Equal(values.Select((_, row) => expected.GetValue(row)), values.Select((_, row) => actual.GetValue(row)));
        Assert.Equal((expected.IsIdentity, expected.Validity.IsComplete), (actual.IsIdentity, actual.Validity.IsComplete));
    });

    private static long?[] Accumulate(long[] steps)
    {
        var sum = -5L;
        return [.. steps.Select(step => (long?)(sum += step))];
    }

    private static bool IsText(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    private static StringColumn CreateStrings(string?[] texts, bool isIndexed)
    {
        var interner = new Utf8Interner();
        var ids = texts.Select(text => text is null ? 0 : interner.Intern(Encoding.UTF8.GetBytes(text))).ToArray();
        return ColumnFactory.CreateStrings(
            "p", ids, interner, ColumnFactory.CreateValidity(texts.Select(Value.FromString).ToArray()), isIndexed);
    }

    private static IEnumerable<int> Where(string?[] texts, Func<string, bool> condition) =>
        Enumerable.Range(0, texts.Length).Where(row => texts[row] is { } text && condition(text));
}
