using System.Data;
using Npgsql;

namespace Graph.Postgres;

/// <summary>
/// Adds articles to a graph that was pushed. Each goes in whole or not at all; those that are there are left alone, so that an append that
/// was stopped is run again. The graph is then the one of all articles pushed together, but for the order of new nodes; what could not be
/// is refused.
/// </summary>
public static class GraphAppend
{
    /// <param name="isName">Whether words are a proper name of what may have others too: only such join what has no id. Null: all
    /// are.</param>
    /// <exception cref="PostgresGraphException">A server cannot be reached or refuses; there is no graph; its tables have no room for what
    /// is new.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the articles until then are there.</exception>
    public static AppendResult Run(
        GraphStore store, GraphAddress address, Func<string, bool, bool>? isName = null, CancellationToken cancellation = default) =>
        Run(store, address, isName ?? ((_, _) => true), AppendWriter.RowsAtATime, cancellation);

    /// <param name="rowsAtATime">Articles share a transaction until they have so many.</param>
    internal static AppendResult Run(
        GraphStore store, GraphAddress address, Func<string, bool, bool> isName, int rowsAtATime, CancellationToken cancellation)
    {
        using var server = new Server(address);
        using var connection = server.Open();
        try
        {
            GraphPush.Lock(connection, address);
            var held = HeldGraph.Read(connection, address);
            connection.Execute($"SET search_path = {address.Name.InQuotes()}");
            RequireSameType(held.Layout.Type, store.Type);
            var result = Run(store, connection, held, isName, rowsAtATime, cancellation);
            GraphPush.Unlock(connection);
            return result;
        }
        catch (OperationCanceledException) when (connection.State == ConnectionState.Open)
        {
            GraphPush.Unlock(connection);
            throw;
        }
        catch (NpgsqlException exception)
        {
            throw server.Explain(exception);
        }
    }

    private static AppendResult Run(
        GraphStore store, NpgsqlConnection connection, HeldGraph held, Func<string, bool, bool> isName, int rowsAtATime,
        CancellationToken cancellation)
    {
        if (!held.Shards.IsEmpty)
            HalfCommits.Remove(connection, held);
        var merge = LayoutMerge.Create(held.Layout, LayoutBuilder.Build(store));
        var nodes = new HeldNodes(connection, held.Layout);
        var articles = ListArticles(store);
        var first = FindFirstArticles(store);
        var match = new NodeMatcher(store, merge, held.Layout, nodes, isName).Run(
            node => first.TryGetValue(node, out var article) ? article : null);
        var plan = AppendPlan.Create(store, articles, match);
        var choice = ArticleChoice.Create(store, plan, match, nodes);
        cancellation.ThrowIfCancellationRequested();

        var cut = new TableCut(
            held.Partitioning, held.Partitioning.ByYear ? new ArticleYears(store) : null, IsElsewhere: !held.Shards.IsEmpty);
        var definitions = TableDefinitions.List(merge.Given, store);
        var completion = new NodeCompletion(store, merge, held.Layout, nodes, match);
        var changes = completion.List(choice.Completed);
        var rest = choice.Rest with
        {
            Relations = new KnownRelations(store, merge, held.Layout, nodes, match).ListNew(choice.Rest.Relations),
        };
        var writer = new AppendWriter(store, connection, held, merge, definitions, cut, match);
        if (choice.Taken.Count + rest.Nodes.Count + rest.Relations.Count + changes.Count > 0)
            new LayoutChange(held, merge, definitions, cut).Apply(connection);
        writer.Write(choice.Taken, rowsAtATime, cancellation);
        writer.WriteRest(rest, changes);
        writer.Analyze();
        return new AppendResult(
            choice.Taken.Count, choice.Known, writer.Nodes, writer.Relations, changes.Count, completion.Kept, choice.Refused);
    }

    private static void RequireSameType(GraphType? held, GraphType? given)
    {
        if (LayoutJson.Print(held) != LayoutJson.Print(given))
            throw new PostgresGraphException("The graph has another graph type than what is appended; name that one with '--schema'.");
    }

    private static List<int> ListArticles(GraphStore store)
    {
        var label = store.FindLabel(ArticleYears.ArticleLabel);
        return [.. store.NodeRanges
            .Where(range => range.Labels.Contains(label))
            .SelectMany(range => Enumerable.Range(range.Start, range.Count))];
    }

    /// <summary>The first article that mentions each node.</summary>
    private static Dictionary<int, int> FindFirstArticles(GraphStore store)
    {
        var first = new Dictionary<int, int>();
        if (store.FindEdgeTable(StoreNames.MentionType) is not { } mentions)
            return first;
        var sources = new int[mentions.Count];
        mentions.Outgoing.View.CopyNodes(0, sources);
        for (var row = 0; row < mentions.Count; row++)
            first.TryAdd(mentions.Outgoing.View.Neighbours[row], sources[row]);
        return first;
    }
}
