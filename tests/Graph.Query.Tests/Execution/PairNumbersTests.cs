using CsCheck;
using Graph.Query.Execution;

namespace Graph.Query.Tests.Execution;

/// <summary>Pairs are numbered in the order they come, as many seconds as a first one may have.</summary>
public sealed class PairNumbersTests
{
    [Fact]
    public void TheyAreThoseOfADictionary() =>
        Gen.Select(Gen.Int[0, 40], Gen.OneOf(Gen.Int[0, 3], Gen.Int[0, 30], Gen.Const(int.MaxValue))).Array[0, 600].Sample(pairs =>
        {
            var numbers = new PairNumbers();
            var expected = new Dictionary<(int, int), int>();
            foreach (var (first, second) in pairs)
            {
                Assert.Equal(expected.GetValueOrDefault((first, second), -1), numbers.Find(first, second));
                expected.TryAdd((first, second), expected.Count);
                Assert.Equal(expected[(first, second)], numbers.FindOrAdd(first, second));
            }

            Assert.Equal(expected.Count, numbers.Count);
            Assert.All(expected, pair => Assert.Equal(pair.Value, numbers.Find(pair.Key.Item1, pair.Key.Item2)));
        });
}
