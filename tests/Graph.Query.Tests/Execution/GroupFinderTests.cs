using System.Globalization;
using CsCheck;
using Graph.Query.Execution;

namespace Graph.Query.Tests.Execution;

/// <summary>Groups are those of the values, whether keys come as ids in order, in no order, or as values.</summary>
public sealed class GroupFinderTests
{
    private static readonly Gen<int[]> Ascending = Gen.Int[0, 40].Array[0, 200].Select(ids => ids.Order().ToArray());
    private static readonly Gen<int[]> Mixed = Gen.Int[-1, 40].Array[0, 200];

    /// <summary>
    /// Batches of two columns of ids, in turn ordered by the first, by the second, by the one and within it by the other, or by none.
    /// </summary>
    [Fact]
    public void GroupsOfIdsAreThoseOfTheirValues() =>
        Gen.Select(Gen.OneOf(Ascending, Mixed), Gen.OneOf(Ascending, Mixed), Gen.Int[1, 70], Gen.Bool, Gen.Int[0, 200]).Sample(
            (first, second, size, endsInValues, ordered) =>
        {
            var count = Math.Min(first.Length, second.Length);
            var pairs = first.Zip(second).ToArray();
            Array.Sort(pairs, 0, Math.Min(count, ordered));
            (first, second) = ([.. pairs.Select(pair => pair.First)], [.. pairs.Select(pair => pair.Second)]);
            var finder = new GroupFinder(2);
            var expected = new Dictionary<(int, int), int>();
            for (var start = 0; start < count; start += size)
            {
                var (left, right) = (first[start..Math.Min(count, start + size)], second[start..Math.Min(count, start + size)]);
                var groups = new int[left.Length];
                finder.Find(CreateColumns(left, right, asValues: endsInValues && start > count / 2), groups);
                for (var row = 0; row < groups.Length; row++)
                {
                    expected.TryAdd((left[row], right[row]), expected.Count);
                    Assert.Equal(expected[(left[row], right[row])], groups[row]);
                }
            }

            Assert.Equal(expected.Count, finder.Count);
            foreach (var ((left, right), group) in expected)
                Assert.Equal((Node(left), Edge(right)), (finder.GetKey(group, 0), finder.GetKey(group, 1)));
            var (lefts, rights) = (finder.GetKeys(0, finder.Count, 0), finder.GetKeys(0, finder.Count, 1));
            Assert.All(
                expected, pair => Assert.Equal((Node(pair.Key.Item1), Edge(pair.Key.Item2)), (lefts[pair.Value], rights[pair.Value])));
        });

    /// <summary>Three and more columns are numbered together, and each key is found again in what it was numbered with.</summary>
    [Fact]
    public void GroupsOfManyColumnsAreThoseOfTheirValues() =>
        Gen.Select(Gen.Int[-1, 6].Array[5].Array[0, 300], Gen.Int[3, 5], Gen.Int[1, 70], Gen.Bool).Sample((rows, width, size, endsInValues) =>
        {
            var finder = new GroupFinder(width);
            var expected = new Dictionary<string, int>();
            foreach (var (number, batch) in rows.Chunk(size).Index())
            {
                var isLast = (number + 1) * size >= rows.Length;
                Column[] columns = [.. Enumerable.Range(0, width).Select(column => CreateNodes(batch, column, isLast && endsInValues))];
                var groups = new int[batch.Length];
                finder.Find(columns, groups);
                foreach (var (row, group) in batch.Zip(groups))
                {
                    var key = string.Join(' ', row.Take(width));
                    expected.TryAdd(key, expected.Count);
                    Assert.Equal(expected[key], group);
                }
            }

            Assert.Equal(expected.Count, finder.Count);
            Assert.All(expected, pair => Assert.Equal(
                pair.Key.Split(' ').Select(id => Node(int.Parse(id, CultureInfo.InvariantCulture))),
                Enumerable.Range(0, width).Select(column => finder.GetKey(pair.Value, column))));
        });

    private static Column CreateNodes(int[][] rows, int column, bool asValues)
    {
        int[] ids = [.. rows.Select(row => row[column])];
        return asValues ? new ValueColumn([.. ids.Select(Node)]) : new NodeColumn(ids);
    }

    /// <summary>A string without a code is made where it is read, so that no row may be read twice.</summary>
    [Fact]
    public void AValueWithoutACodeIsReadOnce()
    {
        var list = Value.FromList([Value.FromInteger(1)]);
        var column = new CountingColumn([list, list, Value.FromString("a"), Value.FromString("a"), list, Value.Null, Value.Null]);
        var groups = new int[7];
        new GroupFinder(1).Find([column], groups);
        Assert.Equal([0, 0, 1, 1, 0, 2, 2], groups);
        Assert.Equal(groups.Length, column.Reads);
    }

