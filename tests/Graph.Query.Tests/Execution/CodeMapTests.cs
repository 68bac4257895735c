using CsCheck;
using Graph.Query.Execution;

namespace Graph.Query.Tests.Execution;

/// <summary>Pairs of codes keep their numbers, wherever in the map they are put.</summary>
public sealed class CodeMapTests
{
    private static readonly Gen<long> Code = Gen.OneOf(
        Gen.Long[0, 50], Gen.Long[4000, 4200], Gen.Long[-3, 3], Gen.Const(PropertyReader.NullCode), Gen.Const(1L << 44),
        Gen.Const(long.MaxValue));

    [Fact]
    public void ItHoldsWhatADictionaryHolds() =>
        Gen.Select(Code, Gen.OneOf(Gen.Const(0L), Code)).Array[0, 600].Sample(pairs =>
        {
            var map = new CodeMap();
            var expected = new Dictionary<(long, long), int>();
            foreach (var (first, second) in pairs)
            {
                Assert.Equal(expected.GetValueOrDefault((first, second), -1), map.Find(first, second));
                if (expected.TryAdd((first, second), expected.Count))
                    map.Add(first, second, expected.Count - 1);
            }

            Assert.Equal(expected.Count, map.Count);
            Assert.Equal(
                expected.Select(pair => (pair.Key, pair.Value)).Order(),
                map.Entries.Select(entry => ((entry.First, entry.Second), entry.Number)).Order());
            Assert.All(expected, pair => Assert.Equal(pair.Value, map.Find(pair.Key.Item1, pair.Key.Item2)));
        });

    /// <summary>
    /// Ids that come in ascending order reach beyond the first places, and those put elsewhere before stay where they are.
    /// </summary>
    [Fact]
    public void PlacesGrowWithWhatIsHeld()
    {
        var map = new CodeMap();
        map.Add(20_000, 0, 7);
        for (var code = 0; code < 10_000; code++)
            map.Add(code, 0, code + 8);

        map.Add(20_001, 0, 5);
        Assert.Equal((7, 5, 10_007, -1), (map.Find(20_000, 0), map.Find(20_001, 0), map.Find(9_999, 0), map.Find(20_002, 0)));
        Assert.Equal(10_002, map.Entries.Count());
    }
}
