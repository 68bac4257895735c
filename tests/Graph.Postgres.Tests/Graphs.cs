using Graph.Annotations;
using Graph.News;

namespace Graph.Postgres.Tests;

/// <summary>The articles under <c>data/</c>, here and on the server.</summary>
internal static class Graphs
{
    private static readonly Lazy<GraphStore> LoadedData =
        new(() => GraphLoader.Load([Repository.GetPath("data")], new LoadOptions(NewsSchema.GraphType)).Store);

    private static readonly Lazy<PostgresGraph> PushedData = new(() => Push(Data, "news"));

    public static GraphStore Data => LoadedData.Value;

    public static PostgresGraph RemoteData => PushedData.Value;

    /// <param name="options">What follows <c>?</c> in the address.</param>
    public static GraphAddress AddressOf(string name, string options = "") => AddressOf(PostgresCluster.Require(), name, options);

    public static GraphAddress AddressOf(PostgresCluster cluster, string name, string options = "")
    {
        var address = GraphAddress.Parse($"{cluster.Url}/{name}?{options}", out var reason);
        Assert.True(address is not null, reason);
        return address!;
    }

    public static PostgresGraph Push(GraphStore store, string name)
    {
        GraphPush.Run(store, AddressOf(name));
        return PostgresGraph.Open(AddressOf(name));
    }
}
