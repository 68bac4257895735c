using Graph.Query.Binding;
using Graph.Query.Execution;
using Graph.Query.Syntax;

namespace Graph.Query;

/// <summary>A statement that is ready to run, or the diagnostics that say why it is not.</summary>
public sealed record PreparedQuery
{
    internal PreparedQuery(SourceText source, ImmutableArray<Diagnostic> diagnostics)
    {
        Source = source;
        Diagnostics = diagnostics;
    }

    public SourceText Source { get; }

    /// <summary>What <c>// name: MembersOf</c> above the statement calls it, or null.</summary>
    public string? Name { get; internal init; }

    public ImmutableArray<Diagnostic> Diagnostics { get; internal init; }

    public bool HasErrors => Statement is null || Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Where the statement stands in its source.</summary>
    public TextSpan Span => Syntax?.Span ?? default;

    /// <summary>The names of the parameters that the statement asks for.</summary>
    public IEnumerable<string> Parameters => Statement is null ? [] : Statement.Parameters.Select(parameter => parameter.Name);

    /// <summary>The statement itself says the order of its rows.</summary>
    public bool IsOrdered => Statement?.Query.Parts is [{ Clauses: [.., BoundProject { Projection.OrderBy.IsEmpty: false }] }];

    /// <summary>Null where the text could not be parsed.</summary>
    internal StatementSyntax? Syntax { get; init; }

    /// <summary>Null where the statement could not be bound.</summary>
    internal BoundStatement? Statement { get; init; }

    internal Executable? Executable { get; init; }

    /// <summary>What reading and planning took.</summary>
    internal TimeSpan Spent { get; init; }

    /// <summary>For queries that are made by the program, and so have no mistake of anybody's.</summary>
    /// <exception cref="QueryException">A limit stopped the preparation.</exception>
    internal PreparedQuery RequireNotStopped() =>
        Diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == LimitErrors.Id) is { } limit ? throw new QueryException(limit) : this;
}
