using CsCheck;
using Graph.Core;
using Graph.Core.Tests.Values;

namespace Graph.Core.Tests.Store;

/// <summary>Random small graphs with every kind of property, evidence and texts.</summary>
internal static class StoreGen
{
    private static readonly Gen<KeyValuePair<string, Value>[]> Properties =
        Gen.Select(
            ValueGen.Properties, Gen.OneOf(ValueGen.Texts.Select(Value.FromString), Gen.Const(Value.Null)), ValueGen.Scalars,
            ValueGen.Dates)
            .Select((any, name, scalar, date) => new KeyValuePair<string, Value>[]
            {
                new("any", any), new("name", name), new("scalar", scalar), new("on", Value.FromDate(date)),
            });

    private static readonly Gen<Action<GraphBuilder, int>> Edges =
        Gen.Select(
            Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 99], Gen.OneOfConst("MENTIONS", "KNOWS", "odd type/é"), Properties, Gen.Int[0, 3])
                .Select(
            (source, target, article, type, properties, evidence) => new Action<GraphBuilder, int>((builder, nodes) =>
                builder.AddEdge(
                    type,
                    source % nodes,
                    target % nodes,
                    evidence % 2 == 0 ? [] : properties,
                    evidence == 0 ? null : new Evidence((type == "MENTIONS" ? source : article) % nodes, new TextSpan(article, evidence)),
                    evidence == 3 ? [new TextSpan(article, 1), new TextSpan(article + 2, 1)] : null)));

    /// <summary>Fills a builder; the same graph each time it is run.</summary>
    public static readonly Gen<Action<GraphBuilder>> Graphs =
        Gen.Select(Gen.Select(Gen.Shuffle(new[] { "A", "B", "C" }, 0, 3), Properties).Array[1, 12], Edges.Array[0, 30], Gen.Int[0, 12])
            .Select(
            (nodes, edges, articles) => new Action<GraphBuilder>(builder =>
            {
                foreach (var (labels, properties) in nodes)
                    builder.AddNode(labels, properties);
                foreach (var add in edges)
                    add(builder, nodes.Length);
                for (var i = 0; i < Math.Min(articles, nodes.Length); i++)
                {
                    builder.SetText(nodes.Length - 1 - i, $"Zin één. Zin {i}.", [new TextSpan(0, 8), new TextSpan(9, 6)]);
                    builder.AddNodeEvidence(
                        i, new Evidence(nodes.Length - 1 - i, new TextSpan(i, 2)), i % 2 == 0 ? [new(i, 1), new(i + 1, 1)] : null);
                }
            }));

    public static GraphStore Build(Action<GraphBuilder> fill, GraphType? type = null)
    {
        var builder = new GraphBuilder(type);
        fill(builder);
        return builder.Build();
    }
}
