using System.Globalization;
using System.Net.Sockets;
using Graph.Query.Types;
using Npgsql;

namespace Graph.Postgres;

/// <summary>One run of a statement on the server: rows are read as they come, a cancelled or late run is stopped there too.</summary>
internal sealed class RemoteRun(
    Server server,
    GraphLayout layout,
    StatementTranslation translation,
    SourceText source,
    QueryLimits limits,
    CancellationToken cancellation)
{
    private const int BatchSize = 1024;

    public static ListBatch Show(IEnumerable<string> lines) => new([.. lines.Select(line => new[] { Value.FromString(line) })]);

    public QueryResult Start(ImmutableArray<BoundColumn> columns, ImmutableArray<Diagnostic> warnings, bool keepsNumbers)
    {
        if (keepsNumbers || !translation.MayHoldElements)
            return new QueryResult(columns, ReadRows(translation.Text, translation.Parameters, ReadRow), warnings);

        // The nodes and relations of the rows are known when all rows are.
        var elements = new Lazy<ResultElements>(() =>
            ResultElements.Read(this, layout, [.. ReadRows(translation.Text, translation.Parameters, ReadRow)]));
        return new QueryResult(columns, ReadElements(elements), warnings, () => elements.Value.Store);
    }

    public IEnumerable<RowBatch> Profile() =>
        ReadRows(
            $"EXPLAIN (ANALYZE, BUFFERS, VERBOSE) {translation.Text}",
            translation.Parameters,
            reader => [Value.FromString(reader.GetString(0))]);

    /// <param name="parameters">The texts of $1, $2 and so on.</param>
    public IEnumerable<RowBatch> ReadRows(string sql, ImmutableArray<string> parameters, Func<NpgsqlDataReader, Value[]> readRow)
    {
        using var rows = OpenRows(sql, parameters).GetEnumerator();
        var batch = new List<Value[]>(BatchSize);
        long count = 0;
        while (Advance(rows, count))
        {
            batch.Add(Guard(() => readRow(rows.Current), count));
            count++;
            if (batch.Count < BatchSize)
                continue;

            yield return new ListBatch(batch);
            batch = new List<Value[]>(BatchSize);
        }

        if (batch.Count > 0)
            yield return new ListBatch(batch);
    }

    private static IEnumerable<RowBatch> ReadElements(Lazy<ResultElements> elements)
    {
        yield return elements.Value.Rows;
    }

    private bool Advance(IEnumerator<NpgsqlDataReader> rows, long count) => Guard(rows.MoveNext, count);

    private IEnumerable<NpgsqlDataReader> OpenRows(string sql, ImmutableArray<string> parameters)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = server.Open();
        using var batch = CreateBatch(connection, sql, parameters);
        // The asynchronous calls keep a cancellation that comes before the server has begun.
        using var reader = batch.ExecuteReaderAsync(cancellation).GetAwaiter().GetResult();
        reader.NextResultAsync(cancellation).GetAwaiter().GetResult();
        var isComplete = false;
        try
        {
            while (reader.ReadAsync(cancellation).GetAwaiter().GetResult())
                yield return reader;
            isComplete = true;
        }
        finally
        {
            // Else the reader would wait for all rows that nobody wants any more.
            if (!isComplete)
                batch.Cancel();
        }
    }

    /// <summary>The settings and the query in one message, which the server runs as one transaction.</summary>
    private NpgsqlBatch CreateBatch(NpgsqlConnection connection, string sql, ImmutableArray<string> parameters)
    {
        var timeout = ((long)(limits.Timeout?.TotalMilliseconds ?? 0)).ToString(CultureInfo.InvariantCulture);
        var settings = new NpgsqlBatchCommand(SetAll);
        AddParameters(settings, [$"{server.Address.Name.InQuotes()}, pg_catalog", timeout]);
        var query = new NpgsqlBatchCommand(sql);
        AddParameters(query, parameters);
        return new NpgsqlBatch(connection) { Timeout = 0, BatchCommands = { settings, query } };
    }

    private static void AddParameters(NpgsqlBatchCommand command, ImmutableArray<string> parameters)
    {
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = parameter });
    }

    // What partitions hold together is joined and counted where it stands; without partitions, this costs nothing. A server that can see it
    // ends what it does for a program that is gone.
    private const string SetAll = """
        SELECT set_config('transaction_read_only', 'on', true), set_config('search_path', $1, true),
            set_config('statement_timeout', $2, true),
            set_config('join_collapse_limit', '10', true), set_config('from_collapse_limit', '10', true), set_config('jit', 'off', true),
            set_config('enable_partitionwise_join', 'on', true), set_config('enable_partitionwise_aggregate', 'on', true),
            CASE WHEN current_setting('server_version_num')::int >= 140000 AND version() LIKE '%linux%'
                THEN set_config('client_connection_check_interval', '2s', true) END
        """;

    private Value[] ReadRow(NpgsqlDataReader reader)
    {
        var row = new Value[translation.Kinds.Length];
        var column = 0;
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = reader.IsDBNull(column) ? Value.Null : ReadValue(reader, column, translation.Kinds[i]);
            column += translation.Kinds[i] == SqlKind.Date ? 3 : 1;
        }

        return row;
    }

    private static Value ReadValue(NpgsqlDataReader reader, int column, SqlKind kind) => kind switch
    {
        SqlKind.Boolean => Value.FromBoolean(reader.GetBoolean(column)),
        SqlKind.Integer => Value.FromInteger(reader.GetInt64(column)),
        SqlKind.Float => Value.FromFloat(reader.GetDouble(column)),
        SqlKind.Text => Value.FromString(reader.GetString(column)),
        SqlKind.Date => ValueJson.ReadDate(reader.GetString(column)),
        SqlKind.Node => Value.FromNode(checked((int)reader.GetInt64(column))),
        SqlKind.Relation => Value.FromEdge(checked((int)reader.GetInt64(column))),
        _ => ValueJson.Parse(reader.GetString(column)),
    };

    /// <summary>Faults of the server as what they mean to the user.</summary>
    private T Guard<T>(Func<T> read, long rows)
    {
        try
        {
            return read();
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            cancellation.ThrowIfCancellationRequested();
            throw limits.Timeout is { } timeout
                ? LimitErrors.Reached(LimitErrors.Describe(timeout), rows)
                : new QueryException(RemoteErrors.Refused(source, Whole, "it cancelled the query"));
        }
        catch (PostgresException exception)
        {
            throw new QueryException(Explain(exception));
        }
        catch (Exception exception) when (exception is NpgsqlException or SocketException or IOException or TimeoutException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new QueryException(RemoteErrors.Lost(source, Whole, exception.Message.TrimEnd('.')));
        }
    }

    private TextSpan Whole => translation.Span;

    private Diagnostic Explain(PostgresException exception)
    {
        switch (exception.SqlState)
        {
            case "GR000":
                var parts = exception.MessageText.Split(' ', 3);
                return RemoteErrors.AtRunTime(source, PlaceOf(parts[1]), parts[0], parts[2]);
            case PostgresErrorCodes.NumericValueOutOfRange when exception.MessageText.Contains("bigint", StringComparison.Ordinal):
                return RemoteErrors.AtRunTime(
                    source, translation.FindArithmetic(isDivision: false) ?? Whole, "GR5001", "A number goes beyond the 64-bit integers");
            case PostgresErrorCodes.DivisionByZero:
                return RemoteErrors.AtRunTime(source, translation.FindArithmetic(isDivision: true) ?? Whole, "GR5002", "Division by zero");
            case { } state when state.StartsWith("57", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal):
                return RemoteErrors.Lost(source, Whole, exception.MessageText);
            case PostgresErrorCodes.NumericValueOutOfRange
                or PostgresErrorCodes.ProgramLimitExceeded
                or PostgresErrorCodes.OutOfMemory
                or PostgresErrorCodes.StatementTooComplex:
                return RemoteErrors.Refused(source, Whole, $"{exception.MessageText} ({exception.SqlState})");
            case PostgresErrorCodes.UndefinedObject when exception.MessageText.StartsWith("user mapping", StringComparison.Ordinal):
                return RemoteErrors.Refused(
                    source,
                    Whole,
                    "this role cannot reach the servers that hold parts of the graph; their owner can CREATE USER MAPPING for it and GRANT "
                    + "USAGE ON "
                        + $"FOREIGN SERVER ({exception.MessageText})");
            default:
                return RemoteErrors.Failed(source, Whole, $"{exception.MessageText} ({exception.SqlState})");
        }
    }

    private TextSpan PlaceOf(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < translation.Places.Length
            ? translation.Places[place]
            : Whole;
}

/// <summary>Rows that are there already.</summary>
internal sealed class ListBatch(IReadOnlyList<Value[]> rows) : RowBatch
{
    public IReadOnlyList<Value[]> Rows => rows;

    public override int Count => rows.Count;

    public override Value GetValue(int column, int row) => rows[row][column];
}
