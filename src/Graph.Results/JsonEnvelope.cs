namespace Graph.Results;

/// <summary>What tells the rows of one statement from those of another in the same JSON.</summary>
/// <param name="Statement">Its name, or null.</param>
/// <param name="Parameters">Those of the run; null where there is one run only.</param>
internal sealed record JsonEnvelope(string? Statement, IReadOnlyDictionary<string, Value>? Parameters);
