using CsCheck;
using Graph.Core;

namespace Graph.Core.Tests.Values;

/// <summary>Values as keys of sets and dictionaries, and as text.</summary>
public sealed class ValueEqualsTests
{
    [Fact]
    public void EqualsIsEquivalence() => Gen.Select(ValueGen.All, ValueGen.All).Sample((left, right) =>
    {
        Assert.Equal(ValueComparer.AreEquivalent(left, right), left.Equals(right));
        Assert.Equal(left == right, left.Equals((object)right));
        if (left == right)
            Assert.Equal(left.GetHashCode(), right.GetHashCode());
    });

    [Fact]
    public void ManyNodesHaveManyHashes()
    {
        var nodes = Enumerable.Range(0, 100_000).Select(Value.FromNode).ToList();
        Assert.InRange(nodes.Select(node => node.GetHashCode()).Distinct().Count(), 99_000, 100_000);
        Assert.InRange(nodes.Select(node => node.GetHashCode() & 0xFFFF).Distinct().Count(), 40_000, 65_536);
    }

    [Fact]
    public void ListsMapsAndPathsCompareByContent()
    {
        Assert.Equal(new ListValue([Value.FromInteger(1), Value.Null]), new ListValue([Value.FromFloat(1), Value.Null]));
        Assert.NotEqual(new ListValue([Value.FromInteger(1)]), new ListValue([Value.FromInteger(2)]));
        Assert.True(
            new MapValue([new("a", Value.True), new("b", Value.Null)]).Equals(new MapValue([new("b", Value.Null), new("a", Value.True)])));
        Assert.Equal(new PathValue([1, 2], [7]), new PathValue([1, 2], [7]));
        Assert.NotEqual(new PathValue([1, 2], [7]), new PathValue([1, 2], [8]));
        Assert.Equal(
            "[1, 'a'] {a: true} (1)-[7]-(2)",
            $"{new ListValue([Value.FromInteger(1), Value.FromString("a")])} {new MapValue([new("a", Value.True)])} {new PathValue([1, 2], [7])}");
    }

    [Fact]
    public void TypedListsCompareByItemsAndPrintThem()
    {
        TypedList<string> left = Value.FromList(Value.FromString("a"), Value.FromString("b"))
            .AsStrings(), right = Value.FromList(Value.FromString("a"), Value.FromString("b")).AsStrings();
        Assert.True(left == right && left.GetHashCode() == right.GetHashCode() && left.Equals((object)right));
        Assert.True(left != Value.FromList(Value.FromString("a")).AsStrings());
        Assert.Equal(
            "[a, b] [1.5, 2] []",
            $"{left} {Value.FromList(Value.FromFloat(1.5), Value.FromInteger(2)).AsNumbers()} {default(TypedList<string>)}");
    }

    [Theory]
    [InlineData("2022-01-05", "2022-01-05/2022-01-05", 0)]
    [InlineData("2022", "2022-01", -1)]
    [InlineData("2022-01", "2022", 1)]
    [InlineData("2021", "2022", -1)]
    [InlineData("2022", null, 1)]
    public void DatesAreInATotalOrder(string left, string? right, int order)
    {
        var (first, second) = (PartialDate.Parse(left), right is null ? null : PartialDate.Parse(right));
        Assert.Equal(order, Math.Sign(first.CompareTo(second)));
        Assert.Equal(order == 0, first.Equals(second));
        Assert.Equal(order, Math.Sign(((IComparable)first).CompareTo(second)));
        if (order == 0)
            Assert.Equal(first.GetHashCode(), second!.GetHashCode());
    }

    [Fact]
    public void DatesParseAndConvert()
    {
        PartialDate day = new DateOnly(2022, 1, 5);
        Assert.Equal("2022-01-05", day.Text);
        Assert.Equal(day, ParseAs<PartialDate>("2022-01-05"));
        Assert.Equal(
            "'2022-13' is no date: there is no month 13.", Assert.Throws<FormatException>(() => ParseAs<PartialDate>("2022-13")).Message);
        Assert.False(PartialDate.TryParse(null, null, out _));
        Assert.Throws<ArgumentException>(() => ((IComparable)day).CompareTo("2022"));
    }

    private static T ParseAs<T>(string text)
        where T : IParsable<T> => T.Parse(text, null);

    /// <summary>A list is the same as itself and as no equal one, so that nobody need look into it.</summary>
    [Fact]
    public void TheSameValueIsOneThatIsNotLookedInto()
    {
        var list = Value.FromList([Value.FromInteger(1)]);
        Assert.True(list.IsSame(list));
        Assert.False(list.IsSame(Value.FromList([Value.FromInteger(1)])));
        Assert.True(Value.FromInteger(1).IsSame(Value.FromInteger(1)));
        Assert.False(Value.FromInteger(1).IsSame(Value.FromFloat(1)));
        Assert.True(Value.Null.IsSame(Value.Null));
    }
}
