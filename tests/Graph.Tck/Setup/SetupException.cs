namespace Graph.Tck.Setup;

/// <summary>A set-up statement is wrong, or uses a clause that the interpreter does not have.</summary>
public sealed class SetupException(string message) : Exception(message);
