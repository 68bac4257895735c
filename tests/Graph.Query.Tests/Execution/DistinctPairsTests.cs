using CsCheck;
using Graph.Query.Execution;

namespace Graph.Query.Tests.Execution;

/// <summary>A pair is new once, in whatever order and form the pairs come and however often the form changes between.</summary>
public sealed class DistinctPairsTests
{
    /// <summary>Orders in which rows come: the codes of the groups ascend, the groups come one after the other, or neither.</summary>
    public static TheoryData<string, int, int, int> Orders => new()
    {
        { "ascending", 40, 1_000, 3_000 },
        { "ascending, then any", 40, 1_000, 9_000 },
        { "short groups", 500, 90_000, 3_000 },
        { "long groups", 5, 2_000, 9_000 },
        { "groups, then any", 40, 1_000, 9_000 },
        { "any", 20, 1_000, 30_000 },
        { "any", 9_000, 60_000, 30_000 },
        { "days", 20, 900, 30_000 },
        { "any, then far groups", 20, 1_000, 40_000 },
        { "any, then far codes", 20, 1_000, 40_000 },
        { "negative", 20, 1_000, 9_000 },
        { "huge", 20, 1_000, 9_000 },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void EachPairIsNewOnce(string order, int groupCount, int codeCount, int count)
    {
        var rows = CreateRows(order, groupCount, codeCount, count, new Random(groupCount + count));
        var pairs = new DistinctPairs();
        var expected = new HashSet<(long, int)>();
        foreach (var (code, group) in rows)
            Assert.Equal(expected.Add((code, group)), pairs.Add(code, group));

        var all = pairs.Pairs.ToList();
        Assert.Equal(expected.Count, all.Count);
        Assert.True(expected.SetEquals(all));
    }

    /// <summary>Small sets of runs, of which some go back.</summary>
    [Fact]
    public void EachPairOfAnyRunsIsNewOnce() =>
        Gen.Select(Gen.Long[-2, 90], Gen.Int[1, 150], Gen.Int[-1, 3]).Array[0, 40].Sample(runs =>
        {
            var pairs = new DistinctPairs();
            var expected = new HashSet<(long, int)>();
            var group = 0;
            foreach (var (first, length, step) in runs)
            {
                group = Math.Max(0, group + step);
                for (var i = 0; i < length; i++)
                {
                    var code = first + (i * 37 % 101);
                    Assert.Equal(expected.Add((code, group)), pairs.Add(code, group));
                }
            }

            Assert.True(expected.SetEquals(pairs.Pairs));
        });

    /// <summary>Many rows of few groups take a bit each, no matter how they come.</summary>
    [Fact]
    public void DensePairsTakeLittle()
    {
        var pairs = new DistinctPairs();
        foreach (var (code, group) in CreateRows("any", 20, 10_000, 1_000_000, new Random(1)))
            pairs.Add(code, group);
        Assert.InRange(pairs.Bytes, 1, 20 * 16_384 / 8 * 2);
    }

    private static List<(long Code, int Group)> CreateRows(string order, int groupCount, int codeCount, int count, Random random)
    {
        var origin = order switch { "days" => 738_000L, "negative" => -500L, "huge" => long.MaxValue - codeCount, _ => 0L };
        var rows = Enumerable.Range(0, count)
            .Select(_ => (Code: origin + random.Next(codeCount), Group: random.Next(groupCount))).ToList();
        return order.Split(", then ") switch
        {
            ["ascending"] => [.. rows.OrderBy(row => row.Code)],
            ["ascending", _] => [.. rows[..(count / 2)].OrderBy(row => row.Code), .. rows[(count / 2)..]],
            ["short groups" or "long groups"] => [.. rows.OrderBy(row => row.Group)],
            ["groups", _] => [.. rows[..(count / 2)].OrderBy(row => row.Group), .. rows[(count / 2)..]],
            [_, "far groups"] => [.. rows, .. rows.Select(row => (row.Code, row.Group + random.Next(100_000)))],
            [_, "far codes"] => [.. rows, .. rows.Select(row => (row.Code + random.Next(1 << 30), row.Group))],
            _ => rows,
        };
    }
}
