using System.Numerics;
using System.Text;
using CsCheck;
using Graph.Core;

namespace Graph.Core.Tests.Values;

public sealed class ValueComparerTests
{
    private static readonly Value Nothing = Value.Null;
    private static readonly Value NaN = Value.FromFloat(double.NaN);

    /// <summary>left, right, and what <c>=</c>, <c>&lt;</c>, <c>&lt;=</c> say.</summary>
    public static readonly TheoryData<Value, Value, bool?, bool?, bool?> Comparisons = new()
    {
        { Nothing, Nothing, null, null, null },
        { Nothing, Int(1), null, null, null },
        { Int(1), Float(1), true, false, true },
        { Int(1), Float(1.5), false, true, true },
        { Int((1L << 53) + 1), Float(9007199254740992.0), false, false, false },
        { Int(long.MaxValue), Float(9223372036854775808.0), false, true, true },
        { Int(long.MinValue), Float(-9223372036854775808.0), true, false, true },
        { NaN, NaN, false, false, false },
        { NaN, Int(1), false, false, false },
        { Int(1), NaN, false, false, false },
        { NaN, Text("a"), false, null, null },
        { Float(-0.0), Float(0.0), true, false, true },
        { Text("Z"), Text("a"), false, true, true },
        { Text("\uFFFD"), Text("\U0001F600"), false, true, true },
        { Text("a"), Text("ab"), false, true, true },
        { Value.False, Value.True, false, true, true },
        { Text("1"), Int(1), false, null, null },
        { Date("2022"), Text("2022"), false, null, null },
        { List(Int(1), Nothing), List(Int(1), Nothing), null, null, null },
        { List(Int(1), Nothing), List(Int(2), Nothing), false, true, true },
        { List(Nothing, Int(1)), List(Nothing, Int(2)), false, null, null },
        { List(Int(1)), List(Int(1), Nothing), false, true, true },
        { List(Int(1)), List(Int(1)), true, false, true },
        { List(Int(1), Text("a")), List(Int(1), Int(2)), false, null, null },
        { List(Nothing), Int(1), null, null, null },
        { List(List(Nothing)), Int(1), null, null, null },
        { List(Int(1)), Int(1), false, null, null },
        { Map(("a", Int(1)), ("b", Nothing)), Map(("b", Int(2)), ("a", Int(1))), null, null, null },
        { Map(("a", Int(1)), ("b", Nothing)), Map(("b", Int(2)), ("a", Int(2))), false, null, null },
        { Map(("a", Nothing)), Map(("b", Nothing)), false, null, null },
        { Value.FromNode(1), Value.FromNode(1), true, null, null },
        { Value.FromNode(1), Value.FromEdge(1), false, null, null },
        { Date("2022-01"), Date("2022-01-05"), false, null, null },
        { Date("2022-01-01/2022-01-31"), Date("2022-01"), true, false, true },
        { Date("2021"), Date("2022-01"), false, true, true },
        { Date("2022-01/2022-02"), Date("2022-02-28/2022-03"), false, null, true },
    };

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void ComparisonsAreThreeValued(Value left, Value right, bool? equal, bool? less, bool? lessOrEqual)
    {
        Assert.Equal(equal, ValueComparer.AreEqual(left, right));
        Assert.Equal(equal, ValueComparer.AreEqual(right, left));
        Assert.Equal(less, ValueComparer.IsLess(left, right));
        Assert.Equal(lessOrEqual, ValueComparer.IsLessOrEqual(left, right));
    }

    [Fact]
    public void KindsAreOrderedAsTheLanguageSays()
    {
        Value[] ordered =
        [
            Map(), Map(("a", Int(2))), Map(("a", Int(1)), ("b", Int(1))), Map(("b", Int(1))),
            Value.FromNode(0), Value.FromNode(1), Value.FromEdge(0),
            List(), List(Int(1)), List(Int(1), Int(0)), List(Int(2)), List(Nothing),
            Value.FromPath(new PathValue([0], [])), Value.FromPath(new PathValue([0, 1], [4])), Value.FromPath(new PathValue([0, 1], [5])),
            Date("2021"), Date("2022"), Date("2022-01"), Date("2022-01-01"),
            Text(""), Text("a"), Text("\uFFFD"), Text("\U0001F600"),
            Value.False, Value.True,
            Float(double.NegativeInfinity), Int(-1), Float(0.5), Int(1), Float(double.PositiveInfinity), NaN,
            Nothing,
        ];
        for (var i = 0; i < ordered.Length; i++)
        {
            for (var j = 0; j < ordered.Length; j++)
                Assert.Equal(i.CompareTo(j), Math.Sign(ValueComparer.Compare(ordered[i], ordered[j])));
        }
    }

