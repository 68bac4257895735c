namespace Graph.Oracle.Evaluation;

/// <summary>The query must end with a run-time error.</summary>
internal sealed class ExpectedErrorException(string reason) : Exception(reason);

/// <summary>The plain way would take too long.</summary>
internal sealed class TooLargeException() : Exception("The plain evaluation would take too long.");
