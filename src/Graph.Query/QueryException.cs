namespace Graph.Query;

/// <summary>A mistake of the user's that shows only while the query runs, such as a division by zero; carries its diagnostic.</summary>
public sealed class QueryException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic => diagnostic;
}
