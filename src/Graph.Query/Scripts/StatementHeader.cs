using Graph.Query.Types;

namespace Graph.Query.Scripts;

/// <summary>How many rows a query gives: the word behind its name.</summary>
internal enum QueryCardinality
{
    /// <summary><c>:many</c>: every row, as a list.</summary>
    Many,

    /// <summary><c>:stream</c>: every row, as it is read.</summary>
    Stream,

    /// <summary><c>:one</c>: the only row; none or several are a mistake.</summary>
    One,

    /// <summary><c>:one?</c>: the only row, or null; several are a mistake.</summary>
    OneOrNone,

    /// <summary><c>:scalar</c>: the only column of the only row, or null; several rows are a mistake.</summary>
    Scalar,

    /// <summary><c>:exists</c>: whether there is a row.</summary>
    Exists,
}

/// <summary>What the comments above a statement say of it: <c>// name: MembersOf :many</c>, <c>// param: $since INTEGER NULL</c>.</summary>
/// <param name="Name">Null where the statement has none.</param>
/// <param name="NameSpan">Of the name.</param>
/// <param name="Cardinality">Null where none is given.</param>
/// <param name="Description">The other lines, or null.</param>
/// <param name="Diagnostics">What is wrong with the lines, as errors. A script runs without what they should say; generated code needs
/// it.</param>
internal sealed record StatementHeader(
    string? Name,
    TextSpan NameSpan,
    QueryCardinality? Cardinality,
    string? Description,
    ImmutableArray<DeclaredParameter> Parameters,
    ImmutableArray<Diagnostic> Diagnostics)
{
    public static readonly StatementHeader None = new(null, default, null, null, [], []);

    /// <summary>What is wrong with the columns of a query, whatever its rows are.</summary>
    public ImmutableArray<Diagnostic> CheckColumns(SourceText source, int columns) =>
        Cardinality == QueryCardinality.Scalar && columns != 1 ? [HeaderDiagnostics.ScalarColumns(source, NameSpan, columns)] : [];

    /// <summary>What is wrong with the number of rows that a query gave; null where the word behind its name allows it.</summary>
    public Diagnostic? FindWrongRows(SourceText source, long rows)
    {
        var isAllowed = Cardinality switch
        {
            QueryCardinality.One => rows == 1,
            QueryCardinality.OneOrNone or QueryCardinality.Scalar => rows <= 1,
            _ => true,
        };
        return isAllowed ? null : HeaderDiagnostics.RowCount(source, NameSpan, Cardinality!.Value, rows);
    }
}

/// <summary>A parameter with the type that a header gives it.</summary>
/// <param name="IsNullable">Null may be given for it.</param>
/// <param name="Span">Of the declaration.</param>
internal sealed record DeclaredParameter(string Name, DeclaredType Declared, bool IsNullable, TextSpan Span)
{
    public StaticType Type => Declared.Type;

    /// <summary>As a header writes it: <c>LIST&lt;STRING NOT NULL&gt; NULL</c>.</summary>
    public string TypeText => IsNullable ? $"{Declared} NULL" : Declared.ToString();
}
