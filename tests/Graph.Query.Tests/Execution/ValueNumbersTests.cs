using CsCheck;
using Graph.Query.Execution;

namespace Graph.Query.Tests.Execution;

/// <summary>The keys of a join have one number exactly where they are equal, in whatever columns the values of both sides come.</summary>
public sealed class ValueNumbersTests
{
    private const int Nodes = 12;

    private static readonly Value[] Mixed =
        [Value.FromInteger(1), Value.FromFloat(1.0), Value.FromString("n1"), Value.FromString("n2"), Value.FromFloat(2.5), Value.Null];

    private static readonly GraphStore Store = Build();

    /// <summary>
    /// Columns of strings with codes of one reader or of another, in one table or in several, of the same strings as values, of integers,
    /// of nodes and of anything are added, and then looked for.
    /// </summary>
    [Fact]
    public void EqualValuesHaveOneNumber() =>
        Gen.Select(Gen.Int[0, 5].Array[0, 6], Gen.Int[0, 5].Array[1, 6], Gen.Int[0, Nodes - 1].Array[1, 9]).Sample((added, sought, ids) =>
        {
            var readers = new PropertyReaders(Store);
            var numbers = new ValueNumbers();
            var (memos, outerMemos) = (CreateMemos(), CreateMemos());
            var known = new List<(Value Value, int Number)>();
            foreach (var kind in added)
            {
                var (column, read) = (CreateColumn(kind, ids, readers), new int[ids.Length]);
                numbers.Read(column, memos[kind], adds: true, read);
                for (var row = 0; row < read.Length; row++)
                    known.Add((column[row], read[row]));
            }

            foreach (var kind in sought)
            {
                var (column, read) = (CreateColumn(kind, ids, readers), new int[ids.Length]);
                numbers.Read(column, outerMemos[kind], adds: false, read);
                for (var row = 0; row < read.Length; row++)
                    Assert.Equal(Find(known, column[row]), read[row]);
            }

            Assert.All(known, pair => Assert.Equal(Find(known, pair.Value), pair.Number));
            Assert.Equal(known.Select(pair => pair.Number).Where(number => number >= 0).Distinct().Count(), numbers.Count);
        });

    private static int Find(List<(Value Value, int Number)> known, Value value)
    {
        var index = known.FindIndex(pair => ValueComparer.AreEqual(pair.Value, value) == true);
        return index < 0 ? -1 : known[index].Number;
    }

    private static CodeMemo[] CreateMemos() => [.. Enumerable.Range(0, 6).Select(_ => new CodeMemo())];

    private static Column CreateColumn(int kind, int[] ids, PropertyReaders readers) => kind switch
    {
        0 => new NodePropertyColumn(new NodeColumn(ids), readers.OfNodes("name").Value),
        1 => new NodePropertyColumn(new NodeColumn([.. ids.Reverse()]), readers.OfNodes("title").Value),
        2 => new NodePropertyColumn(new NodeColumn(ids), PropertyReader.ForNodes(Store, "name")),
        3 => new ValueColumn([.. ids.Select(id => Mixed[id % Mixed.Length])]),
        4 => new NodePropertyColumn(new NodeColumn(ids), readers.OfNodes("number").Value),
        _ => new NodeColumn(ids),
    };

    /// <summary>Names in two tables, titles in one: some of each are equal, and some rows have none.</summary>
    private static GraphStore Build()
    {
        var builder = new GraphBuilder();
        for (var id = 0; id < Nodes; id++)
        {
            List<KeyValuePair<string, Value>> properties = [KeyValuePair.Create("number", Value.FromInteger(id % 3))];
            if (id % 5 != 4)
                properties.Add(KeyValuePair.Create("name", Value.FromString($"n{id % 7}")));
            if (id < Nodes / 2)
                properties.Add(KeyValuePair.Create("title", Value.FromString($"n{id + 1}")));
            builder.AddNode([id < Nodes / 2 ? "A" : "B"], properties);
        }

        return builder.Build();
    }
}
