namespace Graph.Query.Execution;

/// <summary>An expression whose value goes under a slot.</summary>
internal readonly record struct CompiledItem(int Slot, CompiledExpression Expression);
