using System.Text;
using CsCheck;
using Graph.Query.Functions;

namespace Graph.Query.Tests.Functions;

/// <summary>Positions in strings against an array of code points.</summary>
public sealed class CodePointTests
{
    private static readonly Gen<Rune[]> Texts =
        Gen.OneOfConst('a', '\u00E9', '\uFFFD').Select(unit => new Rune(unit)).Array[0, 3]
            .SelectMany(plain => Gen.OneOfConst(0x1F600, 0x10000, 'z')
                .Select(point => new Rune(point)).Array[0, 6]
                .Select(rest => plain.Concat(rest).ToArray()));

    [Fact]
    public void SizeCountsCodePoints() => Texts.Sample(runes => Assert.Equal(runes.Length, CodePoints.Count(Join(runes))));

    [Fact]
    public void ReverseKeepsPairsTogether() => Texts.Sample(runes => Assert.Equal(Join(runes.Reverse()), CodePoints.Reverse(Join(runes))));

    [Fact]
    public void SlicesCutBetweenCodePoints() => Gen.Select(Texts, Gen.Int[0, 10], Gen.Int[0, 10]).Sample((runes, from, length) =>
        Assert.Equal(Join(runes.Skip(from).Take(length)), CodePoints.Slice(Join(runes), from, from + length)));

    private static string Join(IEnumerable<Rune> runes) => string.Concat(runes);
}