    private sealed class CountingColumn(Value[] values) : Column
    {
        public int Reads { get; private set; }

        public override Value this[int row]
        {
            get
            {
                Reads++;
                return values[row];
            }
        }
    }

    /// <summary>What stood in a long run is not there in the next one, also where its codes are too large for places.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(5_000_000)]
    [InlineData(1L << 40)]
    public void ALongRunForgetsTheOneBefore(long start)
    {
        var runs = new CodeRuns();
        runs.Begin([1, 2], [5, 5]);
        for (var leading = 0; leading < 3; leading++)
        {
            for (var place = 0; place < 200; place++)
            {
                // Not ascending, and with gaps that the next run fills.
                var other = start + (place * 7 % 200 * 3) + leading;
                Assert.Equal(-1, runs.Find(leading, other));
                runs.Add(leading, other, runs.Count);
                Assert.Equal(runs.Count - 1, runs.Find(leading, other));
            }

            Assert.Equal(leading * 200, runs.Find(leading, start + leading));
            Assert.Equal(-1, runs.Find(leading, start + leading + 1));
        }
    }

    /// <summary>In a first batch both codes may ascend, and then only the second one goes on.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(100)]
    public void TheCodeThatAscendsIsSeenLate(int together)
    {
        var runs = new CodeRuns();
        runs.Begin([9], [1]);
        var pairs = Enumerable.Range(0, 500)
            .Select(pair => (First: pair < together ? pair : 1000 + (pair * 7919L % 1009), Second: pair < together ? 0L : pair / 150))
            .ToList();
        foreach (var (first, second) in pairs)
        {
            Assert.Equal(-1, runs.Find(first, second));
            runs.Add(first, second, runs.Count);
        }

        Assert.All(pairs.Index(), pair => Assert.Equal(pair.Index, runs.Find(pair.Item.First, pair.Item.Second)));
        Assert.Equal(pairs, Enumerable.Range(0, 500).Select(pair => (runs.GetCode(pair, isSecond: false), runs.GetCode(pair, isSecond: true))));
    }

    /// <summary>Where the other code turns out to ascend, what was remembered of it is not taken for the first one.</summary>
    [Fact]
    public void WhatWasPlacedBeforeTheTurnIsForgotten()
    {
        var runs = new CodeRuns();
        runs.Begin([500, 500], [0, 1]);
        for (var second = 0; second < 100; second++)
            Add(500, second);
        Assert.Equal(50, runs.Find(500, 50));
        for (var first = 400; first > 300; first--)
            Add(first, 99);
        Assert.Equal(-1, runs.Find(99, 99));

        void Add(long first, long second)
        {
            Assert.Equal(-1, runs.Find(first, second));
            runs.Add(first, second, runs.Count);
        }
    }

    /// <summary>A run longer than is read one by one, then one that came before: the order ends, and no pair is lost.</summary>
    [Fact]
    public void ALongRunIsHashedAndAnEndedOrderToo()
    {
        var runs = new CodeRuns();
        runs.Begin([1, 2], [5, 5]);
        for (var other = 0; other < 500; other++)
        {
            Assert.Equal(-1, runs.Find(7, other));
            runs.Add(7, other, other);
        }

        Assert.All(Enumerable.Range(0, 500), other => Assert.Equal(other, runs.Find(7, other)));
        Assert.Equal(-1, runs.Find(8, 3));
        runs.Add(8, 3, 500);
        Assert.Equal(-1, runs.Find(6, 3));
        runs.Add(6, 3, 501);
        Assert.All(Enumerable.Range(0, 500), other => Assert.Equal(other, runs.Find(7, other)));
        Assert.Equal((500, 501, 502), (runs.Find(8, 3), runs.Find(6, 3), runs.Count));
        Assert.Equal((6L, 3L), (runs.GetCode(501, isSecond: false), runs.GetCode(501, isSecond: true)));
    }

    private static Column[] CreateColumns(int[] nodes, int[] edges, bool asValues) => asValues
        ? [new ValueColumn([.. nodes.Select(Node)]), new ValueColumn([.. edges.Select(Edge)])]
        : [new NodeColumn(nodes), new EdgeColumn(edges)];

    private static Value Node(int id) => id < 0 ? Value.Null : Value.FromNode(id);

    private static Value Edge(int id) => id < 0 ? Value.Null : Value.FromEdge(id);
}
