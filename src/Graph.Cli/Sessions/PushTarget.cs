using Graph.Postgres;

namespace Graph.Cli.Sessions;

/// <summary>Where a graph is pushed to, as the command line says it.</summary>
/// <param name="IsAppend">The graph that is there gets more articles.</param>
/// <param name="Partitioning">Null where nothing is said.</param>
/// <param name="Shards">Each with the name of the graph.</param>
internal sealed record PushTarget(
    GraphAddress Address, bool IsAppend, Partitioning? Partitioning, ImmutableArray<GraphAddress> Shards)
{
    /// <exception cref="UsageException">One of the options cannot be read, or they do not fit together.</exception>
    public static PushTarget Parse(string target, bool isAppend, string? partition, IReadOnlyList<string> shards)
    {
        var address = RemoteGraph.Parse("--to", target);
        var partitioning = partition is null
            ? null
            : Partitioning.Parse(partition) ?? throw new UsageException($"'{partition}' is neither key:N, N from 1 to 1024, nor year.");
        if (isAppend && (partition is not null || shards.Count > 0))
            throw new UsageException(
                "'--append' keeps how the tables are cut and where they stand; leave out '--partition' and '--shard'.");
        if (shards.Count > 0 && partitioning is { } cut && (cut.ByYear || cut.Parts < shards.Count))
            throw new UsageException($"Tables on other servers are cut by node: --partition key:{shards.Count} or more parts.");

        return new PushTarget(address, isAppend, partitioning, [.. shards.Select(shard => ParseShard(shard, address.Name))]);
    }

    /// <summary>The address of a database, taken with the name of the graph behind it.</summary>
    private static GraphAddress ParseShard(string url, string name)
    {
        var options = url.IndexOf('?', StringComparison.Ordinal);
        var (path, rest) = options < 0 ? (url, "") : (url[..options], url[options..]);
        var address = GraphAddress.IsAddress(url) ? GraphAddress.Parse($"{path.TrimEnd('/')}/{name}{rest}", out _) : null;
        return address ?? throw new UsageException($"'--shard' needs postgres://user@host:port/DATABASE, not '{url}'.");
    }
}
