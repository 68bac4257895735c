using System.Collections.Concurrent;
using Graph.Query.Binding;
using Graph.Query.Execution;
using Graph.Query.Planning;
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

    public QueryEngine(GraphStore store)
        : this(store, RewriteSet.All, BufferSizes.Default)
    {
    }

    internal QueryEngine(GraphStore store, RewriteSet rewrites, BufferSizes sizes)
    {
        Store = store;
        this.sizes = sizes;
        catalog = new Lazy<GraphCatalog>(() => GraphCatalog.Create(store.Type, store));
        planner = new Planner(store, rewrites);
    }

    public GraphStore Store { get; }

    /// <summary>Every name that a query may use: of the graph type and of the data.</summary>
    public GraphCatalog Catalog => catalog.Value;

    /// <summary>Parses, binds and plans one statement. Mistakes are in the diagnostics, never thrown.</summary>
    public PreparedQuery Prepare(SourceText source)
    {
        if (cache.TryGetValue((source.Text, source.Path), out var cached))
            return cached;

        var prepared = PrepareNew(source);
        if (cache.Count >= CacheCapacity)
            cache.Clear();
        cache[(source.Text, source.Path)] = prepared;
        return prepared;
    }

    /// <summary>Binds and plans a statement of a script, with its warnings and errors at their places in the script.</summary>
    public PreparedQuery Prepare(StatementSyntax statement, SourceText script) => PrepareParsed(statement, script, []);

    /// <summary>Starts a prepared query that has no errors. Rows are computed as they are read.</summary>
    /// <exception cref="QueryException">A parameter is missing; or, while rows are read, a run-time error or a limit.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled while rows were read.</exception>
    public QueryResult Run(
        PreparedQuery query,
        IReadOnlyDictionary<string, Value>? parameters = null,
        QueryLimits? limits = null,
        CancellationToken cancellation = default)
    {
        if (query.Statement is not { } statement || query.Executable is not { } executable)
            throw new ArgumentException("The query has errors.", nameof(query));
        if (statement.Mode == StatementMode.Explain)
            return new QueryResult(PlanResult.ExplainColumns, [PlanResult.Explain(executable.Plan, query.Source)], []);

        var given = parameters ?? NoParameters;
        var bound = ParameterBinding.Bind(statement, query.Source, given);
        var context = new EvaluationContext(Store, bound, new QueryBudget(limits ?? new QueryLimits(), cancellation));
        var state = new ExecutionState(context, query.Source, sizes);
        var warnings = ParameterBinding.FindUnused(statement, query.Source, given);
        return statement.Mode == StatementMode.Profile
            ? new QueryResult(PlanResult.ProfileColumns, Profile(executable.Plan, state), warnings)
            : new QueryResult(executable.Plan.Columns, executable.Run(state), warnings);
    }

    private PreparedQuery PrepareNew(SourceText source)
    {
        var parsed = QueryParser.ParseStatement(source);
        return parsed.Syntax is null ? new PreparedQuery(source, null, parsed.Diagnostics) : PrepareParsed(parsed.Syntax, source, parsed.Diagnostics);
    }

    private PreparedQuery PrepareParsed(StatementSyntax statement, SourceText source, ImmutableArray<Diagnostic> diagnostics)
    {
        var bound = Binder.Bind(statement, source, Catalog);
        var prepared = new PreparedQuery(source, bound.Statement, [.. diagnostics, .. bound.Diagnostics]) { Span = statement.Span };
        return prepared.HasErrors ? prepared : prepared with { Executable = Compile(bound.Statement!) };
    }

    private Executable Compile(BoundStatement statement) => Executable.Create(Store, planner, planner.Plan(statement));

    private IEnumerable<RowBatch> Profile(Plan plan, ExecutionState state)
    {
        var profiles = new ProfileMap();
        foreach (var batch in Executable.Create(Store, planner, plan, profiles).Run(state))
            state.Check();
        yield return PlanResult.Profile(plan, state.Source, profiles);
    }
}

/// <summary>A statement that is ready to run, or the diagnostics that say why it is not.</summary>
public sealed record PreparedQuery(SourceText Source, BoundStatement? Statement, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Statement is null || Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Where the statement stands in its source.</summary>
    public TextSpan Span { get; init; }

    internal Executable? Executable { get; init; }
}

/// <summary>Columns and rows. The rows can be read once.</summary>
public sealed record QueryResult(ImmutableArray<BoundColumn> Columns, IEnumerable<RowBatch> Batches, ImmutableArray<Diagnostic> Warnings);
