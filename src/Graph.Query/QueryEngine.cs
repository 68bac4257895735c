using System.Collections.Concurrent;
using Graph.Query.Algorithms;
using Graph.Query.Binding;
using Graph.Query.Execution;
using Graph.Query.Planning;
using Graph.Query.Scripts;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query;

/// <summary>
/// The door to the query language: text to syntax to bound query to plan to rows. Prompt, scripts, generated methods and tests
/// all enter here. Prepared queries are cached by their text. Safe for use by several threads.
/// </summary>
public sealed class QueryEngine
{
    private const int CacheCapacity = 256;
    private static readonly Dictionary<string, Value> NoParameters = [];

    private readonly ConcurrentDictionary<(string Text, string Path), PreparedQuery> cache = new();
    private readonly Lazy<GraphCatalog> catalog;
    private readonly Planner planner;
    private readonly BufferSizes sizes;
    private readonly IRemoteGraph? remote;

    public QueryEngine(GraphStore store)
        : this(store, RewriteSet.All, BufferSizes.Default)
    {
    }

    /// <summary>An engine whose statements run elsewhere.</summary>
    internal QueryEngine(IRemoteGraph remote)
        : this(remote.Shape, RewriteSet.All, BufferSizes.Default) => this.remote = remote;

    internal QueryEngine(GraphStore store, RewriteSet rewrites, BufferSizes sizes)
    {
        Store = store;
        this.sizes = sizes;
        catalog = new Lazy<GraphCatalog>(() => GraphCatalog.Create(store.Type, store));
        planner = new Planner(store, rewrites);
    }

    /// <summary>The graph; where statements run elsewhere, only an example of each kind of element.</summary>
    public GraphStore Store { get; }

    /// <summary>What <c>date()</c> and its kin read, once for each run.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What CALL finds.</summary>
    internal ProcedureRegistry Procedures { get; init; } = ProcedureRegistry.BuiltIn;

    /// <summary>Every name that a query may use: of the graph type and of the data.</summary>
    public GraphCatalog Catalog => catalog.Value;

    /// <summary>Parses, binds and plans one statement. Mistakes, a limit among them, are in the diagnostics, never thrown.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public PreparedQuery Prepare(SourceText source, QueryLimits? limits = null, CancellationToken cancellation = default) =>
        cache.TryGetValue((source.Text, source.Path), out var cached) ? cached : Keep((source.Text, source.Path), PrepareNew(
            () => QueryParser.ParseStatement(source),
            source,
            TextSpan.FromBounds(0, source.Text.Length),
            StatementHeader.None,
            limits,
            cancellation));

