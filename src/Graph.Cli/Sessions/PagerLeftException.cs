namespace Graph.Cli.Sessions;

/// <summary>The user has seen enough.</summary>
internal sealed class PagerLeftException : Exception;
