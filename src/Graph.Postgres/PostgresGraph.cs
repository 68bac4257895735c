using Graph.Query.Binding;
using Graph.Query.Execution;
using Graph.Query.Syntax;
using Npgsql;

namespace Graph.Postgres;

/// <summary>A graph that <see cref="GraphPush"/> wrote: questions become SQL and run on the server.</summary>
public sealed class PostgresGraph : IRemoteGraph, IDisposable
{
    private readonly Server server;
    private readonly GraphLayout layout;
    private readonly bool keepsNumbers;

    private PostgresGraph(Server server, GraphLayout layout, long nodes, long relations, bool keepsNumbers)
    {
        this.keepsNumbers = keepsNumbers;
        this.server = server;
        this.layout = layout;
        NodeCount = nodes;
        RelationCount = relations;
        Shape = ShapeStore.Build(layout);
        Engine = new QueryEngine(this);
    }

    /// <summary>Prepares and runs queries, typed ones too.</summary>
    public QueryEngine Engine { get; }

    public long NodeCount { get; }

    public long RelationCount { get; }

    internal GraphStore Shape { get; }

    GraphStore IRemoteGraph.Shape => Shape;

    /// <exception cref="PostgresGraphException">The server cannot be reached, or has no graph of that name that this version can
    /// read.</exception>
    public static PostgresGraph Open(GraphAddress address) => Open(address, keepsNumbers: false);

    /// <param name="keepsNumbers">Nodes and relations of rows keep the numbers of the server, and are in no store.</param>
    internal static PostgresGraph Open(GraphAddress address, bool keepsNumbers)
    {
        var server = new Server(address);
        try
        {
            using var connection = server.Open();
            return Read(server, connection, keepsNumbers);
        }
        catch (NpgsqlException exception)
        {
            server.Dispose();
            throw server.Explain(exception);
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public void Dispose() => server.Dispose();

    ImmutableArray<Diagnostic> IRemoteGraph.Check(BoundStatement statement, SourceText source)
    {
        try
        {
            StatementTranslation.Create(statement, source, layout, Shape, null);
            return [];
        }
        catch (RefusalException refusal)
        {
            return [RemoteErrors.CannotSay(source, refusal.Span.Length > 0 ? refusal.Span : statement.Span, refusal.Message)];
        }
    }

    QueryResult IRemoteGraph.Run(
        BoundStatement statement,
        SourceText source,
        IReadOnlyDictionary<string, Value> parameters,
        QueryLimits limits,
        CancellationToken cancellation)
    {
        var bound = ParameterBinding.Bind(statement, source, parameters);
        var warnings = ParameterBinding.FindWarnings(statement, source, parameters, bound);
        var translation = Translate(statement, source, bound);
        var run = new RemoteRun(server, layout, translation, source, limits, cancellation);
        return statement.Mode switch
        {
            StatementMode.Explain or StatementMode.ExplainVerbose =>
                new QueryResult(PlanResult.ExplainColumns, [RemoteRun.Show(translation.Text.Split('\n'))], warnings),
            StatementMode.Profile => new QueryResult(PlanResult.ExplainColumns, run.Profile(), warnings),
            _ => run.Start(statement.Query.Columns, warnings, keepsNumbers),
        };
    }

    private StatementTranslation Translate(BoundStatement statement, SourceText source, IReadOnlyDictionary<string, Value> parameters)
    {
        try
        {
            return StatementTranslation.Create(statement, source, layout, Shape, parameters);
        }
        catch (RefusalException refusal)
        {
            throw new QueryException(
                RemoteErrors.CannotSay(source, refusal.Span.Length > 0 ? refusal.Span : statement.Span, refusal.Message));
        }
    }

    private static PostgresGraph Read(Server server, NpgsqlConnection connection, bool keepsNumbers)
    {
        var address = server.Address;
        if (connection.ReadText("SELECT to_regclass(quote_ident($1) || '._graph')::text", address.Name) is null)
            throw new PostgresGraphException($"There is no {address}.{DescribeOthers(connection)}");

        using var command = new NpgsqlCommand($"SELECT format, layout, nodes, relations FROM {address.Name.InQuotes()}._graph", connection);
        using var reader = command.ExecuteReader();
        if (!reader.Read() || reader.GetInt32(0) != GraphPush.Format)
            throw new PostgresGraphException($"The {address} was pushed by another version; push it again.");

        return new PostgresGraph(server, LayoutJson.Read(reader.GetString(1)), reader.GetInt64(2), reader.GetInt64(3), keepsNumbers);
    }

    private static string DescribeOthers(NpgsqlConnection connection)
    {
        var others = connection.ReadText(
            "SELECT string_agg(n.nspname, ', ' ORDER BY n.nspname COLLATE \"C\") FROM pg_class c JOIN pg_namespace n ON n.oid = "
                + "c.relnamespace WHERE c.relname = '_graph' AND n.nspname NOT LIKE '%\\_\\_loading'");
        return others is null ? "" : $" Graphs in this database: {others}.";
    }
}