    /// <summary>
    /// Parses, binds and plans every statement of a script, with its warnings and errors at their places in the script, its name and the
    /// parameters that the comments above it declare.
    /// </summary>
    /// <param name="limits">Of each statement.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ImmutableArray<PreparedQuery> PrepareScript(
        SourceText script, QueryLimits? limits = null, CancellationToken cancellation = default) =>
        [.. QueryScript.Read(script, null, limits, cancellation).Parts.Select(part => Prepare(part, script, limits, cancellation))];

    /// <summary>
    /// Binds and plans one statement of a script. It is not kept: its key would be the whole script, which takes longer to look up than
    /// most statements take to plan.
    /// </summary>
    internal PreparedQuery Prepare(
        ScriptPart part, SourceText script, QueryLimits? limits = null, CancellationToken cancellation = default)
    {
        var read = part.Statement ?? throw new ArgumentException("A command is no statement.", nameof(part));
        return PrepareNew(() => read, script, part.Span, part.Header, limits, cancellation, part.Spent);
    }

    /// <summary>Binds and plans a statement made from one of a script, whose places it keeps.</summary>
    internal PreparedQuery Prepare(
        StatementSyntax statement, SourceText script, QueryLimits? limits = null, CancellationToken cancellation = default)
    {
        var read = new ParseResult<StatementSyntax>(statement, []);
        return PrepareNew(() => read, script, statement.Span, StatementHeader.None, limits, cancellation);
    }

    /// <summary>What is wrong with the parameters of a run, before it runs; none for a query with errors.</summary>
    public ImmutableArray<Diagnostic> CheckParameters(PreparedQuery query, IReadOnlyDictionary<string, Value>? parameters = null) =>
        query.Statement is { } statement ? FindMistakes(statement, query.Source, parameters ?? NoParameters) : [];

    private static ImmutableArray<Diagnostic> FindMistakes(
        BoundStatement statement, SourceText source, IReadOnlyDictionary<string, Value> parameters)
    {
        var given = DeclaredValues.Read(statement, parameters);
        return [.. ParameterBinding.FindMistakes(statement, source, given), .. DeclaredValues.FindForbiddenNulls(statement, source, given)];
    }

    /// <summary>Starts a prepared query that has no errors. Rows are computed as they are read.</summary>
    /// <exception cref="QueryException">A parameter is missing or of another type than was declared; or, while rows are read, a run-time
    /// error or a limit.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled while rows were read.</exception>
    public QueryResult Run(
        PreparedQuery query,
        IReadOnlyDictionary<string, Value>? parameters = null,
        QueryLimits? limits = null,
        CancellationToken cancellation = default)
    {
        if (query.HasErrors || query.Statement is not { } statement)
            throw new ArgumentException("The query has errors.", nameof(query));
        var given = parameters ?? NoParameters;
        if (statement.Parameters.Any(static parameter => parameter.Declaration is not null))
            given = ReadDeclared(statement, query.Source, given);
        if (remote is not null)
            return remote.Run(statement, query.Source, given, limits ?? new QueryLimits(), cancellation);

        var executable = query.Executable!;
        if (statement.Mode == StatementMode.Explain)
            return new QueryResult(PlanResult.ExplainColumns, [PlanResult.Explain(executable.Plan, query.Source)], []);
        if (statement.Mode == StatementMode.ExplainVerbose)
            return new QueryResult(PlanResult.VerboseColumns, [PlanResult.ExplainSteps(executable.Plan, query.Source)], []);

        var bound = ParameterBinding.Bind(statement, query.Source, given);
        var state = new ExecutionState(
            Store, bound, query.Source, new QueryBudget(limits ?? new QueryLimits(), cancellation), sizes, Clock);
        var warnings = ParameterBinding.FindWarnings(statement, query.Source, given, bound);
        return statement.Mode == StatementMode.Profile
            ? new QueryResult(PlanResult.ProfileColumns, Profile(executable.Plan, state), warnings)
            : new QueryResult(executable.Plan.Columns, executable.Run(state), warnings, () => Store)
            {
                Check = state.Check,
                IsOrdered = query.IsOrdered
            };
    }

    private static IReadOnlyDictionary<string, Value> ReadDeclared(
        BoundStatement statement, SourceText source, IReadOnlyDictionary<string, Value> given)
    {
        var read = DeclaredValues.Read(statement, given);
        return DeclaredValues.FindForbiddenNulls(statement, source, read).FirstOrDefault() is { } mistake
            ? throw new QueryException(mistake)
            : read;
    }

    private PreparedQuery Keep((string Text, string Path) key, PreparedQuery prepared)
    {
        // Another caller may have more time.
        if (prepared.Diagnostics.Any(diagnostic => diagnostic.Id == LimitErrors.Id))
            return prepared;
        if (cache.Count >= CacheCapacity)
            cache.Clear();

        // Who finds it there does not pay for it once more.
        cache[key] = prepared with { Spent = default };
        return prepared;
    }

    private PreparedQuery PrepareNew(
        Func<ParseResult<StatementSyntax>> read,
        SourceText source,
        TextSpan span,
        StatementHeader header,
        QueryLimits? limits,
        CancellationToken cancellation,
        TimeSpan spent = default)
    {
        // Made for all statements of the engine, and so on the account of none.
        _ = Catalog;
        using var preparation = Preparation.Begin(limits ?? new QueryLimits(), cancellation, spent);
        try
        {
            return PrepareNew(read(), source, header) with { Spent = preparation.Elapsed };
        }
        catch (QueryException exception) when (exception.IsLimit)
        {
            return new PreparedQuery(source, [exception.At(source, span).Diagnostic]) { Name = header.Name };
        }
    }

    private PreparedQuery PrepareNew(ParseResult<StatementSyntax> parsed, SourceText source, StatementHeader header)
    {
        if (parsed.Syntax is not { } statement)
            return new PreparedQuery(source, parsed.Diagnostics) { Name = header.Name };

        var bound = Binder.Bind(statement, source, Catalog, header.Parameters, Procedures);
        var warnings = header.Diagnostics.Select(diagnostic => diagnostic with { Severity = DiagnosticSeverity.Warning });
        var columns = bound.Statement is { } found ? header.CheckColumns(source, found.Query.Columns.Length) : [];
        var prepared = new PreparedQuery(source, [.. parsed.Diagnostics, .. bound.Diagnostics, .. warnings, .. columns])
        {
            Name = header.Name,
            Syntax = statement,
            Statement = bound.Statement,
        };
        if (prepared.HasErrors)
            return prepared;

        return remote is null
            ? prepared with { Executable = Compile(bound.Statement!) }
            : prepared with { Diagnostics = [.. prepared.Diagnostics, .. remote.Check(bound.Statement!, source)] };
    }

    private Executable Compile(BoundStatement statement) => Executable.Create(Store, planner.Plan(statement));

    private IEnumerable<RowBatch> Profile(Plan plan, ExecutionState state)
    {
        var profiles = new ProfileMap();
        foreach (var batch in Executable.Create(Store, plan, profiles).Run(state))
            state.Check();
        yield return PlanResult.Profile(plan, state.Source, profiles);
    }
}