    [Fact]
    public void OrderIsTotal() => Gen.Select(ValueGen.All, ValueGen.All, ValueGen.All).Sample((a, b, c) =>
        Math.Sign(ValueComparer.Compare(a, b)) == -Math.Sign(ValueComparer.Compare(b, a))
        && (ValueComparer.Compare(a, b) > 0 || ValueComparer.Compare(b, c) > 0 || ValueComparer.Compare(a, c) <= 0));

    [Fact]
    public void TiesOfTheOrderAreTheEquivalentValues() => Gen.Select(ValueGen.All, ValueGen.All).Sample((a, b) =>
        (ValueComparer.Compare(a, b) == 0) == ValueComparer.AreEquivalent(a, b));

    [Fact]
    public void EquivalentValuesHashAlike() => Gen.Select(ValueGen.All, ValueGen.All).Sample((a, b) =>
        !ValueComparer.AreEquivalent(a, b) || ValueComparer.GetEquivalenceHash(a) == ValueComparer.GetEquivalenceHash(b));

    [Fact]
    public void HashesAreTheSameInEveryProcess() =>
        Assert.Equal(
            [-1834687085, -645848037, -806630869], new[] { Text("Oslo"), Int(1), Nothing }.Select(ValueComparer.GetEquivalenceHash));

    [Fact]
    public void OrderExtendsLessThan() => Gen.Select(ValueGen.All, ValueGen.All).Sample((a, b) =>
        ValueComparer.IsLess(a, b) != true || ValueComparer.Compare(a, b) < 0);

    [Fact]
    public void LessOrEqualNeverContradictsLessAndEqual() => Gen.Select(ValueGen.All, ValueGen.All).Sample((a, b) =>
        (ValueComparer.IsLess(a, b) != true || ValueComparer.IsLessOrEqual(a, b) == true)
        && (ValueComparer.AreEqual(a, b) != true || ValueComparer.IsLessOrEqual(a, b) != false)
        && (ValueComparer.IsLess(b, a) != true || ValueComparer.IsLessOrEqual(a, b) != true));

    [Fact]
    public void EqualValuesAreEquivalent() => Gen.Select(ValueGen.All, ValueGen.All).Sample((a, b) =>
        ValueComparer.AreEqual(a, b) != true || ValueComparer.AreEquivalent(a, b));

    [Fact]
    public void StringsAreOrderedAsTheirUtf8() => Gen.Select(ValueGen.Texts, ValueGen.Texts).Sample((a, b) =>
        Math.Sign(
            CodePointOrder.Compare(a, b)) == Math.Sign(Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b))));

    [Fact]
    public void IntegersAndFloatsAreComparedExactly() =>
        Gen.Select(ValueGen.Integers, Gen.OneOf(ValueGen.Floats, ValueGen.Integers.Select(number => (double)number)))
            .Sample((integer, number) =>
            !double.IsFinite(number)
                || NumberOrder.Compare(integer, number) == (new BigInteger(integer) * 2).CompareTo(new BigInteger(number * 2)));

    private static Value Int(long value) => Value.FromInteger(value);

    private static Value Float(double value) => Value.FromFloat(value);

    private static Value Text(string value) => Value.FromString(value);

    private static Value Date(string text) => Value.FromDate(ValueGen.Parse(text));

    private static Value List(params Value[] items) => Value.FromList(items);

    private static Value Map(params (string Key, Value Value)[] entries) =>
        Value.FromMap(new MapValue([.. entries.Select(entry => new KeyValuePair<string, Value>(entry.Key, entry.Value))]));
}
