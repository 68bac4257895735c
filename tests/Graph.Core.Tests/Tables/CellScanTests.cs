using System.Globalization;
using System.Text;
using CsCheck;
using Graph.Core;

namespace Graph.Core.Tests.Tables;

public sealed class CellScanTests
{
    [Fact]
    public void SeparatorsLieWhereAPlainSearchFindsThem() => Gen.Char["abcdefgh,\n"].Array[0, 300].Sample(letters =>
    {
        var text = Encoding.ASCII.GetBytes(letters);
        var scan = new SeparatorScan(text, (byte)',', (byte)'\n');
        for (var start = 0; start <= text.Length; start++)
        {
            var length = text.AsSpan(start).IndexOfAny((byte)',', (byte)'\n');
            Assert.Equal(length < 0 ? text.Length : start + length, scan.Find(start));
        }
    });

    [Fact]
    public void UpToEightDigitsAreANumber() => Gen.Char["0123456789"].Array[1, DigitParser.MaximumLength].Sample(letters =>
    {
        Assert.True(DigitParser.TryParse(Encoding.ASCII.GetBytes(letters), out var value));
        Assert.Equal(long.Parse(letters, NumberStyles.None, CultureInfo.InvariantCulture), value);
    });

    [Fact]
    public void AnyOtherByteIsNoDigit() =>
        Gen.Select(Gen.Byte.Array[1, DigitParser.MaximumLength], Gen.Int[0, DigitParser.MaximumLength - 1]).Sample((bytes, place) =>
    {
        if (bytes.All(value => value is >= (byte)'0' and <= (byte)'9'))
            return;
        Assert.False(DigitParser.TryParse(bytes, out _));
        Array.Fill(bytes, (byte)'7');
        bytes[place % bytes.Length] = (byte)':';
        Assert.False(DigitParser.TryParse(bytes, out _));
    });
}
